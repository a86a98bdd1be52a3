package io.sandtable.datasets;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Patterns of one of our bundles: Chinese for any Chinese locale, English for every other. */
record Patterns(ResourceBundle bundle, Locale locale) {
    static Patterns of(String name, Locale wanted) {
        Locale locale = wanted.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return new Patterns(
                ResourceBundle.getBundle(
                        "io.sandtable.datasets." + name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}

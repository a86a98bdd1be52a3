package io.sandtable.web;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Wording of codes: whole sentences with named places, the same keys in both languages. */
public final class Words {
    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Words in(Language language) {
        return new Words(language);
    }

    public Language language() {
        return language;
    }

    /** The sentence of a key; arguments fill its places {0}, {1} … as they are. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** Whether the key is worded. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }
}

package io.sandtable.datasets;

import java.util.Locale;

/** A title in both languages. */
public record Title(String zh, String en) {
    /** The same words in both. */
    public static Title of(String both) {
        return new Title(both, both);
    }

    /** The words for a locale: Chinese for any Chinese one, English for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}

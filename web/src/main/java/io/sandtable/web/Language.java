package io.sandtable.web;

import java.util.Locale;

/** The languages that everything a person reads comes in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one that a locale speaks; Chinese for all but English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }

    public Locale locale() {
        return locale;
    }

    public boolean isChinese() {
        return this == ZH;
    }

    /** One of two wordings. */
    public String choose(String zh, String en) {
        return isChinese() ? zh : en;
    }
}

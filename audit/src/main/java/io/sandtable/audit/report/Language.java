package io.sandtable.audit.report;

import java.util.Locale;

/** The one language a report is written in, chosen when it is made. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    Locale locale() {
        return locale;
    }

    String tag() {
        return tag;
    }
}

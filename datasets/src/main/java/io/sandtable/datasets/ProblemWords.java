package io.sandtable.datasets;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words a problem for a reader of Chinese or English. */
public final class ProblemWords {
    private final ResourceBundle patterns;
    private final Locale locale;

    /** Chinese for any Chinese locale, English for every other. */
    public ProblemWords(Locale locale) {
        this.locale = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        this.patterns = ResourceBundle.getBundle(
                "io.sandtable.datasets.problems",
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** One sentence: what was found and what would be right. */
    public String of(Problem problem) {
        return new MessageFormat(patterns.getString(problem.code().name()), locale).format(problem.arguments());
    }
}

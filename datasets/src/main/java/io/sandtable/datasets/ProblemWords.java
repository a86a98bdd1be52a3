package io.sandtable.datasets;

import java.util.Locale;

/** Words a problem for a reader of Chinese or English. */
public final class ProblemWords {
    private final Patterns patterns;

    /** Chinese for any Chinese locale, English for every other. */
    public ProblemWords(Locale locale) {
        this.patterns = Patterns.of("problems", locale);
    }

    /** One sentence: what was found and what would be right. */
    public String of(Problem problem) {
        return patterns.say(problem.code().name(), problem.arguments());
    }
}

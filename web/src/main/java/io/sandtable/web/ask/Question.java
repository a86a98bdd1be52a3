package io.sandtable.web.ask;

import io.sandtable.web.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param company short name of the company it is about
 * @param sentences in the person's own words, one understanding each
 * @param asOf the day it is asked for; null takes the day the company's data speaks of
 * @param seed of the search
 */
public record Question(String company, List<String> sentences, @Nullable LocalDate asOf, Language language, long seed) {
    public Question {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("A question had no sentence; say at least one, such as 'next quarter's orders grow 10 %'.");
        }
    }

    /** All sentences as one line. */
    public String text() {
        return String.join("；", sentences);
    }
}

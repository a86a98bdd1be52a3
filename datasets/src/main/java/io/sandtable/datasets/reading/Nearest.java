package io.sandtable.datasets.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a mistyped one probably means. */
public final class Nearest {
    private Nearest() {}

    /** The closest of the known names, if it is at most a third of the letters away; case and separators count little. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        int limit = Math.max(1, plain.length() / 3);
        var distance = new LevenshteinDistance(limit);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(plain, plain(name))))
                .filter(c -> c.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-.]", "");
    }
}

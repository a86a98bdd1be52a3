package io.sandtable.datasets.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a mistyped one probably means. */
public final class Nearest {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_\\-.]+");

    private Nearest() {}

    /** The closest of the known names, if two letters or a third of them make the difference; case and separators make none. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        int limit = plain.length() <= 3 ? 1 : Math.max(2, plain.length() / 3);
        var distance = new LevenshteinDistance(limit);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance.apply(plain, plain(name))))
                .filter(c -> c.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String plain(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}

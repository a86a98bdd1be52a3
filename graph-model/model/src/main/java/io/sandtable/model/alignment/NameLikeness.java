package io.sandtable.model.alignment;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are once numbers are set aside.
 *
 * @param kind from the same words to others altogether
 * @param share of all characters that have a counterpart, 0 to 1
 * @param sameHead whether both end in the same thing: 深沟球轴承 and 轴承 do, 轴承座 does not
 */
record NameLikeness(Kind kind, double share, boolean sameHead) {
    enum Kind {
        /** The same words, in any order. */
        EQUAL,
        /** The same but for characters that sound alike, or letters that stand for the sounds. */
        SOUNDS,
        /** One says all that the other says, and more. */
        CONTAINED,
        /** Some words in common, others on both sides. */
        SIMILAR,
        /** At least one has no name beside its numbers. */
        NONE
    }

    private static final LevenshteinDistance TYPOS = new LevenshteinDistance(2);
    private static final int SHORTEST_WITH_TYPO = 5;
    private static final int SHORTEST_WITH_TWO = 8;

    static NameLikeness of(Reading a, Reading b) {
        if (a.han().isEmpty() && b.han().isEmpty()) {
            return of(a.letters(), b.letters(), NameLikeness::typo, NameLikeness::lastWordAlike);
        }
        if (a.han().isEmpty() || b.han().isEmpty()) {
            Reading letters = a.han().isEmpty() ? a : b;
            Reading han = a.han().isEmpty() ? b : a;
            return spelled(letters, han)
                    ? new NameLikeness(Kind.SOUNDS, 1, true)
                    : new NameLikeness(Kind.NONE, 0, false);
        }
        return of(characters(a), characters(b), NameLikeness::sound, (x, y) -> headsMeet(a, b));
    }

    private static boolean spelled(Reading letters, Reading han) {
        return letters.letters().stream().anyMatch(word -> Pinyin.spells(word, han.hanText()))
                || Pinyin.spells(String.join("", letters.letters()), han.hanText());
    }

    private static NameLikeness of(
            List<String> a,
            List<String> b,
            java.util.function.BiPredicate<String, String> almost,
            java.util.function.BiPredicate<List<String>, List<String>> heads) {
        if (a.isEmpty() || b.isEmpty()) {
            return new NameLikeness(Kind.NONE, 0, false);
        }
        Leftovers<String> exactly = Leftovers.of(a, b, String::equals);
        Leftovers<String> left = exactly.matching(almost);
        double share = 1 - (double) (left.left().size() + left.right().size()) / (a.size() + b.size());
        Kind kind = exactly.none()
                ? Kind.EQUAL
                : left.none() ? Kind.SOUNDS : left.onBothSides() ? Kind.SIMILAR : Kind.CONTAINED;
        return new NameLikeness(kind, share, heads.test(a, b));
    }

    private static List<String> characters(Reading reading) {
        return reading.hanText().chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.toList());
    }

    private static boolean sound(String a, String b) {
        return Pinyin.soundAlike(a.charAt(0), b.charAt(0));
    }

    /** The things themselves stand at the end of a part; that of the one must be named by the other. */
    private static boolean headsMeet(Reading a, Reading b) {
        return a.han().stream().anyMatch(x -> b.han().stream().anyMatch(y -> sound(last(x), last(y))));
    }

    private static String last(String part) {
        return part.substring(part.length() - 1);
    }

    private static boolean lastWordAlike(List<String> a, List<String> b) {
        return a.contains(b.getLast()) || b.contains(a.getLast()) || typo(a.getLast(), b.getLast());
    }

    /** Whether two Latin words are one with a slip of the hand. */
    static boolean typo(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int allowed = shorter < SHORTEST_WITH_TYPO ? 0 : shorter < SHORTEST_WITH_TWO ? 1 : 2;
        int distance = allowed == 0 ? -1 : TYPOS.apply(a, b);
        return a.equals(b) || (distance >= 0 && distance <= allowed);
    }
}

package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Proposal.Reason.Code;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How much a column's name is like a known word.
 *
 * @param score from 0 to 1
 * @param how what makes them alike
 * @param word the known word
 */
record Likeness(double score, Code how, String word) {
    static final Likeness NONE = new Likeness(0, Code.ALIKE, "");
    private static final int FEWEST_LETTERS = 4;

    /** Compares a file's word with a known one. */
    static Likeness of(Wording file, Wording known) {
        String word = known.written();
        // a price (with tax) is a price-with-tax
        if (file.plain().equals(known.plain()) || (file.inBrackets() + file.base()).equals(known.plain())) {
            return new Likeness(1, Code.SAME_WORD, word);
        }
        if (file.base().equals(known.base())) {
            // an hour is not a minute
            boolean bothSayAUnit =
                    (!file.inBrackets().isEmpty() && !known.inBrackets().isEmpty()) || file.saysTime();
            return bothSayAUnit
                    ? new Likeness(0.3, Code.SAME_BUT_UNIT, word)
                    : new Likeness(0.92, Code.SAME_BUT_UNIT, word);
        }
        if (file.isLatin()) {
            return known.isLatin() ? latin(file, known) : spoken(file, known);
        }
        return known.isLatin() ? NONE : chinese(file, known);
    }

    private static Likeness latin(Wording file, Wording known) {
        Set<String> both = new HashSet<>(file.tokens());
        both.retainAll(known.tokens());
        double most = Math.max(file.tokens().size(), known.tokens().size());
        if (both.size() == most) {
            return new Likeness(0.95, Code.SAME_MEANING, known.written());
        }
        if (!both.isEmpty()) {
            boolean within =
                    both.size() == Math.min(file.tokens().size(), known.tokens().size());
            return new Likeness((within ? 0.4 : 0.2) + 0.45 * both.size() / most, Code.PART, known.written());
        }
        return typing(file.plain(), known.plain(), known.written(), 0.85);
    }

    private static Likeness spoken(Wording file, Wording known) {
        String word = known.written();
        if (file.plain().equals(known.pinyin())) {
            return new Likeness(0.94, Code.PINYIN, word);
        }
        if (file.plain().equals(known.initials()) && file.plain().length() > 1) {
            return new Likeness(Math.min(0.85, 0.25 + 0.15 * file.plain().length()), Code.INITIALS, word);
        }
        return typing(file.plain(), known.pinyin(), word, 0.8);
    }

    private static Likeness chinese(Wording file, Wording known) {
        String a = file.base();
        String b = known.base();
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        if (shorter.length() > 1 && longer.contains(shorter)) {
            // what comes last in a Chinese name says what it is
            double where = longer.endsWith(shorter) ? 0.5 : 0.4;
            return new Likeness(where + 0.4 * shorter.length() / longer.length(), Code.PART, known.written());
        }
        Set<Integer> letters = letters(a);
        Set<Integer> both = new HashSet<>(letters);
        both.retainAll(letters(b));
        double share = 2.0 * both.size() / (letters.size() + letters(b).size());
        boolean sameEnd = !a.isEmpty() && !b.isEmpty() && a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
        return new Likeness((sameEnd ? 0.8 : 0.6) * share, Code.ALIKE, known.written());
    }

    private static Set<Integer> letters(String word) {
        var letters = new HashSet<Integer>();
        word.codePoints().forEach(letters::add);
        return letters;
    }

    private static Likeness typing(String a, String b, String word, double most) {
        int longer = Math.max(a.length(), b.length());
        int limit = longer / 4;
        if (Math.min(a.length(), b.length()) < FEWEST_LETTERS || limit == 0) {
            return NONE;
        }
        int distance = new LevenshteinDistance(limit).apply(a, b);
        return distance < 0 ? NONE : new Likeness(most * (1 - (double) distance / longer), Code.TYPING, word);
    }

    Likeness times(double factor) {
        return new Likeness(score * factor, how, word);
    }
}

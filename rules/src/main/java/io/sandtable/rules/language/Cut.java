package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A sentence with everything that may stand at each of its places, and the ways through it. */
final class Cut {
    /** More paths than this come from one ambiguous word too many; the rest would only repeat readings. */
    private static final int MOST_PATHS = 64;

    private static final int UNKNOWN_COST = 1000;
    private static final Set<Integer> LITERALS = Set.of(
            Sentence.NAME,
            Sentence.AMOUNT,
            Sentence.MULTIPLE,
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.PER,
            Sentence.PER_UNIT);

    private final NormalText sentence;
    private final List<List<Token>> edges;
    /** Least cost from each place to the end. */
    private final int[] toEnd;

    Cut(NormalText sentence, List<List<Token>> edges) {
        this.sentence = sentence;
        this.edges = edges;
        this.toEnd = new int[sentence.length() + 1];
        for (int i = sentence.length() - 1; i >= 0; i--) {
            toEnd[i] = isSpace(i) ? toEnd[i + 1] : Integer.MAX_VALUE;
            for (Token edge : edges.get(i)) {
                toEnd[i] = Math.min(toEnd[i], cost(edge) + toEnd[edge.end()]);
            }
        }
    }

    private boolean isSpace(int at) {
        return sentence.text().charAt(at) == ' ';
    }

    private static int cost(Token token) {
        return token.type() == Sentence.UNKNOWN ? UNKNOWN_COST * (token.end() - token.start()) : 1;
    }

    /** The paths of least cost, fillers left out; equal ones once. */
    List<List<Token>> best() {
        return paths(0, new BitSet());
    }

    /** Paths that cut one or two words more; names, figures and times stay whole. None where words are unknown. */
    List<List<Token>> loose() {
        return toEnd[0] >= UNKNOWN_COST ? List.of() : paths(2, insideLiterals());
    }

    private BitSet insideLiterals() {
        var fromStart = new int[sentence.length() + 1];
        Arrays.fill(fromStart, UNKNOWN_COST);
        fromStart[0] = 0;
        var inside = new BitSet();
        for (int i = 0; i < sentence.length(); i++) {
            if (isSpace(i)) {
                fromStart[i + 1] = Math.min(fromStart[i + 1], fromStart[i]);
            }
            for (Token edge : edges.get(i)) {
                int spent = fromStart[i] + cost(edge);
                fromStart[edge.end()] = Math.min(fromStart[edge.end()], spent);
                if (LITERALS.contains(edge.type()) && spent + toEnd[edge.end()] == toEnd[0]) {
                    inside.set(i + 1, edge.end());
                }
            }
        }
        return inside;
    }

    private List<List<Token>> paths(int slack, BitSet closed) {
        var found = new LinkedHashSet<List<Token>>();
        follow(0, slack, closed, new ArrayList<>(), found);
        return List.copyOf(found);
    }

    private void follow(int at, int slack, BitSet closed, List<Token> path, LinkedHashSet<List<Token>> found) {
        int start = at;
        while (start < sentence.length() && isSpace(start)) {
            start++;
        }
        if (found.size() >= MOST_PATHS) {
            return;
        }
        if (start == sentence.length()) {
            found.add(List.copyOf(path));
            return;
        }
        for (Token edge : edges.get(start)) {
            int over = cost(edge) + toEnd[edge.end()] - toEnd[start];
            if (over <= slack && !closed.get(edge.end())) {
                boolean kept = edge.type() != Sentence.FILLER && edge.type() != Sentence.REMARK;
                if (kept) {
                    path.add(edge);
                }
                follow(edge.end(), slack - over, closed, path, found);
                if (kept) {
                    path.removeLast();
                }
            }
        }
    }
}

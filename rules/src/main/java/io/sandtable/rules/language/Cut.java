package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A sentence with everything that may stand at each of its places, and the ways through it. */
final class Cut {
    /** More paths than this come from one ambiguous word too many; the rest would only repeat readings. */
    private static final int MOST_PATHS = 64;

    private static final int UNKNOWN_COST = 1000;
    /** A name that only sounds right gives way to words that are written as they are. */
    private static final int SOUND_COST = 4;

    /** 至少 is not 至 and 少. */
    private static final Set<Integer> LITERALS = Set.of(
            Sentence.GE,
            Sentence.LE,
            Sentence.GT,
            Sentence.LT,
            Sentence.NOT_DOWN_TO,
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

    private final BitSet types = new BitSet();

    Cut(NormalText sentence, List<List<Token>> edges) {
        this.sentence = sentence;
        this.edges = edges;
        this.toEnd = new int[sentence.length() + 1];
        for (int i = sentence.length() - 1; i >= 0; i--) {
            toEnd[i] = isSpace(i) ? toEnd[i + 1] : Integer.MAX_VALUE;
            for (Token edge : edges.get(i)) {
                toEnd[i] = Math.min(toEnd[i], cost(edge) + toEnd[edge.end()]);
                types.set(edge.type());
            }
        }
    }

    /** Whether a token of one of the types stands anywhere. */
    boolean hasAny(BitSet wanted) {
        return types.intersects(wanted);
    }

    private boolean isSpace(int at) {
        return sentence.text().charAt(at) == ' ';
    }

    private static int cost(Token token) {
        if (token.type() == Sentence.UNKNOWN) {
            return UNKNOWN_COST * (token.end() - token.start());
        }
        return token.value() instanceof NameIndex.Mention mention && !mention.exact() ? SOUND_COST : 1;
    }

    /** The paths of least cost, fillers left out; equal ones once. */
    List<List<Token>> best() {
        var every = new BitSet();
        every.set(0, Sentence.VOCABULARY.getMaxTokenType() + 1);
        return new Walk(every, false, new BitSet()).paths(0);
    }

    /** The paths of least cost whose tokens, fillers left out, are all of the types; equal ones once. */
    List<List<Token>> best(BitSet wanted) {
        return new Walk(wanted, true, new BitSet()).paths(0);
    }

    /** Paths that cut one or two words more; names, figures, times and limits stay whole. None where words are unknown. */
    List<List<Token>> loose(BitSet wanted) {
        return toEnd[0] >= UNKNOWN_COST ? List.of() : new Walk(wanted, true, insideLiterals()).paths(2);
    }

    /** Every path, as it is best cut or looser, whose tokens are all of the types. */
    List<List<Token>> all(Set<Integer> types) {
        var wanted = new BitSet();
        types.forEach(wanted::set);
        return Stream.concat(best(wanted).stream(), loose(wanted).stream()).toList();
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

    /** One walk to the end by tokens of some types, which goes a way that leads nowhere only once. */
    private final class Walk {
        private final BitSet wanted;
        private final boolean strict;
        private final BitSet closed;
        private final LinkedHashSet<List<Token>> found = new LinkedHashSet<>();
        private final List<Token> path = new ArrayList<>();
        /** Places, with what may still be spent beyond the least, from which no way leads to the end. */
        private final Set<Long> blind = new HashSet<>();

        /**
         * @param strict whether a word that is of the types is never passed over as a filler
         * @param closed places inside of names, figures and times
         */
        Walk(BitSet wanted, boolean strict, BitSet closed) {
            this.wanted = wanted;
            this.strict = strict;
            this.closed = closed;
        }

        List<List<Token>> paths(int slack) {
            from(0, slack);
            return List.copyOf(found);
        }

        /** Whether a way leads from the place to the end. */
        private boolean from(int place, int slack) {
            int start = place;
            while (start < sentence.length() && isSpace(start)) {
                start++;
            }
            if (start == sentence.length()) {
                found.add(List.copyOf(path));
                return true;
            }
            long state = ((long) start << 8) | slack;
            boolean ends = false;
            if (!blind.contains(state)) {
                for (Token step : edges.get(start)) {
                    int over = cost(step) + toEnd[step.end()] - toEnd[start];
                    boolean open = over <= slack && !closed.get(step.end()) && found.size() < MOST_PATHS;
                    ends |= open && !isNeedless(step, start) && follow(step, slack - over);
                }
                if (!ends && found.size() < MOST_PATHS) {
                    blind.add(state);
                }
            }
            return ends;
        }

        /** A word the kind has a place for is not passed over; 呢 may suppose or mean nothing, which is asked. */
        private boolean isNeedless(Token step, int start) {
            return strict
                    && isPassedOver(step)
                    && edges.get(start).stream()
                            .anyMatch(other -> other.end() == step.end()
                                    && !isPassedOver(other)
                                    && other.type() != Sentence.IF
                                    && wanted.get(other.type()));
        }

        private boolean follow(Token step, int slack) {
            if (isPassedOver(step)) {
                return from(step.end(), slack);
            }
            if (!wanted.get(step.type())) {
                return false;
            }
            path.add(step);
            boolean ends = from(step.end(), slack);
            path.removeLast();
            return ends;
        }

        private static boolean isPassedOver(Token step) {
            return step.type() == Sentence.FILLER || step.type() == Sentence.REMARK;
        }
    }
}

package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How likely two things are the same, and why.
 *
 * @param odds logarithm of the odds that they are
 * @param doubts reasons for which a person should look, however high the odds
 */
record Likeness(double odds, List<Reason> reasons, Set<Reason.Code> doubts) {
    /** Odds of 20 to 1. */
    static final double SURE = 3;
    /** Below it nobody is asked. */
    static final double WORTH_ASKING = -0.5;

    Likeness {
        reasons = List.copyOf(reasons);
        doubts = Set.copyOf(doubts);
    }

    boolean isSure() {
        return odds >= SURE && doubts.isEmpty();
    }

    boolean isConflict() {
        return reasons.stream().anyMatch(r -> r.code() == Reason.Code.SPEC_CONFLICT);
    }

    /** Between 0 and 1, to three places. */
    double score() {
        return Math.rint(1000 / (1 + Math.exp(-odds))) / 1000;
    }

    Likeness doubting(Reason reason) {
        var more = new ArrayList<>(reasons);
        more.add(reason);
        var doubts = new java.util.HashSet<>(doubts());
        doubts.add(reason.code());
        return new Likeness(odds, more, doubts);
    }
}

package io.sandtable.model.alignment;

import java.util.List;

/**
 * Two things of two sources that may be the same.
 *
 * @param first the one that keeps its id where they are taken for one
 * @param score likelihood, 0 to 1
 * @param sure whether it may be taken without asking anybody
 */
public record Proposal(Described first, Described second, double score, boolean sure, List<Reason> reasons) {
    public Proposal {
        reasons = List.copyOf(reasons);
    }

    public Pair pair() {
        return Pair.of(first.id(), second.id());
    }
}

package io.sandtable.model.alignment;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.List;

/**
 * The business with things that are the same acting as one: what was said of any of them is said of the one that keeps its id, in its
 * unit, with the evidence it always had. A business without such things is its own aligned one.
 *
 * @param snapshot the business as planning sees it
 * @param notApplied links that cannot be obeyed, and why
 */
public record Aligned(BusinessSnapshot snapshot, List<NotApplied> notApplied) {
    /** A link that joins nothing until somebody helps. */
    public record NotApplied(Relation link, Why why) {}

    public enum Why {
        /** Nothing says what one's unit is worth in the other's. */
        NO_FACTOR,
        /** Both are made, in different units, so that times per unit would not fit. */
        BOTH_MADE,
        /** They are of different types. */
        OTHER_TYPE
    }

    public static Aligned of(BusinessSnapshot stored) {
        if (stored.relations(RelationType.SAME_AS).isEmpty()) {
            return new Aligned(stored, List.of());
        }
        Groups groups = Groups.of(stored);
        return new Aligned(BusinessSnapshot.of(new Merging(stored, groups).facts()), groups.notApplied());
    }

    /** Whether a routing or an operation makes it. */
    static boolean isMade(Node material) {
        return !material.in(RelationType.YIELDS).isEmpty();
    }
}

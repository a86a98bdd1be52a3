package io.sandtable.simulation.difference;

import org.jspecify.annotations.Nullable;

/**
 * An operation for an order that is done elsewhere, in another quantity or in one plan only.
 *
 * @param item id of what is made
 * @param of how it is done in the plan that is looked at, {@code against} in the other; null where it is not done there
 */
public record OperationChange(
        String item,
        String process,
        @Nullable Run of,
        @Nullable Run against) {
    /** What is different about it, the gravest first. */
    public enum Kind {
        /** Done outside in one plan and in the house, or by somebody else, in the other. */
        OUTSIDE,
        /** Done in one plan alone. */
        ONE_ONLY,
        /** On another machine. */
        MACHINE,
        /** At the same place, but more or less of it. */
        QUANTITY
    }

    /** What is different about it: the gravest where it is several. */
    public Kind kind() {
        if (of == null || against == null) {
            return Kind.ONE_ONLY;
        } else if (!of.supplier.equals(against.supplier)) {
            return Kind.OUTSIDE;
        }
        return of.machine == against.machine ? Kind.QUANTITY : Kind.MACHINE;
    }

    /**
     * One operation of a lot.
     *
     * @param machine index as plans name it, −1 when outsourced
     * @param supplier id of the subcontractor, empty in the house
     * @param quantity units that enter
     */
    public record Run(int machine, String supplier, double quantity, int start, int end) {
        boolean isAtSamePlace(Run other) {
            return machine == other.machine && supplier.equals(other.supplier);
        }
    }
}

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

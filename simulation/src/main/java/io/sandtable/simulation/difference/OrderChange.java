package io.sandtable.simulation.difference;

import java.util.List;

/**
 * An order that one plan meets in another way than the other.
 *
 * @param order id of the order
 * @param of how the plan that is looked at delivers it, {@code against} how the other does
 * @param moved number of operations that begin on another day at the same place
 * @param operations those done elsewhere, in another quantity or in one plan only; the gravest kind first
 */
public record OrderChange(String order, Delivered of, Delivered against, int moved, List<OperationChange> operations) {
    public OrderChange {
        operations = List.copyOf(operations);
    }

    /**
     * What a customer gets.
     *
     * @param lastMinute of the last delivery, −1 where there is none
     */
    public record Delivered(double quantity, int lastMinute) {}
}

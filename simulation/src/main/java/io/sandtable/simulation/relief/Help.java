package io.sandtable.simulation.relief;

import io.sandtable.model.Money;

/**
 * A relief, and what comes of it when the plan is carried on with it.
 *
 * @param daysLate days that the order is late with it, 0 on time
 * @param delivered minute of its last delivery
 * @param otherOrders how many other orders more are late or short, negative where fewer are
 * @param margin how much more gross margin the horizon has, the cost of the relief included where the data has a price for it
 */
public record Help(Relief relief, int daysLate, int delivered, int otherOrders, Money margin) {
    public boolean onTime() {
        return daysLate == 0;
    }
}

package io.sandtable.simulation.backtest;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer's order line with what was shipped for it.
 *
 * @param ordered the day it was entered: from the next day on it is known
 * @param due the last open day on which it can leave to be there in time: nothing leaves a closed house
 * @param quantity in the product's unit, at {@code price} CNY each
 */
public record OrderLine(
        String id,
        String product,
        LocalDate ordered,
        LocalDate due,
        double quantity,
        double price,
        List<Shipment> shipments) {
    public OrderLine {
        shipments = List.copyOf(shipments);
    }

    /**
     * Goods that left.
     *
     * @param unitCost CNY that the unit is in the books with
     * @param lot whose cost that is; empty where standard cost stands in for one
     */
    public record Shipment(LocalDate day, double quantity, double unitCost, String lot) {
        /** Whether the cost is that of the lot it left from. */
        public boolean costFromLot() {
            return !lot.isEmpty();
        }
    }

    /** As it looked on the morning of a day: later shipments have not happened. */
    OrderLine before(LocalDate day) {
        return shipments.stream().allMatch(s -> s.day().isBefore(day))
                ? this
                : new OrderLine(
                        id,
                        product,
                        ordered,
                        due,
                        quantity,
                        price,
                        shipments.stream().filter(s -> s.day().isBefore(day)).toList());
    }

    double shipped() {
        return shipments.stream().mapToDouble(Shipment::quantity).sum();
    }
}

package io.sandtable.simulation.backtest;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.YearMonth;

/** What happened, from the records: goods shipped at the order's price and at the cost of the lot they left from; lots that were made. */
public final class ActualPerformance {
    private ActualPerformance() {}

    /** All that the records tell. */
    public static Performance of(BusinessSnapshot snapshot, OrderHistory orders) {
        Performance actual = shipped(orders);
        for (Node lot : snapshot.nodes(NodeType.STOCK_LOT)) {
            for (Relation of : lot.out(RelationType.FOR)) {
                if (orders.familyOf().containsKey(of.to().id()) && wasMade(lot) && lot.has(Attributes.RECEIVED_DATE)) {
                    actual.add(
                            YearMonth.from(lot.date(Attributes.RECEIVED_DATE)),
                            of.to().id(),
                            new Amounts(0, Money.fen(0), Money.fen(0), Lots.received(lot)));
                }
            }
        }
        return actual;
    }

    /** Only what was shipped, by the orders. */
    public static Performance shipped(OrderHistory orders) {
        var actual = new Performance();
        for (OrderLine line : orders.lines()) {
            for (OrderLine.Shipment shipment : line.shipments()) {
                actual.add(
                        YearMonth.from(shipment.day()),
                        line.product(),
                        new Amounts(
                                shipment.quantity(),
                                Money.of(Money.CNY, shipment.quantity() * line.price()),
                                Money.of(Money.CNY, shipment.quantity() * shipment.unitCost()),
                                0));
            }
        }
        return actual;
    }

    private static boolean wasMade(Node lot) {
        return lot.out(RelationType.CAME_FROM).stream().anyMatch(r -> r.to().type() == NodeType.WORK_ORDER);
    }
}

package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.OrderLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Goods that left for a customer, priced and costed as the backtest's actual figures are.
 *
 * @param customer empty where the order names none
 * @param quantity in the product's unit
 * @param revenue without VAT
 * @param costKnown whether a lot's or a standard cost is recorded; {@code cost} is 0 where neither is
 * @param lot whose cost it is, empty where standard cost stands in
 */
record Sale(
        Node order,
        Node product,
        String customer,
        LocalDate day,
        double quantity,
        Money revenue,
        Money cost,
        boolean costKnown,
        String lot) {
    /** All that ever left, in the order of the orders' ids. */
    static List<Sale> all(BusinessSnapshot snapshot) {
        var sales = new ArrayList<Sale>();
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            String customer = customer(order);
            for (Relation of : order.out(RelationType.FOR)) {
                double price = OrderHistory.price(order, of.to());
                for (OrderLine.Shipment shipment : OrderHistory.shipments(order, of.to())) {
                    sales.add(of(order, of.to(), customer, price, shipment));
                }
            }
        }
        return sales;
    }

    private static Sale of(Node order, Node product, String customer, double price, OrderLine.Shipment shipment) {
        return new Sale(
                order,
                product,
                customer,
                shipment.day(),
                shipment.quantity(),
                Money.of(Money.CNY, shipment.quantity() * price),
                Money.of(Money.CNY, shipment.quantity() * shipment.unitCost()),
                shipment.costFromLot() || product.has(Attributes.STANDARD_COST),
                shipment.lot());
    }

    static String customer(Node order) {
        return order.in(RelationType.ORDERED).stream()
                .map(r -> r.from().id())
                .findFirst()
                .orElse("");
    }

    boolean fromLot() {
        return !lot.isEmpty();
    }

    boolean priceKnown() {
        return order.has(Attributes.PRICE) || product.has(Attributes.SALES_PRICE);
    }

    Money margin() {
        return revenue.minus(cost);
    }
}

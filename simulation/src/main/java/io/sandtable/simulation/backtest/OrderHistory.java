package io.sandtable.simulation.backtest;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.backtest.OrderLine.Shipment;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The customers' orders of all times, as the files have them. Whoever looks back takes {@link #knownBefore} and cannot see more.
 *
 * @param undated orders left out because nobody wrote down when they were entered: nobody can say whether they were known
 */
public record OrderHistory(List<OrderLine> lines, Map<String, String> familyOf, int undated) {
    /** What a product without a family is listed under. */
    public static final String NO_FAMILY = "";

    public OrderHistory {
        lines = List.copyOf(lines);
        familyOf = Map.copyOf(familyOf);
    }

    /** Reads it out of a snapshot: shipments from lots where they were recorded, else the order's delivery. */
    public static OrderHistory of(BusinessSnapshot snapshot, OpenDays open) {
        var lines = new ArrayList<OrderLine>();
        var families = new TreeMap<String, String>();
        int undated = 0;
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            Optional<LocalDate> ordered = order.findDate(Attributes.ORDER_DATE);
            if (ordered.isEmpty()) {
                undated++;
                continue;
            }
            for (Relation of : order.out(RelationType.FOR)) {
                Node product = of.to();
                families.put(product.id(), family(product));
                lines.add(new OrderLine(
                        order.id(),
                        product.id(),
                        ordered.get(),
                        open.lastBy(order.date(Attributes.DUE_DATE)),
                        order.number(Attributes.QUANTITY),
                        price(order, product),
                        shipments(order, product)));
            }
        }
        return new OrderHistory(lines, families, undated);
    }

    private static String family(Node product) {
        return product.out(RelationType.MEMBER_OF).stream()
                .map(r -> r.to().id())
                .findFirst()
                .orElse(NO_FAMILY);
    }

    /** CNY a unit, without VAT: the order's, else the product's list price, else 0. */
    public static double price(Node order, Node product) {
        return order.findNumber(Attributes.PRICE).orElseGet(() -> product.numberOr(Attributes.SALES_PRICE, 0));
    }

    /** What left for an order: from lots where that was recorded, else the order's delivery at the product's standard cost. */
    public static List<Shipment> shipments(Node order, Node product) {
        Optional<LocalDate> delivered = order.findDate(Attributes.DELIVERED_DATE);
        var shipments = new ArrayList<Shipment>();
        for (Relation shipped : order.in(RelationType.SHIPPED_FOR)) {
            Optional<LocalDate> day = shipped.findDate(Attributes.MOVED_DATE).or(() -> delivered);
            if (day.isPresent() && shipped.has(Attributes.QUANTITY) && isOf(shipped.from(), product)) {
                shipments.add(shipment(day.get(), shipped.number(Attributes.QUANTITY), shipped.from(), product));
            }
        }
        if (shipments.isEmpty() && delivered.isPresent()) {
            shipments.add(new Shipment(
                    delivered.get(),
                    order.numberOr(Attributes.DELIVERED_QUANTITY, order.number(Attributes.QUANTITY)),
                    product.numberOr(Attributes.STANDARD_COST, 0),
                    ""));
        }
        return shipments;
    }

    private static boolean isOf(Node lot, Node product) {
        return lot.out(RelationType.FOR).stream().anyMatch(r -> r.to().equals(product));
    }

    private static Shipment shipment(LocalDate day, double quantity, Node lot, Node product) {
        boolean known = lot.has(Attributes.UNIT_COST);
        return new Shipment(
                day,
                quantity,
                known ? lot.number(Attributes.UNIT_COST) : product.numberOr(Attributes.STANDARD_COST, 0),
                known ? lot.id() : "");
    }

    /** What was known on the morning of a day: orders entered before it, with what had been shipped by then. */
    public OrderHistory knownBefore(LocalDate day) {
        return new OrderHistory(
                lines.stream()
                        .filter(line -> line.ordered().isBefore(day))
                        .map(line -> line.before(day))
                        .toList(),
                familyOf,
                undated);
    }

    /** The day the first order was entered; empty where there is none. */
    public Optional<LocalDate> firstDay() {
        return lines.stream().map(OrderLine::ordered).min(LocalDate::compareTo);
    }

    /** Share of the shipped quantity, by value, that is in the books at the cost of its lot; the rest stands at standard cost. Percent. */
    public double costFromLotsPercent() {
        double all = 0;
        double fromLots = 0;
        for (OrderLine line : lines) {
            for (Shipment shipment : line.shipments()) {
                all += shipment.quantity() * line.price();
                fromLots += shipment.costFromLot() ? shipment.quantity() * line.price() : 0;
            }
        }
        return all == 0 ? 0 : 100 * fromLots / all;
    }
}

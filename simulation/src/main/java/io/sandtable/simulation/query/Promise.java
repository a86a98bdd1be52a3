package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.OrderLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was due on a day, from us to a customer or from a supplier to us, and when it was there. What is due and not there counts as late up to the
 * day the data speaks of.
 *
 * @param party customer or supplier, empty where none is named
 * @param inTime units that were there on the due day
 * @param done the day it was complete, or came for the last time; null where it has not come
 */
record Promise(
        Node line,
        Node material,
        String party,
        LocalDate due,
        double ordered,
        double inTime,
        @Nullable LocalDate done,
        boolean onTime,
        long lateDays) {
    private static final double NOTHING = 1e-6;

    /** Customers' order lines that were due by the day: on time where all of it left by the due date. */
    static List<Promise> toCustomers(BusinessSnapshot snapshot, LocalDate asOf) {
        var promises = new ArrayList<Promise>();
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            for (Relation of : order.out(RelationType.FOR)) {
                ofOrder(order, of.to(), asOf).ifPresent(promises::add);
            }
        }
        return promises;
    }

    private static Optional<Promise> ofOrder(Node order, Node product, LocalDate asOf) {
        LocalDate due = order.date(Attributes.DUE_DATE);
        double ordered = order.number(Attributes.QUANTITY);
        List<OrderLine.Shipment> shipments = OrderHistory.shipments(order, product).stream()
                .sorted(Comparator.comparing(OrderLine.Shipment::day))
                .toList();
        double inTime = 0;
        double shipped = 0;
        LocalDate done = null;
        for (OrderLine.Shipment shipment : shipments) {
            inTime += shipment.day().isAfter(due) ? 0 : shipment.quantity();
            if (shipped < ordered - NOTHING) {
                done = shipment.day();
            }
            shipped += shipment.quantity();
        }
        boolean open = order.text(Attributes.STATUS).equals("open");
        boolean missing = open && shipped < ordered - NOTHING;
        return promise(
                order,
                product,
                Sale.customer(order),
                due,
                ordered,
                inTime,
                missing ? null : done,
                inTime >= ordered - NOTHING,
                asOf);
    }

    /** Purchases that were due by the day: on time where all of them came by the due date; how much of them was good is another figure. */
    static List<Promise> ofSuppliers(BusinessSnapshot snapshot, LocalDate asOf) {
        var promises = new ArrayList<Promise>();
        for (Node purchase : snapshot.nodes(NodeType.PURCHASE_ORDER)) {
            LocalDate due = purchase.date(Attributes.DUE_DATE);
            LocalDate came = purchase.findDate(Attributes.DELIVERED_DATE).orElse(null);
            boolean inTime = came != null && !came.isAfter(due);
            double ordered = purchase.number(Attributes.QUANTITY);
            double delivered = purchase.numberOr(Attributes.DELIVERED_QUANTITY, ordered);
            double kept = delivered - purchase.numberOr(Attributes.REJECTED_QUANTITY, 0);
            for (Relation of : purchase.out(RelationType.FOR)) {
                promise(
                                purchase,
                                of.to(),
                                Receipt.supplier(purchase),
                                due,
                                ordered,
                                inTime ? Math.max(0, kept) : 0,
                                came,
                                inTime && delivered >= ordered - NOTHING,
                                asOf)
                        .ifPresent(promises::add);
            }
        }
        return promises;
    }

    /** Empty where it was not due yet, or was closed without a delivery, which nobody waits for. */
    private static Optional<Promise> promise(
            Node line,
            Node material,
            String party,
            LocalDate due,
            double ordered,
            double inTime,
            @Nullable LocalDate done,
            boolean onTime,
            LocalDate asOf) {
        boolean dropped = done == null && !line.text(Attributes.STATUS).equals("open");
        if (dropped || due.isAfter(asOf) || done == null && !due.isBefore(asOf)) {
            return Optional.empty();
        }
        long late = Math.max(0, ChronoUnit.DAYS.between(due, done == null ? asOf : done));
        return Optional.of(
                new Promise(line, material, party, due, ordered, Math.min(inTime, ordered), done, onTime, late));
    }
}

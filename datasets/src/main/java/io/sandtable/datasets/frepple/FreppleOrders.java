package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.Evidence;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Customers and what they ordered; closed orders are history. */
final class FreppleOrders {
    private final Mapping m;
    private final FreppleItems items;
    private final FreppleTransfers transfers;
    private final Map<String, Integer> otherStatus = new TreeMap<>();
    private final Map<Long, Integer> movedOrders = new TreeMap<>();

    FreppleOrders(Mapping m, FreppleItems items, FreppleTransfers transfers) {
        this.m = m;
        this.items = items;
        this.transfers = transfers;
        var owners = m.files.of("input.customer").stream()
                .map(c -> c.reference("owner"))
                .collect(Collectors.toSet());
        var buying = m.files.of("input.demand").stream()
                .map(d -> d.reference("customer"))
                .collect(Collectors.toSet());
        for (FreppleObject customer : m.files.of("input.customer")) {
            if (owners.contains(customer.name()) && !buying.contains(customer.name())) {
                m.note(ProblemCode.GROUP_NOT_USED, "customer", customer.name(), "");
            } else {
                m.names.id(NodeType.CUSTOMER, customer.name());
            }
        }
    }

    void state() {
        for (FreppleObject customer : m.files.of("input.customer")) {
            m.names
                    .find(NodeType.CUSTOMER, customer.name())
                    .ifPresent(id -> customer(customer, id, customer.name(), m.file(customer)));
        }
        var seen = new HashSet<String>();
        for (FreppleObject demand : m.files.of("input.demand")) {
            if (!seen.add(demand.name())) {
                m.problem(demand, ProblemCode.ID_TWICE, "name", demand.name(), "");
            }
            order(demand);
        }
        otherStatus.forEach(
                (status, count) -> m.note(ProblemCode.ORDER_NOT_OPEN, status, Integer.toString(count), "open|closed"));
        movedOrders.forEach((days, count) ->
                m.note(ProblemCode.TRANSFERS_IN_DUE_DATES, "due", Integer.toString(count), Long.toString(days)));
    }

    private void customer(FreppleObject o, String id, String name, Evidence evidence) {
        m.node(o, NodeType.CUSTOMER, id, Map.of("name", name, "code", name), evidence);
        m.node(
                o,
                NodeType.CUSTOMER,
                id,
                Map.of("paymentTermDays", m.standIns.number("payment-term-days")),
                m.standIns.evidence("payment-term-days"));
    }

    private void order(FreppleObject o) {
        String status = o.text("status");
        if (!status.equals("open") && !status.equals("closed")) {
            otherStatus.merge(status, 1, Integer::sum);
            o.unread().forEach(o::text);
            return;
        }
        Optional<String> item = m.reference(o, "item", NodeType.MATERIAL);
        Optional<String> customer = customer(o);
        Optional<LocalDateTime> moment = m.moment(o, "due");
        Optional<LocalDate> due = moment.map(LocalDateTime::toLocalDate);
        String id = m.names.id(NodeType.ORDER, o.name());
        var values = new HashMap<String, Object>(Map.of("name", o.name(), "code", o.name(), "status", status));
        m.number(o, "quantity").ifPresent(q -> values.put("quantity", q));
        m.number(o, "priority").ifPresent(p -> values.put("priority", p));
        due.ifPresent(d -> values.put("dueDate", d));
        moment.flatMap(t -> dueMinute(o, t)).ifPresent(minute -> values.put("dueMinute", minute));
        if (o.isXml()) {
            values.put("deliveryMode", deliveryMode(o));
            m.number(o, "minshipment").ifPresent(smallest -> values.put("minimumShipment", smallest));
        }
        m.node(o, NodeType.ORDER, id, values, m.file(o));
        item.ifPresent(i -> m.relation(o, RelationType.FOR, id, i, Map.of(), m.file(o)));
        customer.ifPresent(c -> m.relation(o, RelationType.ORDERED, c, id, Map.of(), m.file(o)));
        if (status.equals("open") && item.isPresent() && customer.isPresent() && due.isPresent()) {
            open(o, id, customer.get(), due.get());
        } else {
            o.reference("location");
        }
    }

    /** Who ordered; an XML model need not say. */
    private Optional<String> customer(FreppleObject o) {
        if (!o.isXml() || !o.reference("customer").isEmpty()) {
            return m.reference(o, "customer", NodeType.CUSTOMER);
        }
        String name = m.standIns.text("customer");
        Optional<String> met = m.names.find(NodeType.CUSTOMER, name);
        if (met.isPresent()) {
            return met;
        }
        String id = m.names.id(NodeType.CUSTOMER, name);
        customer(o, id, name, m.standIns.evidence("customer"));
        return Optional.of(id);
    }

    /** An export of days writes midnight and means the day; XML means the moment. Part of a minute counts as no minute. */
    private static Optional<Double> dueMinute(FreppleObject o, LocalDateTime due) {
        double minute = due.getHour() * 60.0 + due.getMinute();
        return o.isXml() || !due.toLocalTime().equals(LocalTime.MIDNIGHT) ? Optional.of(minute) : Optional.empty();
    }

    /** Who takes no shipment smaller than the order takes it whole. */
    private static String deliveryMode(FreppleObject o) {
        double smallest = Mapping.plainNumber(o.written("minshipment")).orElse(0);
        double quantity = Mapping.plainNumber(o.written("quantity")).orElse(0);
        return smallest > 0 && smallest >= quantity ? "whole" : "partial";
    }

    private void open(FreppleObject o, String id, String customer, LocalDate due) {
        m.relation(o, RelationType.PROMISED, id, customer, Map.of("dueDate", due), m.file(o));
        m.node(
                o,
                NodeType.ORDER,
                id,
                Map.of("price", items.salesPrice(o.reference("item"))),
                m.standIns.evidence("sales-markup"));
        long days = transfers.days(o.reference("item"), o.reference("location"));
        if (days > 0) {
            movedOrders.merge(days, 1, Integer::sum);
            m.node(
                    o,
                    NodeType.ORDER,
                    id,
                    Map.of("dueDate", due.minusDays(days)),
                    m.derived("due date at the factory = the customer's date minus %d days of transfer to %s"
                            .formatted(days, o.reference("location"))));
        }
    }
}

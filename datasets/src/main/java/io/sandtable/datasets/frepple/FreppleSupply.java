package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** Suppliers, what they offer and what is on order with them. */
final class FreppleSupply {
    private final Mapping m;
    private final FreppleItems items;

    FreppleSupply(Mapping m, FreppleItems items) {
        this.m = m;
        this.items = items;
        m.files.of("input.supplier").forEach(s -> m.names.id(NodeType.SUPPLIER, s.name()));
    }

    void state() {
        var seen = new HashSet<String>();
        for (FreppleObject supplier : m.files.of("input.supplier")) {
            if (!seen.add(supplier.name())) {
                m.problem(supplier, ProblemCode.ID_TWICE, "name", supplier.name(), "");
            }
            m.node(
                    supplier,
                    NodeType.SUPPLIER,
                    m.names.id(NodeType.SUPPLIER, supplier.name()),
                    Map.of("name", supplier.name(), "code", supplier.name()),
                    m.file(supplier));
        }
        m.files.of("input.itemsupplier").forEach(this::offer);
        m.files.of("input.operationplan").forEach(this::onOrder);
        m.files.of("input.itemsubstitute").forEach(this::substitute);
    }

    /** frePPLe says it of one operation; here it holds wherever the item is needed. */
    private void substitute(FreppleObject o) {
        Optional<String> item = m.reference(o, "item", NodeType.MATERIAL);
        Optional<String> other = m.reference(o, "substitute", NodeType.MATERIAL);
        if (item.isPresent() && other.isPresent()) {
            var values = new HashMap<String, Object>(Map.of("ratio", m.numberOr(o, "ratio", 1), "approved", true));
            m.moment(o, "effective_start").ifPresent(t -> values.put("validFrom", t.toLocalDate()));
            m.moment(o, "effective_end")
                    .ifPresent(t -> values.put("validTo", t.toLocalDate().minusDays(1)));
            m.relation(o, RelationType.SUBSTITUTES, other.get(), item.get(), values, m.file(o));
        }
    }

    private void offer(FreppleObject o) {
        Optional<String> supplier = m.reference(o, "supplier", NodeType.SUPPLIER);
        Optional<String> item = m.reference(o, "item", NodeType.MATERIAL);
        o.reference("location");
        if (supplier.isEmpty() || item.isEmpty()) {
            return;
        }
        if (o.text("priority").equals("0")) {
            // frePPLe's way to say: never of the planner's own accord
            m.problem(o, ProblemCode.NOT_USED, "priority", "0", "");
            return;
        }
        var values = new HashMap<String, Object>();
        m.number(o, "leadtime")
                .ifPresent(s -> values.put("leadTimeDays", Mapping.rounded(s / Mapping.SECONDS_PER_DAY)));
        m.number(o, "sizeminimum").ifPresent(q -> values.put("minimumQuantity", q));
        m.number(o, "sizemultiple").ifPresent(q -> values.put("multiple", q));
        m.number(o, "priority").ifPresent(p -> values.put("priority", p));
        m.number(o, "cost").ifPresent(c -> values.put("price", m.cny(c)));
        m.relation(o, RelationType.SUPPLIES, supplier.get(), item.get(), values, m.file(o));
        if (!values.containsKey("price")) {
            m.relation(
                    o,
                    RelationType.SUPPLIES,
                    supplier.get(),
                    item.get(),
                    Map.of("price", purchasePrice(o.reference("item")), "currency", "CNY"),
                    m.standIns.evidence("purchase-markup"));
        }
        m.relation(
                o,
                RelationType.SUPPLIES,
                supplier.get(),
                item.get(),
                Map.of("paymentTermDays", m.standIns.number("payment-term-days")),
                m.standIns.evidence("payment-term-days"));
    }

    private double purchasePrice(String item) {
        return Mapping.rounded(items.cost(item) * m.standIns.number("purchase-markup"));
    }

    private void onOrder(FreppleObject o) {
        String type = o.text("type");
        String status = o.text("status");
        String reference = o.text("reference");
        if (type.equals("PO") && !status.equals("proposed")) {
            purchase(o, reference, status);
        } else if (isComing(o, type) && !status.equals("proposed")) {
            work(o, reference, status);
        } else {
            o.unread().forEach(o::text);
            m.problem(o, ProblemCode.PLAN_NOT_USED, "reference", (type + " " + reference).strip(), "PO|MO");
        }
    }

    /** Made here, or on its way from another place: what has not left yet is still in stock there. */
    private boolean isComing(FreppleObject o, String type) {
        boolean left = type.equals("DO")
                && o.isXml()
                && m.moment(o, "startdate")
                        .filter(start -> !start.toLocalDate().isAfter(m.asOf))
                        .isPresent();
        return type.equals("MO") || left;
    }

    private void purchase(FreppleObject o, String reference, String status) {
        Optional<String> supplier = m.reference(o, "supplier", NodeType.SUPPLIER);
        Optional<String> item = m.reference(o, "item", NodeType.MATERIAL);
        o.reference("location");
        if (supplier.isEmpty() || item.isEmpty()) {
            return;
        }
        String id = m.names.id(NodeType.PURCHASE_ORDER, reference);
        var values = plan(o, reference, status);
        m.moment(o, "startdate").map(LocalDateTime::toLocalDate).ifPresent(d -> values.put("orderDate", d));
        m.node(o, NodeType.PURCHASE_ORDER, id, values, m.file(o));
        m.node(
                o,
                NodeType.PURCHASE_ORDER,
                id,
                Map.of("price", purchasePrice(o.reference("item")), "currency", "CNY"),
                m.standIns.evidence("purchase-markup"));
        m.relation(o, RelationType.FOR, id, item.get(), Map.of(), m.file(o));
        m.relation(o, RelationType.PLACED_WITH, id, supplier.get(), Map.of(), m.file(o));
    }

    private void work(FreppleObject o, String reference, String status) {
        Optional<String> item = m.reference(o, "item", NodeType.MATERIAL);
        o.reference("origin");
        o.reference("location");
        if (item.isPresent()) {
            String id = m.names.id(NodeType.WORK_ORDER, reference);
            m.node(o, NodeType.WORK_ORDER, id, plan(o, reference, status), m.file(o));
            m.relation(o, RelationType.FOR, id, item.get(), Map.of(), m.file(o));
        }
    }

    private Map<String, Object> plan(FreppleObject o, String reference, String status) {
        boolean done = status.equals("completed") || status.equals("closed");
        var values = new HashMap<String, Object>();
        values.put("code", reference);
        values.put("name", reference);
        values.put("status", done ? "closed" : "open");
        values.put("frozen", true);
        m.number(o, "quantity").ifPresent(q -> values.put("quantity", q));
        m.moment(o, "enddate").map(LocalDateTime::toLocalDate).ifPresent(d -> values.put("dueDate", d));
        o.text("name");
        return values;
    }
}

package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Items, their groups and what lies in stock. */
final class FreppleItems {
    private final Mapping m;
    private final Set<String> groups = new HashSet<>();
    private final Map<String, Double> costs = new HashMap<>();
    private final Set<String> demanded;
    private final Set<String> made = new HashSet<>();
    /** Of which operations take or make parts of a whole. */
    private final Set<String> parts = new HashSet<>();

    FreppleItems(Mapping m) {
        this.m = m;
        this.demanded = named("input.demand");
        var involved = new HashSet<>(demanded);
        for (String model : List.of("input.operation", "input.itemsupplier", "input.buffer")) {
            involved.addAll(named(model));
        }
        made.addAll(named("input.operation"));
        for (FreppleObject flow : m.files.of("input.operationmaterial")) {
            // in and out happen at the operation's start and end: the only two moments our model has
            flow.text("type");
            involved.add(flow.reference("item"));
            if (m.number(flow, "quantity").orElse(0) > 0) {
                made.add(flow.reference("item"));
            }
        }
        findParts();
        for (FreppleObject item : m.files.of("input.item")) {
            String owner = item.reference("owner");
            if (!owner.isEmpty() && !involved.contains(owner)) {
                groups.add(owner);
            }
        }
        for (FreppleObject item : m.files.of("input.item")) {
            m.names.id(groups.contains(item.name()) ? NodeType.FAMILY : NodeType.MATERIAL, item.name());
        }
    }

    private void findParts() {
        var flowsOf = new HashMap<String, List<FreppleObject>>();
        for (FreppleObject flow : m.files.of("input.operationmaterial")) {
            if (flow.isXml()) {
                flowsOf.computeIfAbsent(flow.reference("operation"), o -> new ArrayList<>())
                        .add(flow);
            }
        }
        for (List<FreppleObject> flows : flowsOf.values()) {
            double perRun = flows.stream()
                    .mapToDouble(f -> m.numberOr(f, "quantity", 0))
                    .filter(q -> q > 0)
                    .findFirst()
                    .orElse(1);
            if (flows.stream().anyMatch(f -> isPart(m.numberOr(f, "quantity", 0) / perRun))) {
                flows.forEach(f -> parts.add(f.reference("item")));
            }
        }
    }

    private static boolean isPart(double quantity) {
        return Math.abs(quantity - Math.rint(quantity)) > 1e-9;
    }

    private String unitOf(String item) {
        return parts.contains(item) ? "unit-of-parts" : "unit-of-quantity";
    }

    private Set<String> named(String model) {
        var names = new HashSet<String>();
        m.files.of(model).forEach(o -> names.add(o.reference("item")));
        names.remove("");
        return names;
    }

    void state() {
        var seen = new HashSet<String>();
        for (FreppleObject item : m.files.of("input.item")) {
            if (!seen.add(item.name())) {
                m.problem(item, ProblemCode.ID_TWICE, "name", item.name(), "");
            }
            if (groups.contains(item.name())) {
                family(item, item.name());
            } else {
                material(item);
            }
        }
        m.files.of("input.buffer").forEach(this::stock);
    }

    /** The item's cost in CNY; 0 where the file gives none. */
    double cost(String item) {
        return costs.getOrDefault(item, 0.0);
    }

    /** Whether the name stands for a group of items. */
    boolean isGroup(String item) {
        return groups.contains(item);
    }

    private String family(FreppleObject o, String name) {
        String id = m.names.id(NodeType.FAMILY, name);
        m.node(o, NodeType.FAMILY, id, Map.of("name", name, "code", name), m.file(o));
        return id;
    }

    private void material(FreppleObject item) {
        String name = item.name();
        String id = m.names.id(NodeType.MATERIAL, name);
        m.node(item, NodeType.MATERIAL, id, Map.of("name", name, "code", name), m.file(item));
        String description = item.text("description");
        if (!description.isEmpty()) {
            m.node(item, NodeType.MATERIAL, id, Map.of("specification", description), m.file(item));
        }
        String role = demanded.contains(name) ? "product" : made.contains(name) ? "part" : "raw";
        m.node(
                item,
                NodeType.MATERIAL,
                id,
                Map.of("role", role),
                m.derived("role: product where a customer orders it, else part where an operation makes it, else raw"));
        m.node(
                item,
                NodeType.MATERIAL,
                id,
                Map.of("unit", m.standIns.text(unitOf(name))),
                m.standIns.evidence(unitOf(name)));
        m.number(item, "weight")
                .ifPresent(weight -> m.node(
                        item,
                        NodeType.MATERIAL,
                        id,
                        Map.of("weightKg", weight),
                        m.standIns.evidence("unit-of-weight")));
        money(item, id);
        groups(item, id);
    }

    private void money(FreppleObject item, String id) {
        OptionalDouble cost = m.number(item, "cost");
        if (cost.isEmpty()) {
            return;
        }
        double cny = m.cny(cost.getAsDouble());
        costs.put(item.name(), cny);
        m.node(item, NodeType.MATERIAL, id, Map.of("standardCost", cny), converted(item));
        if (demanded.contains(item.name())) {
            m.node(
                    item,
                    NodeType.MATERIAL,
                    id,
                    Map.of("salesPrice", salesPrice(item.name())),
                    m.standIns.evidence("sales-markup"));
        }
    }

    /** CNY per piece. */
    double salesPrice(String item) {
        return Mapping.rounded(cost(item) * m.standIns.number("sales-markup"));
    }

    private io.sandtable.model.Evidence converted(FreppleObject o) {
        return m.rate.currency().equals("CNY")
                ? m.file(o)
                : m.derived("item cost in %s x %s".formatted(m.rate.currency(), m.rate.told()));
    }

    /** The category is the nearer family; the owner, a group of items, takes in the whole category. */
    private void groups(FreppleObject item, String id) {
        String category = item.text("category");
        String owner = item.reference("owner");
        String inner = id;
        if (!category.isEmpty()) {
            inner = family(item, category);
            m.relation(item, RelationType.MEMBER_OF, id, inner, Map.of(), m.file(item));
        }
        if (groups.contains(owner) && !owner.equals(category)) {
            m.relation(item, RelationType.MEMBER_OF, inner, family(item, owner), Map.of(), m.file(item));
        }
    }

    /** Where it lies; an XML model need not say. */
    private Optional<String> site(FreppleObject buffer) {
        if (!buffer.isXml() || !buffer.reference("location").isEmpty()) {
            return m.reference(buffer, "location", NodeType.SITE);
        }
        String name = m.standIns.text("location");
        String id = m.names.id(NodeType.SITE, name);
        m.node(buffer, NodeType.SITE, id, Map.of("name", name, "code", name), m.standIns.evidence("location"));
        return Optional.of(id);
    }

    private void stock(FreppleObject buffer) {
        String item = buffer.reference("item");
        var material = m.reference(buffer, "item", NodeType.MATERIAL);
        var site = site(buffer);
        if (material.isEmpty() || site.isEmpty()) {
            return;
        }
        String place = buffer.reference("location");
        String name = place.isEmpty() || item.endsWith(" @ " + place) ? item : item + " @ " + place;
        String lot = m.names.id(NodeType.STOCK_LOT, name);
        m.node(
                buffer,
                NodeType.STOCK_LOT,
                lot,
                Map.of("name", name, "code", name, "quantity", m.numberOr(buffer, "onhand", 0)),
                m.file(buffer));
        if (costs.containsKey(item)) {
            m.node(buffer, NodeType.STOCK_LOT, lot, Map.of("unitCost", cost(item)), converted(buffer));
        }
        m.relation(buffer, RelationType.FOR, lot, material.get(), Map.of(), m.file(buffer));
        m.relation(buffer, RelationType.STORED_IN, lot, site.get(), Map.of(), m.file(buffer));
        m.number(buffer, "minimum")
                .ifPresent(minimum -> m.node(
                        buffer, NodeType.MATERIAL, material.get(), Map.of("safetyStock", minimum), m.file(buffer)));
    }
}

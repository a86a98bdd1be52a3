package io.sandtable.simulation.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a small company wrote down, entry by entry. */
final class Books {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final Evidence FILE = new Evidence("EVI-1", Origin.REAL, "books.csv", null, AS_OF, null, null);
    private static final Evidence STAND_IN =
            new Evidence("EVI-2", Origin.DEFAULT, "stand-in", null, AS_OF, null, "a test's stand-in");

    private final List<Fact> facts = new ArrayList<>();
    private int number;

    Books product(String id, double standardCost) {
        node(id, Map.of("role", "product", "unit", "pcs", "standardCost", standardCost));
        return this;
    }

    Books productWithoutCost(String id) {
        node(id, Map.of("role", "product", "unit", "pcs"));
        return this;
    }

    Books raw(String id) {
        node(id, Map.of("role", "raw", "unit", "kg"));
        return this;
    }

    Books member(String material, String family) {
        node(family, Map.of());
        relation(RelationType.MEMBER_OF, material, family, Map.of());
        return this;
    }

    Books family(String id) {
        node(id, Map.of());
        return this;
    }

    Books party(String id) {
        node(id, Map.of("paymentTermDays", 30.0));
        return this;
    }

    /** Delivered in full on its day. */
    Books sold(String customer, String product, LocalDate day, double quantity, double price) {
        return order(customer, product, day, day, quantity, price);
    }

    Books order(
            String customer,
            String product,
            LocalDate due,
            @org.jspecify.annotations.Nullable LocalDate delivered,
            double quantity,
            double price) {
        String id = "ORD-%03d".formatted(++number);
        var values = new TreeMap<String, Object>(Map.of(
                "status", delivered == null ? "open" : "closed",
                "dueDate", due,
                "quantity", quantity,
                "price", price));
        if (delivered != null) {
            values.put("deliveredDate", delivered);
            values.put("deliveredQuantity", quantity);
        }
        node(id, values);
        relation(RelationType.FOR, id, product, Map.of());
        relation(RelationType.ORDERED, customer, id, Map.of());
        return this;
    }

    Books bought(
            String supplier,
            String material,
            LocalDate ordered,
            LocalDate due,
            @org.jspecify.annotations.Nullable LocalDate delivered,
            double quantity,
            double rejected,
            double price) {
        return purchase(supplier, material, ordered, due, delivered, quantity, quantity, rejected, price);
    }

    /** Closed on its due day with less than was ordered. */
    Books boughtPartly(
            String supplier, String material, LocalDate ordered, LocalDate due, double quantity, double delivered) {
        return purchase(supplier, material, ordered, due, due, quantity, delivered, 0, 1);
    }

    private Books purchase(
            String supplier,
            String material,
            LocalDate ordered,
            LocalDate due,
            @org.jspecify.annotations.Nullable LocalDate came,
            double quantity,
            double delivered,
            double rejected,
            double price) {
        String id = "PUR-%03d".formatted(++number);
        var values = new TreeMap<String, Object>(Map.of(
                "status", came == null ? "open" : "closed",
                "orderDate", ordered,
                "dueDate", due,
                "quantity", quantity,
                "price", price));
        if (came != null) {
            values.put("deliveredDate", came);
            values.put("deliveredQuantity", delivered);
            values.put("rejectedQuantity", rejected);
        }
        node(id, values);
        relation(RelationType.FOR, id, material, Map.of());
        relation(RelationType.PLACED_WITH, id, supplier, Map.of());
        return this;
    }

    Books account(String id, double cash) {
        node(id, Map.of("kind", "cash", "amount", cash));
        return this;
    }

    /** A value that somebody else made up, in place of what stands there. */
    Books madeUp(String id, String attribute, Object value) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, Map.of(attribute, value), STAND_IN, ""));
        return this;
    }

    private void node(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
    }

    private void relation(RelationType type, String from, String to, Map<String, Object> values) {
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, ""));
    }

    BusinessSnapshot snapshot() {
        return BusinessSnapshot.of(facts);
    }
}

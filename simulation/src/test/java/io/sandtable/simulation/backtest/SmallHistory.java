package io.sandtable.simulation.backtest;

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

/** A shop that presses one product out of one sheet: forty orders of the past, each made by a work order and shipped from its lot. */
public final class SmallHistory {
    public static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final Evidence FILE =
            new Evidence("EVI-1", Origin.REAL, "history.csv", null, LocalDate.of(2025, 9, 30), null, null);

    private final List<Fact> facts = new ArrayList<>();

    /** Up to the end of September 2025: an order of so many hooks on each second of a month, due a month later. */
    public static SmallHistory withMonthlyOrders(double quantity) {
        var history = new SmallHistory();
        history.plant();
        for (int month = 0; month < 33; month++) {
            LocalDate ordered = FIRST.plusMonths(month);
            boolean shipped = month < 32;
            history.order("ORD-%02d".formatted(month), ordered, ordered.plusMonths(1), quantity, 10);
            history.bought("%02d".formatted(month), ordered.minusDays(40), ordered.minusDays(6), quantity + 20, 2);
            if (shipped) {
                history.made("%02d".formatted(month), ordered.plusDays(5), ordered.plusDays(20), quantity, 3);
                history.shipped(
                        "LOT-M%02d".formatted(month), "ORD-%02d".formatted(month), ordered.plusMonths(1), quantity);
            }
        }
        return history;
    }

    private void plant() {
        node("MAT-HOOK", Map.of("name", "挂钩", "role", "product", "unit", "pcs"));
        node("MAT-SHEET", Map.of("name", "钢板", "role", "raw", "unit", "kg"));
        node("FAM-H", Map.of("name", "挂件"));
        relation(RelationType.MEMBER_OF, "MAT-HOOK", "FAM-H", Map.of());
        node("CAL-1", Map.of("shifts", "MON-SAT 08:00-16:00"));
        node("EQP-PRESS", Map.of("kind", "machine"));
        node("EQP-CREW", Map.of("kind", "labour", "labourRate", 99.0));
        node("PRI-WAGE", Map.of("currency", "CNY", "unit", "CNY/h", "points", "2022-12-01=20;2024-01-01=24"));
        relation(RelationType.FOR, "PRI-WAGE", "EQP-CREW", Map.of());
        relation(RelationType.FOLLOWS, "EQP-PRESS", "CAL-1", Map.of());
        relation(RelationType.STAFFED_BY, "EQP-PRESS", "EQP-CREW", Map.of("operators", 1.0));
        node("ROU-1", Map.of("name", "冲压"));
        node("PRO-1", Map.of("name", "冲压"));
        relation(RelationType.STEP_OF, "PRO-1", "ROU-1", Map.of("sequence", 10.0));
        relation(RelationType.YIELDS, "ROU-1", "MAT-HOOK", Map.of("quantityPerUnit", 1.0));
        relation(RelationType.RUNS_ON, "PRO-1", "EQP-PRESS", Map.of("minutesPerUnit", 1.0));
        relation(RelationType.CONSUMES, "PRO-1", "MAT-SHEET", Map.of("quantityPerUnit", 1.0));
        node("SUP-1", Map.of("name", "钢厂"));
        price("2022-12-01", "2024-06-30", 2);
        price("2024-07-01", null, 2.2);
        node("CUS-1", Map.of("name", "宜家"));
    }

    void price(String from, @org.jspecify.annotations.Nullable String to, double price) {
        var values = new java.util.TreeMap<String, Object>(
                Map.of("price", price, "leadTimeDays", 5.0, "validFrom", LocalDate.parse(from)));
        if (to != null) {
            values.put("validTo", LocalDate.parse(to));
        }
        facts.add(new Fact.RelationFact(RelationType.SUPPLIES, "SUP-1", "MAT-SHEET", from, values, FILE, ""));
    }

    public void order(String id, LocalDate ordered, LocalDate due, double quantity, double price) {
        node(
                id,
                Map.of(
                        "status", "open",
                        "orderDate", ordered,
                        "dueDate", due,
                        "quantity", quantity,
                        "price", price));
        relation(RelationType.FOR, id, "MAT-HOOK", Map.of());
        relation(RelationType.ORDERED, "CUS-1", id, Map.of());
    }

    void bought(String number, LocalDate ordered, LocalDate delivered, double quantity, double price) {
        node(
                "PUR-" + number,
                Map.of(
                        "status", "closed",
                        "orderDate", ordered,
                        "dueDate", delivered,
                        "deliveredDate", delivered,
                        "deliveredQuantity", quantity,
                        "quantity", quantity,
                        "price", price));
        relation(RelationType.FOR, "PUR-" + number, "MAT-SHEET", Map.of());
        relation(RelationType.PLACED_WITH, "PUR-" + number, "SUP-1", Map.of());
        lot("LOT-S" + number, "MAT-SHEET", delivered, 0, price);
        move(RelationType.CAME_FROM, "LOT-S" + number, "PUR-" + number, delivered, quantity);
    }

    /** From all the sheet that was bought under the same number. */
    void made(String number, LocalDate begun, LocalDate done, double quantity, double cost) {
        String work = "WOR-" + number;
        node(work, Map.of("status", "closed", "quantity", quantity, "dueDate", done));
        relation(RelationType.FOR, work, "MAT-HOOK", Map.of());
        move(RelationType.CAME_FROM, work, "LOT-S" + number, begun, quantity + 20);
        lot("LOT-M" + number, "MAT-HOOK", done, 0, cost);
        move(RelationType.CAME_FROM, "LOT-M" + number, work, done, quantity);
    }

    public void lot(String id, String item, LocalDate received, double left, double cost) {
        node(id, Map.of("quantity", left, "receivedDate", received, "unitCost", cost));
        relation(RelationType.FOR, id, item, Map.of());
    }

    public void shipped(String lot, String order, LocalDate day, double quantity) {
        move(RelationType.SHIPPED_FOR, lot, order, day, quantity);
        node(order, Map.of("status", "closed", "deliveredDate", day, "deliveredQuantity", quantity));
    }

    void move(RelationType type, String from, String to, LocalDate day, double quantity) {
        relation(type, from, to, Map.of("movedDate", day, "quantity", quantity));
    }

    /** A later statement about a node replaces the values it repeats. */
    public void node(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
    }

    public void relation(RelationType type, String from, String to, Map<String, Object> values) {
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, ""));
    }

    public BusinessSnapshot snapshot() {
        return BusinessSnapshot.of(facts);
    }
}

package io.sandtable.bench;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A seeded supply network of any size: stages, each a material made by one operation out of earlier stages, on machines, with suppliers for
 * the first ones and orders for the last; each thing with the values that an export of an ERP system has.
 *
 * @param stages materials
 * @param arcs lines of bills of materials between them
 * @param machinesEach alternatives of each operation
 */
record SupplyNetwork(int stages, int arcs, int suppliers, int machines, int machinesEach, int orders, int customers) {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    /** 100,000 nodes and 400,000 relations. */
    static final SupplyNetwork LARGE = new SupplyNetwork(33_000, 269_800, 2_000, 1_500, 2, 9_000, 1_700);
    /** A quarter of a million nodes and a million relations. */
    static final SupplyNetwork HUGE = new SupplyNetwork(82_500, 674_500, 5_000, 3_750, 2, 22_500, 4_250);

    private static final Evidence MADE_UP =
            new Evidence("EVI-bench", Origin.DEMO, "bench.csv", "0".repeat(64), DAY, null, null);
    /** A stage is made of stages at most so far before it: neither one chain nor one heap. */
    private static final int REACH = 400;

    BusinessSnapshot snapshot(long seed) {
        return BusinessSnapshot.of(facts(seed));
    }

    List<Fact> facts(long seed) {
        var random = new SplittableRandom(seed);
        var facts = new ArrayList<Fact>();
        nodes(facts, NodeType.SUPPLIER, suppliers);
        nodes(facts, NodeType.EQUIPMENT, machines);
        nodes(facts, NodeType.CUSTOMER, customers);
        nodes(facts, NodeType.ORDER, orders);
        nodes(facts, NodeType.MATERIAL, stages);
        int bought = stages / 5;
        for (int stage = 0; stage < bought; stage++) {
            relation(facts, RelationType.SUPPLIES, "SUP-" + random.nextInt(suppliers), "MAT-" + stage);
        }
        for (int stage = bought; stage < stages; stage++) {
            make(facts, stage, random);
        }
        int lines = 0;
        Set<Long> known = new HashSet<>();
        while (lines < arcs) {
            int stage = random.nextInt(bought, stages);
            int part = random.nextInt(Math.max(0, stage - REACH), stage);
            if (known.add((long) stage * stages + part)) {
                relation(facts, RelationType.CONSUMES, "PRO-" + stage, "MAT-" + part);
                lines++;
            }
        }
        for (int order = 0; order < orders; order++) {
            int stage = random.nextInt(stages - Math.max(1, stages / 4), stages);
            relation(facts, RelationType.FOR, "ORD-" + order, "MAT-" + stage);
            relation(facts, RelationType.ORDERED, "CUS-" + random.nextInt(customers), "ORD-" + order);
        }
        return facts;
    }

    private void make(List<Fact> facts, int stage, SplittableRandom random) {
        node(facts, NodeType.PROCESS, stage);
        node(facts, NodeType.ROUTING, stage);
        relation(facts, RelationType.STEP_OF, "PRO-" + stage, "ROU-" + stage);
        relation(facts, RelationType.YIELDS, "ROU-" + stage, "MAT-" + stage);
        int first = random.nextInt(machines);
        for (int m = 0; m < machinesEach; m++) {
            relation(facts, RelationType.RUNS_ON, "PRO-" + stage, "EQP-" + (first + m) % machines);
        }
    }

    private static void nodes(List<Fact> facts, NodeType type, int count) {
        for (int i = 0; i < count; i++) {
            node(facts, type, i);
        }
    }

    private static void node(List<Fact> facts, NodeType type, int number) {
        facts.add(new Fact.NodeFact(type, type.prefix() + "-" + number, values(type, number), MADE_UP, row(facts)));
    }

    private static void relation(List<Fact> facts, RelationType type, String from, String to) {
        facts.add(new Fact.RelationFact(type, from, to, "", values(type, facts.size()), MADE_UP, row(facts)));
    }

    private static String row(List<Fact> facts) {
        return Integer.toString(facts.size() + 2);
    }

    private static Map<String, Object> values(NodeType type, int number) {
        String name = type.zh() + " " + number;
        return switch (type) {
            case SUPPLIER -> Map.of("name", name, "country", "CN", "currency", "CNY", "paymentTermDays", 60.0);
            case CUSTOMER -> Map.of("name", name, "country", "CN", "paymentTermDays", 30.0);
            case MATERIAL ->
                Map.of("name", name, "role", "part", "unit", "pcs", "standardCost", number / 8.0, "safetyStock", 40.0);
            case EQUIPMENT -> Map.of("name", name, "kind", "machine", "labourRate", 45.0);
            case ORDER ->
                Map.of("status", "open", "quantity", 100.0 + number % 50, "dueDate", DAY.plusDays(number % 180));
            default -> Map.of("name", name);
        };
    }

    private static Map<String, Object> values(RelationType type, int number) {
        return switch (type) {
            case SUPPLIES ->
                Map.of(
                        "price",
                        number / 8.0,
                        "leadTimeDays",
                        7.0 + number % 60,
                        "currency",
                        "CNY",
                        "minimumQuantity",
                        10.0,
                        "validFrom",
                        DAY);
            case CONSUMES -> Map.of("quantityPerUnit", 1 + number % 16 / 4.0, "scrapPercent", number % 5 / 2.0);
            case STEP_OF -> Map.of("sequence", 10.0);
            case RUNS_ON -> Map.of("minutesPerUnit", 0.5 + number % 30, "setupMinutes", 20.0, "yieldPercent", 98.5);
            default -> Map.of();
        };
    }
}

package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.query.Input.Kind;
import io.sandtable.simulation.query.Input.Used;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a unit of a lot was made of, by what was recorded: lots that its work order took, each back to the purchase it came with; energy by the routing
 * at the price of the day; the rest of the lot's cost stays whole. The parts always sum to the lot's recorded cost.
 */
final class MadeOf {
    /** Lots within lots; deeper is a circle in the records. */
    private static final int DEEPEST = 12;

    private final BusinessSnapshot snapshot;
    private final Map<String, Map<Input, Used>> known = new HashMap<>();
    private final Map<String, Map<String, Double>> energyOf = new HashMap<>();

    MadeOf(BusinessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Of one unit. */
    Map<Input, Used> lot(String id) {
        return lot(snapshot.node(id), 0);
    }

    private Map<Input, Used> lot(Node lot, int depth) {
        Map<Input, Used> found = known.get(lot.id());
        if (found == null) {
            found = read(lot, depth);
            known.put(lot.id(), found);
        }
        return found;
    }

    private Map<Input, Used> read(Node lot, int depth) {
        double fen = lot.numberOr(Attributes.UNIT_COST, 0) * 100;
        Optional<Node> material =
                lot.out(RelationType.FOR).stream().map(Relation::to).findFirst();
        List<Node> origins =
                lot.out(RelationType.CAME_FROM).stream().map(Relation::to).toList();
        Optional<Node> work =
                origins.stream().filter(o -> o.type() == NodeType.WORK_ORDER).findFirst();
        if (material.isEmpty() || depth > DEEPEST) {
            return Map.of(Input.REST, new Used(0, fen));
        }
        return work.isPresent()
                ? made(lot, material.get(), work.get(), fen, depth)
                : bought(material.get(), origins, fen);
    }

    private static Map<Input, Used> bought(Node material, List<Node> origins, double fen) {
        String supplier = origins.stream()
                .map(o -> o.type() == NodeType.SUPPLIER
                        ? o.id()
                        : o.type() == NodeType.PURCHASE_ORDER ? Receipt.supplier(o) : "")
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        return Map.of(new Input(Kind.MATERIAL, material.id(), supplier), new Used(1, fen));
    }

    private Map<Input, Used> made(Node lot, Node material, Node work, double fen, int depth) {
        var inputs = new TreeMap<Input, Used>();
        double made = quantity(work.in(RelationType.CAME_FROM));
        if (made > 0) {
            for (Relation taken : work.out(RelationType.CAME_FROM)) {
                if (taken.to().type() == NodeType.STOCK_LOT) {
                    double perUnit = taken.numberOr(Attributes.QUANTITY, 0) / made;
                    lot(taken.to(), depth + 1)
                            .forEach((input, used) -> inputs.merge(input, used.times(perUnit), Used::plus));
                }
            }
            energy(material, lot).forEach((input, used) -> inputs.merge(input, used, Used::plus));
        }
        double said = inputs.values().stream().mapToDouble(Used::fen).sum();
        inputs.merge(Input.REST, new Used(0, fen - said), Used::plus);
        return inputs;
    }

    private static double quantity(List<Relation> moves) {
        return moves.stream()
                .mapToDouble(m -> m.numberOr(Attributes.QUANTITY, 0))
                .sum();
    }

    private Map<Input, Used> energy(Node material, Node lot) {
        LocalDate day = lot.findDate(Attributes.RECEIVED_DATE).orElse(null);
        var inputs = new TreeMap<Input, Used>();
        if (day != null) {
            energyOf.computeIfAbsent(material.id(), id -> byRouting(material))
                    .forEach((energy, quantity) -> price(snapshot.node(energy), day)
                            .ifPresent(price -> inputs.put(
                                    new Input(Kind.ENERGY, energy, ""), new Used(quantity, quantity * price * 100))));
        }
        return inputs;
    }

    /** Energy → its units for one unit made, on the machine that comes first. */
    private static Map<String, Double> byRouting(Node material) {
        var needs = new TreeMap<String, Double>();
        material.in(RelationType.YIELDS).stream()
                .map(Relation::from)
                .limit(1)
                .flatMap(routing -> routing.in(RelationType.STEP_OF).stream())
                .map(Relation::from)
                .forEach(step -> {
                    draws(step, 1, needs);
                    step.out(RelationType.RUNS_ON).stream()
                            .min(java.util.Comparator.comparingDouble(r -> r.numberOr(Attributes.PRIORITY, 1)))
                            .ifPresent(on -> draws(on.to(), on.numberOr(Attributes.MINUTES_PER_UNIT, 0) / 60, needs));
                });
        return needs;
    }

    private static void draws(Node by, double hours, Map<String, Double> needs) {
        for (Relation draws : by.out(RelationType.DRAWS)) {
            double perUnit = draws.numberOr(Attributes.ENERGY_PER_UNIT, 0)
                    + (by.type() == NodeType.EQUIPMENT ? draws.numberOr(Attributes.KILOWATTS, 0) * hours : 0);
            if (perUnit > 0) {
                needs.merge(draws.to().id(), perUnit, Double::sum);
            }
        }
    }

    /** CNY a unit on the day, by its series of prices; empty where none is kept, for a price of today says nothing about then. */
    private static OptionalDouble price(Node energy, LocalDate day) {
        return energy.in(RelationType.FOR).stream()
                .map(Relation::from)
                .filter(series -> series.type() == NodeType.PRICE_SERIES && series.has(Attributes.CURRENCY))
                .map(series ->
                        series.findSeries(Attributes.POINTS).orElseThrow().asOf(day))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}

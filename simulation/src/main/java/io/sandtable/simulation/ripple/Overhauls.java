package io.sandtable.simulation.ripple;

import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.QUANTITY_PER_LOT;
import static io.sandtable.model.Attributes.QUANTITY_PER_UNIT;
import static io.sandtable.model.Attributes.SCRAP_PERCENT;

import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work on machines that needs spare parts: what customers' orders leave of them is all there is until a new purchase arrives. */
public final class Overhauls {
    private final PlanningProblem problem;
    private final Plan today;
    private final Consequences consequences;
    private final Map<String, Item> items = new HashMap<>();
    /** Taken by overhauls that are due earlier, by item. */
    private final Map<Integer, Double> taken = new HashMap<>();

    private Overhauls(PlanningProblem problem, Plan today, Consequences consequences) {
        this.problem = problem;
        this.today = today;
        this.consequences = consequences;
        problem.items().forEach(item -> items.put(item.id(), item));
    }

    /**
     * A work order that needs something which the change strikes.
     *
     * @param covered whether there is enough of it on the day it is due
     * @param movesTo the day on which it can be done where there is not; null where nobody sells the part
     */
    public record Overhaul(
            String workOrder,
            LocalDate due,
            boolean covered,
            @Nullable LocalDate movesTo) {
        /** Whether it cannot be done on its day. */
        public boolean moves() {
            return !covered && !due.equals(movesTo);
        }
    }

    /**
     * Those among the work orders, the earliest due first.
     *
     * @param problem before the change, and {@code today} its plan
     */
    public static List<Overhaul> of(
            Collection<Node> workOrders, PlanningProblem problem, Plan today, Consequences consequences) {
        var overhauls = new Overhauls(problem, today, consequences);
        return workOrders.stream()
                .sorted(Comparator.<Node, LocalDate>comparing(work -> work.date(DUE_DATE))
                        .thenComparing(Node::id))
                .map(overhauls::overhaul)
                .toList();
    }

    private Overhaul overhaul(Node work) {
        LocalDate due = work.date(DUE_DATE);
        var lacking = new ArrayList<Item>();
        for (Relation consumes : work.out(RelationType.CONSUMES)) {
            Item item = items.get(consumes.to().id());
            if (item != null && isStruck(item) && !isEnough(item, needed(work, consumes), due)) {
                lacking.add(item);
            }
        }
        LocalDate movesTo = lacking.isEmpty() ? due : due.isBefore(problem.asOf()) ? problem.asOf() : due;
        for (Item item : lacking) {
            LocalDate arrives = consequences.nextArrival(item.id()).orElse(null);
            if (arrives == null) {
                return new Overhaul(work.id(), due, false, null);
            }
            movesTo = arrives.isAfter(movesTo) ? arrives : movesTo;
        }
        return new Overhaul(work.id(), due, lacking.isEmpty(), movesTo);
    }

    private boolean isStruck(Item item) {
        return item.offers().stream()
                .anyMatch(offer -> consequences.struck().offers().isStruck(offer));
    }

    private static double needed(Node work, Relation consumes) {
        return work.numberOr(QUANTITY, 1)
                        * consumes.number(QUANTITY_PER_UNIT)
                        * (1 + consumes.numberOr(SCRAP_PERCENT, 0) / 100)
                + consumes.numberOr(QUANTITY_PER_LOT, 0);
    }

    /** Takes it where it is; safety stock is not there for what was foreseen. */
    private boolean isEnough(Item item, double needed, LocalDate due) {
        double there = problem.stocks().stream()
                        .filter(stock -> stock.item() == item.index())
                        .mapToDouble(PlanningProblem.Stock::quantity)
                        .sum()
                + problem.receipts().stream()
                        .filter(receipt -> receipt.item() == item.index()
                                && !problem.day(receipt.arrives()).isAfter(due))
                        .mapToDouble(PlanningProblem.Receipt::quantity)
                        .sum();
        double promised = today.takes().stream()
                .filter(take -> take.item() == item.index())
                .filter(take -> take.source() == Source.STOCK
                        || (take.source() == Source.RECEIPT
                                && !problem.day(problem.receipts()
                                                .get(take.index())
                                                .arrives())
                                        .isAfter(due)))
                .mapToDouble(Plan.Take::quantity)
                .sum();
        double before = taken.getOrDefault(item.index(), 0.0);
        if (there - promised - before - item.safetyStock() < needed) {
            return false;
        }
        taken.put(item.index(), before + needed);
        return true;
    }
}

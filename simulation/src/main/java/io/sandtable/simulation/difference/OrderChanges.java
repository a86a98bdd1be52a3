package io.sandtable.simulation.difference;

import io.sandtable.simulation.difference.OperationChange.Run;
import io.sandtable.simulation.difference.OrderChange.Delivered;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a plan meets each order. Operations of two plans are paired by item and process in the order of their start. */
final class OrderChanges {
    private static final double NOTHING = 1e-6;
    private static final Delivered NEVER = new Delivered(0, -1);

    private final PlanningProblem problem;
    private final Map<String, Delivered> delivered = new HashMap<>();
    private final Map<String, TreeMap<Work, List<Run>>> work = new HashMap<>();

    private record Work(String item, String process) implements Comparable<Work> {
        @Override
        public int compareTo(Work other) {
            int byItem = item.compareTo(other.item);
            return byItem != 0 ? byItem : process.compareTo(other.process);
        }
    }

    private OrderChanges(Side side) {
        this.problem = side.problem();
        for (Delivery d : side.plan().deliveries()) {
            delivered.merge(
                    order(d.demand()),
                    new Delivered(d.quantity(), d.minute()),
                    (a, b) -> new Delivered(a.quantity() + b.quantity(), Math.max(a.lastMinute(), b.lastMinute())));
        }
        for (Lot lot : side.plan().lots()) {
            if (lot.demand() >= 0) {
                lot.operations().forEach(op -> add(lot, op));
            }
        }
        work.values()
                .forEach(byWork -> byWork.values()
                        .forEach(runs -> runs.sort(Comparator.comparingInt(Run::start)
                                .thenComparing(Run::machine)
                                .thenComparing(Run::supplier)
                                .thenComparing(Run::quantity))));
    }

    private void add(Lot lot, Operation op) {
        Step step = problem.routings().get(lot.routing()).steps().get(op.step());
        String supplier = op.machine() >= 0 || op.subcontract() < 0
                ? ""
                : step.subcontracts().get(op.subcontract()).supplier();
        work.computeIfAbsent(order(lot.demand()), o -> new TreeMap<>())
                .computeIfAbsent(new Work(problem.items().get(lot.item()).id(), step.process()), w -> new ArrayList<>())
                .add(new Run(op.machine(), supplier, op.quantityIn(), op.start(), op.end()));
    }

    private String order(int demand) {
        return problem.demands().get(demand).id();
    }

    static List<OrderChange> between(Side of, Side against) {
        var mine = new OrderChanges(of);
        var others = new OrderChanges(against);
        var orders = new TreeSet<String>();
        of.problem().demands().forEach(d -> orders.add(d.id()));
        against.problem().demands().forEach(d -> orders.add(d.id()));
        return orders.stream()
                .map(order -> change(order, mine, others))
                .filter(OrderChanges::isOne)
                .sorted(Comparator.comparingInt(OrderChanges::weight).reversed().thenComparing(OrderChange::order))
                .toList();
    }

    private static OrderChange change(String order, OrderChanges mine, OrderChanges others) {
        TreeMap<Work, List<Run>> my = mine.work.getOrDefault(order, new TreeMap<>());
        TreeMap<Work, List<Run>> other = others.work.getOrDefault(order, new TreeMap<>());
        var all = new TreeSet<>(my.keySet());
        all.addAll(other.keySet());
        var changes = new ArrayList<OperationChange>();
        int moved = 0;
        for (Work what : all) {
            List<Run> myRuns = my.getOrDefault(what, List.of());
            List<Run> otherRuns = other.getOrDefault(what, List.of());
            for (int i = 0; i < Math.max(myRuns.size(), otherRuns.size()); i++) {
                @Nullable Run a = i < myRuns.size() ? myRuns.get(i) : null;
                @Nullable Run b = i < otherRuns.size() ? otherRuns.get(i) : null;
                if (a == null || b == null || !a.isAtSamePlace(b) || Math.abs(a.quantity() - b.quantity()) > NOTHING) {
                    changes.add(new OperationChange(what.item(), what.process(), a, b));
                } else if (day(a.start()) != day(b.start())) {
                    moved++;
                }
            }
        }
        changes.sort(Comparator.comparing(OperationChange::kind));
        return new OrderChange(
                order,
                mine.delivered.getOrDefault(order, NEVER),
                others.delivered.getOrDefault(order, NEVER),
                moved,
                changes);
    }

    private static int day(int minute) {
        return Math.floorDiv(minute, PlanningProblem.DAY);
    }

    private static boolean isOne(OrderChange change) {
        return change.moved() > 0 || !change.operations().isEmpty() || isDeliveredOtherwise(change);
    }

    private static boolean isDeliveredOtherwise(OrderChange change) {
        return day(change.of().lastMinute()) != day(change.against().lastMinute())
                || Math.abs(change.of().quantity() - change.against().quantity()) > NOTHING;
    }

    /** Not delivered in one of the plans weighs most, then the days between the deliveries, then what is done elsewhere. */
    private static int weight(OrderChange change) {
        boolean oneOnly = change.of().lastMinute() < 0 != change.against().lastMinute() < 0;
        int days = Math.abs(day(change.of().lastMinute()) - day(change.against().lastMinute()));
        return (oneOnly ? 1_000_000 : days * 1_000)
                + Math.min(999, change.operations().size() * 10 + change.moved());
    }
}

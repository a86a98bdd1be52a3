package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Levers.Sourcing;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The levers a problem offers for what is on order: none of them has a name in code, all of them are facts. */
final class LeverFinder {
    /** Two working weeks: about one purchase lead time of a common material. */
    private static final int BUFFER_DAYS = 14;

    /** Each is tried in a plan of its own, and a second time on top of others. */
    private static final int MOST_INVESTMENTS = 6;

    /** Share of an order's mean value that being late may cost where money counts most: about a usual penalty. */
    private static final double USUAL_PENALTY = 0.02;

    private final PlanningProblem problem;
    private final Set<Integer> neededItems = new HashSet<>();
    private final Set<Integer> neededRoutings = new HashSet<>();

    LeverFinder(PlanningProblem problem) {
        this.problem = problem;
        var open = new ArrayDeque<Integer>();
        problem.demands().forEach(d -> open.add(d.item()));
        while (!open.isEmpty()) {
            int item = open.remove();
            if (neededItems.add(item)) {
                for (int routing : problem.items().get(item).routings()) {
                    neededRoutings.add(routing);
                    for (Step step : problem.routings().get(routing).steps()) {
                        step.consumptions().stream().map(Consumption::item).forEach(open::add);
                    }
                }
            }
        }
    }

    Strategy keepAssets(Plan baseline) {
        return new Strategy(Strategy.KEEP_ASSETS, free().withOvertime(overtimeMachines(baseline)), Weights.DELIVERY);
    }

    /** No lever but the free choice of suppliers. */
    Levers free() {
        return Levers.today().withSourcing(Sourcing.BEST);
    }

    /** The investments that something on order could use; of many, another of what is wanted most beyond what there is of it. By index. */
    List<Investment> investments() {
        List<Investment> useful =
                problem.investments().stream().filter(this::isNeeded).toList();
        if (useful.size() <= MOST_INVESTMENTS) {
            return useful;
        }
        var rough = new RoughCut(problem);
        return useful.stream()
                .sorted(Comparator.comparingDouble(rough::load).reversed().thenComparingInt(Investment::index))
                .limit(MOST_INVESTMENTS)
                .sorted(Comparator.comparingInt(Investment::index))
                .toList();
    }

    private boolean isNeeded(Investment investment) {
        return steps().stream()
                .anyMatch(step -> investment.tool() >= 0
                        ? step.tools().stream().anyMatch(t -> t.tool() == investment.tool())
                        : step.machines().stream().anyMatch(m -> m.machine() == investment.machine()));
    }

    boolean canOutsource() {
        return steps().stream()
                .anyMatch(step -> !step.confidential() && !step.subcontracts().isEmpty());
    }

    boolean canDualSource() {
        return neededItems.stream()
                .map(problem.items()::get)
                .anyMatch(item -> item.offers().stream()
                                .map(o -> problem.offers().get(o).supplier())
                                .distinct()
                                .count()
                        > 1);
    }

    Strategy outsource() {
        return new Strategy(Strategy.OUTSOURCE, free().withOutsourcing(), Weights.DELIVERY);
    }

    Strategy dualSource() {
        return new Strategy(Strategy.DUAL_SOURCE, Levers.today().withSourcing(Sourcing.SPREAD), Weights.DELIVERY);
    }

    Strategy buildAhead() {
        return new Strategy(Strategy.BUILD_AHEAD, free().withBufferDays(BUFFER_DAYS), Weights.DELIVERY);
    }

    Strategy protectCash() {
        return new Strategy(Strategy.PROTECT_CASH, free().usingSafetyStock(), Weights.CASH);
    }

    /** Every lever but investments, and a late order costs no more than a usual penalty. */
    Strategy leastCost(Plan baseline) {
        double value = problem.demands().stream()
                .mapToDouble(PlanningProblem.Demand::value)
                .average()
                .orElse(0);
        return new Strategy(Strategy.LEAST_COST, all(baseline), Weights.worth(Math.max(1, value * USUAL_PENALTY)));
    }

    /** Every lever but investments. */
    Levers all(Plan baseline) {
        Levers levers = free().withOvertime(overtimeMachines(baseline));
        return canOutsource() ? levers.withOutsourcing() : levers;
    }

    Strategy invest(List<Integer> taken) {
        return new Strategy(Strategy.INVEST, free().withInvestments(taken), Weights.DELIVERY);
    }

    Strategy lift(PlannedRule rule) {
        return new Strategy(Strategy.LIFT_RULE, free().lifting(rule.id()), Weights.DELIVERY);
    }

    /** Must-rules that take choices away from the planner. */
    List<PlannedRule> liftable() {
        // one sentence may have become several restrictions, and is lifted as a whole
        var seen = new HashSet<String>();
        return problem.rules().stream()
                .filter(PlannedRule::must)
                .filter(rule -> switch (rule.restriction()) {
                    case Restriction.ReserveCapacity _,
                            Restriction.NotWorked _,
                            Restriction.BannedOffers _,
                            Restriction.PriceLimit _,
                            Restriction.NoSubstitution _,
                            Restriction.NoOutsourcing _ -> true;
                    // a machine that is down, a closed supplier: facts that no decision lifts
                    case Restriction.MachineDown _, Restriction.ToolDown _, Restriction.SupplierClosed _ -> false;
                    case Restriction.DeliverBy _, Restriction.OfWholePlan _, Restriction.ByHand _ -> false;
                })
                .filter(rule -> seen.add(rule.id()))
                .toList();
    }

    private List<Step> steps() {
        return neededRoutings.stream()
                .sorted()
                .map(problem.routings()::get)
                .map(Routing::steps)
                .flatMap(List::stream)
                .toList();
    }

    /** Machines that may work overtime and that orders now late or short run on. */
    private Set<Integer> overtimeMachines(Plan baseline) {
        var late = new BitSet();
        late.set(0, problem.demands().size());
        baseline.deliveries().stream()
                .filter(d -> d.minute() <= problem.demands().get(d.demand()).due())
                .forEach(d -> late.clear(d.demand()));
        var machines = new HashSet<Integer>();
        for (Lot lot : baseline.lots()) {
            for (Operation operation : lot.operations()) {
                if (late.get(lot.demand())
                        && operation.machine() >= 0
                        && operation.machine() < problem.machines().size()) {
                    Machine machine = problem.machines().get(operation.machine());
                    if (!machine.overtime().equals(machine.time())) {
                        machines.add(machine.index());
                    }
                }
            }
        }
        return machines;
    }
}

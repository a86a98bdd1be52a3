package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The choices a planner may take, all of them found in the problem; what is not named here stays as it is today.
 *
 * @param investments indices of the investments that are bought today
 * @param overtimeMachines indices of the machines that may work overtime
 * @param outsourcing whether steps may go to subcontractors
 * @param liftedRules ids of must-rules that are broken on purpose
 * @param bufferDays days before the due date that orders should be ready, 0 for just in time
 * @param safetyStockUsed whether safety stock may be taken
 */
public record Levers(
        List<Integer> investments,
        Set<Integer> overtimeMachines,
        boolean outsourcing,
        Sourcing sourcing,
        Set<String> liftedRules,
        int bufferDays,
        boolean safetyStockUsed) {
    public Levers {
        investments = investments.stream().sorted().distinct().toList();
        overtimeMachines = Set.copyOf(overtimeMachines);
        liftedRules = Set.copyOf(liftedRules);
        if (bufferDays < 0) {
            throw new IllegalArgumentException(
                    "Orders were to be ready %d days after they are due; give 0 or more days of buffer."
                            .formatted(-bufferDays));
        }
    }

    /** How the supplier of a bought item is chosen. */
    public enum Sourcing {
        /** The first offer, as long as it can deliver at all. */
        FIRST,
        /** The offer with the least cost of price and lateness. */
        BEST,
        /** Three fifths of the orders from the first offer, two fifths from the second, unless that makes an order late. */
        SPREAD
    }

    /** Today's habits: nothing bought, no overtime, nothing outsourced, first suppliers, every rule kept. */
    public static Levers today() {
        return new Levers(List.of(), Set.of(), false, Sourcing.FIRST, Set.of(), 0, false);
    }

    /** Those that a plan shows: its mode, and outsourcing where it does so; suppliers are chosen by cost. */
    public static Levers asIn(Plan plan, PlanningProblem problem) {
        Set<Integer> overtime =
                plan.overtime() && plan.mode().overtimeMachines().isEmpty()
                        ? IntStream.range(0, problem.machines().size()).boxed().collect(Collectors.toSet())
                        : Set.copyOf(plan.mode().overtimeMachines());
        boolean outsourcing = plan.lots().stream()
                .flatMap(lot -> lot.operations().stream())
                .anyMatch(operation -> operation.subcontract() >= 0);
        return new Levers(
                plan.investments(),
                overtime,
                outsourcing,
                Sourcing.BEST,
                Set.copyOf(plan.liftedRules()),
                plan.mode().bufferDays(),
                plan.mode().safetyStockUsed());
    }

    public Levers withInvestments(List<Integer> taken) {
        return new Levers(taken, overtimeMachines, outsourcing, sourcing, liftedRules, bufferDays, safetyStockUsed);
    }

    public Levers withOvertime(Set<Integer> machines) {
        return new Levers(investments, machines, outsourcing, sourcing, liftedRules, bufferDays, safetyStockUsed);
    }

    public Levers withOutsourcing() {
        return new Levers(investments, overtimeMachines, true, sourcing, liftedRules, bufferDays, safetyStockUsed);
    }

    public Levers withSourcing(Sourcing how) {
        return new Levers(investments, overtimeMachines, outsourcing, how, liftedRules, bufferDays, safetyStockUsed);
    }

    public Levers lifting(String ruleId) {
        return new Levers(
                investments, overtimeMachines, outsourcing, sourcing, Set.of(ruleId), bufferDays, safetyStockUsed);
    }

    public Levers withBufferDays(int days) {
        return new Levers(investments, overtimeMachines, outsourcing, sourcing, liftedRules, days, safetyStockUsed);
    }

    public Levers usingSafetyStock() {
        return new Levers(investments, overtimeMachines, outsourcing, sourcing, liftedRules, bufferDays, true);
    }
}

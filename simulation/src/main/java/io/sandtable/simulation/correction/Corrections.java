package io.sandtable.simulation.correction;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The smallest sets of must-rules to give up where no plan keeps them all. That a set is enough is shown by a plan that keeps all other
 * must-rules; that a smaller one is not, only by none having been found.
 *
 * @param sets the smallest first; empty where a plan keeps all rules, or where none up to {@link #LARGEST} rules was found to be enough
 * @param replans how often the plans were made anew to find that out
 * @param cutShort whether there may be more sets of the size, because enough were found or the bound on planning was reached
 */
public record Corrections(List<Correction> sets, int replans, boolean cutShort) {
    /** Whoever has to give up more rules than that has asked another question. */
    public static final int LARGEST = 3;

    private static final MinimalSets.Bounds BOUNDS = new MinimalSets.Bounds(LARGEST, 5, 30);

    public Corrections {
        sets = List.copyOf(sets);
    }

    /**
     * Looks for them.
     *
     * @param plans those that are known already, timed on the problem
     * @param replan makes plans for the problem under other rules
     */
    public static Corrections find(
            PlanningProblem problem,
            Collection<Evaluation> plans,
            Function<PlanningProblem, ? extends Collection<Evaluation>> replan) {
        if (plans.stream().anyMatch(Evaluation::compliant)) {
            return new Corrections(List.of(), 0, false);
        }
        Map<Set<String>, Evaluation> best = new HashMap<>();
        MinimalSets<String> found = MinimalSets.of(
                candidates(problem, plans),
                set -> {
                    PlanningProblem without = problem.with(problem.rules().stream()
                            .filter(rule -> !set.contains(rule.id()))
                            .toList());
                    Stream.concat(plans.stream(), replan.apply(without).stream())
                            .filter(plan -> set.containsAll(broken(plan)))
                            .min(Evaluation.BEST_SERVICE_FIRST)
                            .ifPresent(plan -> best.put(set, plan));
                    return best.containsKey(set);
                },
                BOUNDS);
        return new Corrections(
                found.found().stream()
                        .map(set -> new Correction(List.copyOf(set), Objects.requireNonNull(best.get(set))))
                        .toList(),
                found.tries(),
                found.cutShort());
    }

    /** Must-rules that a decision can lift, those first that most plans break. */
    private static List<String> candidates(PlanningProblem problem, Collection<Evaluation> plans) {
        Map<String, Long> brokenBy = plans.stream()
                .flatMap(plan -> broken(plan).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return problem.rules().stream()
                .filter(rule -> rule.must() && canBeLifted(rule))
                .map(PlannedRule::id)
                .distinct()
                .sorted(Comparator.comparingLong((String id) -> brokenBy.getOrDefault(id, 0L))
                        .reversed())
                .toList();
    }

    private static boolean canBeLifted(PlannedRule rule) {
        return switch (rule.restriction()) {
            // a machine that is down, a closed supplier: facts that no decision lifts
            case Restriction.MachineDown _, Restriction.ToolDown _, Restriction.SupplierClosed _ -> false;
            // only noted: what it brings is a rule beside it
            case Restriction.When when when when.then().isEmpty() -> false;
            case Restriction.ReserveCapacity _,
                    Restriction.NotWorked _,
                    Restriction.BannedOffers _,
                    Restriction.PriceLimit _,
                    Restriction.NoSubstitution _,
                    Restriction.NoOutsourcing _,
                    Restriction.DeliverBy _,
                    Restriction.OfWholePlan _,
                    Restriction.ByHand _ -> true;
        };
    }

    private static Set<String> broken(Evaluation plan) {
        return plan.violations().stream()
                .filter(Violation::must)
                .map(Violation::ruleId)
                .collect(Collectors.toSet());
    }
}

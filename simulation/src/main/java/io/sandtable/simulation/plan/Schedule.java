package io.sandtable.simulation.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;

/**
 * A plan as OptaPlanner sees it: the orders with their placements. It carries no timelines, because asserting modes build a second
 * calculator on the same object. Public for the library alone.
 */
@PlanningSolution(solutionCloner = Schedule.Cloner.class)
public class Schedule {
    @ProblemFactProperty
    private final SearchContext context;

    @PlanningEntityCollectionProperty
    private final List<PlannedOrder> orders;

    @PlanningScore(bendableHardLevelsSize = 2, bendableSoftLevelsSize = 2)
    private @Nullable BendableLongScore score;

    /** For the library's reflection. */
    Schedule() {
        this(SearchContext.NONE, List.of());
    }

    Schedule(SearchContext context, List<PlannedOrder> orders) {
        this.context = context;
        this.orders = orders;
    }

    static Schedule of(SearchContext context, Placement[] placements) {
        var orders = new ArrayList<PlannedOrder>(placements.length);
        for (Placement placement : placements) {
            orders.add(new PlannedOrder(placement.demand(), placement));
        }
        return new Schedule(context, orders);
    }

    SearchContext context() {
        return context;
    }

    List<PlannedOrder> orders() {
        return orders;
    }

    /** The library wants a range; moves compute placements and never draw from it. */
    @ValueRangeProvider
    List<Placement> knownPlacements() {
        return List.of();
    }

    BendableLongScore score() {
        if (score == null) {
            throw new IllegalStateException("The schedule has no score yet; ask after the solver has run.");
        }
        return score;
    }

    Placement[] placements() {
        return orders.stream()
                .map(order -> order.placement() == null ? Placement.unmet(order.demand()) : order.placement())
                .toArray(Placement[]::new);
    }

    /** Copies orders and shares the immutable placements. Public for the library alone. */
    public static class Cloner implements SolutionCloner<Schedule> {
        @Override
        public Schedule cloneSolution(Schedule original) {
            var copies = new ArrayList<PlannedOrder>(original.orders.size());
            for (PlannedOrder order : original.orders) {
                copies.add(new PlannedOrder(order.demand(), order.placement()));
            }
            var clone = new Schedule(original.context, copies);
            clone.score = original.score;
            return clone;
        }
    }
}

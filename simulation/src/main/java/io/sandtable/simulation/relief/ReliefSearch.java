package io.sandtable.simulation.relief;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds what would help one late or short order. Each cause is relaxed as far as makes sense, and the plan carried on; where that has the
 * order sooner, the smallest size is looked for by halves that has it as soon, in days. What it has is compared with the plan carried on
 * with nothing given, so that luck of the planner is not put down to the relief.
 */
public final class ReliefSearch {
    /** Enough to try six causes and find the size of each to a hundredth. */
    public static final int USUAL_REPLANS = 40;

    /** Moves of the planner's search each time: what is gained at all is gained at once. */
    public static final int USUAL_STEPS = 50;

    private final Replanning replanning;
    private final int mostReplans;

    /** @param mostReplans how often the plan may be carried on for one order */
    public ReliefSearch(Replanning replanning, int mostReplans) {
        if (mostReplans < 2) {
            throw new IllegalArgumentException(
                    "A search for reliefs may plan again %d times; it needs at least 2. %d is usual."
                            .formatted(mostReplans, USUAL_REPLANS));
        }
        this.replanning = replanning;
        this.mostReplans = mostReplans;
    }

    /** What helps that order of the plan. */
    public WhatHelps find(PlanningProblem problem, Plan plan, Explanation explanation) {
        return new OfOrder(problem, plan, explanation).find();
    }

    /** What becomes of the order, of the others, and of the money. */
    private record Outcome(int daysLate, int delivered, int otherOrders, Evaluation evaluation) {}

    /** The bound on planning again was reached. */
    private static final class Enough extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final class OfOrder {
        private final PlanningProblem problem;
        private final Plan plan;
        private final Explanation explanation;
        private final int demand;
        private final Causes causes;
        private int replans;

        OfOrder(PlanningProblem problem, Plan plan, Explanation explanation) {
            this.problem = problem;
            this.plan = plan;
            this.explanation = explanation;
            this.demand = explanation.demand();
            this.causes = new Causes(problem, plan);
        }

        WhatHelps find() {
            int now = daysLate(problem, plan);
            var helps = new ArrayList<Help>();
            boolean cutShort = false;
            try {
                Outcome nothing = outcome(new Given(problem, plan, List.of(demand)));
                if (nothing.daysLate() < now) {
                    var alone = new Relief(
                            Kind.GOES_FIRST,
                            problem.demands().get(demand).number(),
                            "",
                            0,
                            0,
                            problem.horizonMinutes());
                    helps.add(help(alone, nothing, nothing));
                }
                for (Loosening loosening : tried(nothing.daysLate())) {
                    smallest(loosening, nothing).ifPresent(helps::add);
                }
            } catch (Enough e) {
                cutShort = true;
            }
            helps.sort(Comparator.comparing((Help help) -> help.relief().kind() == Relief.Kind.LATER_PROMISE)
                    .thenComparingInt(Help::daysLate)
                    .thenComparing(h -> !h.relief().kind().relaxesTheCause())
                    .thenComparing(Comparator.comparing(Help::margin).reversed()));
            return new WhatHelps(demand, now, helps, replans, cutShort);
        }

        /** The causes last, the longest first: where there is a bound, what lasts shortest is left out. */
        private List<Loosening> tried(int daysLate) {
            var all = new ArrayList<Loosening>();
            causes.first(explanation).ifPresent(all::add);
            if (daysLate > 0 && daysLate != WhatHelps.NEVER) {
                all.add(causes.promised(demand, daysLate));
            }
            all.addAll(causes.of(explanation));
            return all;
        }

        /** The smallest size that has the order as soon as the largest one, if that has it sooner than nothing. */
        private Optional<Help> smallest(Loosening loosening, Outcome nothing) throws Enough {
            int low = 0;
            int high = loosening.usual();
            Outcome best = outcome(loosening.give().apply(high));
            if (!isSooner(best, nothing) && high < loosening.most()) {
                low = high;
                high = loosening.most();
                best = outcome(loosening.give().apply(high));
            }
            if (!isSooner(best, nothing)) {
                return Optional.empty();
            }
            int wanted = best.daysLate();
            while (high - low > 1) {
                int middle = (low + high) / 2;
                Outcome outcome = outcome(loosening.give().apply(middle));
                if (outcome.daysLate() <= wanted) {
                    high = middle;
                    best = outcome;
                } else {
                    low = middle;
                }
            }
            return Optional.of(help(loosening.relief().apply(high), best, nothing));
        }

        private static boolean isSooner(Outcome one, Outcome other) {
            return one.daysLate() < other.daysLate();
        }

        private Outcome outcome(Given given) throws Enough {
            if (replans == mostReplans) {
                throw new Enough();
            }
            replans++;
            Evaluation evaluation = replanning.carryOnFor(given.problem(), given.plan(), given.anew());
            Plan carriedOn = evaluation.plan();
            var deliveries = new Deliveries(given.problem(), carriedOn);
            IntPredicate missed =
                    d -> !deliveries.isOnTime(given.problem().demands().get(d));
            int others = (int) given.problem().demands().stream()
                    .mapToInt(Demand::index)
                    .filter(d -> d != demand)
                    .filter(missed)
                    .count();
            return new Outcome(
                    daysLate(given.problem(), carriedOn),
                    deliveries.lastMinute(problem.demands().get(demand)),
                    others,
                    evaluation);
        }

        private int daysLate(PlanningProblem of, Plan planned) {
            Demand order = of.demands().get(demand);
            var deliveries = new Deliveries(of, planned);
            if (deliveries.isOnTime(order)) {
                return 0;
            }
            return deliveries.isShort(order)
                    ? WhatHelps.NEVER
                    : Math.max(1, Math.ceilDiv(deliveries.lastMinute(order) - order.due(), DAY));
        }

        private Help help(Relief relief, Outcome with, Outcome without) {
            return new Help(
                    relief,
                    with.daysLate(),
                    with.delivered(),
                    with.otherOrders() - without.otherOrders(),
                    with.evaluation()
                            .kpis()
                            .grossMargin()
                            .minus(without.evaluation().kpis().grossMargin()));
        }
    }
}

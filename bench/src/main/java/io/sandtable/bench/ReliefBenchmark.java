package io.sandtable.bench;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.relief.Help;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.relief.ReliefSearch;
import io.sandtable.simulation.relief.WhatHelps;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Whether what an explanation names really held the order up: every late or short order of seeded companies, planned again with each of
 * its causes relaxed. Counted as improved is an order that then comes at least a day sooner than planned again with nothing given;
 * letting it go first or promising it later is not counted.
 */
final class ReliefBenchmark implements Benchmark {
    /** Whole companies are taken until there are so many late orders. */
    private static final int LEAST_ORDERS = 200;

    private static final double GOAL_PERCENT = 95;
    private static final double PERCENT = 100;
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);

    /** What was found for one order. */
    private record Tried(Explanation explanation, WhatHelps found, long millis) {
        boolean helpedBy(Predicate<Help> wanted) {
            return found.helps().stream().anyMatch(wanted);
        }

        boolean relaxed() {
            return helpedBy(h -> h.relief().kind().relaxesTheCause());
        }
    }

    /** Findings of the checker in plans carried on with a relief. */
    private long violations;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var tried = new ArrayList<Tried>();
        violations = 0;
        for (long seed = 1; tried.size() < LEAST_ORDERS; seed++) {
            tried.addAll(company(seed));
            err.println("… company %d, %d orders, %.1f %% improved"
                    .formatted(seed, tried.size(), percent(tried, Tried::relaxed)));
        }
        tell(tried, err);
        int n = tried.size();
        return List.of(
                Figure.atLeast("relief.orders", n, "orders", LEAST_ORDERS, 1),
                Figure.atLeast("relief.improved", percent(tried, Tried::relaxed), "%", GOAL_PERCENT, n),
                Figure.plain(
                        "relief.on-time",
                        percent(
                                tried,
                                t -> t.helpedBy(
                                        h -> h.onTime() && h.relief().kind().relaxesTheCause())),
                        "%",
                        n),
                Figure.plain(
                        "relief.improved.or-first",
                        percent(tried, t -> t.helpedBy(h -> h.relief().kind() != Kind.LATER_PROMISE)),
                        "%",
                        n),
                Figure.plain("relief.cut-short", percent(tried, t -> t.found().cutShort()), "%", n),
                Figure.plain(
                        "relief.replans",
                        Figure.middle(tried.stream()
                                .mapToDouble(t -> t.found().replans())
                                .toArray()),
                        "plans",
                        n),
                Figure.median("relief.order", tried.stream().map(Tried::millis).toList()),
                Figure.never("relief.violations", violations, "findings", n));
    }

    private List<Tried> company(long seed) {
        PlanningProblem problem = new SeededCompany(seed).problem();
        Plan plan = new Planner(Clock.systemUTC()).construct(problem, LEVERS, Weights.DELIVERY, "bench");
        var strategies = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate);
        var settings =
                new PlannerSettings(seed, ReliefSearch.USUAL_STEPS, ReliefSearch.USUAL_STEPS, 1, Duration.ofMinutes(5));
        var search = new ReliefSearch(
                (changed, earlier, anew) -> checked(changed, strategies.carryOnFor(changed, earlier, anew, settings)),
                ReliefSearch.USUAL_REPLANS);
        var tried = new ArrayList<Tried>();
        for (Explanation explanation : Why.explain(problem, plan)) {
            long start = System.nanoTime();
            WhatHelps found = search.find(problem, plan, explanation);
            tried.add(new Tried(explanation, found, (System.nanoTime() - start) / NANOS_A_MILLI));
        }
        return tried;
    }

    private Evaluation checked(PlanningProblem problem, Evaluation evaluation) {
        // a rule that was lifted is broken on purpose
        violations += Checker.check(problem, evaluation.plan()).stream()
                .filter(finding -> !evaluation.plan().liftedRules().contains(finding.on()))
                .count();
        return evaluation;
    }

    private static double percent(List<Tried> tried, Predicate<Tried> wanted) {
        return PERCENT * tried.stream().filter(wanted).count() / tried.size();
    }

    /** How the orders fare by their longest reason, for who wants to know what is missed. */
    private static void tell(List<Tried> tried, PrintWriter err) {
        var byKind = new TreeMap<String, List<Tried>>();
        for (Tried t : tried) {
            Reason longest = t.explanation().binding();
            byKind.computeIfAbsent(longest.kind().id(), k -> new ArrayList<>()).add(t);
        }
        byKind.forEach((kind, all) -> err.println(String.format(
                Locale.ROOT, "  %s: %d orders, %.1f %% improved", kind, all.size(), percent(all, Tried::relaxed))));
    }
}

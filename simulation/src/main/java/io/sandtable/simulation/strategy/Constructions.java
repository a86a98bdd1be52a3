package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Construction;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The constructed plans of one run, each made once: strategies try the same levers more than once. Safe to share between threads. */
final class Constructions {
    private final Planner planner;
    private final PlanningProblem problem;
    private final PlanningProblem planned;
    private final Map<Key, Construction> made = new ConcurrentHashMap<>();

    private record Key(Levers levers, Weights weights) {}

    Constructions(Planner planner, PlanningProblem problem) {
        this(planner, problem, problem);
    }

    /**
     * @param problem by which plans are judged
     * @param planned by which they are made: what rules of it hold under a condition that came true binds the search
     */
    Constructions(Planner planner, PlanningProblem problem, PlanningProblem planned) {
        this.planner = planner;
        this.problem = problem;
        this.planned = planned;
    }

    PlanningProblem problem() {
        return problem;
    }

    Construction of(Strategy strategy) {
        return made.computeIfAbsent(
                new Key(strategy.levers(), strategy.weights()),
                key -> planner.construction(planned, key.levers(), key.weights()));
    }
}

package io.sandtable.simulation.risk;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the inputs of plans again and again and counts what becomes of them. Every plan sees the same points; the result does not depend on
 * the number of threads, and is the same again from its {@link RiskRun}.
 */
public final class MonteCarlo {
    private final Scenario scenario;
    private final PlanResponse.Resolving replanning;
    private final int threads;

    /**
     * Runs around a scenario.
     *
     * @param replanning the planner, used in {@link Mode#REPLAN}
     * @param threads that work at once
     */
    public MonteCarlo(Scenario scenario, PlanResponse.Resolving replanning, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A risk run was given %d threads; it needs at least 1. 2 is usual.".formatted(threads));
        }
        this.scenario = scenario;
        this.replanning = replanning;
        this.threads = threads;
    }

    /** A plan and what the answer shall call it. */
    public record Named(String name, Plan plan) {}

    /** Runs all of it; interrupting the calling thread cancels it. */
    public RiskResult run(RiskRun run, List<Named> plans, RiskListener listener) throws InterruptedException {
        var model = new PlanModel(
                scenario, run.inputs(), plans.stream().map(Named::plan).toList(), run.mode(), replanning);
        var tally = new Tally(run, model.base(), plans.stream().map(Named::name).toList(), model.today());
        Points.Source points = run.points();
        int done = 0;
        for (int until : stages(run.runs())) {
            for (List<Optional<PlanOutcome>> outcomes : Sampling.of(model::at, points, done, until, threads)) {
                tally.add(outcomes);
            }
            done = until;
            tally.noteStage();
            if (done < run.runs()) {
                listener.found(tally.result());
            }
        }
        return tally.result();
    }

    /** 100, 200, 400 … and the end. */
    private static List<Integer> stages(int runs) {
        var stages = new ArrayList<Integer>();
        for (long stage = Summary.FEW; stage < runs; stage *= 2) {
            stages.add((int) stage);
        }
        stages.add(runs);
        return stages;
    }
}

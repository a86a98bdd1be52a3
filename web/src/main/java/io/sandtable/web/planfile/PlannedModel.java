package io.sandtable.web.planfile;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.plan.Progress;
import io.sandtable.simulation.plan.Weights;
import java.io.Writer;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model with the plan that was made for it.
 *
 * @param first complete plan, made in one pass before anything is improved
 * @param findings what an independent check found wrong with the plan
 */
public record PlannedModel(
        ModelFile model, Plan first, long firstMillis, Plan plan, long solveMillis, List<Finding> findings) {
    static final String STRATEGY = "delivery-first";
    private static final Levers LEVERS =
            Levers.today().withSourcing(Levers.Sourcing.BEST).withOutsourcing().usingSafetyStock();

    /**
     * Plans it: suppliers and machines by the least cost of money and lateness, delivery before money.
     *
     * @param priorities how often an order of priority 1, 2 … counts; the last one is for all that follow
     */
    public static PlannedModel of(
            ModelFile model,
            List<Integer> priorities,
            PlannerSettings settings,
            InstantSource clock,
            Consumer<Progress> listener) {
        var planner = new Planner(clock);
        Weights weights = Weights.DELIVERY.withPriorities(priorities);
        long began = System.nanoTime();
        Plan first = planner.first(model.problem(), LEVERS, weights, STRATEGY);
        long firstMillis = millisSince(began);
        Plan plan = planner.plan(model.problem(), LEVERS, weights, STRATEGY, settings, () -> false, listener);
        long solveMillis = millisSince(began);
        return new PlannedModel(model, first, firstMillis, plan, solveMillis, Checker.check(model.problem(), plan));
    }

    /** An earlier plan of the model carried on: no later than the earlier one is today, unless a decision by hand makes it so. */
    public static PlannedModel carryingOn(
            ModelFile model,
            Plan earlier,
            List<Integer> priorities,
            PlannerSettings settings,
            InstantSource clock,
            Consumer<Progress> listener) {
        var planner = new Planner(clock);
        Weights weights = Weights.DELIVERY.withPriorities(priorities);
        long began = System.nanoTime();
        Plan first = planner.replan(
                model.problem(),
                LEVERS,
                earlier,
                Planner.Reach.WHOLE,
                weights,
                new PlannerSettings(settings.seed(), 0, 1, 1, settings.safetyNet()),
                () -> false,
                listener);
        long firstMillis = millisSince(began);
        Plan plan = planner.replan(
                model.problem(), LEVERS, first, Planner.Reach.WHOLE, weights, settings, () -> false, listener);
        return new PlannedModel(
                model, first, firstMillis, plan, millisSince(began), Checker.check(model.problem(), plan));
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Writes the plan as {@code sandtable-plan/1}. */
    public void write(Writer out) {
        PlanFile.write(this, out);
    }

    /** The plan in a few figures, as the file holds them. */
    public ObjectNode summary() {
        return PlanFile.summary(this);
    }

    /** Findings of the independent check that cannot be done on any shop floor. */
    public long physicalViolations() {
        return findings.stream()
                .filter(finding -> finding.must() && finding.kind() != Finding.Kind.RULE)
                .count();
    }
}

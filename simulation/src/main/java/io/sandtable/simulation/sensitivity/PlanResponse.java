package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.Function;

/** What a plan comes to when inputs move: its choices and sequence fixed, or planned again. May be asked by several threads at once. */
public final class PlanResponse {
    private final Function<List<Change>, PlanningProblem> compile;
    private final PlanningProblem base;
    private final Mode mode;
    private final Resolving resolving;
    private final Plan plan;
    private final Plan unmoved;

    /** What a plan becomes on a problem whose numbers have moved. */
    @FunctionalInterface
    public interface Resolving {
        /** @return for the same problem and plan always the same */
        Plan resolve(PlanningProblem problem, Plan plan);
    }

    private PlanResponse(
            Function<List<Change>, PlanningProblem> compile,
            PlanningProblem base,
            Mode mode,
            Resolving resolving,
            Plan plan) {
        this.compile = compile;
        this.base = base;
        this.mode = mode;
        this.resolving = resolving;
        this.plan = plan;
        this.unmoved = resolving.resolve(base, plan);
    }

    /**
     * The plan with its choices and sequence.
     *
     * @param compile the same problem with more changes
     */
    public static PlanResponse fixed(Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Plan plan) {
        return new PlanResponse(compile, base, Mode.PLAN_FIXED, Redispatch::of, plan);
    }

    /** The same with something else that finds the times. */
    static PlanResponse fixed(
            Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Resolving timing, Plan plan) {
        return new PlanResponse(compile, base, Mode.PLAN_FIXED, timing, plan);
    }

    /** The plan made again each time by whoever made it. */
    public static PlanResponse replanned(
            Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Resolving planning, Plan plan) {
        return new PlanResponse(compile, base, Mode.REPLAN, planning, plan);
    }

    public Mode mode() {
        return mode;
    }

    /** Its figures with those changes. */
    public Kpis kpis(List<Change> changes) {
        PlanningProblem moved = moved(changes);
        return Evaluator.kpis(moved, resolved(moved, changes));
    }

    /** Everything about it with those changes. */
    public Evaluation evaluation(List<Change> changes) {
        PlanningProblem moved = moved(changes);
        return Evaluator.evaluate(moved, resolved(moved, changes));
    }

    private PlanningProblem moved(List<Change> changes) {
        return changes.isEmpty() ? base : compile.apply(changes);
    }

    private Plan resolved(PlanningProblem moved, List<Change> changes) {
        boolean keepsTimes = mode == Mode.PLAN_FIXED
                && changes.stream().allMatch(change -> change.dimension().isMoneyOnly());
        return changes.isEmpty() || keepsTimes ? unmoved : resolving.resolve(moved, plan);
    }
}

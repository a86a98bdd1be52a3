package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Judged;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Revaluation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a plan comes to when inputs move: its choices and sequence fixed, or planned again. May be asked by several threads at once. */
public final class PlanResponse {
    private final Function<List<Change>, PlanningProblem> compile;
    private final PlanningProblem base;
    private final Mode mode;
    private final Resolving resolving;
    private final Plan plan;
    private final Plan unmoved;
    /** Each thread's own. */
    private final ThreadLocal<Function<List<Change>, Kpis>> kpis;

    /** What a plan becomes on a problem whose numbers have moved. */
    @FunctionalInterface
    public interface Resolving {
        /** Choices and sequence stay, safety stock serves: {@link Mode#PLAN_FIXED}. */
        Resolving TIMED_AGAIN = Redispatch::drawingOnSafetyStock;

        /** @return for the same problem and plan always the same */
        Plan resolve(PlanningProblem problem, Plan plan);
    }

    private PlanResponse(
            Function<List<Change>, PlanningProblem> compile,
            PlanningProblem base,
            Mode mode,
            Resolving resolving,
            Plan plan,
            @Nullable Scenario scenario) {
        this.compile = compile;
        this.base = base;
        this.mode = mode;
        this.resolving = resolving;
        this.plan = plan;
        this.unmoved = resolving.resolve(base, plan);
        this.kpis = ThreadLocal.withInitial(
                () -> scenario == null ? this::compiledAnew : new Revaluation(scenario, plan)::at);
    }

    /**
     * The plan with its choices and sequence; what is missing is taken from safety stock first.
     *
     * @param base the scenario compiled
     */
    public static PlanResponse fixed(Scenario scenario, PlanningProblem base, Plan plan) {
        return new PlanResponse(
                changes -> scenario.with(changes).compile(),
                base,
                Mode.PLAN_FIXED,
                Resolving.TIMED_AGAIN,
                plan,
                scenario);
    }

    /**
     * The same around any problem.
     *
     * @param compile the same problem with more changes
     */
    public static PlanResponse fixed(Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Plan plan) {
        return fixed(compile, base, Resolving.TIMED_AGAIN, plan);
    }

    /** The same with something else that finds the times. */
    static PlanResponse fixed(
            Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Resolving timing, Plan plan) {
        return new PlanResponse(compile, base, Mode.PLAN_FIXED, timing, plan, null);
    }

    /** The plan made again each time by whoever made it. */
    public static PlanResponse replanned(
            Function<List<Change>, PlanningProblem> compile, PlanningProblem base, Resolving planning, Plan plan) {
        return new PlanResponse(compile, base, Mode.REPLAN, planning, plan, null);
    }

    public Mode mode() {
        return mode;
    }

    /** Its figures with those changes. */
    public Kpis kpis(List<Change> changes) {
        return kpis.get().apply(changes);
    }

    private Kpis compiledAnew(List<Change> changes) {
        PlanningProblem moved = moved(changes);
        return Evaluator.kpis(moved, resolved(moved, changes));
    }

    /** Its figures and the rules it breaks with those changes. */
    public Judged judged(List<Change> changes) {
        PlanningProblem moved = moved(changes);
        return Evaluator.judge(moved, resolved(moved, changes));
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

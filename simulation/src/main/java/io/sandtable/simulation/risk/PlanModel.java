package io.sandtable.simulation.risk;

import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Recompilation;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse.Resolving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What some plans come to where several dimensions have moved at once: compiled once, each plan timed or planned again, summed and judged. */
public final class PlanModel {
    /** Each thread's own. */
    private final ThreadLocal<Recompilation> problems;

    private final PlanningProblem base;
    private final List<Input> inputs;
    private final List<Plan> plans;
    private final Resolving resolving;
    private final boolean keepsTimes;

    /** @param replanning used in {@link Mode#REPLAN} alone */
    public PlanModel(Scenario scenario, List<Input> inputs, List<Plan> plans, Mode mode, Resolving replanning) {
        this.problems = ThreadLocal.withInitial(() -> new Recompilation(scenario));
        this.base = scenario.compile();
        this.inputs = List.copyOf(inputs);
        this.resolving = mode == Mode.PLAN_FIXED ? Resolving.TIMED_AGAIN : replanning;
        this.keepsTimes = mode == Mode.PLAN_FIXED
                && inputs.stream().allMatch(input -> input.dimension().isMoneyOnly());
        // with money alone moved the times are the same in every run
        this.plans = keepsTimes
                ? plans.stream().map(plan -> this.resolving.resolve(base, plan)).toList()
                : List.copyOf(plans);
    }

    /** The problem with nothing moved. */
    PlanningProblem base() {
        return base;
    }

    /** What each plan comes to with nothing moved, timed or planned as every run. */
    public List<PlanOutcome> today() {
        return plans.stream()
                .map(plan ->
                        PlanOutcome.of(base, Evaluator.judge(base, keepsTimes ? plan : resolving.resolve(base, plan))))
                .toList();
    }

    /** What each plan comes to at a point; empty for a plan that cannot be timed, for all where a rule cannot be obeyed there. */
    public List<Optional<PlanOutcome>> at(double[] point) {
        PlanningProblem moved;
        try {
            moved = moved(point);
        } catch (ConditionRefused e) {
            return plans.stream().map(plan -> Optional.<PlanOutcome>empty()).toList();
        }
        var outcomes = new ArrayList<Optional<PlanOutcome>>();
        for (Plan plan : plans) {
            outcomes.add(outcome(moved, plan));
        }
        return outcomes;
    }

    private PlanningProblem moved(double[] point) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < point.length; i++) {
            if (point[i] != 0) {
                changes.add(inputs.get(i).at(point[i]));
            }
        }
        return problems.get().with(changes);
    }

    private Optional<PlanOutcome> outcome(PlanningProblem moved, Plan plan) {
        Plan resolved;
        try {
            // a plan names orders by their place: where one has gone, the others are no longer where it says
            if (moved.demands().size() != base.demands().size()) {
                return Optional.empty();
            }
            resolved = keepsTimes ? plan : resolving.resolve(moved, plan);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        return Optional.of(PlanOutcome.of(moved, Evaluator.judge(moved, resolved)));
    }
}

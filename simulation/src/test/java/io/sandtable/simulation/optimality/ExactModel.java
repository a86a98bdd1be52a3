package io.sandtable.simulation.optimality;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same small company as a constraint program: fewest late orders, among those the least cost. It knows machines that never stop, one
 * routing an item, alternates, subcontractors with as much capacity as one likes, tools that do not wear, and one lot per order and item;
 * it is told nothing by the planner that it judges.
 */
final class ExactModel {
    private static final double SECONDS = 20;

    private final PlanningProblem problem;
    private final CpModel model = new CpModel();
    private final Map<Integer, List<IntervalVar>> onMachine = new HashMap<>();
    private final Map<Integer, List<IntervalVar>> withTool = new HashMap<>();
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private final LinearExprBuilder late = LinearExpr.newBuilder();
    private final int end;

    /** @param cost fen for worked time and subcontractors */
    record Optimum(int late, long cost) {}

    private ExactModel(PlanningProblem problem) {
        this.problem = problem;
        this.end = (problem.horizonDays() + 30) * PlanningProblem.DAY;
    }

    /** Empty where it is not proven in time. */
    static Optional<Optimum> optimum(PlanningProblem problem) {
        Loader.loadNativeLibraries();
        return new ExactModel(problem).solve();
    }

    /** The Pareto front, from fewest late orders to least cost; empty where it is not proven in time. */
    static List<Optimum> front(PlanningProblem problem) {
        Loader.loadNativeLibraries();
        var exact = new ExactModel(problem);
        exact.build();
        Optional<Long> fewest = exact.least(exact.late);
        if (fewest.isEmpty()) {
            return List.of();
        }
        var front = new ArrayList<Optimum>();
        for (int late = fewest.get().intValue(); late <= problem.demands().size(); late++) {
            var limited = new ExactModel(problem);
            limited.build();
            limited.model.addLessOrEqual(limited.late, late);
            Optional<Long> cost = limited.least(limited.cost);
            if (cost.isEmpty()) {
                return List.of();
            }
            if (front.isEmpty() || cost.get() < front.getLast().cost()) {
                front.add(new Optimum(late, cost.get()));
            }
        }
        return front;
    }

    private Optional<Optimum> solve() {
        build();
        Optional<Long> fewest = least(late);
        if (fewest.isEmpty()) {
            return Optional.empty();
        }
        model.addEquality(late, fewest.get());
        return least(cost).map(fen -> new Optimum(fewest.get().intValue(), fen));
    }

    private Optional<Long> least(LinearExprBuilder objective) {
        model.minimize(objective);
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(SECONDS);
        solver.getParameters().setNumWorkers(2);
        return solver.solve(model) == CpSolverStatus.OPTIMAL
                ? Optional.of(Math.round(solver.objectiveValue()))
                : Optional.empty();
    }

    private void build() {
        var done = new ArrayList<IntVar>();
        for (Demand demand : problem.demands()) {
            done.add(make(demand.item(), demand.quantity()));
        }
        for (Demand demand : problem.demands()) {
            BoolVar isLate = model.newBoolVar("late " + demand.index());
            model.addLessOrEqual(done.get(demand.index()), demand.due()).onlyEnforceIf(isLate.not());
            late.add(isLate);
        }
        onMachine.values().forEach(model::addNoOverlap);
        withTool.values().forEach(model::addNoOverlap);
    }

    /** When so many of the item are there. */
    private IntVar make(int item, double quantity) {
        IntVar ready = model.newConstant(0);
        for (Step step : problem.routings()
                .get(problem.items().get(item).routings().getFirst())
                .steps()) {
            var before = new ArrayList<IntVar>(List.of(ready));
            step.consumptions().forEach(c -> before.add(make(c.item(), c.quantityPerUnit() * quantity)));
            ready = work(step, quantity, before);
        }
        return ready;
    }

    private IntVar work(Step step, double quantity, List<IntVar> before) {
        IntVar start = model.newIntVar(0, end, "start");
        IntVar stop = model.newIntVar(0, end, "end");
        before.forEach(ready -> model.addGreaterOrEqual(start, ready));
        var ways = new ArrayList<Literal>();
        for (MachineOption machine : step.machines()) {
            int minutes =
                    Math.max(1, machine.setupMinutes() + (int) Math.ceil(machine.minutesPerUnit() * quantity - 1e-9));
            long fen = Math.round(
                    minutes * problem.machines().get(machine.machine()).operatorRate() / 60 * 100);
            List<ToolOption> tools = step.tools();
            for (int t = 0; t < Math.max(1, tools.size()); t++) {
                BoolVar chosen = model.newBoolVar("way");
                IntervalVar interval =
                        model.newOptionalIntervalVar(start, LinearExpr.constant(minutes), stop, chosen, "work");
                onMachine
                        .computeIfAbsent(machine.machine(), m -> new ArrayList<>())
                        .add(interval);
                if (!tools.isEmpty()) {
                    withTool.computeIfAbsent(tools.get(t).tool(), i -> new ArrayList<>())
                            .add(interval);
                }
                cost.addTerm(chosen, fen);
                ways.add(chosen);
            }
        }
        for (Subcontract subcontract : step.subcontracts()) {
            BoolVar chosen = model.newBoolVar("outsourced");
            model.newOptionalIntervalVar(
                    start, LinearExpr.constant(subcontract.leadTimeMinutes()), stop, chosen, "outsourced");
            cost.addTerm(chosen, Math.round(subcontract.price() * quantity * 100));
            ways.add(chosen);
        }
        model.addExactlyOne(ways);
        return stop;
    }
}

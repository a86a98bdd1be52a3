package io.sandtable.simulation.risk;

import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Something that fails for a time, or a policy that holds from a day. */
public sealed interface Disruption {
    /** The id of the rule by which it enters a problem; never said to anybody. */
    String RULE = "disruption";

    /** What fails: the id of a supplier, a machine or a dimension. */
    String subject();

    /** The problem while it lasts, from a day for so many. */
    PlanningProblem during(Scenario scenario, PlanningProblem problem, LocalDate from, int days);

    /** The supplier neither takes orders nor delivers nor does subcontracted steps; what is on its way arrives when it is over. */
    record SupplierLost(String supplier) implements Disruption {
        @Override
        public String subject() {
            return supplier;
        }

        @Override
        public PlanningProblem during(Scenario scenario, PlanningProblem problem, LocalDate from, int days) {
            int start = problem.minute(from);
            int end = problem.minute(from.plusDays(days));
            List<Receipt> receipts = problem.receipts().stream()
                    .map(r -> r.supplier().equals(supplier) && r.arrives() >= start && r.arrives() < end
                            ? r.arrivingAt(end)
                            : r)
                    .toList();
            return forbidding(problem.withReceipts(receipts), new Restriction.SupplierClosed(supplier, start, end));
        }
    }

    /**
     * Nothing runs on the machine.
     *
     * @param equipment id of its node
     * @param machine index of the one unit among the problem's machines
     */
    record MachineDown(String equipment, int machine) implements Disruption {
        @Override
        public String subject() {
            return equipment;
        }

        @Override
        public PlanningProblem during(Scenario scenario, PlanningProblem problem, LocalDate from, int days) {
            return forbidding(
                    problem,
                    new Restriction.MachineDown(machine, problem.minute(from), problem.minute(from.plusDays(days))));
        }
    }

    /** A dimension moves: a duty, a carbon price, a tariff. The change's own days give way to those asked for. */
    record Policy(Change change) implements Disruption {
        @Override
        public String subject() {
            return change.dimension().id();
        }

        @Override
        public PlanningProblem during(Scenario scenario, PlanningProblem problem, LocalDate from, int days) {
            return scenario.with(new Change(
                            change.dimension(),
                            change.scope(),
                            change.form(),
                            change.value(),
                            from,
                            from.plusDays(days - 1L)))
                    .compile();
        }
    }

    private static PlanningProblem forbidding(PlanningProblem problem, Restriction restriction) {
        var rules = new ArrayList<>(problem.rules());
        rules.add(new PlannedRule(RULE, "", "DISRUPTION", true, 1, null, restriction));
        return problem.with(rules);
    }
}

package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what in a plan cannot be done or breaks a rule, without trusting whoever made it: material, machines and their changeovers, people, calendars, tools, yields,
 * suppliers, deliveries and the rules that need no money, and whether books and figures that somebody keeps say what follows from it. Cash floors,
 * budgets, margins, emission and energy caps, and rules that wait for a figure, are judged by the ledger alone. Quantities are compared to a millionth of a unit, work to
 * the whole minute it is rounded up to, money to the fen.
 */
public final class Checker {
    private Checker() {}

    /** Everything that does not hold, in the order of time; empty when the plan can be carried out and keeps every rule. */
    public static List<Finding> check(PlanningProblem problem, Plan plan) {
        return check(problem, plan, null, null);
    }

    /** The same, and where the books and the figures are wrong; null where nobody keeps any. */
    public static List<Finding> check(
            PlanningProblem problem, Plan plan, @Nullable MoneyClaim books, @Nullable KpiClaim figures) {
        var findings = new Findings();
        var equipment = new Equipment(problem, plan);
        new ReferenceCheck(problem, plan, equipment, findings).run();
        if (!findings.isEmpty()) {
            // a plan that points nowhere cannot be followed any further
            return findings.sorted();
        }
        var floor = new ShopFloor(problem, plan, equipment);
        new LotCheck(floor, findings).run();
        new MachineCheck(floor, findings).run();
        new CrewCheck(floor, findings).run();
        new ToolCheck(floor, findings).run();
        new SubcontractCheck(floor, findings).run();
        new PurchaseCheck(problem, plan, findings).run();
        new MaterialCheck(floor, findings).run();
        new PeggingCheck(floor, findings).run();
        new DeliveryCheck(problem, plan, findings).run();
        new RuleCheck(floor, findings).run();
        if (books != null || figures != null) {
            var accounts = new Accounts(floor);
            if (books != null) {
                new MoneyCheck(floor, accounts, books, findings).run();
            }
            if (figures != null) {
                new FigureCheck(floor, accounts, figures, findings).run();
            }
        }
        return findings.sorted();
    }
}

package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.REFERENCE;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CrewNeed;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Whether everything that the plan names is there, is named once, and can be what it is said to be. */
final class ReferenceCheck {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Equipment equipment;
    private final Findings findings;

    ReferenceCheck(PlanningProblem problem, Plan plan, Equipment equipment, Findings findings) {
        this.problem = problem;
        this.plan = plan;
        this.equipment = equipment;
        this.findings = findings;
    }

    void run() {
        checkChoices();
        for (int i = 0; i < plan.lots().size(); i++) {
            checkLot(i, plan.lots().get(i));
        }
        for (Plan.Purchase purchase : plan.purchases()) {
            require(
                    isIn(purchase.offer(), problem.offers()),
                    "purchase of offer " + purchase.offer(),
                    purchase.ordered());
        }
        for (Plan.Delivery delivery : plan.deliveries()) {
            require(
                    isIn(delivery.demand(), problem.demands()),
                    "delivery of order " + delivery.demand(),
                    delivery.minute());
        }
        for (Plan.Take take : plan.takes()) {
            require(isKnown(take), "take " + take, 0);
        }
    }

    private void checkChoices() {
        var investments = new HashSet<Integer>();
        for (int investment : plan.investments()) {
            require(
                    isIn(investment, problem.investments()) && investments.add(investment),
                    "investment " + investment,
                    0);
        }
        for (String rule : plan.liftedRules()) {
            require(problem.rules().stream().map(PlannedRule::id).anyMatch(rule::equals), "lifted rule " + rule, 0);
        }
        for (int machine : plan.mode().overtimeMachines()) {
            require(machine >= 0 && machine < equipment.machines(), "overtime of machine " + machine, 0);
        }
        require(
                plan.overtime() || plan.mode().overtimeMachines().isEmpty(),
                "overtime of machines without overtime",
                0);
    }

    private void checkLot(int place, Plan.Lot lot) {
        String name = "lot " + place;
        boolean whole = lot.index() == place
                && isIn(lot.demand(), problem.demands())
                && isIn(lot.item(), problem.items())
                && isIn(lot.routing(), problem.routings())
                && problem.routings().get(lot.routing()).item() == lot.item()
                && problem.routings().get(lot.routing()).steps().size()
                        == lot.operations().size();
        require(whole, name, 0);
        require(isParent(lot), name + " of parent " + lot.parent(), 0);
        if (!whole) {
            return;
        }
        List<Step> steps = problem.routings().get(lot.routing()).steps();
        for (int k = 0; k < steps.size(); k++) {
            Plan.Operation operation = lot.operations().get(k);
            require(
                    operation.step() == k && isPossible(operation, steps.get(k)),
                    name + " step " + k,
                    operation.start());
        }
    }

    /** A parent is another lot of the same order; following parents ends at a lot that is delivered. */
    private boolean isParent(Plan.Lot lot) {
        var seen = new HashSet<Integer>();
        Plan.Lot at = lot;
        while (at.parent() != -1) {
            if (!isIn(at.parent(), plan.lots())
                    || !seen.add(at.parent())
                    || plan.lots().get(at.parent()).demand() != lot.demand()) {
                return false;
            }
            at = plan.lots().get(at.parent());
        }
        return true;
    }

    private boolean isPossible(Plan.Operation operation, Step step) {
        if (operation.start() < 0 || operation.end() < operation.start()) {
            return false;
        }
        if (operation.machine() < 0) {
            return operation.machine() == -1
                    && operation.tool() == -1
                    && operation.crews().isEmpty()
                    && isIn(operation.subcontract(), step.subcontracts());
        }
        return operation.subcontract() == -1
                && operation.machine() < equipment.machines()
                && step.machines().stream()
                        .anyMatch(o -> o.machine() == equipment.machineLike(operation.machine())
                                && areAble(operation.crews(), o.people()))
                && isPossibleTool(operation.tool(), step);
    }

    private static boolean areAble(List<Integer> crews, List<CrewNeed> needs) {
        return crews.size() == needs.size()
                && IntStream.range(0, crews.size())
                        .allMatch(i -> needs.get(i).oneOf().contains(crews.get(i)));
    }

    private boolean isPossibleTool(int tool, Step step) {
        if (tool < 0) {
            return tool == -1 && step.tools().isEmpty();
        }
        return tool < equipment.tools() && step.tools().stream().anyMatch(o -> o.tool() == equipment.toolLike(tool));
    }

    private boolean isKnown(Plan.Take take) {
        boolean used = take.lot() == -1
                ? take.step() == -1
                : isIn(take.lot(), plan.lots())
                        && isIn(take.step(), plan.lots().get(take.lot()).operations())
                        && plan.lots().get(take.lot()).demand() == take.demand();
        return used
                && isIn(take.demand(), problem.demands())
                && switch (take.source()) {
                    case STOCK ->
                        isIn(take.index(), problem.stocks())
                                && problem.stocks().get(take.index()).item() == take.item();
                    case RECEIPT ->
                        isIn(take.index(), problem.receipts())
                                && problem.receipts().get(take.index()).item() == take.item();
                    case PURCHASE ->
                        isIn(take.index(), problem.offers())
                                && problem.offers().get(take.index()).item() == take.item();
                    case LOT ->
                        isIn(take.index(), plan.lots()) && yields(plan.lots().get(take.index()), take.item());
                };
    }

    private boolean yields(Plan.Lot lot, int item) {
        return lot.item() == item
                || isIn(lot.routing(), problem.routings())
                        && problem.routings().get(lot.routing()).steps().stream()
                                .flatMap(step -> step.coproducts().stream())
                                .anyMatch(coproduct -> coproduct.item() == item);
    }

    private static boolean isIn(int index, List<?> list) {
        return index >= 0 && index < list.size();
    }

    private void require(boolean holds, String what, int when) {
        if (!holds) {
            findings.add(REFERENCE, what, when, 0);
        }
    }
}

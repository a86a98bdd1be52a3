package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.REFERENCE;
import static io.sandtable.simulation.check.Shells.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCheckTest {
    private final PlanningProblem problem = Shells.problem();
    private final Plan clean = Shells.plan(problem).build();

    @Test
    void whatNamesOnlyWhatIsThere_isClean() {
        assertThat(Checker.check(problem, clean)).isEmpty();
    }

    @Test
    void aPlanThatPointsNowhere_isReportedAndNotFollowed() {
        Plan plan = PlanEdits.withLot(
                clean, 0, l -> new Plan.Lot(0, 99, -1, l.item(), l.routing(), l.quantity(), l.operations()));

        assertThat(kinds(problem, plan)).containsOnly(REFERENCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPlans")
    void whatIsNotThere_isNamed(String what, UnaryOperator<Plan> wrong) {
        assertThat(kinds(problem, wrong.apply(clean))).as(what).isNotEmpty().containsOnly(REFERENCE);
    }

    static Stream<Arguments> wrongPlans() {
        return Stream.of(
                wrong("investment", p -> PlanEdits.withInvestments(p, List.of(0, 7))),
                wrong("the same investment twice", p -> PlanEdits.withInvestments(p, List.of(0, 0))),
                wrong("lifted rule", p -> PlanEdits.lifting(p, "没有")),
                wrong("purchase", p -> PlanEdits.withPurchase(p, 0, b -> new Plan.Purchase(9, 200, 200, 0, 7200))),
                wrong("delivery", p -> PlanEdits.withDelivery(p, 0, d -> new Plan.Delivery(-1, 90, d.minute()))),
                wrong("item of a lot", p -> withLot(p, 1, 0, 1)),
                wrong("routing of another item", p -> withLot(p, 2, 1, 0)),
                wrong("parent that is itself", p -> withParent(p, 1, 1)),
                wrong("parent of another order", p -> withParent(p, 1, 2)),
                wrong("parent beyond the lots", p -> withParent(p, 1, 66)),
                wrong("machine that cannot do the step", p -> withMachine(p, 2)),
                wrong("machine beyond all", p -> withMachine(p, 50)),
                wrong("tool left out", p -> operation(p, o -> at(o, o.machine(), -1, -1, o.start(), o.end()))),
                wrong("tool beyond all", p -> operation(p, o -> at(o, o.machine(), 2, -1, o.start(), o.end()))),
                wrong("subcontract that is not agreed", p -> operation(p, o -> at(o, -1, -1, 0, o.start(), o.end()))),
                wrong(
                        "machine and subcontract at once",
                        p -> operation(p, o -> at(o, o.machine(), o.tool(), 0, o.start(), o.end()))),
                wrong(
                        "end before start",
                        p -> operation(p, o -> at(o, o.machine(), o.tool(), -1, o.start(), o.start() - 1))),
                wrong("start before today", p -> operation(p, o -> at(o, o.machine(), o.tool(), -1, -1, o.end()))),
                wrong(
                        "operations left out",
                        p -> PlanEdits.withLot(
                                p, 1, l -> lotWith(l, l.operations().subList(0, 1)))),
                wrong(
                        "operations turned round",
                        p -> PlanEdits.withLot(
                                p, 1, l -> lotWith(l, l.operations().reversed()))),
                wrong(
                        "take of another item's stock",
                        p -> PlanEdits.withTake(
                                p,
                                0,
                                t -> new Plan.Take(
                                        t.demand(), t.lot(), t.step(), t.item(), t.source(), 0, t.quantity()))),
                wrong(
                        "take for another order's lot",
                        p -> PlanEdits.withTake(
                                p,
                                0,
                                t -> new Plan.Take(
                                        1, t.lot(), t.step(), t.item(), t.source(), t.index(), t.quantity()))));
    }

    private static Arguments wrong(String what, UnaryOperator<Plan> plan) {
        return Arguments.of(what, plan);
    }

    private static Plan withLot(Plan plan, int index, int item, int routing) {
        return PlanEdits.withLot(
                plan,
                index,
                l -> new Plan.Lot(l.index(), l.demand(), l.parent(), item, routing, l.quantity(), l.operations()));
    }

    private static Plan withParent(Plan plan, int index, int parent) {
        return PlanEdits.withLot(
                plan,
                index,
                l -> new Plan.Lot(l.index(), l.demand(), parent, l.item(), l.routing(), l.quantity(), l.operations()));
    }

    private static Plan withMachine(Plan plan, int machine) {
        return operation(plan, o -> at(o, machine, o.tool(), -1, o.start(), o.end()));
    }

    private static Plan.Lot lotWith(Plan.Lot lot, List<Operation> operations) {
        return new Plan.Lot(
                lot.index(), lot.demand(), lot.parent(), lot.item(), lot.routing(), lot.quantity(), operations);
    }

    /** The die casting of the first shells. */
    private static Plan operation(Plan plan, UnaryOperator<Operation> edit) {
        return PlanEdits.withOperation(plan, 1, 0, edit);
    }

    private static Operation at(Operation o, int machine, int tool, int subcontract, int start, int end) {
        return new Operation(
                o.step(),
                machine,
                tool,
                subcontract,
                o.quantityIn(),
                o.quantityOut(),
                o.setupMinutes(),
                o.workMinutes(),
                start,
                end);
    }
}

package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.MONDAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.DemandSpec;
import io.sandtable.simulation.scenario.MachineSpec;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.RandomProblems;
import io.sandtable.simulation.scenario.Restriction;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two or three orders each, planned by hand. Machines work Monday to Friday from 8 to 20 h; day 0 is a Monday. */
class PlannerTest {
    private static final int H = 60;

    private static Plan construct(ProblemBuilder problem) {
        return construct(problem, Levers.today());
    }

    private static Plan construct(ProblemBuilder problem, Levers levers) {
        return construct(problem.build(), levers);
    }

    private static Plan construct(PlanningProblem problem, Levers levers) {
        return new Planner(InstantSource.system()).construct(problem, levers, Weights.DELIVERY, "test");
    }

    private static Operation onlyOperation(Plan plan) {
        assertThat(plan.lots()).hasSize(1);
        return plan.lots().getFirst().operations().getFirst();
    }

    @Test
    void stock_isTakenBeforeAnythingIsMade() {
        var plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1))
                .stock("壳", 30)
                .demand("SO-1", "壳", 100, 4));

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(70.0);
        assertThat(plan.takes()).extracting(Plan.Take::source).containsExactly(Source.STOCK);
        assertThat(plan.takes()).extracting(Plan.Take::quantity).containsExactly(30.0);
    }

    @Test
    void stockThatExpiresBeforeTheDueDay_isLeftAlone() {
        var plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1))
                .stock("壳", 100, 2 * DAY)
                .demand("SO-1", "壳", 100, 4));

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(100.0);
    }

    @Test
    void safetyStock_isKeptUnlessTheLeversAllowIt() {
        var problem = aProblem()
                .item("壳", item -> item.safetyStock(40))
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1))
                .stock("壳", 100)
                .demand("SO-1", "壳", 100, 4)
                .build();

        assertThat(construct(problem, Levers.today()).lots())
                .extracting(Lot::quantity)
                .containsExactly(40.0);
        assertThat(construct(problem, Levers.today().usingSafetyStock()).lots()).isEmpty();
    }

    @Test
    void twoLevels_areMadeJustInTimeOneAfterTheOther() {
        // 100 parts take 200 min, 100 shells 100 min; the shell must be out by Friday 20:00 (day 4)
        var plan = construct(aProblem()
                .machine("铸机")
                .machine("冲床")
                .make("壳", step -> step.takes("坯", 1).on("冲床", 1))
                .make("坯", step -> step.takes("铝", 2).on("铸机", 2))
                .offer("铝厂", "铝", offer -> offer.leadDays(1))
                .demand("SO-1", "壳", 100, 4));

        int friday20 = 4 * DAY + 20 * H;
        Lot shell = plan.lots().get(0);
        Lot part = plan.lots().get(1);
        assertThat(part.parent()).isEqualTo(shell.index());
        assertThat(shell.end()).isEqualTo(friday20);
        assertThat(shell.start()).isEqualTo(friday20 - 100);
        assertThat(part.end()).isEqualTo(friday20 - 100);
        assertThat(part.start()).isEqualTo(friday20 - 300);
        assertThat(plan.purchases()).extracting(Purchase::quantity).containsExactly(200.0);
        assertThat(plan.purchases().getFirst().arrives()).isEqualTo(part.start());
        assertThat(plan.purchases().getFirst().ordered()).isEqualTo(part.start() - DAY);
        assertThat(plan.deliveries()).containsExactly(new Delivery(0, 100, friday20));
    }

    @Test
    void theCheaperMachine_isTakenWhileItIsInTime_andTheFasterOneWhenItIsNot() {
        // slow: 1000 min, 10 CNY/h; fast: 200 min, 300 CNY/h. A day has 720 min.
        ProblemBuilder relaxed = aProblem()
                .machine("慢机", machine -> machine.rate(10))
                .machine("快机", machine -> machine.rate(300))
                .make("壳", step -> step.on("慢机", 10).on("快机", 2))
                .demand("SO-1", "壳", 100, 4);
        assertThat(onlyOperation(construct(relaxed)).machine()).isEqualTo(0);

        ProblemBuilder urgent = aProblem()
                .machine("慢机", machine -> machine.rate(10))
                .machine("快机", machine -> machine.rate(300))
                .make("壳", step -> step.on("慢机", 10).on("快机", 2))
                .demand("SO-1", "壳", 100, 0, demand -> demand.price(500));
        assertThat(onlyOperation(construct(urgent)).machine()).isEqualTo(1);
    }

    @Test
    void oneTool_isNeverMountedOnTwoMachinesAtATime() {
        var plan = construct(aProblem()
                .machine("压机甲")
                .machine("压机乙")
                .tool("模", tool -> {})
                .make("壳", step -> step.on("压机甲", 1).on("压机乙", 1).with("模"))
                .demand("SO-1", "壳", 300, 0)
                .demand("SO-2", "壳", 300, 0));

        List<Operation> operations =
                plan.lots().stream().map(lot -> lot.operations().getFirst()).toList();
        Operation first = operations.get(0).start() < operations.get(1).start() ? operations.get(0) : operations.get(1);
        Operation second = first.equals(operations.get(0)) ? operations.get(1) : operations.get(0);
        assertThat(second.start()).isGreaterThanOrEqualTo(first.end());
        assertThat(plan.deliveries()).allMatch(d -> d.minute() <= DAY);
    }

    @Test
    void aWornTool_needsMorePiecesAndTheLaterLotMoreThanTheFirst() {
        // 98 % at half its life, 90 % at its end: 1000 strokes of life, 500 used
        var plan = construct(aProblem()
                .machine("压机")
                .tool("模", tool -> tool.life(1000, 500).wear("0=100;0.5=98;1=90"))
                .make("壳", step -> step.on("压机", 1).with("模"))
                .demand("SO-1", "壳", 98, 0)
                .demand("SO-2", "壳", 98, 1));

        // first lot: 98 / 0.98 = 100 strokes; then the tool is at 0.6 and yields 96.4 %: 98 / 0.964 = 101.66 → 102
        assertThat(plan.lots())
                .extracting(lot -> lot.operations().getFirst().quantityIn())
                .containsExactly(100.0, 102.0);
        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(98.0, 98.0);
    }

    @Test
    void whenAToolHasNoLifeLeft_theOtherToolIsTaken_andWithoutOneTheOrderIsShort() {
        var withTwo = construct(aProblem()
                .machine("压机")
                .tool("旧模", tool -> tool.life(1000, 900))
                .tool("新模", tool -> {})
                .make("壳", step -> step.on("压机", 1).with("旧模").with("新模"))
                .demand("SO-1", "壳", 150, 4));
        assertThat(onlyOperation(withTwo).tool()).isEqualTo(1);

        var withOne = construct(aProblem()
                .machine("压机")
                .tool("旧模", tool -> tool.life(1000, 900))
                .make("壳", step -> step.on("压机", 1).with("旧模"))
                .demand("SO-1", "壳", 90, 4)
                .demand("SO-2", "壳", 90, 5));
        assertThat(withOne.deliveries()).extracting(Delivery::demand).containsExactly(0);
    }

    @Test
    void outsourcing_isChosenOnlyWhenItIsAllowedAndSavesTheDate() {
        // 100 pieces take 3000 min on the machine: five days of 720 min; the subcontractor needs two
        ProblemBuilder problem = aProblem()
                .machine("铣床")
                .make("壳", step -> step.process("PRO-铣").on("铣床", 30).outsourcedTo("协作厂", 5, 2))
                .demand("SO-1", "壳", 100, 2, demand -> demand.price(500));

        assertThat(onlyOperation(construct(problem)).subcontract()).isEqualTo(-1);
        Operation outside = onlyOperation(construct(problem, Levers.today().withOutsourcing()));
        assertThat(outside.subcontract()).isEqualTo(0);
        assertThat(outside.end() - outside.start()).isEqualTo(2 * DAY);
        assertThat(outside.end()).isEqualTo(3 * DAY);
        problem.must("不外协", p -> new Restriction.NoOutsourcing(Set.of("PRO-铣"), 0, Integer.MAX_VALUE));
        assertThat(onlyOperation(construct(problem, Levers.today().withOutsourcing()))
                        .subcontract())
                .isEqualTo(-1);
        assertThat(onlyOperation(construct(
                                problem, Levers.today().withOutsourcing().lifting("不外协")))
                        .subcontract())
                .isEqualTo(0);
    }

    @Test
    void anOperationThatMustStayInsideForAWhile_goesOutBeforeOrAfter() {
        ProblemBuilder problem = aProblem()
                .machine("铣床", machine -> machine.holiday(0, 30))
                .make("壳", step -> step.process("PRO-铣").on("铣床", 30).outsourcedTo("协作厂", 5, 2))
                .demand("SO-1", "壳", 100, 7, demand -> demand.price(500))
                .must("下周不外协", p -> new Restriction.NoOutsourcing(Set.of("PRO-铣"), DAY, 6 * DAY));

        Operation outside = onlyOperation(construct(problem, Levers.today().withOutsourcing()));

        assertThat(outside.subcontract()).isEqualTo(0);
        assertThat(outside.start()).isEqualTo(6 * DAY);
        assertThat(outside.end()).isEqualTo(8 * DAY);
    }

    @Test
    void anInvestment_worksAfterItsLeadTimeAndNotBefore() {
        ProblemBuilder problem = aProblem()
                .machine("压机")
                .tool("旧模", tool -> tool.life(1000, 950))
                .make("壳", step -> step.on("压机", 1).with("旧模"))
                .toolForSale("旧模", investment -> investment.leadDays(10))
                .demand("SO-1", "壳", 100, 4);

        assertThat(construct(problem).deliveries()).isEmpty();
        Plan bought = construct(problem, Levers.today().withInvestments(List.of(0)));
        assertThat(onlyOperation(bought).tool()).isEqualTo(1);
        assertThat(onlyOperation(bought).start()).isEqualTo(10 * DAY + 8 * H);
        assertThat(bought.deliveries().getFirst().minute()).isEqualTo(10 * DAY + 8 * H + 100);
    }

    @Test
    void reservedCapacity_staysFreeUnlessTheRuleIsLifted() {
        // 720 min of work; a day has 720 min, of which 30 % are reserved: 504 are left
        ProblemBuilder problem = aProblem()
                .machine("压机")
                .make("壳", step -> step.on("压机", 1))
                .demand("SO-1", "壳", 720, 0)
                .must("预留", p -> new Restriction.ReserveCapacity(Set.of(0), 0, 30 * DAY, 30));

        Operation kept = onlyOperation(construct(problem));
        assertThat(kept.start()).isEqualTo(8 * H);
        assertThat(kept.end()).isEqualTo(DAY + 8 * H + 216);
        Operation lifted = onlyOperation(construct(problem, Levers.today().lifting("预留")));
        assertThat(lifted.end()).isEqualTo(20 * H);
    }

    @Test
    void overtime_isWorkedOnlyOnTheMachinesThatMay() {
        ProblemBuilder problem = aProblem()
                .machine("压机", machine -> machine.overtime("SAT,SUN 08:00-20:00"))
                .make("壳", step -> step.on("压机", 1))
                .demand("SO-1", "壳", 6 * 720, 5, demand -> demand.price(100));

        assertThat(onlyOperation(construct(problem)).end()).isEqualTo(7 * DAY + 20 * H);
        Plan overtime = construct(problem, Levers.today().withOvertime(Set.of(0)));
        assertThat(onlyOperation(overtime).end()).isEqualTo(5 * DAY + 20 * H);
        assertThat(overtime.overtime()).isTrue();
        assertThat(overtime.mode().overtimeMachines()).containsExactly(0);
    }

    @Test
    void materialThatIsNotThere_startsTheWorkAfterItsLeadTime() {
        var plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("铝", 1).on("冲床", 1))
                .offer("铝厂", "铝", offer -> offer.leadDays(9))
                .demand("SO-1", "壳", 100, 4));

        assertThat(plan.purchases()).extracting(Purchase::ordered).containsExactly(8 * H);
        assertThat(plan.purchases()).extracting(Purchase::arrives).containsExactly(9 * DAY + 8 * H);
        assertThat(onlyOperation(plan).start()).isEqualTo(9 * DAY + 8 * H);
    }

    @Test
    void needsOfOneWeek_shareAPurchaseOrderOfMinimumAndMultiple() {
        var plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("铝", 1).on("冲床", 1))
                .offer("铝厂", "铝", offer -> offer.leadDays(2).minimum(100).multiple(25))
                .demand("SO-1", "壳", 60, 8)
                .demand("SO-2", "壳", 50, 10)
                .demand("SO-3", "壳", 10, 30));

        // 110 are rounded up to 125; the 15 too many cover the third order
        assertThat(plan.purchases()).extracting(Purchase::quantity).containsExactly(125.0);
    }

    /** 90 at 10 CNY cost 900, 100 at 8 cost 800; 30 are bought where a piece costs 9. */
    @Test
    void priceTiers_areThoseOfThePurchaseOrder() {
        var problem = aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("料", 1).on("冲床", 1))
                .make("盖", step -> step.takes("料", 1).on("冲床", 1))
                .offer("甲", "料", offer -> offer.price(10).tiers("1=1;100=0.8").leadDays(1))
                .offer("乙", "料", offer -> offer.price(9).leadDays(1).capacityPerWeek(30));
        Levers levers = Levers.today().withSourcing(Levers.Sourcing.BEST);

        var large = problem.demand("SO-1", "壳", 90, 4).build();
        Plan plan = construct(large, levers);
        assertThat(plan.purchases()).extracting(Purchase::offer).containsExactly(0);
        assertThat(plan.purchases()).extracting(Purchase::quantity).containsExactly(100.0);
        assertThat(Evaluator.evaluate(large, plan).ledger().postings())
                .filteredOn(p -> p.cause().event() == Cause.Event.PURCHASE && p.account() == Account.INVENTORY)
                .extracting(Posting::amount)
                .containsExactly(Money.fen(80_000));

        var both = problem.demand("SO-2", "盖", 30, 30).build();
        assertThat(construct(both, levers).purchases())
                .extracting(Purchase::offer)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aClosedSupplier_neitherTakesOrdersNorDelivers() {
        var plan = construct(aProblem()
                .machine("冲床", "MON-SUN 00:00-24:00")
                .make("壳", step -> step.takes("铝", 1).on("冲床", 1))
                .offer("铝厂", "铝", offer -> offer.leadDays(5))
                .demand("SO-1", "壳", 100, 4)
                .must("停", p -> new Restriction.SupplierClosed("铝厂", 3 * DAY, 12 * DAY)));

        assertThat(plan.purchases().getFirst().arrives()).isEqualTo(12 * DAY);
        assertThat(plan.purchases().getFirst().ordered()).isEqualTo(3 * DAY - 1);
    }

    @Test
    void theSecondSupplier_isAskedOnlyWhenTheLeversAllowAndHeIsFaster() {
        ProblemBuilder problem = aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("铝", 1).on("冲床", 1))
                .offer("慢铝厂", "铝", offer -> offer.leadDays(20).price(10))
                .offer("快铝厂", "铝", offer -> offer.leadDays(2).price(12))
                .demand("SO-1", "壳", 100, 4, demand -> demand.price(300));

        assertThat(construct(problem).purchases()).extracting(Purchase::offer).containsExactly(0);
        assertThat(construct(problem, Levers.today().withSourcing(Levers.Sourcing.BEST))
                        .purchases())
                .extracting(Purchase::offer)
                .containsExactly(1);
    }

    /** Two lots dry for a day each: side by side where there is room for any number, one after the other in a chamber for one. */
    @Test
    void placeWithoutLimit_takesAnyNumberOfLotsAtATime() {
        ProblemBuilder problem = aProblem()
                .machine("晾干区", machine -> machine.roundTheClock().unlimited())
                .make("壳", step -> step.on("晾干区", 0, 24 * H, 100))
                .demand("SO-1", "壳", 10, 0)
                .demand("SO-2", "壳", 10, 0);
        ProblemBuilder chamber = aProblem()
                .machine("晾干区", MachineSpec::roundTheClock)
                .make("壳", step -> step.on("晾干区", 0, 24 * H, 100))
                .demand("SO-1", "壳", 10, 0)
                .demand("SO-2", "壳", 10, 0);

        assertThat(construct(problem).deliveries()).extracting(Delivery::minute).containsExactly(DAY, DAY);
        assertThat(construct(chamber).deliveries()).extracting(Delivery::minute).containsExactly(DAY, 2 * DAY);
        assertThat(Checker.check(problem.build(), construct(problem))).isEmpty();
        assertThat(Checker.check(chamber.build(), construct(problem)))
                .extracting(Finding::kind)
                .contains(Finding.Kind.MACHINE_OVERLAP);
    }

    /** 20 lie there in time and 80 are made late: they are sent ahead where parts of 20 are taken, not where it must be 30. */
    @Test
    void partialDelivery_isSentAheadInItsLeastSize() {
        assertThat(construct(lateButForStock(demand -> demand.partial(20))).deliveries())
                .extracting(Delivery::quantity)
                .containsExactly(20.0, 80.0);
        assertThat(construct(lateButForStock(demand -> demand.partial(30))).deliveries())
                .extracting(Delivery::quantity)
                .containsExactly(100.0);
        assertThat(construct(lateButForStock(demand -> {})).deliveries())
                .extracting(Delivery::quantity)
                .containsExactly(100.0);
    }

    private static ProblemBuilder lateButForStock(Consumer<DemandSpec> about) {
        return aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 60))
                .stock("壳", 20)
                .demand("SO-1", "壳", 100, 1, about);
    }

    /** 100 hours of work until tomorrow noon: late on one press, so it is made in lots on both of them at once. */
    @Test
    void lateLot_isSplitOverAlternates() {
        Plan two = construct(aProblem()
                .machine("冲床一", MachineSpec::roundTheClock)
                .machine("冲床二", MachineSpec::roundTheClock)
                .make("壳", step -> step.on("冲床一", 60).on("冲床二", 60))
                .demand("SO-1", "壳", 100, 0));
        Plan one = construct(aProblem()
                .machine("冲床一", MachineSpec::roundTheClock)
                .make("壳", step -> step.on("冲床一", 60))
                .demand("SO-1", "壳", 100, 0));

        assertThat(two.lots()).extracting(Lot::quantity).containsExactly(50.0, 50.0);
        assertThat(two.deliveries().getLast().minute()).isEqualTo(50 * H);
        assertThat(one.lots()).hasSize(1);
        assertThat(one.deliveries().getLast().minute()).isEqualTo(100 * H);
    }

    /** Material for 30 pieces and nobody who sells more: who takes part of the order gets 30, who does not gets nothing. */
    @Test
    void orderThatMayBeDeliveredInPart_getsWhatCanBeHad() {
        ProblemBuilder problem = aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("铝", 2).on("冲床", 1))
                .stock("铝", 60)
                .demand("SO-1", "壳", 100, 4, DemandSpec::partial);
        ProblemBuilder whole = aProblem()
                .machine("冲床")
                .make("壳", step -> step.takes("铝", 2).on("冲床", 1))
                .stock("铝", 60)
                .demand("SO-1", "壳", 100, 4);

        assertThat(construct(problem).deliveries())
                .extracting(Delivery::quantity)
                .containsExactly(30.0);
        assertThat(Checker.check(problem.build(), construct(problem))).isEmpty();
        assertThat(construct(whole).deliveries()).isEmpty();
    }

    /** 40 pieces are in work and there on Wednesday: only the other 60 are made. */
    @Test
    void whatIsInWork_countsWhenItIsDone() {
        ProblemBuilder problem = aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1))
                .inWork("壳", 40, 2)
                .demand("SO-1", "壳", 100, 4);

        assertThat(construct(problem).lots()).extracting(Lot::quantity).containsExactly(60.0);
        assertThat(Evaluator.evaluate(problem.build(), construct(problem))
                        .ledger()
                        .balance(Account.PAYABLES, MONDAY.plusDays(5)))
                .isEqualTo(Money.fen(0));
    }

    /** It is late whatever happens: then stock is still nearer than what would have to be made. */
    @Test
    void overdueOrder_takesStockBeforeItMakes() {
        Plan plan = construct(aProblem()
                .machine("冲床", MachineSpec::roundTheClock)
                .make("芯", step -> step.on("冲床", 10))
                .make("壳", step -> step.takes("芯", 1).on("冲床", 10))
                .stock("芯", 100)
                .demand("SO-1", "壳", 100, -20));

        assertThat(plan.lots()).hasSize(1);
        assertThat(plan.deliveries().getFirst().minute()).isEqualTo(1000);
    }

    /** To make all 100 takes 100 hours; 60 come in on day 1, so that only 40 are made. */
    @Test
    void lateOrder_waitsForWhatComesInBeforeMoreIsMade() {
        Plan plan = construct(aProblem()
                .machine("冲床", MachineSpec::roundTheClock)
                .make("壳", step -> step.on("冲床", 60))
                .inWork("壳", 60, 1)
                .demand("SO-1", "壳", 100, -20));

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(40.0);
        assertThat(plan.deliveries().getLast().minute()).isEqualTo(40 * H);
    }

    private static ProblemBuilder shortOfAlloy(int dueDay) {
        return aProblem()
                .machine("压铸机")
                .make("壳", step -> step.takes("ADC12", 1).on("压铸机", 1))
                .stock("ADC12", 40)
                .stock("A380", 500)
                .offer("铝厂", "ADC12", offer -> offer.leadDays(10))
                .demand("SO-1", "壳", 100, dueDay);
    }

    /** 40 of 100 are in stock and more comes in ten days: in time for day 15, so no substitute; not for day 4, so 60 × 1.5 = 90 of it. */
    @Test
    void substitute_isUsedOnShortageOnly_inItsRatio() {
        ProblemBuilder urgent = shortOfAlloy(4).substitute("ADC12", "A380", 1.5, 0, 400);
        Plan plan = construct(urgent);

        assertThat(plan.takes())
                .extracting(t -> urgent.build().items().get(t.item()).name() + " " + t.quantity())
                .containsExactlyInAnyOrder("ADC12 40.0", "A380 90.0");
        assertThat(plan.purchases()).isEmpty();
        assertThat(plan.deliveries().getLast().minute()).isLessThanOrEqualTo(5 * DAY);
        assertThat(Checker.check(urgent.build(), plan)).isEmpty();
        assertThat(construct(shortOfAlloy(4)).deliveries().getLast().minute()).isGreaterThan(10 * DAY);
        assertThat(construct(shortOfAlloy(15).substitute("ADC12", "A380", 1.5, 0, 400))
                        .purchases())
                .hasSize(1);
    }

    @Test
    void substitute_isUsedWithinItsDatesOnly() {
        Plan later = construct(shortOfAlloy(4).substitute("ADC12", "A380", 1.5, 7, 400));
        Plan over = construct(shortOfAlloy(4).substitute("ADC12", "A380", 1.5, -20, -10));

        assertThat(later.deliveries().getLast().minute()).isBetween(7 * DAY, 8 * DAY);
        assertThat(over.deliveries().getLast().minute()).isGreaterThan(10 * DAY);
    }

    @Test
    void releaseFence_letsNothingBeginBefore() {
        Plan plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1).releaseFence(3))
                .demand("SO-1", "壳", 60, 0));
        Plan without = construct(
                aProblem().machine("冲床").make("壳", step -> step.on("冲床", 1)).demand("SO-1", "壳", 60, 0));

        assertThat(onlyOperation(plan).start()).isEqualTo(3 * DAY + 8 * H);
        assertThat(onlyOperation(without).start()).isLessThan(DAY);
    }

    @Test
    void anOrderThatNothingCanMake_isShortAndTheOthersArePlanned() {
        var plan = construct(aProblem()
                .machine("冲床")
                .make("壳", step -> step.on("冲床", 1))
                .demand("SO-1", "壳", 10, 4)
                .demand("SO-2", "谜", 10, 4));

        assertThat(plan.deliveries()).extracting(Delivery::demand).containsExactly(0);
    }

    @Test
    void theSameSeed_findsTheSamePlan() {
        PlanningProblem problem = RandomProblems.withSeed(7, 40);
        var settings = PlannerSettings.DEFAULT.withSteps(300);
        var planner = new Planner(InstantSource.system());

        Plan first = planner.plan(
                problem, Levers.today().withOutsourcing(), Weights.DELIVERY, "test", settings, () -> false, p -> {});
        Plan second = planner.plan(
                problem, Levers.today().withOutsourcing(), Weights.DELIVERY, "test", settings, () -> false, p -> {});

        assertThat(second).isEqualTo(first);
        assertThat(first.search().steps()).isEqualTo(300);
        assertThat(first.search().endedBecause()).isEqualTo("steps");
    }

    @Test
    void aCancelledSearch_returnsItsBestPlanAndSaysSo() {
        PlanningProblem problem = RandomProblems.withSeed(7, 40);

        Plan plan = new Planner(InstantSource.system())
                .plan(
                        problem,
                        Levers.today(),
                        Weights.DELIVERY,
                        "test",
                        PlannerSettings.DEFAULT.withSteps(100_000),
                        () -> true,
                        p -> {});

        assertThat(plan.search().endedBecause()).isEqualTo("cancelled");
        assertThat(plan.deliveries()).isNotEmpty();
    }
}

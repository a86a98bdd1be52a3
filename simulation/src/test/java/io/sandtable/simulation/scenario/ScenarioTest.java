package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.OneProductShop;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTest {
    private final Scenario base = SmallCompany.complete().scenario();

    @Test
    void scenarioWithoutChanges_equalsTheBase() {
        assertThat(base.compile()).isEqualTo(base.compile());
        assertThat(base.with(Change.of(Dimension.SALES_PRICE, 0)).compile()).isEqualTo(base.compile());
    }

    @Test
    void moreDemandOfAFamily_touchesItsOrdersInTheWindowOnly() {
        var change = new Change(
                Dimension.DEMAND_VOLUME,
                Set.of("FAM-shell"),
                Change.Form.RELATIVE,
                40,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 3, 31));

        List<Demand> demands = base.with(change).compile().demands();

        assertThat(demands).extracting(Demand::number).containsExactly("SO-1", "SO-2", "SO-3");
        assertThat(demands).extracting(Demand::quantity).containsExactly(100.0, 280.0, 50.0);
    }

    @Test
    void scopeOfSupplierAndMaterial_meansBothTogether() {
        var change = new Change(
                Dimension.PURCHASE_PRICE, Set.of("SUP-far", "MAT-alu"), Change.Form.RELATIVE, 10, null, null);

        assertThat(base.with(change).compile().offers())
                .extracting(Offer::price)
                .satisfiesExactly(
                        near -> assertThat(near).isEqualTo(20, within(1e-9)),
                        far -> assertThat(far).isEqualTo(2.5 * 7.8 * 1.1, within(1e-9)));
    }

    @Test
    void dimensionsOfMoneyAlone_leaveEveryTimeQuantityAndPurchaseOfAPlan() {
        PlanningProblem problem = base.compile();
        Plan plan = new Planner(InstantSource.system())
                .construct(problem, Levers.today().withOutsourcing(), Weights.DELIVERY, "test");
        Plan timed = Redispatch.of(problem, plan);

        for (Dimension dimension : Dimension.values()) {
            for (double end : new double[] {-dimension.standIn(), dimension.standIn()}) {
                if (dimension.isMoneyOnly()) {
                    PlanningProblem changed =
                            base.with(Change.of(dimension, end)).compile();
                    assertThat(Redispatch.of(changed, plan)).as(dimension.id()).isEqualTo(timed);
                }
            }
        }
        // the plan is no trivial one: other dimensions do move it
        assertThat(Redispatch.of(
                        base.with(Change.of(Dimension.PROCESS_CYCLE, 10)).compile(), plan))
                .isNotEqualTo(timed);
    }

    /** 300 shells are ordered; 100 are in work. Work that has not begun is planned like any other, without being told twice. */
    @Test
    void workThatMayBeMoved_isPlannedAnew_frozenWorkIsThereOnItsDate() {
        PlanningProblem frozen = withWork("frozen", true).compile();
        PlanningProblem movable = withWork("frozen", false).compile();

        assertThat(frozen.receipts()).extracting(Receipt::id).contains("WOR-1");
        assertThat(movable.receipts()).extracting(Receipt::id).doesNotContain("WOR-1");
        assertThat(withWork("name", "what nobody calls movable").compile().receipts())
                .isEqualTo(frozen.receipts());
        assertThat(shellsMade(frozen)).isEqualTo(200);
        assertThat(shellsMade(movable)).isEqualTo(300);
    }

    private static Scenario withWork(String attribute, Object value) {
        LocalDate done = LocalDate.of(2027, 1, 11);
        return SmallCompany.complete()
                .node(
                        NodeType.WORK_ORDER,
                        "WOR-1",
                        "status",
                        "open",
                        "quantity",
                        100.0,
                        "dueDate",
                        done,
                        attribute,
                        value)
                .relation(RelationType.FOR, "WOR-1", "MAT-shell")
                .scenario();
    }

    private static double shellsMade(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system())
                .construct(problem, Levers.today().withOutsourcing(), Weights.DELIVERY, "test");
        return plan.lots().stream()
                .filter(lot -> problem.items().get(lot.item()).id().equals("MAT-shell"))
                .mapToDouble(Plan.Lot::quantity)
                .sum();
    }

    @Test
    void prices_loseVatAndBearTheRateAndDutyOfTheDay() {
        List<Offer> offers = base.compile().offers();

        assertThat(offers.get(0).price()).isEqualTo(22.6 / 1.13, within(1e-9));
        assertThat(offers.get(0).dutyPercent()).isZero();
        assertThat(offers.get(1).price()).isEqualTo(2.5 * 7.8, within(1e-9));
        assertThat(offers.get(1).dutyPercent()).isEqualTo(6);
    }

    @Test
    void pricesOfSubcontractorsAndOpenPurchases_loseVatAndBearTheRateOfTheDay() {
        PlanningProblem problem = SmallCompany.complete()
                .without(RelationType.OUTSOURCED_TO)
                .relation(
                        RelationType.OUTSOURCED_TO,
                        "PRO-cast",
                        "SUP-sub",
                        "price",
                        11.3,
                        "priceIncludesVat",
                        true,
                        "currency",
                        "EUR",
                        "leadTimeDays",
                        5.0)
                .node(
                        NodeType.PURCHASE_ORDER,
                        "PUR-1",
                        "status",
                        "open",
                        "quantity",
                        100.0,
                        "dueDate",
                        LocalDate.of(2026, 12, 1),
                        "price",
                        22.6,
                        "priceIncludesVat",
                        true)
                .relation(RelationType.FOR, "PUR-1", "MAT-alu")
                .scenario()
                .compile();

        assertThat(step(problem, "PRO-cast").subcontracts().getFirst().price())
                .isEqualTo(11.3 / 1.13 * 7.8, within(1e-9));
        assertThat(problem.receipts())
                .filteredOn(receipt -> receipt.id().equals("PUR-1"))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.price()).isEqualTo(22.6 / 1.13, within(1e-9)));
    }

    @Test
    void whatComesFromAbroad_bearsTheDutyOfItsSupplierAndMaterial() {
        PlanningProblem problem = SmallCompany.complete()
                .node(
                        NodeType.PURCHASE_ORDER,
                        "PUR-far",
                        "status",
                        "open",
                        "quantity",
                        100.0,
                        "dueDate",
                        LocalDate.of(2026, 12, 1),
                        "price",
                        2.5,
                        "currency",
                        "EUR")
                .relation(RelationType.FOR, "PUR-far", "MAT-alu")
                .relation(RelationType.PLACED_WITH, "PUR-far", "SUP-far")
                .relation(RelationType.OUTSOURCED_TO, "PRO-cast", "SUP-far", "price", 3.0, "leadTimeDays", 60.0)
                .relation(RelationType.SUPPLIES, "SUP-far", "EQP-mould", "price", 80_000.0, "leadTimeDays", 90.0)
                .relation(RelationType.APPLIES_TO, "POL-duty", "EQP-mould")
                .scenario()
                .compile();

        assertThat(problem.receipts())
                .filteredOn(r -> r.supplier().equals("SUP-far"))
                .extracting(Receipt::foreign, Receipt::dutyPercent)
                .containsExactly(tuple(true, 6.0));
        assertThat(problem.investments())
                .filteredOn(i -> i.equipment().equals("EQP-mould"))
                .extracting(Investment::supplier, Investment::foreign, Investment::dutyPercent)
                .containsExactlyInAnyOrder(tuple("SUP-far", true, 6.0), tuple("SUP-mould", false, 0.0));
        // the policy does not apply to the work
        assertThat(step(problem, "PRO-cast").subcontracts())
                .extracting(Subcontract::supplier, Subcontract::foreign, Subcontract::dutyPercent)
                .containsExactlyInAnyOrder(tuple("SUP-far", true, 0.0), tuple("SUP-sub", false, 0.0));
    }

    @Test
    void leadTime_holdsTheExpectedDelay() {
        // one in ten deliveries is late by about ten days: one day on average
        assertThat(base.compile().offers().getFirst().leadTimeMinutes()).isEqualTo(8 * PlanningProblem.DAY);
    }

    @Test
    void identicalUnits_areMachinesOfTheirOwn() {
        assertThat(base.compile().machines())
                .extracting(PlanningProblem.Machine::name)
                .containsExactly("压铸机 1#", "压铸机 2#", "加工中心");
        assertThat(base.compile().machines().getFirst().operatorRate()).isEqualTo(90);
    }

    @Test
    void labourGroupThatSaysHowManyAreOnDuty_limitsItsMachines_andIsPaidAsACrew() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.EQUIPMENT, "EQP-team", "operatorsPerShift", 3.0)
                .scenario()
                .compile();

        assertThat(problem.crews()).extracting(PlanningProblem.Crew::people).containsExactly(3.0);
        assertThat(problem.crews()).extracting(PlanningProblem.Crew::rate).containsExactly(45.0);
        assertThat(problem.machines().getFirst().operatorRate()).isZero();
        assertThat(step(problem, "PRO-cast").machines())
                .allMatch(option -> option.people().equals(List.of(new PlanningProblem.CrewNeed(List.of(0), 2))));
    }

    @Test
    void whoHasTheSkill_isAsked_atTheGroupsRate_andNobodyWhereNobodyHasIt() {
        SmallCompany company = SmallCompany.complete()
                .node(NodeType.EQUIPMENT, "EQP-ann", "kind", "labour", "skills", "焊接|精加工")
                .node(NodeType.EQUIPMENT, "EQP-bob", "kind", "labour")
                .relation(RelationType.PART_OF, "EQP-ann", "EQP-team")
                .relation(RelationType.PART_OF, "EQP-bob", "EQP-team")
                .relation(RelationType.STAFFED_BY, "PRO-mill", "EQP-team", "skill", "精加工");
        PlanningProblem problem = company.scenario().compile();

        assertThat(problem.crews()).extracting(PlanningProblem.Crew::id).containsExactly("EQP-ann");
        assertThat(problem.crews()).extracting(PlanningProblem.Crew::people).containsExactly(1.0);
        assertThat(problem.crews()).extracting(PlanningProblem.Crew::rate).containsExactly(45.0);
        PlanningProblem unknown = company.relation(RelationType.STAFFED_BY, "PRO-cast", "EQP-team", "skill", "无人会")
                .scenario()
                .compile();
        assertThat(step(unknown, "PRO-cast").machines())
                .allMatch(option -> option.people().getLast().oneOf().isEmpty());
    }

    @Test
    void setupsOfAWorkshop_areThoseOfItsMachines() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.EQUIPMENT, "EQP-shop", "kind", "workshop", "changeovers", "红>白=90;*>*=30")
                .node(NodeType.EQUIPMENT, "EQP-mill", "setup", "红")
                .relation(RelationType.PART_OF, "EQP-mill", "EQP-shop")
                .relation(RelationType.RUNS_ON, "PRO-mill", "EQP-mill", "setup", "白")
                .scenario()
                .compile();

        PlanningProblem.Machine mill = problem.machines().getLast();
        int white = step(problem, "PRO-mill").machines().getFirst().setup();
        assertThat(mill.setups().minutes(mill.setups().today(), white)).isEqualTo(90);
        assertThat(mill.setups().minutes(white, mill.setups().today())).isEqualTo(30);
        assertThat(problem.machines().getFirst().setups().matter()).isFalse();
    }

    @Test
    void shiftsOfCertainDates_holdOnThemAlone() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.CALENDAR, "CAL-day", "datedShifts", "2026-12-01..2026-12-31 MON-FRI 10:00-12:00")
                .scenario()
                .compile();

        WorkingTime mill = problem.machines().getLast().time();
        assertThat(worked(problem, mill, LocalDate.of(2026, 11, 30))).isEqualTo(12 * 60);
        assertThat(worked(problem, mill, LocalDate.of(2026, 12, 1))).isEqualTo(2 * 60);
        assertThat(worked(problem, mill, LocalDate.of(2026, 12, 31))).isEqualTo(2 * 60);
    }

    @Test
    void aSundayWorkedInstead_isWorkedLikeAMonday() {
        LocalDate sunday = LocalDate.of(2026, 12, 6);
        PlanningProblem usual = SmallCompany.complete().scenario().compile();
        PlanningProblem instead = SmallCompany.complete()
                .node(NodeType.CALENDAR, "CAL-day", "workdays", "2026-12-06..2026-12-06")
                .scenario()
                .compile();

        assertThat(worked(usual, usual.machines().getLast().time(), sunday)).isZero();
        assertThat(worked(instead, instead.machines().getLast().time(), sunday))
                .isEqualTo(worked(usual, usual.machines().getLast().time(), sunday.plusDays(1)))
                .isPositive();
    }

    private static PlanningProblem.Step step(PlanningProblem problem, String process) {
        return problem.routings().stream()
                .flatMap(routing -> routing.steps().stream())
                .filter(step -> step.process().equals(process))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void springFestival_isNotWorked() {
        PlanningProblem problem = base.compile();
        PlanningProblem.Machine mill = problem.machines().getLast();

        assertThat(worked(problem, mill.time(), LocalDate.of(2027, 2, 4))).isEqualTo(720);
        assertThat(worked(problem, mill.time(), LocalDate.of(2027, 2, 8))).isZero();
    }

    @Test
    void overtime_addsTheHoursTheCalendarAllows() {
        PlanningProblem problem = base.compile();
        PlanningProblem.Machine mill = problem.machines().getLast();

        assertThat(worked(problem, mill.time(), LocalDate.of(2026, 11, 28))).isZero();
        assertThat(worked(problem, mill.overtime(), LocalDate.of(2026, 11, 28))).isEqualTo(480);
    }

    @Test
    void overtimeOfAMonth_endsWhereItsLimitIsReached() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.CALENDAR, "CAL-day", "overtimeHoursPerMonth", 12.0)
                .scenario()
                .compile();
        PlanningProblem.Machine mill = problem.machines().getLast();

        // eight hours each Saturday: the second one of December has four left, the third none; January begins anew
        assertThat(List.of(
                        LocalDate.of(2026, 12, 5),
                        LocalDate.of(2026, 12, 12),
                        LocalDate.of(2026, 12, 19),
                        LocalDate.of(2027, 1, 2)))
                .extracting(day -> worked(problem, mill.overtime(), day))
                .containsExactly(480, 240, 0, 480);
        assertThat(worked(problem, mill.overtime(), LocalDate.of(2026, 12, 18))).isEqualTo(720);
    }

    @Test
    void safetyStockInDays_isThatOfTheMeanDailyUse() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.MATERIAL, "MAT-alu", "safetyStockDays", 10.0)
                .scenario()
                .compile();

        // 300 shells are ordered, six kilograms and five per cent of loss in each
        assertThat(problem.items().stream().filter(i -> i.id().equals("MAT-alu")))
                .extracting(PlanningProblem.Item::safetyStock)
                .satisfiesExactly(
                        stock -> assertThat(stock).isEqualTo(10 * 300 * 6.3 / problem.horizonDays(), within(1e-9)));
    }

    @Test
    void relationsWithDates_holdInThem() {
        PlanningProblem problem = SmallCompany.complete()
                .relation(RelationType.RUNS_ON, "PRO-mill", "EQP-mill", "validFrom", LocalDate.of(2026, 12, 1))
                .relation(RelationType.CONSUMES, "PRO-cast", "MAT-alu", "validTo", LocalDate.of(2020, 1, 1))
                .scenario()
                .compile();

        Validity mill = step(problem, "PRO-mill").machines().getFirst().valid();
        assertThat(mill.from()).isEqualTo(problem.minute(LocalDate.of(2026, 12, 1)));
        assertThat(mill.until()).isEqualTo(Integer.MAX_VALUE);
        assertThat(step(problem, "PRO-cast").machines().getFirst().valid().isAlways())
                .isTrue();
        assertThat(step(problem, "PRO-cast").consumptions())
                .as("a line of the BOM that has ended")
                .isEmpty();
        assertThat(step(base.compile(), "PRO-cast").consumptions()).hasSize(1);
    }

    @Test
    void withoutTheRelations_theLeversAreGone() {
        PlanningProblem problem = SmallCompany.complete()
                .without(RelationType.OUTSOURCED_TO)
                .without(RelationType.SUPPLIES)
                .scenario()
                .compile();

        assertThat(problem.investments()).isEmpty();
        assertThat(problem.routings().getFirst().steps())
                .allMatch(s -> s.subcontracts().isEmpty());
        assertThat(base.compile().investments()).hasSize(1);
    }

    @Test
    void accounts_becomeOpeningCashAndDatedItems() {
        PlanningProblem.Finance finance = base.compile().finance();

        assertThat(finance.openingCash().major()).isEqualByComparingTo("1000000");
        assertThat(finance.labourInPayroll()).isTrue();
        assertThat(finance.cashItems())
                .filteredOn(i -> i.kind().equals("payroll"))
                .extracting(PlanningProblem.CashItem::date)
                .startsWith(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 1, 10))
                .hasSize(6);
    }

    /** The series of the euro says 7.8, and 9 from 1 December on; today is 21 November. */
    @Test
    void exchangeRates_areThoseOfTodayAndThoseExpectedOnLaterDays() {
        ExchangeRate euro = euro(base.compile());

        assertThat(euro.on(0)).isEqualTo(7.8);
        assertThat(euro.on(9)).isEqualTo(7.8);
        assertThat(euro.on(10)).isEqualTo(9);
        assertThat(base.compile().offers())
                .filteredOn(o -> o.supplier().equals("SUP-far"))
                .extracting(Offer::currency, Offer::price)
                .containsExactly(tuple("EUR", 2.5 * 7.8));
    }

    @Test
    void changeOfARateForSomeTime_holdsInThatTime() {
        var change = new Change(
                Dimension.FINANCE_FX,
                Set.of(),
                Change.Form.RELATIVE,
                10,
                LocalDate.of(2026, 11, 26),
                LocalDate.of(2026, 12, 5));

        ExchangeRate euro = euro(base.with(change).compile());

        assertThat(euro.byDay())
                .hasSize(4)
                .containsEntry(0, 7.8)
                .hasEntrySatisfying(5, rate -> assertThat(rate).isCloseTo(7.8 * 1.1, within(1e-12)))
                .hasEntrySatisfying(10, rate -> assertThat(rate).isCloseTo(9 * 1.1, within(1e-12)))
                .containsEntry(15, 9.0);
    }

    /** 78,000 CNY in the books are EUR 10,000 at 7.8, whatever the euro is worth tomorrow. */
    @Test
    void payableInForeignCurrency_isOwedInItAtTheRateOfTheBooksOrAsStated() {
        SmallCompany company = SmallCompany.complete()
                .node(NodeType.ACCOUNT, "ACC-far", "kind", "payable", "amount", 78_000.0, "currency", "EUR")
                .node(
                        NodeType.ACCOUNT,
                        "ACC-far-2",
                        "kind",
                        "payable",
                        "amount",
                        78_000.0,
                        "currency",
                        "EUR",
                        "originalAmount",
                        9_950.5);

        PlanningProblem problem =
                company.scenario().with(Change.of(Dimension.FINANCE_FX, 10)).compile();

        assertThat(problem.finance().cashItems())
                .filteredOn(item -> item.id().startsWith("ACC-far"))
                .extracting(PlanningProblem.CashItem::amount, PlanningProblem.CashItem::original)
                .containsExactly(
                        tuple(Money.fen(-7_800_000), new Money(Currency.getInstance("EUR"), -1_000_000)),
                        tuple(Money.fen(-7_800_000), new Money(Currency.getInstance("EUR"), -995_050)));
        assertThat(euro(problem).on(0)).isCloseTo(8.58, within(1e-12));
    }

    private static ExchangeRate euro(PlanningProblem problem) {
        return Objects.requireNonNull(problem.finance().rates().get("EUR"));
    }

    /** Of what arrived in the running quarter before today, what was sent back does not count. */
    @Test
    void rebateOfAnOffer_knowsWhatArrivedInItsPeriodBefore() {
        SmallCompany company = SmallCompany.complete()
                .without(RelationType.SUPPLIES)
                .relation(
                        RelationType.SUPPLIES,
                        "SUP-near",
                        "MAT-alu",
                        "price",
                        20.0,
                        "leadTimeDays",
                        7.0,
                        "rebateTiers",
                        "1000=1;5000=2.5");
        arrived(company, "PUR-1", LocalDate.of(2026, 9, 30), 4_000);
        arrived(company, "PUR-2", LocalDate.of(2026, 10, 1), 3_000);
        arrived(company, "PUR-3", LocalDate.of(2026, 11, 20), 2_000);

        Rebate rebate = Objects.requireNonNull(
                company.scenario().compile().offers().getFirst().rebate());

        assertThat(rebate.months()).isEqualTo(3);
        assertThat(rebate.quantityBefore()).isEqualTo(4_990);
        assertThat(rebate.valueBefore()).isCloseTo(4_990 * 21, within(1e-6));
        assertThat(rebate.percent(999)).isEqualTo(0);
        assertThat(rebate.percent(4_999)).isEqualTo(1);
        assertThat(rebate.percent(5_000)).isEqualTo(2.5);
    }

    private static void arrived(SmallCompany company, String id, LocalDate day, double quantity) {
        company.node(
                        NodeType.PURCHASE_ORDER,
                        id,
                        "status",
                        "closed",
                        "quantity",
                        quantity,
                        "price",
                        21.0,
                        "dueDate",
                        day,
                        "deliveredDate",
                        day,
                        "deliveredQuantity",
                        quantity,
                        "rejectedQuantity",
                        5.0)
                .relation(RelationType.FOR, id, "MAT-alu")
                .relation(RelationType.PLACED_WITH, id, "SUP-near");
    }

    @Test
    void subsidyOfEquipment_isAShareOfItsPriceAndNeedsADate() {
        SmallCompany company = SmallCompany.complete()
                .node(NodeType.POLICY, "POL-soon", "kind", "subsidy", "ratePercent", 10.0, "paymentTermDays", 60.0)
                .relation(RelationType.APPLIES_TO, "POL-soon", "EQP-mould")
                .node(
                        NodeType.POLICY,
                        "POL-capped",
                        "kind",
                        "subsidy",
                        "ratePercent",
                        30.0,
                        "amount",
                        50_000.0,
                        "paymentTermDays",
                        90.0)
                .relation(RelationType.APPLIES_TO, "POL-capped", "EQP-mould")
                .node(NodeType.POLICY, "POL-undated", "kind", "subsidy", "ratePercent", 50.0)
                .relation(RelationType.APPLIES_TO, "POL-undated", "EQP-mould");

        assertThat(company.scenario().compile().investments())
                .extracting(PlanningProblem.Investment::subsidy)
                .containsExactly(new PlanningProblem.Subsidy("POL-soon", 68_000, 60));
    }

    @Test
    void billWithADiscountDate_isDiscountedBeforeItMaturesAtItsRate() {
        SmallCompany company = SmallCompany.complete();
        bill(company, "ACC-yes", LocalDate.of(2026, 12, 1), 2.4);
        bill(company, "ACC-past", LocalDate.of(2026, 11, 1), 2.4);
        bill(company, "ACC-late", LocalDate.of(2027, 3, 1), 2.4);
        company.node(NodeType.ACCOUNT, "ACC-D", "kind", "bill-discount", "amount", 500_000.0, "ratePercent", 3.0);

        PlanningProblem.Finance finance = company.scenario().compile().finance();

        assertThat(finance.cashItems())
                .filteredOn(item -> item.kind().equals("bill-receivable"))
                .extracting(PlanningProblem.CashItem::id, PlanningProblem.CashItem::discount)
                .containsExactlyInAnyOrder(
                        tuple("ACC-yes", new PlanningProblem.Discount(LocalDate.of(2026, 12, 1), 2.4)),
                        tuple("ACC-past", null),
                        tuple("ACC-late", null));
        assertThat(finance.discountLines())
                .containsExactly(
                        new PlanningProblem.DiscountLine("ACC-D", Money.fen(50_000_000), 3, Integer.MAX_VALUE));
    }

    private static void bill(SmallCompany company, String id, LocalDate discounted, double rate) {
        company.node(
                NodeType.ACCOUNT,
                id,
                "kind",
                "bill-receivable",
                "amount",
                1_000.0,
                "dueDate",
                LocalDate.of(2027, 2, 1),
                "discountDate",
                discounted,
                "ratePercent",
                rate);
    }

    @Test
    void vatCredit_opensAsWhatTheTaxOfficeHasNotTakenOffYet() {
        PlanningProblem.Finance finance = SmallCompany.complete()
                .node(NodeType.ACCOUNT, "ACC-vat", "kind", "vat-credit", "amount", 3_860.5)
                .scenario()
                .compile()
                .finance();

        assertThat(finance.openingVatCredit()).isEqualTo(Money.fen(386_050));
        assertThat(base.compile().finance().openingVatCredit()).isEqualTo(Money.fen(0));
    }

    @Test
    void creditLine_lendsAtItsRateUntilItsLastDay() {
        PlanningProblem.Finance finance = SmallCompany.complete()
                .node(
                        NodeType.ACCOUNT,
                        "ACC-line",
                        "kind",
                        "credit-line",
                        "amount",
                        600_000.0,
                        "ratePercent",
                        4.35,
                        "endDate",
                        LocalDate.of(2026, 12, 31))
                .scenario()
                .compile()
                .finance();

        assertThat(finance.creditLines())
                .containsExactly(new PlanningProblem.CreditLine(Money.fen(60_000_000), 4.35, 40));
    }

    /**
     * By hand. Cash 1,000,000.00, receivable 50,000.00, stock 500 × 19.00 = 9,500.00, VAT 3,860.50 and fixed assets 700,000.00, less loans of
     * 300,000.00 (due in 2030) and 80,000.00 and a payable of 120,000.00: equity 1,263,360.50.
     */
    @Test
    void openingTrialBalance_isTheBalanceSheetThatTheAccountsState() {
        PlanningProblem problem = SmallCompany.complete()
                .node(NodeType.ACCOUNT, "ACC-vat", "kind", "vat-credit", "amount", 3_860.5)
                .node(NodeType.ACCOUNT, "ACC-plant", "kind", "fixed-asset", "amount", 700_000.0)
                .node(NodeType.ACCOUNT, "ACC-wages-due", "kind", "payable", "amount", 120_000.0)
                .node(
                        NodeType.ACCOUNT,
                        "ACC-long",
                        "kind",
                        "loan",
                        "amount",
                        300_000.0,
                        "dueDate",
                        LocalDate.of(2030, 1, 15),
                        "ratePercent",
                        3.6)
                .node(
                        NodeType.ACCOUNT,
                        "ACC-short",
                        "kind",
                        "loan",
                        "amount",
                        80_000.0,
                        "dueDate",
                        LocalDate.of(2026, 12, 20))
                .scenario()
                .compile();
        Evaluation evaluation = Evaluator.evaluate(problem, OneProductShop.nothing());

        assertThat(evaluation.ledger().trialBalance(problem.asOf()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Account.CASH, Money.fen(100_000_000),
                        Account.RECEIVABLES, Money.fen(5_000_000),
                        Account.INVENTORY, Money.fen(950_000),
                        Account.VAT_CREDIT, Money.fen(386_050),
                        Account.FIXED_ASSETS_BEFORE, Money.fen(70_000_000),
                        Account.LOANS, Money.fen(-38_000_000),
                        Account.PAYABLES, Money.fen(-12_000_000),
                        Account.EQUITY, Money.fen(-126_336_050)));
        LocalDate end = problem.asOf().plusDays(problem.horizonDays() - 1L);
        assertThat(evaluation.ledger().balance(Account.LOANS, end)).isEqualTo(Money.fen(-30_000_000));
        assertThat(evaluation.ledger().balance(Account.FIXED_ASSETS_BEFORE, end))
                .isEqualTo(Money.fen(70_000_000));
        assertThat(evaluation.kpis().capex()).isEqualTo(Money.fen(0));
        assertThat(evaluation.kpis().depreciation()).isEqualTo(Money.fen(0));
    }

    /** Dimensions that need a substitute say so: the small company has none, and planning with substitutes comes later. */
    @ParameterizedTest
    @EnumSource(value = Dimension.class, mode = EnumSource.Mode.EXCLUDE, names = "SUBSTITUTE_COST")
    void everyDimension_movesTheProblem(Dimension dimension) {
        double up = dimension.isRelative() ? 10 : Math.max(2, dimension.standIn());
        double value = dimension == Dimension.PROCESS_YIELD || dimension == Dimension.EQUIPMENT_AVAILABILITY ? -up : up;

        assertThat(base.with(Change.of(dimension, value)).compile()).isNotEqualTo(base.compile());
    }

    private static int worked(PlanningProblem problem, WorkingTime time, LocalDate day) {
        return time.workedBetween(problem.minute(day), problem.minute(day.plusDays(1)));
    }
}

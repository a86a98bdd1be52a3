package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Money;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.Restriction.Spending;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of the kinds that became restrictions last; the as-of day is Saturday 2026-11-21. */
class RuleFormsTest {
    private static final Condition.Stance MUST = new Condition.Stance(Modality.MUST, 10);
    private static final Window DECEMBER = new Window(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
    private static final List<String> MILL = List.of("EQP-mill");
    private static final List<String> ALU = List.of("MAT-alu");

    @Test
    void overtimeByTheMonth_isOneLimitEachMonth() {
        List<Restriction> limits = restrictions(new Condition.OvertimeLimit(
                MUST, MILL, said(36, "h/month"), new Window(null, LocalDate.of(2027, 1, 15))));

        assertThat(limits)
                .containsExactly(
                        new Restriction.OvertimeCap(Set.of(2), 2160, 0, 10 * DAY),
                        new Restriction.OvertimeCap(Set.of(2), 2160, 10 * DAY, 41 * DAY),
                        new Restriction.OvertimeCap(Set.of(2), 2160, 41 * DAY, 56 * DAY));
    }

    @Test
    void daysOff_closeTheMachines_andDaysWorkedOpenThem() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        Condition off = calendar(false, new Window(monday, monday));
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        assertThat(restrictions(off))
                .containsExactly(new Restriction.NotWorked(
                        Set.of(0, 1, 2), WorkingTime.of(List.of(new int[] {2 * DAY, 3 * DAY}))));
        PlanningProblem.Machine mill =
                compile(calendar(true, new Window(sunday, sunday))).machines().get(2);
        assertThat(mill.time().workedBetween(DAY, 2 * DAY)).isEqualTo(720);
        assertThat(compile(off).machines().get(2).time().workedBetween(DAY, 2 * DAY))
                .isZero();
    }

    @Test
    void dayThatIsWorkedByPreference_isOvertime() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);
        Condition rather = new Condition.WorkingCalendar(
                new Condition.Stance(Modality.PREFER, 10),
                List.of(),
                true,
                Optional.empty(),
                new Window(sunday, sunday),
                Optional.empty());

        PlanningProblem.Machine mill = compile(rather).machines().get(2);

        assertThat(mill.time()).isEqualTo(compile().machines().get(2).time());
        assertThat(mill.overtime().workedBetween(DAY, 2 * DAY)).isEqualTo(720);
        assertThat(mill.overtime().workedBetween(0, DAY))
                .isEqualTo(compile().machines().get(2).overtime().workedBetween(0, DAY));
        assertThat(mill.overtimePremiumPercent()).isEqualTo(50);
    }

    @Test
    void nightsWithoutAShiftOfThatName_areTheHoursFromTenToSix() {
        var closed = (Restriction.NotWorked)
                restrictions(new Condition.ShiftBan(MUST, MILL, "night", DECEMBER, Optional.of("FREQ=WEEKLY;BYDAY=TU")))
                        .getFirst();

        // Tuesday 1 December
        assertThat(closed.closed().start(0)).isEqualTo(10 * DAY + 22 * 60);
        assertThat(closed.closed().end(0)).isEqualTo(11 * DAY + 6 * 60);
        assertThat(closed.closed().size()).isEqualTo(5);
    }

    @Test
    void downtimeThatFloats_takesTheDaysOnWhichLeastIsWorked() {
        Condition down = new Condition.ResourceDowntime(
                MUST, MILL, DECEMBER, Optional.of(2), Optional.empty(), Optional.empty());

        // the first weekend of December
        assertThat(restrictions(down)).containsExactly(new Restriction.MachineDown(2, 14 * DAY, 16 * DAY));
    }

    @Test
    void tolerance_isAgainstTodaysPriceWhateverIsSupposed() {
        Condition dearer =
                new Condition.PriceChange(MUST, ALU, new Quantity(10, "%", Quantity.Form.RELATIVE), Window.ALWAYS);
        Condition tolerated =
                new Condition.PriceTolerance(MUST, List.of("MAT-alu", "SUP-near"), said(5, "%"), Window.ALWAYS);

        PlanningProblem problem = compile(dearer, tolerated);

        var limit = (Restriction.PriceLimit) problem.rules().getFirst().restriction();
        assertThat(limit.most().keySet()).containsExactly(0);
        assertThat(limit.most().get(0)).isCloseTo(21, within(1e-9));
        assertThat(problem.offers().getFirst().price()).isCloseTo(22, within(1e-9));
    }

    @Test
    void sharesOfEach_areOneLimitForEachSupplier() {
        assertThat(restrictions(new Condition.PurchaseShare(MUST, ALU, true, Comparison.LE, 60, Window.ALWAYS)))
                .containsExactly(
                        new Restriction.PurchaseShare(
                                "SUP-far", Set.of(1), Set.of(0, 1), false, 60, 0, Integer.MAX_VALUE),
                        new Restriction.PurchaseShare(
                                "SUP-near", Set.of(0), Set.of(0, 1), false, 60, 0, Integer.MAX_VALUE));
    }

    @Test
    void tonnes_areTheMaterialsKilograms() {
        assertThat(restrictions(new Condition.MinOrderQty(MUST, ALU, said(2, "t"), Window.ALWAYS)))
                .containsExactly(new Restriction.MinimumOrder(Set.of(0, 1), 2000, 0, Integer.MAX_VALUE));
        assertThat(restrictions(new Condition.StockLimit(MUST, ALU, Comparison.LE, said(3, "t"), DECEMBER)))
                .containsExactly(new Restriction.StockCeiling(item("MAT-alu"), 3000, 10 * DAY, 41 * DAY));
    }

    @Test
    void stockThatIsTooLowToday_countsFromWhenAnOrderCouldBeThere() {
        var floor = (Restriction.StockFloor)
                restrictions(new Condition.SafetyStock(MUST, ALU, said(900, "kg"), Window.ALWAYS))
                        .getFirst();

        // 500 are there; 7 days and the usual delay of a day from the near supplier
        assertThat(floor.from()).isEqualTo(9 * DAY);
        assertThat(floor.quantity()).isEqualTo(900);
    }

    @Test
    void daysOfUse_areDaysOfTheMeanUseOfTheHorizon() {
        var floor = (Restriction.StockFloor)
                restrictions(new Condition.SafetyStock(MUST, ALU, said(10, "days"), Window.ALWAYS))
                        .getFirst();
        PlanningProblem problem = compile();

        assertThat(floor.quantity())
                .isEqualTo(10 * SafetyStocks.dailyUse(problem)[item("MAT-alu")])
                .isPositive();
    }

    @Test
    void budgetOfAMaterial_isOfItsPurchases() {
        assertThat(restrictions(new Condition.BudgetCap(MUST, ALU, Optional.empty(), said(1e6, "CNY"), DECEMBER)))
                .containsExactly(new Restriction.SpendingCap(
                        Spending.PURCHASE, Set.of(item("MAT-alu")), Money.of(Money.CNY, 1e6), 10 * DAY, 41 * DAY));
    }

    @Test
    void noEnergyAtSomeHours_isNoWorkThen() {
        Condition none = new Condition.EnergyCap(
                MUST,
                List.of("EQP-cast"),
                said(0, "kWh"),
                List.of(new Condition.TimeOfDay("08:00", "12:00"), new Condition.TimeOfDay("13:00", "24:00")),
                new Window(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)));

        assertThat(restrictions(none))
                .containsExactly(new Restriction.NotWorked(
                        Set.of(0, 1), WorkingTime.of(List.of(new int[] {3 * DAY + 480, 3 * DAY + 720}, new int[] {
                            3 * DAY + 780, 4 * DAY
                        }))));
    }

    @Test
    void ratesOfTheState_holdFromTheirDay() {
        Window later = new Window(LocalDate.of(2027, 1, 1), null);
        PlanningProblem problem = compile(
                new Condition.Policy(MUST, List.of(), "vat", said(9, "%"), later),
                new Condition.Policy(MUST, List.of(), "carbon", said(100, "CNY/t"), later),
                new Condition.Policy(
                        MUST, List.of(), "tariff", new Quantity(5, "pp", Quantity.Form.PCT_POINTS), later));
        int day = 41;

        assertThat(problem.finance().vatPercentOn(day - 1)).isEqualTo(13);
        assertThat(problem.finance().vatPercentOn(day)).isEqualTo(9);
        assertThat(problem.finance().carbonPriceOn(day - 1)).isEqualTo(80);
        assertThat(problem.finance().carbonPriceOn(day)).isEqualTo(100);
        assertThat(problem.offers().get(1).dutyPercentOn(day - 1)).isEqualTo(6);
        assertThat(problem.offers().get(1).dutyPercentOn(day)).isEqualTo(11);
        assertThat(problem.offers().getFirst().dutyPercentOn(day)).isZero();
    }

    @Test
    void substituteThatIsAllowed_isARoutingAtItsRatio() {
        PlanningProblem problem =
                compile(new Condition.Substitution(MUST, "MAT-alu", "MAT-lid", true, true, 1.2, Window.ALWAYS));

        assertThat(problem.routings())
                .filteredOn(PlanningProblem.Routing::substitution)
                .singleElement()
                .satisfies(r -> assertThat(
                                r.steps().getFirst().consumptions().getFirst().quantityPerUnit())
                        .isEqualTo(1.2));
    }

    @Test
    void priceThatPassesAValue_isDecidedAtOnce() {
        Condition.Conditional when = new Condition.Conditional(
                MUST,
                "price",
                ALU,
                Comparison.GT,
                said(21, "CNY/kg"),
                new Condition.SourcingBan(MUST, List.of("SUP-near", "MAT-alu"), Window.ALWAYS));
        Condition dearer =
                new Condition.PriceChange(MUST, ALU, new Quantity(10, "%", Quantity.Form.RELATIVE), Window.ALWAYS);

        var heldAgainst = new Restriction.When(Restriction.Figure.PRICE, Set.of(0), Comparison.GT, 21, List.of());
        assertThat(compile(when).rules()).extracting(PlannedRule::restriction).containsExactly(heldAgainst);
        assertThat(compile(dearer, when).rules())
                .extracting(PlannedRule::restriction)
                .containsExactly(new Restriction.BannedOffers(Set.of(0), 0, Integer.MAX_VALUE), heldAgainst);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        new Condition.CapacityChange(
                                MUST, MILL, Optional.of(Comparison.GE), said(500, "件/day"), DECEMBER),
                        ConditionRefused.Code.MORE_CAPACITY),
                Arguments.of(
                        new Condition.CapacityChange(
                                MUST, MILL, Optional.of(Comparison.LE), said(500, "件/shift"), DECEMBER),
                        ConditionRefused.Code.PERIOD_NOT_OBEYED),
                Arguments.of(
                        new Condition.EnergyCap(MUST, MILL, said(150, "kW"), List.of(), DECEMBER),
                        ConditionRefused.Code.PEAK_POWER),
                Arguments.of(
                        new Condition.StockLimit(
                                MUST, List.of("MAT-alu", "SIT-a"), Comparison.LE, said(1, "t"), DECEMBER),
                        ConditionRefused.Code.STOCK_AT_SITE),
                Arguments.of(
                        new Condition.ShelfLife(MUST, List.of("MAT-lid"), said(60, "%"), true, DECEMBER),
                        ConditionRefused.Code.SHELF_LIFE_UNKNOWN),
                Arguments.of(
                        new Condition.Policy(MUST, List.of(), "export-rebate", said(9, "%"), DECEMBER),
                        ConditionRefused.Code.RATE_NOT_KNOWN),
                Arguments.of(
                        new Condition.Policy(MUST, ALU, "vat", said(9, "%"), DECEMBER),
                        ConditionRefused.Code.RATE_FOR_ALL_ONLY),
                Arguments.of(
                        new Condition.BudgetCap(MUST, ALU, Optional.of("freight"), said(9, "CNY"), DECEMBER),
                        ConditionRefused.Code.BUDGET_SCOPE),
                Arguments.of(
                        new Condition.ShiftBan(MUST, MILL, "night", DECEMBER, Optional.of("FREQ=HOURLY")),
                        ConditionRefused.Code.RECURRENCE_NOT_READ),
                Arguments.of(
                        new Condition.Conditional(MUST, "downtime", List.of(), Comparison.GT, said(3, "d"), cash(1e6)),
                        ConditionRefused.Code.FIGURE_NOT_PLANNED),
                Arguments.of(
                        new Condition.Conditional(
                                MUST,
                                "cash",
                                List.of(),
                                Comparison.LT,
                                said(1e6, "CNY"),
                                new Condition.DemandChange(MUST, List.of(), said(5, "%"), DECEMBER)),
                        ConditionRefused.Code.THEN_NOT_A_RULE));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Condition condition, ConditionRefused.Code code) {
        assertThatThrownBy(() -> compile(condition))
                .isInstanceOfSatisfying(
                        ConditionRefused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void whatARestrictionCouldOnlyLeaveOut_isRefused() {
        for (Condition condition : List.of(
                new Condition.PriceTolerance(MUST, List.of("ENE-grid"), said(5, "%"), DECEMBER),
                new Condition.SafetyStock(MUST, List.of("SIT-store", "MAT-alu"), said(5, "days"), DECEMBER),
                new Condition.ShelfLife(MUST, List.of("CUS-1", "MAT-alu"), said(30, "days"), false, DECEMBER),
                new Condition.BudgetCap(
                        MUST, List.of("SUP-near", "MAT-alu"), Optional.empty(), said(5e5, "CNY"), DECEMBER),
                new Condition.Policy(MUST, List.of("CUS-1"), "tariff", said(5, "%"), DECEMBER),
                new Condition.Policy(MUST, List.of("MAT-alu"), "carbon", said(90, "CNY/t"), DECEMBER),
                new Condition.Policy(MUST, List.of(), "carbon", said(10, "%"), DECEMBER),
                new Condition.EnergyCap(MUST, List.of("ENE-grid", "ENE-gas"), said(5, "kWh"), List.of(), DECEMBER))) {
            assertThatThrownBy(() -> compile(condition))
                    .as(condition.toString())
                    .isInstanceOf(ConditionRefused.class);
        }
    }

    @Test
    void marginOfAQuarter_isNotThatOfTheWholeHorizon() {
        assertThat(restrictions(new Condition.MarginFloor(MUST, List.of(), 22, DECEMBER)))
                .singleElement()
                .isInstanceOf(Restriction.MarginOf.class);
        assertThat(restrictions(new Condition.MarginFloor(MUST, List.of(), 22, Window.ALWAYS)))
                .singleElement()
                .isInstanceOf(Restriction.MarginFloor.class);
    }

    private static Condition cash(double floor) {
        return new Condition.CashFloor(MUST, said(floor, "CNY"), Window.ALWAYS);
    }

    private static Condition calendar(boolean working, Window window) {
        return new Condition.WorkingCalendar(MUST, List.of(), working, Optional.empty(), window, Optional.empty());
    }

    private static int item(String id) {
        Map<String, Integer> places = new java.util.HashMap<>();
        compile().items().forEach(i -> places.put(i.id(), i.index()));
        return places.getOrDefault(id, -1);
    }

    private static Quantity said(double value, String unit) {
        return new Quantity(value, unit, Quantity.Form.SET);
    }

    private static List<Restriction> restrictions(Condition condition) {
        return compile(condition).rules().stream().map(PlannedRule::restriction).toList();
    }

    private static PlanningProblem compile(Condition... conditions) {
        return SmallCompany.complete()
                .scenario()
                .confirming(Stream.of(conditions)
                        .map(c -> new ConfirmedCondition("RUL-1", "原话", "KIND", c, "tester"))
                        .toList())
                .compile();
    }
}

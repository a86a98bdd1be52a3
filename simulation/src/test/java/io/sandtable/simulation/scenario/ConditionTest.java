package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.Money;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Condition.Stance MUST = new Condition.Stance(Modality.MUST, 10);
    private static final Condition.Stance PREFER = new Condition.Stance(Modality.PREFER, 30);
    private static final Condition.Stance FORECAST = new Condition.Stance(Modality.FORECAST, 10);
    private static final Window DECEMBER = new Window(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
    private static final int DAY = PlanningProblem.DAY;

    @Test
    void demandInPercent_becomesAChangeAndNoRule() {
        PlanningProblem problem = compile(new Condition.DemandChange(
                FORECAST,
                List.of("FAM-shell"),
                percent(40),
                new Window(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31))));

        assertThat(problem.demands())
                .extracting(PlanningProblem.Demand::quantity)
                .containsExactly(100.0, 280.0, 50.0);
        assertThat(problem.rules()).isEmpty();
    }

    @Test
    void demandInPieces_isSpreadOverTheOrdersInProportion() {
        PlanningProblem problem = compile(new Condition.DemandChange(
                FORECAST, List.of("FAM-shell"), new Quantity(150, "件", Quantity.Form.DELTA), Window.ALWAYS));

        assertThat(problem.demands())
                .extracting(PlanningProblem.Demand::quantity)
                .containsExactly(150.0, 300.0, 50.0);
    }

    @Test
    void demandWhereNothingIsOrdered_isRefused() {
        assertThatThrownBy(() -> compile(new Condition.DemandChange(
                        FORECAST,
                        List.of("FAM-shell"),
                        new Quantity(150, "件", Quantity.Form.DELTA),
                        new Window(LocalDate.of(2027, 4, 1), null))))
                .isInstanceOfSatisfying(
                        ConditionRefused.class,
                        r -> assertThat(r.code()).isEqualTo(ConditionRefused.Code.NOTHING_TO_CHANGE));
    }

    @Test
    void pricePerTonne_isConvertedToTheMaterialsUnit() {
        PlanningProblem problem = compile(new Condition.PriceChange(
                FORECAST, List.of("MAT-alu"), new Quantity(21_500, "CNY/t", Quantity.Form.SET), Window.ALWAYS));

        assertThat(problem.offers()).allSatisfy(o -> assertThat(o.price()).isEqualTo(21.5));
    }

    @Test
    void capacityReservation_coversEveryMachineInItsWindow() {
        PlannedRule rule = only(new Condition.CapacityReservation(MUST, List.of(), 30, Optional.of("rush"), DECEMBER));

        assertThat(rule.must()).isTrue();
        assertThat(rule.by()).isEqualTo("tester");
        assertThat(rule.restriction())
                .isEqualTo(new Restriction.ReserveCapacity(java.util.Set.of(0, 1, 2), 10 * DAY, 41 * DAY, 30));
    }

    @Test
    void preference_keepsItsWeight() {
        PlannedRule rule =
                only(new Condition.CapacityReservation(PREFER, List.of("EQP-mill"), 10, Optional.empty(), DECEMBER));

        assertThat(rule.must()).isFalse();
        assertThat(rule.weight()).isEqualTo(30);
        assertThat(rule.restriction())
                .isEqualTo(new Restriction.ReserveCapacity(java.util.Set.of(2), 10 * DAY, 41 * DAY, 10));
    }

    @Test
    void supplierAtSpringFestival_isClosedFromEveToLastHoliday() {
        PlannedRule rule = rules(new Condition.SupplierShutdown(
                        MUST, List.of("SUP-near"), Optional.empty(), Optional.of("春节"), Optional.empty()))
                .getFirst();

        var closed = (Restriction.SupplierClosed) rule.restriction();
        // New Year's Eve is 2027-02-05, 76 days after the as-of day
        assertThat(closed.from()).isEqualTo(76 * DAY);
    }

    @Test
    void soleSource_bansTheOtherOffers() {
        assertThat(only(new Condition.SourcingAllowOnly(MUST, List.of("MAT-alu", "SUP-near"), Window.ALWAYS))
                        .restriction())
                .isEqualTo(new Restriction.BannedOffers(java.util.Set.of(1), 0, Integer.MAX_VALUE));
        assertThat(only(new Condition.SourcingBan(MUST, List.of("SUP-near", "MAT-alu"), Window.ALWAYS))
                        .restriction())
                .isEqualTo(new Restriction.BannedOffers(java.util.Set.of(0), 0, Integer.MAX_VALUE));
    }

    @Test
    void processThatMayNotLeave_isNamedByItsOperationOrItsProduct() {
        assertThat(only(new Condition.ConfidentialProcess(MUST, List.of("PRO-cast"), false, Window.ALWAYS))
                        .restriction())
                .isEqualTo(new Restriction.NoOutsourcing(java.util.Set.of("PRO-cast"), 0, Integer.MAX_VALUE));
        assertThat(only(new Condition.ConfidentialProcess(MUST, List.of("FAM-shell"), false, Window.ALWAYS))
                        .restriction())
                .isEqualTo(
                        new Restriction.NoOutsourcing(java.util.Set.of("PRO-cast", "PRO-mill"), 0, Integer.MAX_VALUE));
    }

    @Test
    void moneyLimits_areExact() {
        assertThat(only(new Condition.CashFloor(MUST, yuan(800_000), Window.ALWAYS))
                        .restriction())
                .isEqualTo(new Restriction.CashFloor(Money.of(Money.CNY, 800_000), 0, Integer.MAX_VALUE));
        assertThat(only(new Condition.BudgetCap(MUST, List.of(), Optional.of("capex"), yuan(500_000), DECEMBER))
                        .restriction())
                .isEqualTo(new Restriction.BudgetCap(Money.of(Money.CNY, 500_000), 10 * DAY, 41 * DAY));
    }

    @Test
    void deadline_includesItsDay() {
        assertThat(only(new Condition.MustDeliver(MUST, List.of("ORD-1"), LocalDate.of(2026, 12, 20), Window.ALWAYS))
                        .restriction())
                .isEqualTo(new Restriction.DeliverBy(java.util.Set.of(0), 30 * DAY));
    }

    @Test
    void lostCapacity_staysFree_andMoreOfItIsRefused() {
        assertThat(only(new Condition.CapacityChange(
                                FORECAST, List.of("EQP-mill"), Optional.empty(), percent(-50), DECEMBER))
                        .restriction())
                .isEqualTo(new Restriction.ReserveCapacity(java.util.Set.of(2), 10 * DAY, 41 * DAY, 50));
        assertThatThrownBy(() -> compile(new Condition.CapacityChange(
                        FORECAST, List.of("EQP-mill"), Optional.empty(), percent(20), DECEMBER)))
                .isInstanceOf(ConditionRefused.class);
    }

    @Test
    void machineDownInTheAfternoon_isDownOnlyThen() {
        Condition down = new Condition.ResourceDowntime(
                MUST,
                List.of("EQP-mill"),
                new Window(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)),
                Optional.empty(),
                Optional.of(new Condition.TimeOfDay("12:00", "18:00")),
                Optional.empty());

        assertThat(only(down).restriction()).isEqualTo(new Restriction.MachineDown(2, 3 * DAY + 720, 3 * DAY + 1080));
    }

    @Test
    void machineDownOverNight_isUpAgainTheMorningAfter() {
        Condition down = new Condition.ResourceDowntime(
                MUST,
                List.of("EQP-mill"),
                new Window(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)),
                Optional.empty(),
                Optional.of(new Condition.TimeOfDay("22:00", "06:00")),
                Optional.empty());

        assertThat(only(down).restriction()).isEqualTo(new Restriction.MachineDown(2, 3 * DAY + 1320, 4 * DAY + 360));
    }

    @Test
    void questionsAndWholes_areRefusedAndNotIgnored() {
        for (Condition condition : List.of(
                new Condition.Compound(MUST, List.of(new Condition.Objective("cash"))),
                new Condition.Query(
                        "margin", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Window.ALWAYS))) {
            assertRefused(condition, ConditionRefused.Code.KIND_NOT_OBEYED);
        }
    }

    private static void assertRefused(Condition condition, ConditionRefused.Code code) {
        assertThatThrownBy(() -> compile(condition))
                .isInstanceOfSatisfying(
                        ConditionRefused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static PlannedRule only(Condition condition) {
        List<PlannedRule> rules = rules(condition);
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private static List<PlannedRule> rules(Condition condition) {
        return compile(condition).rules();
    }

    private static PlanningProblem compile(Condition condition) {
        var confirmed = new ConfirmedCondition("RUL-1", "原话", "KIND", condition, "tester");
        return SmallCompany.complete().scenario().confirming(List.of(confirmed)).compile();
    }

    private static Quantity percent(double value) {
        return new Quantity(value, "%", Quantity.Form.RELATIVE);
    }

    private static Quantity yuan(double value) {
        return new Quantity(value, "CNY", Quantity.Form.SET);
    }
}

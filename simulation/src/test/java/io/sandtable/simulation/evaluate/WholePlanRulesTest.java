package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static io.sandtable.simulation.evaluate.OneProductShop.everyDay;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Money;
import io.sandtable.rules.Comparison;
import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Restriction.EmissionOf;
import io.sandtable.simulation.scenario.Restriction.Figure;
import io.sandtable.simulation.scenario.Restriction.FillRate;
import io.sandtable.simulation.scenario.Restriction.MarginOf;
import io.sandtable.simulation.scenario.Restriction.MinimumOrder;
import io.sandtable.simulation.scenario.Restriction.NotWorked;
import io.sandtable.simulation.scenario.Restriction.OutputCap;
import io.sandtable.simulation.scenario.Restriction.OvertimeCap;
import io.sandtable.simulation.scenario.Restriction.PowerCap;
import io.sandtable.simulation.scenario.Restriction.PriceLimit;
import io.sandtable.simulation.scenario.Restriction.PurchaseShare;
import io.sandtable.simulation.scenario.Restriction.ShelfLife;
import io.sandtable.simulation.scenario.Restriction.Spending;
import io.sandtable.simulation.scenario.Restriction.SpendingCap;
import io.sandtable.simulation.scenario.Restriction.StockCeiling;
import io.sandtable.simulation.scenario.Restriction.StockFloor;
import io.sandtable.simulation.scenario.Restriction.When;
import io.sandtable.simulation.scenario.WorkingTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each restriction broken and kept exactly at its edge, by both checks. The standard plan buys 200 kg at CNY 10 that arrive on day 3 and
 * are used on day 5 from 08:00 to 19:00; 98 pieces lie there until day 10.
 */
class WholePlanRulesTest {
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int START = 5 * DAY + 8 * HOUR;
    private static final int END = 5 * DAY + 19 * HOUR;
    private static final Set<Integer> ONE = Set.of(0);
    private static final int AGE = START - (3 * DAY + 600);

    static Stream<Arguments> alsoChecked() {
        // broken, kept exactly at the edge, limit, actual
        return Stream.of(
                Arguments.of(closed(START, START + 60), closed(END, END + 60), 0.0, 60.0),
                Arguments.of(
                        new OutputCap(ONE, 97, 5 * DAY, 6 * DAY), new OutputCap(ONE, 98, 5 * DAY, 6 * DAY), 97.0, 98.0),
                Arguments.of(
                        new MinimumOrder(ONE, 201, 0, ALWAYS), new MinimumOrder(ONE, 200, 0, ALWAYS), 201.0, 200.0),
                Arguments.of(share(false, 99), share(false, 100), 99.0, 100.0),
                Arguments.of(
                        new PriceLimit(Map.of(0, 9.9), 0, ALWAYS),
                        new PriceLimit(Map.of(0, 10.0), 0, ALWAYS),
                        9.9,
                        10.0),
                Arguments.of(
                        new StockFloor(0, 200, 3 * DAY, 6 * DAY), new StockFloor(0, 200, 3 * DAY, 5 * DAY), 200.0, 0.0),
                Arguments.of(new StockCeiling(1, 97, 0, ALWAYS), new StockCeiling(1, 98, 0, ALWAYS), 97.0, 98.0),
                Arguments.of(new ShelfLife(0, AGE - 1), new ShelfLife(0, AGE), (AGE - 1.0) / DAY, (double) AGE / DAY));
    }

    private static Restriction closed(int from, int to) {
        return new NotWorked(ONE, WorkingTime.of(List.of(new int[] {from, to})));
    }

    private static Restriction share(boolean least, double percent) {
        return new PurchaseShare("SUP-RAW", ONE, ONE, least, percent, 0, ALWAYS);
    }

    @ParameterizedTest
    @MethodSource
    void alsoChecked(Restriction broken, Restriction kept, double limit, double actual) {
        var shop = new OneProductShop().rule(kept).rule(broken);

        assertBroken(violations(shop, plan()), limit, actual);
        assertThat(Checker.check(shop.problem(), plan()))
                .filteredOn(f -> f.kind() == Finding.Kind.RULE)
                .extracting(Finding::on)
                .isNotEmpty()
                .containsOnly("RUL-1");
    }

    static Stream<Arguments> judgedByTheLedger() {
        return Stream.of(
                Arguments.of(new EmissionOf(ONE, 54.9, 0, ALWAYS), new EmissionOf(ONE, 55, 0, ALWAYS), 54.9, 55.0),
                Arguments.of(
                        new PowerCap(ONE, 39, everyDay(8, 12)), new PowerCap(ONE, 40, everyDay(8, 12)), 39.0, 40.0),
                Arguments.of(spending(199_999), spending(200_000), 1999.99, 2000.0),
                Arguments.of(
                        new MarginOf(ONE, 43.5, 0, ALWAYS),
                        new MarginOf(ONE, 43.4, 0, ALWAYS),
                        43.5,
                        100.0 * 2130 / 4900),
                // cash is lowest at 6060.50
                Arguments.of(whenCashIsBelow(6061), whenCashIsBelow(6060), 201.0, 200.0));
    }

    private static Restriction spending(long fen) {
        return new SpendingCap(Spending.PURCHASE, Set.of(), Money.fen(fen), 0, ALWAYS);
    }

    private static Restriction whenCashIsBelow(double yuan) {
        return new When(Figure.CASH, Set.of(), Comparison.LT, yuan, List.of(new MinimumOrder(ONE, 201, 0, ALWAYS)));
    }

    @ParameterizedTest
    @MethodSource
    void judgedByTheLedger(Restriction broken, Restriction kept, double limit, double actual) {
        assertBroken(violations(new OneProductShop().rule(kept).rule(broken), plan()), limit, actual);
    }

    @Test
    void awaited_saysFromWhichDayAFigurePassesItsValue() {
        var held = new OneProductShop().rule(whenCashIsBelow(6061)).problem();
        var not = new OneProductShop().rule(whenCashIsBelow(6060)).problem();

        assertThat(Evaluator.evaluate(held, plan()).awaited())
                .containsExactly(new Awaited(
                        "RUL-0",
                        "rule 0",
                        Figure.CASH,
                        "",
                        Comparison.LT,
                        6061,
                        6060.5,
                        "CNY",
                        true,
                        LocalDate.of(2027, 4, 15),
                        LocalDate.of(2027, 5, 8)));
        assertThat(Evaluator.evaluate(not, plan()).awaited())
                .singleElement()
                .returns(false, Awaited::held)
                .returns(6060.5, Awaited::reached)
                .returns(null, Awaited::from);
    }

    @Test
    void leastShareOfASupplier_isBrokenByBuyingElsewhere() {
        var shop = new OneProductShop()
                .rule(share(true, 100))
                .rule(new PurchaseShare("SUP-OTHER", Set.of(), ONE, true, 10, 0, ALWAYS));

        assertBroken(violations(shop, plan()), 10, 0);
    }

    @Test
    void overtime_isWhatLiesBeyondTheShift() {
        Plan usual = plan();
        var overtime = new Plan(
                usual.investments(),
                true,
                usual.liftedRules(),
                usual.lots(),
                usual.purchases(),
                usual.deliveries(),
                usual.search());
        var shop = new OneProductShop()
                .rule(new OvertimeCap(ONE, 180, 0, 7 * DAY))
                .rule(new OvertimeCap(ONE, 0, 7 * DAY, 14 * DAY))
                .rule(new OvertimeCap(ONE, 100, 0, 7 * DAY));
        shop.time = everyDay(8, 16);

        assertThat(violations(shop, overtime)).singleElement().satisfies(v -> {
            assertThat(v.ruleId()).isEqualTo("RUL-2");
            assertThat(v.limit()).isEqualTo(100);
            assertThat(v.actual()).isCloseTo(180, within(1e-9));
        });
        assertThat(Checker.check(shop.problem(), overtime))
                .filteredOn(f -> f.kind() == Finding.Kind.RULE)
                .containsExactly(new Finding(Finding.Kind.RULE, "RUL-2", 0, 80, true));
    }

    @Test
    void fillRate_countsUnitsOnTime() {
        var shop = new OneProductShop().rule(new FillRate(ONE, 50)).rule(new FillRate(ONE, 51));
        Plan half = plan(
                List.of(OneProductShop.run(START, END)),
                List.of(new Delivery(0, 49, 10 * DAY), new Delivery(0, 49, 10 * DAY + 1)));

        assertBroken(violations(shop, half), 51, 50);
        assertThat(Checker.check(shop.problem(), half))
                .filteredOn(f -> f.kind() == Finding.Kind.RULE)
                .extracting(Finding::on)
                .containsExactly("RUL-1");
    }

    private static void assertBroken(List<Violation> violations, double limit, double actual) {
        assertThat(violations).singleElement().satisfies(v -> {
            assertThat(v.ruleId()).isEqualTo("RUL-1");
            assertThat(v.ruleText()).isEqualTo("rule 1");
            assertThat(v.limit()).isEqualTo(limit);
            assertThat(v.actual()).isCloseTo(actual, within(1e-9));
        });
    }

    private static List<Violation> violations(OneProductShop shop, Plan plan) {
        return Evaluator.evaluate(shop.problem(), plan).violations();
    }
}

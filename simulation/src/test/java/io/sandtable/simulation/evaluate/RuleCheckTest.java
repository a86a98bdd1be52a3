package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.AS_OF;
import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Restriction.BannedOffers;
import io.sandtable.simulation.scenario.Restriction.BudgetCap;
import io.sandtable.simulation.scenario.Restriction.CashFloor;
import io.sandtable.simulation.scenario.Restriction.DeliverBy;
import io.sandtable.simulation.scenario.Restriction.EmissionCap;
import io.sandtable.simulation.scenario.Restriction.EnergyCap;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.scenario.Restriction.MarginFloor;
import io.sandtable.simulation.scenario.Restriction.NoOutsourcing;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.scenario.Restriction.ServiceLevel;
import io.sandtable.simulation.scenario.Restriction.SupplierClosed;
import io.sandtable.simulation.scenario.Restriction.ToolDown;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard plan runs on day 5 from 08:00 to 19:00, draws 110 kWh and 55 kg CO₂, and delivers at the end of day 9. */
class RuleCheckTest {
    private static final int START = 5 * DAY + 8 * HOUR;
    private static final int END = 5 * DAY + 19 * HOUR;
    private static final Set<Integer> ONE = Set.of(0);

    static Stream<Arguments> brokenAndAtTheEdge() {
        int day5 = 5 * DAY;
        // broken, kept exactly at the edge, limit, actual
        return Stream.of(
                Arguments.of(
                        new ReserveCapacity(ONE, day5, day5 + 20 * HOUR, 46),
                        new ReserveCapacity(ONE, day5, day5 + 20 * HOUR, 45),
                        648.0,
                        660.0),
                Arguments.of(new MachineDown(0, END - 60, END + 60), new MachineDown(0, END, END + 60), 0.0, 60.0),
                Arguments.of(new ToolDown(0, day5, START + 90), new ToolDown(0, day5, START), 0.0, 90.0),
                Arguments.of(
                        new SupplierClosed("SUP-RAW", DAY, DAY + 1),
                        new SupplierClosed("SUP-RAW", DAY + 1, 3 * DAY + 600),
                        0.0,
                        1.0),
                Arguments.of(new BannedOffers(ONE, DAY, DAY + 1), new BannedOffers(ONE, DAY + 1, 9 * DAY), 0.0, 1.0),
                Arguments.of(new DeliverBy(ONE, 10 * DAY - 1), new DeliverBy(ONE, 10 * DAY), 98.0, 0.0),
                Arguments.of(
                        new CashFloor(Money.fen(606_051), 0, 182 * DAY),
                        new CashFloor(Money.fen(606_050), 0, 182 * DAY),
                        6060.51,
                        6060.50),
                Arguments.of(new MarginFloor(43.5), new MarginFloor(43.4), 43.5, 100.0 * 2130 / 4900),
                Arguments.of(new EmissionCap(54.9, 0, 182 * DAY), new EmissionCap(55, 0, 182 * DAY), 54.9, 55.0),
                Arguments.of(
                        new EnergyCap(-1, 59, START, START + 6 * HOUR),
                        new EnergyCap(-1, 60, START, START + 6 * HOUR),
                        59.0,
                        60.0),
                Arguments.of(new EnergyCap(0, 109, 0, 182 * DAY), new EnergyCap(0, 110, 0, 182 * DAY), 109.0, 110.0));
    }

    @ParameterizedTest
    @MethodSource("brokenAndAtTheEdge")
    void everyKind_isBrokenBeyondItsEdgeAndKeptAtIt(Restriction broken, Restriction kept, double limit, double actual) {
        List<Violation> violations = violations(new OneProductShop().rule(kept).rule(broken), plan());

        assertThat(violations).singleElement().satisfies(v -> {
            assertThat(v.ruleId()).isEqualTo("RUL-1");
            assertThat(v.limit()).isEqualTo(limit);
            assertThat(v.actual()).isCloseTo(actual, org.assertj.core.data.Offset.offset(1e-9));
        });
    }

    static Stream<Restriction> unrelated() {
        int later = 40 * DAY;
        return Stream.of(
                new ReserveCapacity(ONE, later, later + DAY, 90),
                new MachineDown(0, later, later + DAY),
                new ToolDown(0, later, later + DAY),
                new SupplierClosed("SUP-OTHER", 0, later),
                new SupplierClosed("SUP-SUB", 0, later),
                new BannedOffers(Set.of(), 0, later),
                new NoOutsourcing(Set.of("PRO-CAST"), 0, Integer.MAX_VALUE),
                new CashFloor(Money.fen(900_000), 0, 10 * DAY),
                new BudgetCap(Money.fen(0), 0, later),
                new ServiceLevel(ONE, 100),
                new EmissionCap(0, later, later + DAY),
                new EnergyCap(-1, 0, later, later + DAY));
    }

    @ParameterizedTest
    @MethodSource("unrelated")
    void everyKind_leavesAPlanAloneThatItDoesNotSpeakOf(Restriction restriction) {
        assertThat(violations(new OneProductShop().rule(restriction), plan())).isEmpty();
    }

    @Test
    void cashFloor_isBrokenOnTheDaysTheBalanceIsBelow() {
        var shop = new OneProductShop().rule(new CashFloor(Money.fen(700_000), 0, 182 * DAY));

        assertThat(violations(shop, plan())).singleElement().satisfies(v -> {
            assertThat(v.from()).isEqualTo(LocalDate.of(2027, 4, 15));
            assertThat(v.to()).isEqualTo(LocalDate.of(2027, 5, 8));
            assertThat(v.unit()).isEqualTo("CNY");
        });
    }

    @Test
    void noOutsourcing_isBrokenByTheSubcontractedOperation() {
        var shop = new OneProductShop().rule(new NoOutsourcing(Set.of("PRO-CAST"), 0, Integer.MAX_VALUE));
        Plan outside = plan(List.of(OneProductShop.outside(4 * DAY)), List.of(new Delivery(0, 98, 10 * DAY)));

        assertThat(violations(shop, outside)).singleElement().satisfies(v -> {
            assertThat(v.where()).isEqualTo("PRO-CAST");
            assertThat(v.from()).isEqualTo(AS_OF.plusDays(4));
            assertThat(v.actual()).isEqualTo(1);
        });
    }

    @Test
    void supplierClosed_isBrokenByASubcontractedOperationInside() {
        var shop = new OneProductShop().rule(new SupplierClosed("SUP-SUB", 6 * DAY, 8 * DAY));
        Plan outside = plan(List.of(OneProductShop.outside(4 * DAY)), List.of(new Delivery(0, 98, 10 * DAY)));

        assertThat(violations(shop, outside))
                .singleElement()
                .satisfies(v -> assertThat(v.from()).isEqualTo(AS_OF.plusDays(6)));
    }

    @Test
    void budgetCap_isBrokenByWhatIsBoughtBeyondItAndKeptAtIt() {
        var shop = new OneProductShop()
                .rule(new BudgetCap(Money.fen(999_999), 0, 90 * DAY))
                .rule(new BudgetCap(Money.fen(1_000_000), 0, 90 * DAY))
                .rule(new BudgetCap(Money.fen(0), DAY, 90 * DAY));
        shop.creditLines.add(new CreditLine(Money.fen(1_000_000), 0, Integer.MAX_VALUE));
        shop.investments.add(new Investment(0, "EQP-T1", "T1", "SUP-T", "Toolmaker", 0, -1, 10_000, 20 * DAY, 60, 30));
        Plan base = plan();
        var invest =
                new Plan(List.of(0), false, List.of(), base.lots(), base.purchases(), base.deliveries(), base.search());

        assertThat(violations(shop, invest)).singleElement().satisfies(v -> {
            assertThat(v.ruleId()).isEqualTo("RUL-0");
            assertThat(v.actual()).isEqualTo(10_000);
        });
    }

    @Test
    void serviceLevel_isBrokenByALateOrder() {
        var shop = new OneProductShop().rule(new ServiceLevel(ONE, 95));

        assertThat(violations(shop, plan(START, 10 * DAY + 1)))
                .singleElement()
                .satisfies(v -> assertThat(v.actual()).isEqualTo(0));
    }

    @Test
    void reservation_isKeptByWorkThatLeavesTheShareFreeEvenWhereItEntersTheWindow() {
        // a day of 24 h, 50 % reserved from day 6: 12 h may be worked on day 6; 6 h of the work lie before the window
        var shop = new OneProductShop().rule(new ReserveCapacity(ONE, 6 * DAY, 7 * DAY, 75));
        var op = OneProductShop.run(5 * DAY + 22 * HOUR, 7 * DAY + 3 * HOUR);

        // 120 min before midnight, 360 min (25 %) on day 6, the last 180 min after the window
        assertThat(violations(shop, plan(List.of(op), List.of(new Delivery(0, 98, 10 * DAY)))))
                .isEmpty();
    }

    private static List<Violation> violations(OneProductShop shop, Plan plan) {
        return Evaluator.evaluate(shop.problem(), plan).violations();
    }
}

package io.sandtable.simulation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AnnualMonth.Kind;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.SmallHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A shop that is asked for 600 hooks each month a month ahead, at 10 CNY; its orders begin in January 2023. */
class CarriedYearTest {
    private static final BusinessSnapshot SHOP =
            SmallHistory.withMonthlyOrders(600).snapshot();
    private static final YearMonth APRIL = YearMonth.of(2025, 4);

    @Test
    void monthsBehindThePlan_areForecastAndMarked() {
        AnnualPlan year = CarriedYear.of(plan(LocalDate.of(2025, 4, 1), 5, 600, 1_900), SHOP);

        assertThat(year.months()).hasSize(12);
        assertThat(year.months().subList(0, 5)).allMatch(month -> month.kind() == Kind.PLANNED);
        assertThat(year.months().subList(5, 12))
                .allMatch(month -> month.kind() == Kind.FORECAST && !month.knowsKinds());
        Amounts rest =
                year.months().subList(5, 12).stream().map(AnnualMonth::sold).reduce(Amounts.NONE, Amounts::plus);
        assertThat(rest.delivered()).isCloseTo(7 * 600, within(7 * 600 * 0.1));
        assertThat(rest.revenue().minor()).isCloseTo(Math.round(1_000 * rest.delivered()), within(10L));
        // a unit of the plan costs 1,900 / 600
        assertThat(rest.cost().minor()).isCloseTo(Math.round(190_000.0 / 600 * rest.delivered()), within(10L));
        assertThat(rest.output()).isEqualTo(rest.delivered());
    }

    @Test
    void whatThePlanDoesNotSell_costsWhatItCostLately() {
        AnnualPlan year = CarriedYear.of(plan(LocalDate.of(2025, 4, 1), 5, 0, 0), SHOP);

        Amounts last = year.months().getLast().sold();
        assertThat(last.delivered()).isPositive();
        assertThat(last.cost().minor()).isCloseTo(Math.round(300 * last.delivered()), within(1L));
    }

    @Test
    void aPlanOfAYear_staysAsItIs() {
        AnnualPlan plan = plan(LocalDate.of(2025, 4, 1), 12, 600, 1_900);

        assertThat(CarriedYear.of(plan, SHOP)).isSameAs(plan);
    }

    @Test
    void whatWasOrderedLater_doesNotReachTheForecast() {
        SmallHistory later = SmallHistory.withMonthlyOrders(600);
        later.order("ORD-X", LocalDate.of(2025, 4, 1), LocalDate.of(2025, 10, 10), 50_000, 10);
        AnnualPlan plan = plan(LocalDate.of(2025, 4, 1), 5, 600, 1_900);

        assertThat(CarriedYear.of(plan, later.snapshot())).isEqualTo(CarriedYear.of(plan, SHOP));
    }

    @Test
    void anOrderInHand_isInTheMonthItIsDue() {
        SmallHistory more = SmallHistory.withMonthlyOrders(600);
        more.order("ORD-X", LocalDate.of(2025, 3, 20), LocalDate.of(2026, 1, 15), 50_000, 10);
        AnnualPlan plan = plan(LocalDate.of(2025, 4, 1), 5, 600, 1_900);

        assertThat(CarriedYear.of(plan, more.snapshot())
                        .find(YearMonth.of(2026, 1))
                        .orElseThrow()
                        .sold()
                        .delivered())
                .isGreaterThanOrEqualTo(50_000);
    }

    @Test
    void lessThanTwoYearsOfOrders_isSaid() {
        AnnualPlan plan = plan(LocalDate.of(2024, 12, 31), 5, 600, 1_900);

        assertThatThrownBy(() -> CarriedYear.of(plan, SHOP))
                .isInstanceOfSatisfying(
                        TooLittleKnown.class, e -> assertThat(e.monthsKnown()).isEqualTo(23));
        assertThat(CarriedYear.of(plan(LocalDate.of(2025, 1, 1), 5, 600, 1_900), SHOP)
                        .months())
                .hasSize(12);
    }

    /** So many months from April 2025, each of so many hooks that cost so much. */
    private static AnnualPlan plan(LocalDate asOf, int months, double hooks, double cost) {
        var planned = new java.util.ArrayList<AnnualMonth>();
        for (int i = 0; i < months; i++) {
            planned.add(new AnnualMonth(
                    APRIL.plusMonths(i),
                    Kind.PLANNED,
                    Map.of(),
                    new TreeMap<>(Map.of(
                            "MAT-HOOK",
                            new Amounts(hooks, Money.of(Money.CNY, 10 * hooks), Money.of(Money.CNY, cost), hooks)))));
        }
        return new AnnualPlan(
                asOf, List.copyOf(planned), new TreeMap<>(Map.of("MAT-HOOK", Products.of("MAT-HOOK", SHOP))));
    }
}

package io.sandtable.simulation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AgainstActual.MonthCompared;
import io.sandtable.simulation.annual.AgainstActual.State;
import io.sandtable.simulation.annual.AnnualMonth.Kind;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.Period;
import io.sandtable.simulation.backtest.RollingReplay;
import io.sandtable.simulation.backtest.SmallHistory;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annual plans of a shop that sells 600 hooks a month at 10 CNY, which cost 3; the last hooks left on 2 September 2025. */
class AnnualPlanTest {
    private static final BusinessSnapshot SHOP =
            SmallHistory.withMonthlyOrders(600).snapshot();
    private static final YearMonth APRIL = YearMonth.of(2025, 4);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);

    /** A plan of the past, made on the first of a month for three months and four weeks. */
    private record Planned(PlanningProblem problem, Evaluation evaluation) {
        static Planned at(YearMonth month) {
            var search = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate);
            var planned = new AtomicReference<Planned>();
            new RollingReplay(SHOP, 1, problem -> {
                        Evaluation evaluation = search.today(problem);
                        planned.set(new Planned(problem, evaluation));
                        return evaluation;
                    })
                    .replay(new Period(month, 3));
            return Objects.requireNonNull(planned.get());
        }

        AnnualPlan annual() {
            return PlannedYear.of(problem, evaluation, SHOP).orElseThrow();
        }

        /** Sum of the ledger's lines of some groups from the first to the last day of the annual plan, income counted up. */
        Money sum(LocalDate from, LocalDate until, Account.Group... groups) {
            return Money.fen(-evaluation
                    .ledger()
                    .sum(p -> !p.date().isBefore(from)
                            && p.date().isBefore(until)
                            && java.util.List.of(groups).contains(p.account().group()))
                    .minor());
        }
    }

    @Test
    void plan_hasTheWholeMonthsItCovers_andSumsToItsLedger() {
        Planned planned = Planned.at(APRIL);

        AnnualPlan plan = planned.annual();

        // the four weeks of July are no whole month
        assertThat(plan.months()).extracting(AnnualMonth::month).containsExactly(APRIL, APRIL.plusMonths(1), JUNE);
        assertThat(plan.months()).allMatch(month -> month.kind() == Kind.PLANNED && month.knowsKinds());
        LocalDate from = APRIL.atDay(1);
        LocalDate until = JUNE.plusMonths(1).atDay(1);
        assertThat(plan.sum(AnnualMonth::revenue))
                .isEqualTo(planned.sum(from, until, Account.Group.REVENUE))
                .isGreaterThan(Money.fen(0));
        assertThat(plan.sum(AnnualMonth::grossMargin))
                .isEqualTo(planned.sum(from, until, Account.Group.REVENUE, Account.Group.COST_OF_GOODS));
        assertThat(plan.sum(AnnualMonth::result))
                .isEqualTo(planned.sum(
                        from, until, Account.Group.REVENUE, Account.Group.COST_OF_GOODS, Account.Group.EXPENSE));
        assertThat(plan.products().get("MAT-HOOK"))
                .isEqualTo(new AnnualProduct("MAT-HOOK", "挂钩", "挂钩", "pcs", "FAM-H", "挂件", "挂件"));
    }

    @Test
    void aPlanOfPartsOfMonths_makesNoAnnualPlan() {
        Planned planned = Planned.at(APRIL);
        PlanningProblem problem =
                new io.sandtable.simulation.scenario.Scenario(SHOP, LocalDate.of(2025, 4, 2), 58, 1).compile();

        // to 29 May: neither April nor May
        assertThat(PlannedYear.of(problem, planned.evaluation(), SHOP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void everyAccountOfTheResult_isOfOneKind(Account account) {
        switch (account.group()) {
            case COST_OF_GOODS -> assertThat(CostKind.of(account)).get().matches(CostKind::isOfGoods);
            case EXPENSE -> assertThat(CostKind.of(account)).get().matches(kind -> !kind.isOfGoods());
            case ASSET, LIABILITY, EQUITY, REVENUE, TAX ->
                assertThat(CostKind.of(account)).isEmpty();
        }
    }

    @Test
    void monthsThatAreOver_standBesideWhatHappened_theOthersSayWhyNot() {
        AnnualPlan plan = Planned.at(APRIL).annual();

        AgainstActual compared = AgainstActual.of(plan, SHOP, LocalDate.of(2025, 5, 31));

        assertThat(compared.months())
                .extracting(MonthCompared::state)
                .containsExactly(State.COMPARED, State.COMPARED, State.NOT_OVER);
        MonthCompared april = compared.months().getFirst();
        // by hand: 600 at 10, out of lots that cost 3
        assertThat(april.actual()).isEqualTo(new Amounts(600, yuan(6_000), yuan(1_800), 600));
        assertThat(april.less(Amounts::revenue))
                .isEqualTo(yuan(6_000).minus(april.plan().revenue()));
        Money planned =
                april.plan().revenue().plus(compared.months().get(1).plan().revenue());
        assertThat(compared.deviationPercent(Amounts::revenue).orElseThrow())
                .isCloseTo(100.0 * Math.abs(planned.minor() - 1_200_000) / 1_200_000, within(1e-9));
        assertThat(compared.naivePercent(Amounts::revenue).orElseThrow()).isZero();
        assertThat(compared.causes().total())
                .isEqualTo(compared.actual()
                        .sum(c -> true)
                        .margin()
                        .minus(compared.planned().sum(c -> true).margin()));
    }

    @Test
    void theDayBeforeAMonthEnds_itIsNotOver() {
        AnnualPlan plan = Planned.at(APRIL).annual();

        AgainstActual compared = AgainstActual.of(plan, SHOP, LocalDate.of(2025, 4, 29));

        assertThat(compared.isAnyCompared()).isFalse();
        assertThat(compared.deviationPercent(Amounts::revenue)).isEmpty();
        assertThat(compared.wapePercent()).isEmpty();
    }

    @Test
    void aMonthOfWhichNothingIsRecorded_isNoDeviationOfAHundredPercent() {
        YearMonth december = YearMonth.of(2025, 12);
        AnnualPlan plan = new AnnualPlan(
                LocalDate.of(2025, 11, 20),
                java.util.List.of(new AnnualMonth(
                        december,
                        Kind.PLANNED,
                        Map.of(),
                        new TreeMap<>(Map.of("MAT-HOOK", new Amounts(5, yuan(50), yuan(15), 5))))),
                new TreeMap<>(Map.of("MAT-HOOK", Products.of("MAT-HOOK", SHOP))));

        AgainstActual compared = AgainstActual.of(plan, SHOP, LocalDate.of(2026, 1, 5));

        assertThat(compared.months()).extracting(MonthCompared::state).containsExactly(State.NO_RECORDS);
        assertThat(compared.isAnyCompared()).isFalse();
    }

    @Test
    void rolledForward_whatIsOverIsAsItWas_andTheRestIsNew() {
        AnnualPlan first = Planned.at(APRIL).annual();
        AnnualPlan newer = Planned.at(JUNE).annual();

        AnnualPlan second = RolledYear.of(first, newer, SHOP);

        assertThat(second.asOf()).isEqualTo(JUNE.atDay(1));
        assertThat(second.months())
                .extracting(AnnualMonth::kind)
                .containsExactly(Kind.ACTUAL, Kind.ACTUAL, Kind.PLANNED, Kind.PLANNED, Kind.PLANNED);
        assertThat(second.find(APRIL).orElseThrow().sold()).isEqualTo(new Amounts(600, yuan(6_000), yuan(1_800), 600));
        assertThat(second.find(JUNE)).isEqualTo(newer.find(JUNE));
        assertThat(second.said().cells().keySet())
                .noneMatch(cell -> cell.month().isBefore(JUNE));
        AgainstActual later = AgainstActual.of(second, SHOP, LocalDate.of(2025, 6, 30));
        assertThat(later.months())
                .extracting(MonthCompared::state)
                .startsWith(State.WAS_ACTUAL, State.WAS_ACTUAL, State.COMPARED, State.NOT_OVER);
    }

    @Test
    void aMonthThatHasBegun_isKeptAsItWas() {
        AnnualPlan first = Planned.at(APRIL).annual();
        AnnualPlan newer = new AnnualPlan(
                LocalDate.of(2025, 5, 20), Planned.at(JUNE).annual().months(), first.products());

        AnnualPlan second = RolledYear.of(first, newer, SHOP);

        assertThat(second.months()).extracting(AnnualMonth::kind).startsWith(Kind.ACTUAL, Kind.KEPT, Kind.PLANNED);
        assertThat(second.months().get(1).costs())
                .isEqualTo(first.months().get(1).costs());
    }

    @Test
    void earlierDataRollsNothingForward_andMonthsHaveNoGap() {
        AnnualPlan april = Planned.at(APRIL).annual();
        AnnualPlan june = Planned.at(JUNE).annual();

        assertThatThrownBy(() -> RolledYear.of(june, april, SHOP))
                .hasMessageContaining("2025-04-01, before 2025-06-01");
        assertThatThrownBy(() -> new AnnualPlan(
                        april.asOf(),
                        java.util.List.of(
                                april.months().getFirst(), april.months().getLast()),
                        april.products()))
                .hasMessageContaining("2025-06 follows 2025-04");
    }

    private static Money yuan(long yuan) {
        return Money.fen(100 * yuan);
    }
}

package io.sandtable.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollingReplayTest {
    private static final Period SECOND_QUARTER = new Period(YearMonth.of(2025, 4), 3);
    private static final LocalDate LATER = LocalDate.of(2025, 4, 1);

    @Test
    void aShopThatSellsTheSameEachMonth_isPlannedAsItCame() {
        RollingReplay.Replayed replayed = replay(history -> {});

        Amounts plan = replayed.plan().of(SECOND_QUARTER);
        Amounts actual = replayed.actual().of(SECOND_QUARTER);
        // orders of 2 March to 2 May at 10 CNY, out of lots that cost 3
        assertThat(actual.revenue()).isEqualTo(Money.of(Money.CNY, 3 * 600 * 10));
        assertThat(actual.cost()).isEqualTo(Money.of(Money.CNY, 3 * 600 * 3));
        assertThat(actual.output()).isEqualTo(3 * 600);
        assertThat(Accuracy.deviationPercent(plan.revenue(), actual.revenue()).orElseThrow())
                .isLessThan(15);
        assertThat(replayed.expectedPercent()).isBetween(40.0, 80.0);
        assertThat(replayed.naive().of(SECOND_QUARTER).revenue()).isEqualTo(actual.revenue());
    }

    /** What is told of one kind of thing on the first day of the quarter or after it. */
    enum Later {
        ORDER(history -> history.order("ORD-X", LATER, LATER.plusDays(10), 5_000, 50)),
        ORDER_WAS_LARGER(history -> history.node("ORD-27", Map.of("quantity", 9_000.0, "price", 99.0))),
        SHIPMENT(history -> history.shipped("LOT-M26", "ORD-26", LATER, 600)),
        PURCHASE(history -> history.bought("X", LATER, LATER.plusDays(1), 9_000, 0.1)),
        DELIVERY(history ->
                history.node("PUR-28", Map.of("deliveredDate", LATER.plusDays(20), "deliveredQuantity", 1.0))),
        PRICE_LIST(history -> {
            history.price("2024-07-01", "2025-03-31", 2.2);
            history.price("2025-04-01", null, 77);
        }),
        WAGES(history -> history.node("PRI-WAGE", Map.of("points", "2022-12-01=20;2024-01-01=24;2025-04-01=99"))),
        STOCK(history -> history.lot("LOT-X", "MAT-HOOK", LATER, 100_000, 0.01)),
        PRODUCTION(history -> history.made("27", LATER.plusDays(3), LATER.plusDays(4), 600, 77)),
        BALANCES(history -> history.node("ACC-1", Map.of("kind", "cash", "amount", -9e6)));

        private final Consumer<SmallHistory> told;

        Later(Consumer<SmallHistory> told) {
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource(Later.class)
    void whatIsDatedAfterTheCut_changesNoPlanMadeBefore(Later later) {
        RollingReplay.Replayed without = replay(history -> {});
        RollingReplay.Replayed with = replay(later.told);

        assertThat(with.plan()).isEqualTo(without.plan());
        assertThat(with.naive()).isEqualTo(without.naive());
    }

    @Test
    void whatIsDatedBeforeTheCut_changesThePlan() {
        RollingReplay.Replayed without = replay(history -> {});

        assertThat(replay(history -> history.order("ORD-X", LATER.minusDays(1), LATER.plusDays(10), 5_000, 50))
                        .plan())
                .isNotEqualTo(without.plan());
        assertThat(replay(history -> history.price("2024-07-01", null, 77)).plan())
                .isNotEqualTo(without.plan());
        assertThat(replay(history -> history.node("PRI-WAGE", Map.of("points", "2022-12-01=20;2025-03-31=99")))
                        .plan())
                .isNotEqualTo(without.plan());
        assertThat(replay(history -> history.lot("LOT-X", "MAT-HOOK", LATER.minusDays(1), 100_000, 0.01))
                        .plan())
                .isNotEqualTo(without.plan());
    }

    @Test
    void stockWhoseMovesNobodyDated_isTakenAsItStandsToday() {
        Amounts plain = replay(history -> {}).plan().of(SECOND_QUARTER);

        RollingReplay unrecorded = of(withBolts(history -> {}));
        RollingReplay recorded = of(withBolts(history -> {
            history.lot("LOT-B0", "MAT-BOLT", LATER.minusDays(60), 0, 0.1);
            history.move(RelationType.CAME_FROM, "WOR-26", "LOT-B0", LATER.minusDays(20), 600);
        }));

        assertThat(unrecorded.goodsAtTodaysStock()).isOne();
        assertThat(unrecorded.replay(SECOND_QUARTER).plan().of(SECOND_QUARTER).revenue())
                .isEqualTo(plain.revenue());
        assertThat(recorded.goodsAtTodaysStock()).isZero();
        assertThat(recorded.replay(SECOND_QUARTER).plan().of(SECOND_QUARTER).delivered())
                .isLessThan(plain.delivered());
    }

    /** Each hook takes a bolt that nobody sells any more; those in stock came long after the quarter. */
    private static BusinessSnapshot withBolts(Consumer<SmallHistory> told) {
        SmallHistory history = SmallHistory.withMonthlyOrders(600);
        history.node("MAT-BOLT", Map.of("name", "螺栓", "role", "raw", "unit", "pcs"));
        history.relation(RelationType.CONSUMES, "PRO-1", "MAT-BOLT", Map.of("quantityPerUnit", 1.0));
        history.lot("LOT-B", "MAT-BOLT", LocalDate.of(2025, 9, 20), 9_000, 0.1);
        told.accept(history);
        return history.snapshot();
    }

    @Test
    void periods_beginOnceTwoYearsAreKnown_andEndWithTheData() {
        RollingReplay replay = of(SmallHistory.withMonthlyOrders(600).snapshot());

        assertThat(replay.periods(LocalDate.of(2025, 9, 30), Period.Length.QUARTER))
                .extracting(Period::label)
                .containsExactly("2025Q1", "2025Q2", "2025Q3");
        assertThat(replay.periods(LocalDate.of(2025, 9, 29), Period.Length.QUARTER))
                .extracting(Period::label)
                .containsExactly("2025Q1", "2025Q2");
        assertThat(replay.periods(LocalDate.of(2025, 3, 31), Period.Length.MONTH))
                .extracting(Period::label)
                .containsExactly("2025-01", "2025-02", "2025-03");
        assertThat(of(BusinessSnapshot.of(java.util.List.of())).periods(LATER, Period.Length.QUARTER))
                .isEmpty();
    }

    @Test
    void ordersThatNobodyDated_areCountedAndLeftOut() {
        SmallHistory history = SmallHistory.withMonthlyOrders(600);
        history.node("ORD-U", Map.of("status", "open", "dueDate", LATER, "quantity", 5.0));
        history.relation(RelationType.FOR, "ORD-U", "MAT-HOOK", Map.of());

        OrderHistory orders = of(history.snapshot()).orders();

        assertThat(orders.undated()).isOne();
        assertThat(orders.lines()).noneMatch(line -> line.id().equals("ORD-U"));
        assertThat(orders.costFromLotsPercent()).isEqualTo(100);
    }

    private static RollingReplay.Replayed replay(Consumer<SmallHistory> told) {
        SmallHistory history = SmallHistory.withMonthlyOrders(600);
        told.accept(history);
        return of(history.snapshot()).replay(SECOND_QUARTER);
    }

    private static RollingReplay of(BusinessSnapshot snapshot) {
        var search = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate);
        return new RollingReplay(snapshot, 1, search::today);
    }
}

package io.sandtable.simulation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Origin;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Window;
import io.sandtable.simulation.backtest.ActualPerformance;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.Period;
import io.sandtable.simulation.backtest.SmallHistory;
import io.sandtable.simulation.query.QueryAnswer.Row;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);
    private static final Window OCTOBER = new Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private final Books books = new Books()
            .product("MAT-A", 6)
            .product("MAT-B", 12)
            .raw("MAT-S")
            .member("MAT-A", "FAM-1")
            .party("CUS-1")
            .party("CUS-2")
            .party("SUP-1")
            .party("SUP-2");

    @Test
    void margin_isWhatTheBacktestSaysHappened() {
        BusinessSnapshot history = SmallHistory.withMonthlyOrders(100).snapshot();
        OpenDays open = OpenDays.of(history, SmallHistory.FIRST, LocalDate.of(2025, 12, 31));
        Amounts actual =
                ActualPerformance.of(history, OrderHistory.of(history, open)).of(new Period(YearMonth.of(2025, 1), 3));

        QueryAnswer answer = ask(
                history,
                query(
                        "margin",
                        "MATERIAL",
                        null,
                        null,
                        new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31))),
                LocalDate.of(2025, 9, 30));

        assertThat(actual.margin()).isEqualTo(Money.fen(3 * 100 * 700));
        assertThat(yuan(answer.total(), Measure.MARGIN)).isEqualTo(actual.margin());
        assertThat(yuan(answer.rows().getFirst(), Measure.COST)).isEqualTo(actual.cost());
        assertThat(answer.basis().notes()).isEmpty();
    }

    @Test
    void ranked_namesTheFirstAndCountsTheOthers() {
        books.sold("CUS-1", "MAT-A", DAY, 100, 10)
                .sold("CUS-1", "MAT-B", DAY, 10, 20)
                .sold("CUS-2", "MAT-A", DAY, 5, 9);

        QueryAnswer best = ask(query("margin", "MATERIAL", "DESC", 1, OCTOBER));
        QueryAnswer worst = ask(query("margin", "MATERIAL", "ASC", 1, OCTOBER));

        assertThat(best.rows()).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo("MAT-A");
            assertThat(row.value(Measure.MARGIN)).hasValue(415);
            assertThat(row.value(Measure.MARGIN_PERCENT).orElseThrow()).isCloseTo(100 * 415 / 1045.0, within(1e-9));
        });
        assertThat(best.groups()).isEqualTo(2);
        assertThat(best.total().value(Measure.MARGIN)).hasValue(495);
        assertThat(worst.rows()).extracting(Row::key).containsExactly("MAT-B");
    }

    @Test
    void loss_listsOnlyWhatLostMoney() {
        books.sold("CUS-1", "MAT-A", DAY, 100, 10).sold("CUS-1", "MAT-B", DAY, 10, 9);

        QueryAnswer answer = ask(query("loss", "MATERIAL", "DESC", 3, OCTOBER));

        assertThat(answer.rows()).extracting(Row::key).containsExactly("MAT-B");
        assertThat(answer.rows().getFirst().value(Measure.LOSS)).hasValue(30);
    }

    @Test
    void costThatNobodyRecorded_isLeftOutOfTheMarginAndSaid() {
        books.productWithoutCost("MAT-N").sold("CUS-1", "MAT-N", DAY, 10, 50).sold("CUS-1", "MAT-A", DAY, 10, 10);

        QueryAnswer answer = ask(query("margin", "MATERIAL", null, null, OCTOBER));

        assertThat(answer.total().value(Measure.MARGIN)).hasValue(40);
        assertThat(row(answer, "MAT-N").value(Measure.MARGIN_PERCENT)).isEmpty();
        assertThat(answer.basis().notes())
                .contains(new Note(Note.Code.COST_UNKNOWN, 1, 2), new Note(Note.Code.STANDARD_COST, 1, 2));
    }

    @Test
    void whatIsDueAndNotThere_isLateUpToTheDayOfTheData() {
        LocalDate due = Books.AS_OF.minusDays(10);
        books.order("CUS-1", "MAT-A", due, null, 10, 10)
                .order("CUS-1", "MAT-A", due, due.plusDays(4), 10, 10)
                .order("CUS-2", "MAT-A", due, due, 10, 10)
                .order("CUS-2", "MAT-A", Books.AS_OF, null, 10, 10);
        var november = new Window(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

        QueryAnswer answer = ask(query("lateness", "CUSTOMER", "DESC", null, november));

        assertThat(answer.rows()).extracting(Row::key).containsExactly("CUS-1", "CUS-2");
        assertThat(row(answer, "CUS-1").value(Measure.LATENESS)).hasValue(7);
        assertThat(answer.total().value(Measure.LINES)).hasValue(3);
        assertThat(answer.total().value(Measure.ON_TIME_PERCENT).orElseThrow()).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(answer.basis().notes()).containsExactly(new Note(Note.Code.STILL_OPEN, 1, 3));
        assertThat(answer.plan().clipped()).isTrue();
    }

    @Test
    void suppliersAreJudgedByTheirOwnDeliveries() {
        LocalDate due = LocalDate.of(2026, 10, 12);
        books.bought("SUP-1", "MAT-S", due.minusDays(9), due, due.plusDays(6), 100, 0, 5)
                .bought("SUP-1", "MAT-S", due.minusDays(9), due, due, 100, 4, 5)
                .bought("SUP-2", "MAT-S", due.minusDays(9), due, due.minusDays(1), 100, 0, 6)
                .order("CUS-1", "MAT-A", due, due.plusDays(50), 10, 10);

        QueryAnswer punctual = ask(query("OTD", "SUPPLIER", "ASC", 1, OCTOBER));
        QueryAnswer late = ask(query("lateness", "SUPPLIER", "DESC", 1, OCTOBER));
        QueryAnswer price = ask(query("price", "SUPPLIER", "DESC", null, OCTOBER, "MAT-S"));

        assertThat(punctual.rows()).extracting(Row::key).containsExactly("SUP-1");
        assertThat(punctual.rows().getFirst().value(Measure.ON_TIME_PERCENT)).hasValue(50);
        assertThat(late.rows().getFirst().value(Measure.LATENESS)).hasValue(3);
        assertThat(late.total().value(Measure.LINES)).hasValue(3);
        assertThat(price.rows()).extracting(Row::key).containsExactly("SUP-2", "SUP-1");
        assertThat(row(price, "SUP-1").value(Measure.QUANTITY)).hasValue(196);
    }

    @Test
    void nothingRecorded_isSaidAndNoZero() {
        books.sold("CUS-1", "MAT-A", LocalDate.of(2026, 3, 2), 10, 10);

        QueryAnswer answer = ask(query("revenue", "CUSTOMER", "DESC", 1, OCTOBER));

        assertThat(answer.isEmpty()).isTrue();
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.basis().findRecorded().orElseThrow().to()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void whatRestsOnStandIns_isCounted() {
        books.sold("CUS-1", "MAT-A", DAY, 10, 10).madeUp("MAT-A", "standardCost", 7.0);

        QueryAnswer answer = ask(query("margin", null, null, null, OCTOBER));

        assertThat(answer.basis().origins()).containsEntry(Origin.DEFAULT, 1).containsEntry(Origin.REAL, 3);
        assertThat(answer.basis().defaultPercent()).isEqualTo(25);
        assertThat(answer.rows()).extracting(Row::key).containsExactly("2026-10");
    }

    @Test
    void cashOfToday_isTheAccounts_andOfThePastWhatTradeMoved() {
        books.account("ACC-1", 900.5)
                .account("ACC-2", 99.5)
                .sold("CUS-1", "MAT-A", DAY.minusDays(30), 10, 10)
                .bought("SUP-1", "MAT-S", DAY, DAY, DAY.minusDays(29), 10, 0, 4);

        QueryAnswer today = ask(query("cash", null, null, null, Window.ALWAYS));
        QueryAnswer october = ask(query("cash", null, null, null, OCTOBER));

        assertThat(today.total().value(Measure.BALANCE)).hasValue(1000);
        assertThat(october.total().value(Measure.CASH_NET)).hasValue(60);
    }

    @Test
    void questionsThatRecordsCannotAnswer_areRefusedWithTheReason() {
        var december = new Window(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));

        refused(query("margin", "MATERIAL", null, null, december), QueryRefused.Code.FUTURE);
        refused(query("margin", "SUPPLIER", null, null, OCTOBER), QueryRefused.Code.GROUP_NOT_RECORDED);
        refused(query("revenue", null, null, null, OCTOBER, "SUP-1"), QueryRefused.Code.NAME_NOT_RECORDED);
        refused(query("price", null, null, null, OCTOBER), QueryRefused.Code.PRICE_OF_WHAT);
    }

    @Test
    void familyOfNothing_isRefused() {
        books.family("FAM-0");

        refused(query("revenue", null, null, null, OCTOBER, "FAM-0"), QueryRefused.Code.NAME_NOT_RECORDED);
        refused(query("lateness", "SUPPLIER", null, null, OCTOBER, "FAM-0"), QueryRefused.Code.NAME_NOT_RECORDED);
    }

    @Test
    void family_standsForItsMembers() {
        books.sold("CUS-1", "MAT-A", DAY, 10, 10).sold("CUS-1", "MAT-B", DAY, 10, 20);

        QueryAnswer answer = ask(query("revenue", "CUSTOMER", null, null, OCTOBER, "FAM-1"));

        assertThat(answer.total().value(Measure.REVENUE)).hasValue(100);
    }

    private void refused(Condition.Query query, QueryRefused.Code code) {
        assertThatThrownBy(() -> ask(query))
                .isInstanceOfSatisfying(
                        QueryRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private QueryAnswer ask(Condition.Query query) {
        return ask(books.snapshot(), query, Books.AS_OF);
    }

    private static QueryAnswer ask(BusinessSnapshot snapshot, Condition.Query query, LocalDate asOf) {
        return Queries.answer(QueryPlan.of(query, snapshot, asOf), snapshot, asOf);
    }

    static Condition.Query query(
            String metric,
            @Nullable String group,
            @Nullable String order,
            @Nullable Integer limit,
            Window window,
            String... entities) {
        return new Condition.Query(
                metric,
                List.of(entities),
                Optional.ofNullable(group),
                Optional.ofNullable(order),
                Optional.ofNullable(limit),
                window);
    }

    private static Row row(QueryAnswer answer, String key) {
        return answer.rows().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Money yuan(Row row, Measure measure) {
        return Money.of(Money.CNY, row.value(measure).orElseThrow());
    }
}

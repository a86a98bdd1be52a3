package io.sandtable.simulation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.rules.Window;
import io.sandtable.simulation.backtest.SmallHistory;
import io.sandtable.simulation.query.RootCauses.Reference;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootCauseTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 10);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 10);
    private static final Window OF_OCTOBER = new Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private final Books books = new Books()
            .product("MAT-A", 6)
            .product("MAT-B", 12)
            .raw("MAT-S")
            .raw("MAT-T")
            .member("MAT-A", "FAM-1")
            .member("MAT-B", "FAM-1")
            .party("CUS-1")
            .party("CUS-2")
            .party("SUP-1")
            .party("SUP-2");

    @Test
    void lowerPrice_isNamedWithTheProduct() {
        books.sold("CUS-1", "MAT-A", SEPTEMBER, 100, 10)
                .sold("CUS-2", "MAT-B", SEPTEMBER, 10, 20)
                .sold("CUS-1", "MAT-A", OCTOBER, 100, 8)
                .sold("CUS-2", "MAT-B", OCTOBER, 11, 20);

        RootCause why = why("margin", null);

        assertThat(why.change()).isCloseTo(-192, within(1e-9));
        assertThat(why.findings().getFirst()).isEqualTo(new Finding(Cause.PRICE, Grouping.MATERIAL, "MAT-A", -200));
        assertThat(why.of(why.findings().getFirst())).singleElement().satisfies(part -> {
            assertThat(part.before()).isEqualTo(10);
            assertThat(part.after()).isEqualTo(8);
            assertThat(part.of(Grouping.CUSTOMER)).isEqualTo("CUS-1");
        });
    }

    @Test
    void customerWhoLeft_isNamedThoughHeBoughtSeveralProducts() {
        for (LocalDate day : new LocalDate[] {SEPTEMBER, OCTOBER}) {
            books.sold("CUS-1", "MAT-A", day, 100, 10).sold("CUS-1", "MAT-B", day, 50, 20);
        }
        books.sold("CUS-2", "MAT-A", SEPTEMBER, 60, 10).sold("CUS-2", "MAT-B", SEPTEMBER, 30, 20);

        RootCause why = why("revenue", null);

        assertThat(why.findings().getFirst()).isEqualTo(new Finding(Cause.VOLUME, Grouping.CUSTOMER, "CUS-2", -1200));
        assertThat(why.by(Grouping.CUSTOMER).getOrDefault("CUS-1", 0.0)).isZero();
    }

    @Test
    void fallAllOver_isNamedAsAWhole() {
        for (int i = 1; i <= 5; i++) {
            books.product("MAT-P" + i, 6)
                    .party("CUS-" + i)
                    .sold("CUS-" + i, "MAT-P" + i, SEPTEMBER, 100, 10)
                    .sold("CUS-" + i, "MAT-P" + i, OCTOBER, 80, 10);
        }

        Finding first = why("margin", null).findings().getFirst();

        assertThat(first.cause()).isEqualTo(Cause.VOLUME);
        assertThat(first.in()).isNull();
        assertThat(first.amount()).isCloseTo(-400, within(1e-9));
    }

    @Test
    void dearerSupplier_isNamedForPurchases() {
        books.bought("SUP-1", "MAT-S", SEPTEMBER, SEPTEMBER, SEPTEMBER, 100, 0, 5)
                .bought("SUP-2", "MAT-T", SEPTEMBER, SEPTEMBER, SEPTEMBER, 100, 0, 7)
                .bought("SUP-1", "MAT-S", OCTOBER, OCTOBER, OCTOBER, 102, 0, 6)
                .bought("SUP-2", "MAT-T", OCTOBER, OCTOBER, OCTOBER, 99, 0, 7);

        RootCause why = why("purchase", null);

        assertThat(why.change()).isCloseTo(105, within(1e-9));
        assertThat(why.findings().getFirst())
                .isEqualTo(new Finding(Cause.INPUT_PRICE, Grouping.SUPPLIER, "SUP-1", 101));
    }

    @Test
    void supplierWhoCameLater_isNamedForLateness() {
        for (int i = 0; i < 4; i++) {
            LocalDate then = SEPTEMBER.plusDays(i);
            LocalDate now = OCTOBER.plusDays(i);
            books.bought("SUP-1", "MAT-S", then, then, then.plusDays(1), 10, 0, 5)
                    .bought("SUP-2", "MAT-T", then, then, then, 10, 0, 5)
                    .bought("SUP-1", "MAT-S", now, now, now.plusDays(1), 10, 0, 5)
                    .bought("SUP-2", "MAT-T", now, now, now.plusDays(6), 10, 0, 5);
        }

        RootCause why = why("lateness", "SUPPLIER");

        assertThat(why.change()).isCloseTo(3, within(1e-9));
        assertThat(why.findings().getFirst()).isEqualTo(new Finding(Cause.RATE, Grouping.SUPPLIER, "SUP-2", 3));
    }

    @Test
    void dearerSheet_isFoundThroughLotsAndWorkOrders() {
        var query = QueriesTest.query(
                "margin", null, null, null, new Window(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30)));
        SmallHistory history = SmallHistory.withMonthlyOrders(100);
        // what was bought for the lots of the second quarter cost 3 a kilogram, and the hooks as much more
        for (int month = 26; month <= 28; month++) {
            history.lot(
                    "LOT-S%02d".formatted(month),
                    "MAT-SHEET",
                    SmallHistory.FIRST.plusMonths(month).minusDays(6),
                    0,
                    3);
            history.lot(
                    "LOT-M%02d".formatted(month),
                    "MAT-HOOK",
                    SmallHistory.FIRST.plusMonths(month).plusDays(20),
                    0,
                    4.2);
        }
        BusinessSnapshot snapshot = history.snapshot();
        LocalDate asOf = LocalDate.of(2025, 9, 30);

        RootCause why = RootCauses.of(QueryPlan.of(query, snapshot, asOf), Reference.BEFORE, snapshot, asOf);

        assertThat(why.change()).isCloseTo(-360, within(1e-9));
        assertThat(why.byCause()).containsOnlyKeys(Cause.INPUT_PRICE);
        assertThat(why.findings().getFirst())
                .isEqualTo(new Finding(Cause.INPUT_PRICE, Grouping.SUPPLIER, "SUP-1", -360));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_sumToTheChange(long seed) {
        var dice = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2026, 9, 1).plusDays(dice.nextInt(61));
            books.order(
                            "CUS-" + (1 + dice.nextInt(2)),
                            dice.nextBoolean() ? "MAT-A" : "MAT-B",
                            day,
                            day.plusDays(dice.nextInt(-3, 9)),
                            dice.nextInt(1, 90),
                            dice.nextInt(500, 2500) / 100.0)
                    .bought(
                            "SUP-" + (1 + dice.nextInt(2)),
                            dice.nextBoolean() ? "MAT-S" : "MAT-T",
                            day.minusDays(9),
                            day,
                            day.plusDays(dice.nextInt(-3, 9)),
                            dice.nextInt(1, 90),
                            dice.nextInt(2),
                            dice.nextInt(100, 900) / 100.0);
        }

        for (String metric : new String[] {"margin", "loss", "revenue", "purchase", "cash"}) {
            RootCause why = why(metric, null);
            long fen = why.parts().stream()
                    .mapToLong(part -> Math.round(part.amount() * 100))
                    .sum();
            assertThat(fen).as(metric).isEqualTo(Math.round(why.change() * 100));
            sums(why);
        }
        for (String metric : new String[] {"lateness", "OTD", "FILL_RATE"}) {
            sums(why(metric, null));
            sums(why(metric, "SUPPLIER"));
        }
    }

    private static void sums(RootCause why) {
        assertThat(why.parts()).isNotEmpty();
        assertThat(why.byCause().values().stream().mapToDouble(d -> d).sum()).isCloseTo(why.change(), within(1e-6));
        for (Grouping grouping : why.dimensions()) {
            assertThat(why.by(grouping).values().stream().mapToDouble(d -> d).sum())
                    .isCloseTo(why.change(), within(1e-6));
        }
    }

    @Test
    void wholeMonths_areHeldAgainstWholeMonths() {
        var quarter = new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
        var days = new DateRange(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15));

        assertThat(RootCauses.before(quarter, Reference.BEFORE))
                .isEqualTo(new DateRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)));
        assertThat(RootCauses.before(quarter, Reference.YEAR_BEFORE))
                .isEqualTo(new DateRange(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30)));
        assertThat(RootCauses.before(days, Reference.BEFORE))
                .isEqualTo(new DateRange(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8)));
    }

    @Test
    void balance_isExplainedByWhatTradeMoved() {
        books.account("ACC-1", 5).sold("CUS-1", "MAT-A", SEPTEMBER, 10, 10);
        BusinessSnapshot snapshot = books.snapshot();
        QueryPlan plan =
                QueryPlan.of(QueriesTest.query("cash", null, null, null, Window.ALWAYS), snapshot, Books.AS_OF);

        RootCause why = RootCauses.of(plan, Reference.BEFORE, snapshot, Books.AS_OF);

        assertThat(why.now()).isEqualTo(new DateRange(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31)));
        assertThat(why.findings()).containsExactly(new Finding(Cause.INCOME, Grouping.CUSTOMER, "CUS-1", 100));
    }

    private RootCause why(String metric, @Nullable String group) {
        BusinessSnapshot snapshot = books.snapshot();
        QueryPlan plan = QueryPlan.of(QueriesTest.query(metric, group, null, null, OF_OCTOBER), snapshot, Books.AS_OF);
        return RootCauses.of(plan, Reference.BEFORE, snapshot, Books.AS_OF);
    }
}

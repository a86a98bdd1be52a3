package io.sandtable.simulation.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplierScorecardTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 10);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 10);
    private static final DateRange QUARTER = new DateRange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    private final Books books =
            new Books().raw("MAT-S").raw("MAT-T").party("SUP-1").party("SUP-2");

    @Test
    void figures_areThoseOfTheReceipts() {
        bought("SUP-1", "MAT-S", JUNE, 10, 0, 100, 0, 5);
        bought("SUP-1", "MAT-S", SEPTEMBER, 10, 0, 100, 2, 5.5);
        bought("SUP-1", "MAT-S", SEPTEMBER, 20, 5, 100, 0, 5.5);
        bought("SUP-1", "MAT-T", SEPTEMBER, 30, 0, 10, 0, 40);
        bought("SUP-2", "MAT-S", SEPTEMBER, 10, 0, 300, 0, 5);

        List<SupplierScore> scores = SupplierScorecard.of(books.snapshot(), QUARTER, Books.AS_OF);

        assertThat(scores).extracting(SupplierScore::supplier).containsExactly("SUP-1", "SUP-2");
        SupplierScore score = scores.getFirst();
        assertThat(score.receipts()).isEqualTo(3);
        assertThat(score.onTimePercent().orElseThrow()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(score.lateDays().orElseThrow()).isCloseTo(5 / 3.0, within(1e-9));
        assertThat(score.rejectPercent().orElseThrow()).isCloseTo(100 * 2 * 5.5 / (200 * 5.5 + 400), within(1e-9));
        assertThat(score.priceIndex().orElseThrow()).isCloseTo(110, within(1e-9));
        assertThat(score.marketIndex().orElseThrow()).isCloseTo(110, within(1e-9));
        assertThat(score.paid().minor()).isEqualTo(148_900);
        assertThat(score.sharePercent().orElseThrow()).isCloseTo(100 * 1489 / 2989.0, within(1e-9));
        assertThat(score.materials()).isEqualTo(2);
        assertThat(score.alone()).isEqualTo(1);
        assertThat(score.lead())
                .isEqualTo(new SupplierScore.Lead(
                        3,
                        java.util.OptionalDouble.of(65 / 3.0),
                        java.util.OptionalDouble.of(25),
                        java.util.OptionalDouble.of(30)));
    }

    @Test
    void whatCameInTimeButNotInFull_isNotOnTime() {
        books.boughtPartly("SUP-1", "MAT-S", SEPTEMBER.minusDays(10), SEPTEMBER, 100, 60)
                .bought("SUP-1", "MAT-S", SEPTEMBER.minusDays(10), SEPTEMBER, SEPTEMBER, 100, 0, 5);

        assertThat(SupplierScorecard.of(books.snapshot(), QUARTER, Books.AS_OF)
                        .getFirst()
                        .onTimePercent())
                .hasValue(50);
    }

    @Test
    void whatNoRecordSupports_isEmpty() {
        books.bought("SUP-1", "MAT-S", JUNE, SEPTEMBER, null, 100, 0, 5);

        SupplierScore score =
                SupplierScorecard.of(books.snapshot(), QUARTER, Books.AS_OF).getFirst();

        assertThat(score.onTimePercent()).hasValue(0);
        assertThat(score.rejectPercent()).isEmpty();
        assertThat(score.priceIndex()).isEmpty();
        assertThat(score.marketIndex()).isEmpty();
        assertThat(score.lead().p90()).isEmpty();
        assertThat(score.sharePercent()).isEmpty();
    }

    private void bought(
            String supplier,
            String material,
            LocalDate due,
            int lead,
            int late,
            double quantity,
            double rejected,
            double price) {
        books.bought(supplier, material, due.minusDays(lead), due, due.plusDays(late), quantity, rejected, price);
    }
}

package io.sandtable.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Money;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final YearMonth MAY = YearMonth.of(2025, 5);

    @Test
    void deviation_isAShareOfWhatHappened() {
        assertThat(Accuracy.deviationPercent(Money.fen(95), Money.fen(100))).hasValue(5);
        assertThat(Accuracy.deviationPercent(Money.fen(110), Money.fen(100))).hasValue(10);
        assertThat(Accuracy.deviationPercent(Money.fen(110), Money.fen(0))).isEmpty();
    }

    /** A: 8 said, 10 came, at 5 each; B: 6 said, 4 came, at 20 each: (2·5 + 2·20) / (10·5 + 4·20). */
    @Test
    void wape_weighsProductsByWhatTheyWereSoldFor() {
        Performance said = performance(8, 6);
        Performance happened = performance(10, 4);

        assertThat(Accuracy.wapePercent(List.of(said), List.of(happened)).orElseThrow())
                .isCloseTo(100 * 50 / 130.0, within(1e-9));
        assertThat(Accuracy.wapePercent(List.of(said), List.of(new Performance())))
                .isEmpty();
    }

    private static Performance performance(double a, double b) {
        var performance = new Performance();
        performance.add(MAY, "MAT-A", sold(a, 5));
        performance.add(MAY, "MAT-B", sold(b, 20));
        return performance;
    }

    /** 100 a month, 120 in the last twelve: May of last year was 90, so it is 108 by last year's growth. */
    @Test
    void naiveRival_isLastYearTimesGrowth() {
        var known = new Performance();
        for (int month = 1; month <= 24; month++) {
            YearMonth at = MAY.minusMonths(month);
            double revenue = month == 12 ? 90 : month < 12 ? 120 + 30 / 11.0 : 100;
            known.add(at, "MAT-A", sold(revenue, 1));
        }

        Performance forecast = NaiveRival.forecast(known, new Period(MAY, 1));

        assertThat(forecast.of(new Period(MAY, 1)).revenue()).isEqualTo(Money.of(Money.CNY, 108));
    }

    @Test
    void naiveRival_ofOneYear_knowsNoGrowth() {
        var known = new Performance();
        known.add(MAY.minusMonths(12), "MAT-A", sold(90, 1));

        assertThat(NaiveRival.forecast(known, new Period(MAY, 1))
                        .of(new Period(MAY, 1))
                        .revenue())
                .isEqualTo(Money.of(Money.CNY, 90));
    }

    private static Amounts sold(double units, double price) {
        return new Amounts(units, Money.of(Money.CNY, units * price), Money.fen(0), 0);
    }
}

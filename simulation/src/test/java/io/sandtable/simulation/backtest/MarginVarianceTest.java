package io.sandtable.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MarginVarianceTest {
    private static final YearMonth MAY = YearMonth.of(2025, 5);

    /** Planned 10 at 20 that cost 12; came 8 at 21 that cost 13: −2 × 8, +8 × 1, −8 × 1. */
    @Test
    void quantityPriceAndCost_areToldApart() {
        MarginVariance variance = MarginVariance.between(one(10, 20, 12), one(8, 21, 13));

        assertThat(variance).isEqualTo(new MarginVariance(yuan(-16), yuan(8), yuan(-8)));
        assertThat(variance.total()).isEqualTo(yuan(8 * (21 - 13) - 10 * (20 - 12)));
    }

    @Test
    void whatWasNotPlanned_andWhatDidNotCome_areQuantity() {
        assertThat(MarginVariance.between(new Performance(), one(8, 21, 13)))
                .isEqualTo(new MarginVariance(yuan(64), yuan(0), yuan(0)));
        assertThat(MarginVariance.between(one(10, 20, 12), new Performance()))
                .isEqualTo(new MarginVariance(yuan(-80), yuan(0), yuan(0)));
    }

    /** Thirds of a fen go nowhere. */
    @Test
    void theThree_addUpToTheFen() {
        Performance plan = one(3, 3.33, 1.11);
        Performance actual = one(7, 3.34, 1.09);
        plan.add(MAY, "MAT-B", new Amounts(11, Money.fen(1_000), Money.fen(777), 0));
        actual.add(MAY, "MAT-B", new Amounts(13, Money.fen(1_201), Money.fen(800), 0));

        Money difference =
                actual.sum(cell -> true).margin().minus(plan.sum(cell -> true).margin());
        assertThat(MarginVariance.between(plan, actual).total()).isEqualTo(difference);
    }

    private static Performance one(double units, double price, double cost) {
        var performance = new Performance();
        performance.add(MAY, "MAT-A", new Amounts(units, yuan(units * price), yuan(units * cost), 0));
        return performance;
    }

    private static Money yuan(double yuan) {
        return Money.of(Money.CNY, yuan);
    }
}

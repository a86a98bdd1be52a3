package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvestmentCaseTest {
    /**
     * By hand: the tool makes the difference between 0 and 2,130.00 of margin (and 4,900.00 of penalties avoided) in 365 days, so
     * 7,030.00 a year; tax 25 % of 7,030.00 − 1,200.00 depreciation = 1,457.50; 5,572.50 stay. Without discounting, two years of it
     * less 2,400.00.
     */
    @Test
    void npv_isTheMarginOverTheLifeLessTheCapital() {
        var shop = new OneProductShop();
        shop.horizonDays = 365;
        shop.investments.add(new Investment(0, "EQP-T1", "T1", "SUP-T", "Maker", 0, -1, 2_400, 2 * DAY, 24, 30));
        Plan base = plan();
        var invest =
                new Plan(List.of(0), false, List.of(), base.lots(), base.purchases(), base.deliveries(), base.search());
        Evaluation without = Evaluator.evaluate(shop.problem(), OneProductShop.nothing());
        Evaluation with = Evaluator.evaluate(shop.problem(), invest);

        InvestmentCase plain = InvestmentCase.of(shop.problem(), without, with, 0);
        InvestmentCase discounted =
                InvestmentCase.of(shop.problem(), without, with, InvestmentCase.DEFAULT_DISCOUNT_PERCENT);

        assertThat(without.kpis().penalties()).isEqualTo(Money.fen(490_000));
        assertThat(plain.capex()).isEqualTo(Money.fen(240_000));
        assertThat(plain.yearly()).isEqualTo(Money.fen(557_250));
        assertThat(plain.npv()).isEqualTo(Money.fen(2 * 557_250 - 240_000));
        assertThat(plain.paybackYears()).hasValueCloseTo(2400 / 5572.5, within(1e-9));
        // Σ 1.08^(−m/12), m = 1 … 24, is 22.17291
        // where Σ (1 + r)^(−m/12), m = 1 … 24, is 2,400.00 ÷ (5,572.50 ÷ 12) = 5.16824
        assertThat(plain.irrPercent()).hasValueCloseTo(710.883, within(0.001));
        assertThat(discounted.irrPercent()).isEqualTo(plain.irrPercent());
        assertThat(discounted.npv().minor()).isCloseTo(Math.round(557_250 / 12.0 * 22.17291 - 240_000), within(1L));
    }

    @Test
    void planWithoutInvestments_isWorthNothingMore() {
        Evaluation same = Evaluator.evaluate(new OneProductShop().problem(), plan());

        InvestmentCase none = InvestmentCase.of(new OneProductShop().problem(), same, same, 8);

        assertThat(none.npv()).isEqualTo(Money.fen(0));
        assertThat(none.paybackYears()).isEmpty();
        assertThat(none.irrPercent()).isEmpty();
    }

    /** 1,000.00 that bring 600.00 a year, a twelfth each month, for two years. */
    @Test
    void irr_isTheRateAtWhichNothingIsGained() {
        var twoYears = new InvestmentCase(Money.fen(100_000), Money.fen(60_000), 24, 8, Money.fen(0));
        double rate = twoYears.irrPercent().orElseThrow();
        double worth = 0;
        for (int month = 1; month <= 24; month++) {
            worth += 60_000 / 12.0 * Math.pow(1 + rate / 100, -month / 12.0);
        }
        assertThat(worth).isCloseTo(100_000, within(0.01));
        assertThat(rate).isCloseTo(19.7469, within(0.0001));

        var lost = new InvestmentCase(Money.fen(100_000), Money.fen(-1), 24, 8, Money.fen(-100_000));
        assertThat(lost.irrPercent()).isEmpty();
        assertThat(lost.paybackYears()).isEmpty();
    }
}

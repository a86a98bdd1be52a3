package io.sandtable.simulation.annual;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.Performance;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarginCausesTest {
    private static final YearMonth MAY = YearMonth.of(2025, 5);
    private static final Map<String, AnnualProduct> FAMILY =
            Map.of("A", product("A", "pcs", "FAM"), "B", product("B", "pcs", "FAM"), "C", product("C", "kg", "FAM"));

    /**
     * Planned 10 A that bring 8 and 10 B that bring 2, 5 on average; came 8 A and 14 B, at the planned prices and costs: 2 more units bring 10, and margin
     * changes by −2 × 8 + 4 × 2 = −8, so the other mix takes 18.
     */
    @Test
    void volumeIsAtTheFamilysAverage_andTheRestIsMix() {
        Performance plan = performance("A", 10, 20, 12, "B", 10, 12, 10);
        Performance actual = performance("A", 8, 20, 12, "B", 14, 12, 10);

        assertThat(MarginCauses.between(plan, actual, FAMILY))
                .isEqualTo(new MarginCauses(yuan(10), yuan(-18), yuan(0), yuan(0)));
    }

    /** Kilograms and pieces make no average: each is volume of its own. */
    @Test
    void whatIsCountedInAnotherUnit_isNotMixed() {
        Performance plan = performance("A", 10, 20, 12, "C", 10, 12, 10);
        Performance actual = performance("A", 8, 20, 12, "C", 14, 12, 10);

        assertThat(MarginCauses.between(plan, actual, FAMILY))
                .isEqualTo(new MarginCauses(yuan(-8), yuan(0), yuan(0), yuan(0)));
    }

    /** 8 and 14 came at 1 more each and cost 0.5 more each. */
    @Test
    void priceAndUnitCost_areOfTheUnitsThatCame_andAllAddUp() {
        Performance plan = performance("A", 10, 20, 12, "B", 10, 12, 10);
        Performance actual = performance("A", 8, 21, 12.5, "B", 14, 13, 10.5);

        MarginCauses causes = MarginCauses.between(plan, actual, FAMILY);

        assertThat(causes).isEqualTo(new MarginCauses(yuan(10), yuan(-18), yuan(22), yuan(-11)));
        assertThat(causes.total())
                .isEqualTo(
                        actual.sum(c -> true).margin().minus(plan.sum(c -> true).margin()));
    }

    @Test
    void whatNobodyPlanned_isVolume() {
        assertThat(MarginCauses.between(new Performance(), performance("A", 8, 20, 12, "X", 1, 5, 2), FAMILY))
                .isEqualTo(new MarginCauses(yuan(67), yuan(0), yuan(0), yuan(0)));
    }

    private static Performance performance(
            String one,
            double of,
            double price,
            double cost,
            String other,
            double ofOther,
            double otherPrice,
            double otherCost) {
        var performance = new Performance();
        performance.add(MAY, one, new Amounts(of, yuan(of * price), yuan(of * cost), 0));
        performance.add(MAY, other, new Amounts(ofOther, yuan(ofOther * otherPrice), yuan(ofOther * otherCost), 0));
        return performance;
    }

    private static AnnualProduct product(String id, String unit, String family) {
        return new AnnualProduct(id, id, id, unit, family, family, family);
    }

    private static Money yuan(double yuan) {
        return Money.of(Money.CNY, yuan);
    }
}

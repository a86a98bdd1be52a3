package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Uniform;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final double Z95 = 1.6448536269514722;

    private static double[] drawn(Distribution from, int n, long seed) {
        Points.Source points = Points.independent(seed, List.of(from)).source();
        return IntStream.range(0, n).mapToDouble(i -> points.at(i)[0]).toArray();
    }

    /** Closed forms: normal μ + σφ(z)/0.05; lognormal e^(μ+σ²/2) Φ(σ−z)/0.05. With 400,000 runs the standard error is 0.2 and 0.3 %. */
    @ParameterizedTest
    @ValueSource(longs = {20261128, 2, 3})
    void shortfall_isWithinOnePercentOfTheClosedForm(long seed) {
        int n = 400_000;
        double density = Math.exp(-Z95 * Z95 / 2) / Math.sqrt(2 * Math.PI);
        double normal = density / 0.05;
        double lognormal = Math.exp(0.125) * Normal.STANDARD.cumulative(0.5 - Z95) / 0.05;
        double lognormalLow = Math.exp(0.125) * Normal.STANDARD.cumulative(-Z95 - 0.5) / 0.05;

        assertThat(Summary.of(drawn(new Normal(0, 1), n, seed), false).cvar95().value())
                .isCloseTo(normal, within(0.01 * normal));
        assertThat(Summary.of(drawn(new Normal(0, 1), n, seed), true).cvar95().value())
                .isCloseTo(-normal, within(0.01 * normal));
        assertThat(Summary.of(drawn(new LogNormal(0, 0.5, 0), n, seed), false)
                        .cvar95()
                        .value())
                .isCloseTo(lognormal, within(0.01 * lognormal));
        assertThat(Summary.of(drawn(new LogNormal(0, 0.5, 0), n, seed), true)
                        .cvar95()
                        .value())
                .isCloseTo(lognormalLow, within(0.01 * lognormalLow));
    }

    /** 400 samples of 200 runs: 95 % ± 3.3 points at three standard errors; the intervals of a shortfall by ten values are known to be short. */
    @Test
    void intervals_holdTheTruthAsOftenAsTheySay() {
        int p10 = 0;
        int p50 = 0;
        int p90 = 0;
        int mean = 0;
        int cvar = 0;
        int samples = 400;
        for (int seed = 1; seed <= samples; seed++) {
            Summary summary = Summary.of(drawn(new Uniform(0, 1), 200, seed), true);
            p10 += holds(summary.p10(), 0.1);
            p50 += holds(summary.p50(), 0.5);
            p90 += holds(summary.p90(), 0.9);
            mean += holds(summary.mean(), 0.5);
            cvar += holds(summary.cvar95(), 0.025);
        }

        assertThat(List.of(p10, p50, p90, mean))
                .allSatisfy(hits -> assertThat(100.0 * hits / samples).isBetween(91.7, 98.6));
        assertThat(100.0 * cvar / samples).isBetween(84.0, 98.0);
    }

    private static int holds(Summary.Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    @Test
    void quantiles_areValuesThatCameOut() {
        double[] oneToTwenty = IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray();

        Summary summary = Summary.of(oneToTwenty, true);

        assertThat(summary.p10().value()).isEqualTo(2);
        assertThat(summary.p10().low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(summary.p50().value()).isEqualTo(10);
        // 95 % of twenty coins: from the 6th to the 15th
        assertThat(summary.p50().low()).isEqualTo(6);
        assertThat(summary.p50().high()).isEqualTo(15);
        assertThat(summary.p90().value()).isEqualTo(18);
        assertThat(summary.cvar95().value()).isEqualTo(1);
        assertThat(summary.cvar95().low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Summary.of(oneToTwenty, false).cvar95().value()).isEqualTo(20);
        assertThat(summary.curve()).hasSameSizeAs(Summary.CURVE_AT).isSorted();
    }

    @Test
    void whatIsNoNumber_isLeftOutAndCounted() {
        Summary summary = Summary.of(new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY}, true);

        assertThat(summary.runs()).isEqualTo(2);
        assertThat(summary.mean().value()).isEqualTo(2);
        assertThat(Summary.of(new double[] {Double.NaN}, true).p50().value()).isNaN();
        assertThat(Summary.of(new double[] {4, 4, 4}, true).isConstant()).isTrue();
    }

    /** Wilson's interval of 1 in 10: 1.79 % to 40.42 % (Agresti and Coull 1998). */
    @Test
    void chance_hasWilsonsInterval() {
        Chance chance = Chance.of(1, 10);

        assertThat(chance.share()).isEqualTo(0.1);
        assertThat(chance.low()).isCloseTo(0.0179, within(1e-4));
        assertThat(chance.high()).isCloseTo(0.4042, within(1e-4));
        assertThat(Chance.of(0, 100).low()).isZero();
        assertThat(Chance.of(0, 100).high()).isCloseTo(0.0370, within(1e-4));
        assertThat(Chance.of(100, 100).high()).isEqualTo(1);
        assertThat(Chance.of(0, 0).high()).isEqualTo(1);
    }
}

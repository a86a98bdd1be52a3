package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.risk.Distribution.Beta;
import io.sandtable.simulation.risk.Distribution.Empirical;
import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Triangular;
import io.sandtable.simulation.risk.Distribution.Uniform;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    static Stream<Distribution> smooth() {
        return Stream.of(
                new Uniform(-10, 10),
                new Triangular(-10, 2, 10),
                new Triangular(0, 0, 3),
                new Triangular(0, 3, 3),
                new Normal(5, 2),
                new LogNormal(4.6, 0.1, -100),
                new Beta(2, 5, 0, 100),
                Beta.pert(-10, -4, 20));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void quantile_isTheInverseOfTheProbability(Distribution distribution) {
        for (double p = 0.001; p < 1; p += 0.037) {
            assertThat(distribution.cumulative(distribution.quantile(p))).isCloseTo(p, within(1e-6));
        }
    }

    /** By the midpoint rule over the quantiles, which needs nothing but them. */
    @ParameterizedTest
    @MethodSource("smooth")
    void meanAndDeviation_areThoseOfTheQuantiles(Distribution distribution) {
        int steps = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < steps; i++) {
            double x = distribution.quantile((i + 0.5) / steps);
            sum += x;
            squares += x * x;
        }
        double mean = sum / steps;

        assertThat(distribution.mean()).isCloseTo(mean, within(1e-3));
        assertThat(distribution.deviation())
                .isCloseTo(Math.sqrt(squares / steps - mean * mean), within(2e-3 * distribution.deviation()));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void density_isTheSlopeOfTheProbability(Distribution distribution) {
        double step = 1e-4;
        for (double p : new double[] {0.1, 0.35, 0.8}) {
            double x = distribution.quantile(p);
            double slope = (distribution.cumulative(x + step) - distribution.cumulative(x - step)) / (2 * step);

            assertThat(Math.exp(distribution.logDensity(x))).isCloseTo(slope, within(1e-4 * Math.max(1, slope)));
        }
    }

    @Test
    void tiedValues_areDrawnAsOftenAsTheyWereSeen() {
        var seen = new Empirical(List.of(7.0, 3.0, 3.0, 3.0));

        assertThat(seen.quantile(0.01)).isEqualTo(3);
        assertThat(seen.quantile(0.75)).isEqualTo(3);
        assertThat(seen.quantile(0.751)).isEqualTo(7);
        assertThat(seen.mean()).isEqualTo(4);
        assertThat(seen.deviation()).isEqualTo(Math.sqrt(3));
        assertThat(seen.cumulative(3)).isEqualTo(0.75);
    }

    @Test
    void endsTurnedRound_areRefused() {
        assertThatThrownBy(() -> new Uniform(5, -5)).hasMessageContaining("Swap or widen");
        assertThatThrownBy(() -> new Uniform(5, 5)).hasMessageContaining("Swap or widen");
        assertThatThrownBy(() -> new Normal(0, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Normal(Double.NaN, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Triangular(0, 4, 3)).hasMessageContaining("must lie between");
        assertThatThrownBy(() -> new Empirical(List.of())).hasMessageContaining("at least one");
    }
}

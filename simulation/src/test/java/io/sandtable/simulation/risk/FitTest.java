package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.risk.Distribution.Beta;
import io.sandtable.simulation.risk.Distribution.Empirical;
import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Triangular;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.RiskWarning.Code;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
    private static final Distribution STAND_IN = new Triangular(-10, 0, 10);

    private static List<Double> drawn(Distribution from, int n, long seed) {
        Points.Source points = Points.independent(seed, List.of(from)).source();
        return IntStream.range(0, n).mapToObj(i -> points.at(i)[0]).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void historyOfAKnownShape_isRecognised(long seed) {
        var bounds = new Fit.Bounds(0, 100);
        for (Distribution from : List.of(
                new Uniform(10, 90), new Normal(50, 6), new LogNormal(2.5, 0.6, 0), new Triangular(10, 15, 90))) {
            List<Double> values = drawn(from, 800, seed);
            boolean within = values.stream().allMatch(v -> v <= 100);

            Fit fit = Fit.of("x", values, within ? bounds : new Fit.Bounds(0, 1e6), STAND_IN);

            assertThat(fit.distribution().kind()).as("%s as %s", from, fit).isIn(alike(from));
            // the ends of a triangle are where values are rarest
            assertThat(fit.distribution().mean()).isCloseTo(from.mean(), within(from.mean() * 0.08));
            assertThat(fit.n()).isEqualTo(800);
            assertThat(fit.distance().orElseThrow()).isLessThan(0.06);
            assertThat(fit.warnings()).isEmpty();
        }
    }

    /** A bell within bounds is a beta as well, and the two can hardly be told apart. */
    private static List<String> alike(Distribution from) {
        return from instanceof Normal ? List.of("normal", "beta", "lognormal") : List.of(from.kind());
    }

    @Test
    void yields_fitABetaWithinTheirBounds() {
        Fit fit = Fit.of("yield", drawn(new Beta(60, 2, 0, 100), 400, 3), new Fit.Bounds(0, 100), STAND_IN);

        assertThat(fit.distribution()).isInstanceOf(Beta.class);
        assertThat(fit.distribution().mean()).isCloseTo(100 * 60.0 / 62, within(0.3));
    }

    @Test
    void bestCandidate_standsFirstWithTheLeastCriterion() {
        Fit fit = Fit.of("x", drawn(new Normal(0, 1), 200, 5), Fit.Bounds.NONE, STAND_IN);

        assertThat(fit.candidates()).extracting(Fit.Candidate::aic).isSorted();
        assertThat(fit.candidates()).extracting(c -> c.distribution().kind()).contains("normal", "uniform");
        assertThat(fit.candidates().getFirst().distribution()).isEqualTo(fit.distribution());
    }

    /** Log likelihood of the normal fit by maximum likelihood is −n/2 (ln 2πσ² + 1); the correction of two parameters 12 / (n − 3). */
    @Test
    void criterionOfTheNormal_isTheOneOfTheTextbook() {
        List<Double> values = drawn(new Normal(3, 2), 50, 9);
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double variance = values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();

        Fit fit = Fit.of("x", values, Fit.Bounds.NONE, STAND_IN);

        assertThat(fit.candidates().stream()
                        .filter(c -> c.distribution() instanceof Normal)
                        .findFirst()
                        .orElseThrow()
                        .aic())
                .isCloseTo(4 + 12.0 / 47 + 50 * (Math.log(2 * Math.PI * variance) + 1), within(1e-9));
    }

    @Test
    void tooLittleHistory_isAStandInThatSaysSo() {
        Fit few = Fit.of("price", List.of(1.0, 2.0, 3.0), Fit.Bounds.NONE, STAND_IN);
        Fit same = Fit.of("price", Collections.nCopies(50, 4.0), Fit.Bounds.NONE, STAND_IN);
        Fit odd = Fit.of(
                "price",
                IntStream.range(0, 20).mapToObj(i -> i == 7 ? Double.NaN : i).toList(),
                Fit.Bounds.NONE,
                STAND_IN);

        assertThat(few.distribution()).isEqualTo(STAND_IN);
        assertThat(few.n()).isEqualTo(3);
        assertThat(few.warnings()).containsExactly(new RiskWarning(Code.TOO_FEW_VALUES, "price"));
        assertThat(few.distance()).isEmpty();
        assertThat(same.distribution()).isEqualTo(STAND_IN);
        assertThat(same.warnings()).containsExactly(new RiskWarning(Code.NO_VARIANCE, "price"));
        assertThat(odd.distribution()).isEqualTo(STAND_IN);
        assertThat(odd.warnings()).containsExactly(new RiskWarning(Code.HISTORY_NOT_A_NUMBER, "price"));
    }

    @Test
    void valueThatItsBoundsExclude_isSaid() {
        List<Double> yields = IntStream.range(0, 20).mapToObj(i -> 90.5 + i).toList();

        Fit fit = Fit.of("yield", yields, new Fit.Bounds(0, 100), STAND_IN);

        assertThat(fit.isFromHistory()).isTrue();
        assertThat(fit.warnings()).containsExactly(new RiskWarning(Code.HISTORY_OUT_OF_BOUNDS, "yield"));
    }

    @Test
    void historyThatNoCandidateFits_isDrawnFromItself() {
        List<Double> twoHumps =
                IntStream.range(0, 60).mapToObj(i -> i % 2 == 0 ? 0.0 : 10.0).toList();

        Fit fit = Fit.of("leadtime", twoHumps, Fit.Bounds.NONE, STAND_IN);

        assertThat(fit.distribution()).isEqualTo(new Empirical(twoHumps));
        assertThat(fit.warnings()).containsExactly(new RiskWarning(Code.POOR_FIT, "leadtime"));
        assertThat(fit.distance()).hasValue(0);
    }
}

package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.risk.Distribution.Empirical;
import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Uniform;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopulaTest {
    private static final List<List<Double>> IMPOSSIBLE =
            List.of(List.of(1.0, 0.9, 0.9), List.of(0.9, 1.0, -0.9), List.of(0.9, -0.9, 1.0));

    private static double[] column(Points.Source points, int n, int input) {
        return IntStream.range(0, n).mapToDouble(i -> points.at(i)[input]).toArray();
    }

    /** The standard error of a rank correlation of 20,000 is at most 0.007. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void rankCorrelations_comeOutWhateverTheDistributions(long seed) {
        var copula = Copula.ofRanks(List.of(List.of(1.0, 0.7, -0.3), List.of(0.7, 1.0, 0.1), List.of(-0.3, 0.1, 1.0)));
        List<Distribution> inputs = List.of(new LogNormal(0, 1, 0), new Uniform(0, 1), new Normal(4, 2));
        Points.Source points = new Points(seed, inputs, copula).source();
        int n = 20_000;

        assertThat(Copula.rankCorrelation(column(points, n, 0), column(points, n, 1)))
                .isCloseTo(0.7, within(0.02));
        assertThat(Copula.rankCorrelation(column(points, n, 0), column(points, n, 2)))
                .isCloseTo(-0.3, within(0.02));
        assertThat(Copula.rankCorrelation(column(points, n, 1), column(points, n, 2)))
                .isCloseTo(0.1, within(0.02));
    }

    @Test
    void inputThatAnotherDecides_followsItExactly() {
        var copula = new Copula(List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)));
        Points.Source points = new Points(3, List.of(new Uniform(0, 1), new Uniform(0, 1)), copula).source();

        assertThat(points.at(5)[1]).isEqualTo(points.at(5)[0]);
    }

    @Test
    void correlationsThatContradictEachOther_areRefusedWithThePair() {
        List<List<Double>> oneIsOff = List.of(
                List.of(1.0, 0.9, 0.9, 0.0),
                List.of(0.9, 1.0, 0.9, -0.8),
                List.of(0.9, 0.9, 1.0, 0.0),
                List.of(0.0, -0.8, 0.0, 1.0));

        assertThatThrownBy(() -> new Copula(oneIsOff))
                .hasMessageContaining("-0.8 between inputs 2 and 4 contradicts the others");
        assertThatThrownBy(() -> new Copula(List.of(List.of(1.0, 0.2), List.of(0.3, 1.0))))
                .hasMessageContaining("the same both ways");
        assertThatThrownBy(() -> new Copula(List.of(List.of(1.0, 1.2), List.of(1.2, 1.0))))
                .hasMessageContaining("-1 to 1");
    }

    @Test
    void correlationsThatContradictEachOther_areRepairedWithAWarning() {
        Copula.Repaired repaired = Copula.nearestOfRanks("prices", IMPOSSIBLE);

        assertThat(repaired.warnings())
                .containsExactly(new RiskWarning(RiskWarning.Code.CORRELATION_REPAIRED, "prices"));
        assertThat(repaired.moved()).isBetween(0.2, 0.6);
        assertThat(repaired.copula().correlation().get(0).get(1)).isCloseTo(0.5, within(0.02));
        assertThat(repaired.copula().correlation().get(1).get(2)).isCloseTo(-0.5, within(0.02));
    }

    /** Higham 2002, section 5: the nearest to 1 on the diagonal and beside it, else 0. */
    @Test
    void nearestMatrix_isTheOneOfThePaper() {
        double toRank = 1;
        List<List<Double>> wanted =
                List.of(List.of(1.0, toRank, 0.0), List.of(toRank, 1.0, toRank), List.of(0.0, toRank, 1.0));

        List<List<Double>> nearest = Copula.nearestOfRanks("", wanted).copula().correlation();

        assertThat(nearest.get(0).get(1)).isCloseTo(0.7607, within(1e-4));
        assertThat(nearest.get(0).get(2)).isCloseTo(0.1573, within(1e-4));
        assertThat(nearest.get(1).get(2)).isCloseTo(0.7607, within(1e-4));
    }

    @Test
    void possibleCorrelations_stayAsTheyAre() {
        Copula.Repaired kept = Copula.nearestOfRanks("", List.of(List.of(1.0, 0.5), List.of(0.5, 1.0)));

        assertThat(kept.warnings()).isEmpty();
        assertThat(kept.moved()).isZero();
        assertThat(kept.copula().correlation().get(0).get(1)).isCloseTo(2 * Math.sin(Math.PI / 12), within(1e-12));
    }

    @Test
    void fewOrUnmovedPairs_tellNothing() {
        assertThat(Copula.rankCorrelation(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isZero();
        assertThat(Copula.rankCorrelation(new double[20], new double[20])).isZero();
    }

    @Test
    void empiricalInputs_mayBeCorrelatedToo() {
        var values = new Empirical(List.of(1.0, 2.0, 2.0, 9.0));
        var copula = Copula.ofRanks(List.of(List.of(1.0, 0.9), List.of(0.9, 1.0)));
        Points.Source points = new Points(8, List.of(values, values), copula).source();

        assertThat(Copula.rankCorrelation(column(points, 5_000, 0), column(points, 5_000, 1)))
                .isGreaterThan(0.75);
    }
}

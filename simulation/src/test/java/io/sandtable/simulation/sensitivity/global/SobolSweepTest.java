package io.sandtable.simulation.sensitivity.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.sensitivity.global.SobolIndices.Figure;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Index;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolSweepTest {
    private static final KnownFunction ISHIGAMI = KnownFunction.ishigami(7, 0.1);

    private static SobolIndices indices(Model model, List<Factor> factors, int runs, long seed)
            throws InterruptedException {
        return new SobolSweep(model, factors, SobolSettings.usual(2, seed)).upTo(runs);
    }

    private static List<Factor> alone(String... ids) {
        return Factor.eachAlone(List.of(ids));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ishigami_isFoundWithinTheBoundsOfTheBenchmark(long seed) throws InterruptedException {
        Figure found = indices(ISHIGAMI.model(), ISHIGAMI.factors(), 4096, seed)
                .figures()
                .getFirst();

        assertThat(ISHIGAMI.worst(found)).isLessThan(0.009);
        assertThat(ISHIGAMI.mean(found)).isLessThan(0.003);
        assertThat(found.mean()).isCloseTo(3.5, within(0.05));
        assertThat(found.variance()).isCloseTo(13.84, within(0.2));
    }

    @Test
    void intervals_holdTheTruthInNineteenOfTwentySweeps() throws InterruptedException {
        double covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            covered += ISHIGAMI.covered(indices(ISHIGAMI.model(), ISHIGAMI.factors(), 512, 1000 + seed)
                    .figures()
                    .getFirst());
        }

        // 1,200 intervals, which are not independent; the benchmark has a thousand sweeps
        assertThat(covered / 200).isBetween(0.91, 0.98);
    }

    @Test
    void additiveModel_needsFewRunsBecauseItsLikenessIsExact() throws InterruptedException {
        Model model = u -> new double[] {3 * u[0] + 4 * u[1]};

        List<Index> found = indices(model, alone("three", "four"), 128, 7)
                .figures()
                .getFirst()
                .indices();

        // variances 9/12 and 16/12
        assertThat(found.get(0).first().estimate()).isCloseTo(9 / 25.0, within(1e-3));
        assertThat(found.get(1).total().estimate()).isCloseTo(16 / 25.0, within(1e-3));
    }

    @Test
    void pairs_areWhatBothDoOnlyTogether() throws InterruptedException {
        Model model = u -> new double[] {(u[0] - 0.5) * (u[1] - 0.5) + (u[2] - 0.5) / 6};
        var sweep = new SobolSweep(model, alone("a", "b", "c"), new SobolSettings(16, true, 2, 3));

        Figure found = sweep.upTo(1024).figures().getFirst();

        // 1/144 of the product against 1/12/36 of the sum
        double share = (1 / 144.0) / (1 / 144.0 + 1 / 432.0);
        assertThat(found.pairs()).hasSize(3);
        assertThat(found.pairs().getFirst().share().estimate()).isCloseTo(share, within(0.01));
        assertThat(found.pairs().getLast().share().estimate()).isCloseTo(0, within(0.01));
        assertThat(found.indices().getFirst().first().estimate()).isCloseTo(0, within(0.01));
        assertThat(found.indices().getFirst().total().estimate()).isCloseTo(share, within(0.01));
    }

    @Test
    void group_movesItsColumnsTogether() throws InterruptedException {
        Model model = u -> new double[] {(u[0] - 0.5) * (u[1] - 0.5) + (u[2] - 0.5) / 6};
        List<Factor> factors = List.of(new Factor("metals", List.of(0, 1)), new Factor("labour", List.of(2)));

        List<Index> found =
                indices(model, factors, 1024, 3).figures().getFirst().indices();

        assertThat(found.getFirst().first().estimate()).isCloseTo(0.75, within(0.01));
        assertThat(found.getFirst().total().estimate()).isCloseTo(0.75, within(0.01));
        assertThat(found.getLast().first().estimate()).isCloseTo(0.25, within(0.01));
    }

    @Test
    void factorThatDoesNothing_isNoise() throws InterruptedException {
        Model model = u -> new double[] {ISHIGAMI.model().at(u)[0]};

        Figure found = indices(model, alone("x1", "x2", "x3", "nothing"), 1024, 11)
                .figures()
                .getFirst();

        assertThat(found.indices().stream().filter(found::isNoise).map(Index::factor))
                .containsExactly("nothing");
        assertThat(found.noiseFloor()).isBetween(1e-6, 0.1);
    }

    @Test
    void refining_keepsWhatWasEvaluatedAndGivesWhatOneSweepWouldHave() throws InterruptedException {
        var evaluations = new AtomicInteger();
        Model counted = u -> {
            evaluations.incrementAndGet();
            return ISHIGAMI.model().at(u);
        };
        var sweep = new SobolSweep(counted, ISHIGAMI.factors(), SobolSettings.usual(2, 5));
        sweep.upTo(64);
        SobolIndices refined = sweep.upTo(256);

        assertThat(evaluations).hasValue(256 * 5);
        assertThat(refined).isEqualTo(indices(ISHIGAMI.model(), ISHIGAMI.factors(), 256, 5));
        assertThat(refined.evaluations()).isEqualTo(256 * 5);
    }

    @Test
    void result_isTheSameBitForBitFromItsSeedOnAnyNumberOfThreads() throws InterruptedException {
        SobolIndices one = new SobolSweep(ISHIGAMI.model(), ISHIGAMI.factors(), SobolSettings.usual(1, 42)).upTo(256);
        SobolIndices four = new SobolSweep(ISHIGAMI.model(), ISHIGAMI.factors(), SobolSettings.usual(4, 42)).upTo(256);

        assertThat(four.figures()).isEqualTo(one.figures());
        assertThat(indices(ISHIGAMI.model(), ISHIGAMI.factors(), 256, 43).figures())
                .isNotEqualTo(one.figures());
    }

    @Test
    void severalFigures_areJudgedFromTheSameRuns() throws InterruptedException {
        Model model = u -> new double[] {u[0], u[1], 5};

        List<Figure> found = indices(model, alone("a", "b"), 128, 1).figures();

        assertThat(found.get(0).indices().get(0).total().estimate()).isCloseTo(1, within(1e-4));
        assertThat(found.get(1).indices().get(0).total().estimate()).isCloseTo(0, within(1e-4));
        assertThat(found.get(2).indices()).isEmpty();
        assertThat(found.get(2).warnings()).containsExactly(new Warning(Warning.Code.CONSTANT_OUTPUT, 0));
    }

    @Test
    void pointsWithoutANumber_areLeftOutAndSaid() throws InterruptedException {
        var calls = new AtomicInteger();
        Model sometimes = u -> new double[] {calls.incrementAndGet() % 400 == 0 ? Double.NaN : u[0] + u[1]};
        Model never = u -> new double[] {Double.POSITIVE_INFINITY};

        Figure holes = new SobolSweep(sometimes, alone("a", "b"), SobolSettings.usual(1, 1))
                .upTo(1024)
                .figures()
                .getFirst();
        Figure nothing = indices(never, alone("a", "b"), 128, 1).figures().getFirst();

        // 4,096 calls
        assertThat(holes.warnings()).containsExactly(new Warning(Warning.Code.NOT_A_NUMBER, 10));
        assertThat(holes.indices().getFirst().first().estimate()).isCloseTo(0.5, within(0.02));
        assertThat(nothing.warnings()).containsExactly(new Warning(Warning.Code.MOSTLY_NOT_A_NUMBER, 128));
        assertThat(nothing.indices()).isEmpty();
    }

    @Test
    void fewRuns_areSaidToBeFew() throws InterruptedException {
        assertThat(indices(ISHIGAMI.model(), ISHIGAMI.factors(), 64, 1)
                        .figures()
                        .getFirst()
                        .warnings())
                .containsExactly(new Warning(Warning.Code.TOO_FEW_RUNS, 64));
    }

    @Test
    void sizesThatSpreadUnevenly_areRefused() {
        var sweep = new SobolSweep(ISHIGAMI.model(), ISHIGAMI.factors(), SobolSettings.usual(1, 1));

        assertThatThrownBy(() -> sweep.upTo(1000)).hasMessageContaining("Take 512");
        assertThatThrownBy(() -> sweep.upTo(8)).hasMessageContaining("Take 16");
        assertThatThrownBy(() -> new SobolSettings(10, false, 1, 1)).hasMessageContaining("power of two");
        assertThatThrownBy(() -> Factor.columns(List.of(new Factor("a", List.of(0)), new Factor("b", List.of(0)))))
                .hasMessageContaining("Correlated inputs go into one factor");
    }

    @Test
    void interrupted_sweepGoesOnWhereItWas() throws InterruptedException {
        var sweep = new SobolSweep(ISHIGAMI.model(), ISHIGAMI.factors(), SobolSettings.usual(2, 9));
        sweep.upTo(64);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sweep.upTo(256)).isInstanceOf(InterruptedException.class);

        assertThat(sweep.upTo(256)).isEqualTo(indices(ISHIGAMI.model(), ISHIGAMI.factors(), 256, 9));
    }

    @Test
    void scrambledPoints_areEvenlySpreadAndDifferBySeed() {
        var sequence = new ScrambledSobol(3, 17);
        var points = new ArrayList<double[]>();
        for (int i = 0; i < 64; i++) {
            points.add(sequence.point(i));
        }

        for (int column = 0; column < 3; column++) {
            int c = column;
            // one point in each 64th, as of an unscrambled sequence
            assertThat(points.stream().map(p -> (int) (p[c] * 64)).distinct()).hasSize(64);
        }
        assertThat(new ScrambledSobol(3, 18).point(5)).isNotEqualTo(points.get(5));
        assertThat(new ScrambledSobol(3, 17).point(5)).isEqualTo(points.get(5));
    }
}

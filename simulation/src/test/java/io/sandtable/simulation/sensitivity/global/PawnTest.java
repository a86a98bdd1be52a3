package io.sandtable.simulation.sensitivity.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PawnTest {
    @Test
    void columnsThatMatter_standOutFromThoseThatDoNot() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var points = new ArrayList<double[]>();
        double[] figures = new double[2000];
        for (int i = 0; i < figures.length; i++) {
            double[] point = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            points.add(point);
            figures[i] = 5 * point[0] + point[1];
        }

        List<Pawn.Index> found = Pawn.of(points, figures, 1);

        assertThat(found.get(0).median()).isGreaterThan(found.get(1).median());
        assertThat(found.get(0).stands()).isTrue();
        assertThat(found.get(1).stands()).isTrue();
        assertThat(found.get(2).stands()).isFalse();
    }

    @Test
    void distance_isTheLargestGapBetweenTheDistributionFunctions() {
        assertThat(Pawn.distance(new double[] {1, 2}, new double[] {1, 2, 3, 4}))
                .isCloseTo(0.5, within(1e-12));
        assertThat(Pawn.distance(new double[] {2, 2}, new double[] {2, 2, 2, 2}))
                .isZero();
    }

    @Test
    void smallSamples_areRefused() {
        assertThatThrownBy(() -> Pawn.of(List.of(new double[] {0.5}), new double[] {1}, 1))
                .hasMessageContaining("at least 100");
    }
}

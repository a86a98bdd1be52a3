package io.sandtable.simulation.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.sensitivity.Crossing.Found;
import io.sandtable.simulation.sensitivity.Crossing.Point;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {
    private static Found nearest(IntToDoubleFunction function, double target) {
        return new Crossing(function, target, function.applyAsDouble(0)).nearest(-500, 500);
    }

    @Test
    void straightLine_isCrossedAtTheFirstStepThatIsThere() {
        assertThat(nearest(x -> 100 + 3 * x, 150)).isEqualTo(new Found(true, new Point(17, 151)));
        assertThat(nearest(x -> 100 + 3 * x, 50)).isEqualTo(new Found(true, new Point(-17, 49)));
    }

    @Test
    void straightLine_needsFewTries() {
        var tries = new AtomicInteger();

        Found found = nearest(
                x -> {
                    tries.incrementAndGet();
                    return 100 + 3 * x;
                },
                850);

        assertThat(found.point().steps()).isEqualTo(250);
        // at 0; three looks down, two up; between them
        assertThat(tries).hasValueLessThan(12);
    }

    /** Every staircase: up at one step and nowhere else. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 99, 100, 101, 249, 250, 251, 499, 500})
    void staircase_isCrossedWhereItRises(int rises) {
        assertThat(nearest(x -> x >= rises ? 1 : 0, 1)).isEqualTo(new Found(true, new Point(rises, 1)));
        assertThat(nearest(x -> x <= -rises ? -5 : 0, -1)).isEqualTo(new Found(true, new Point(-rises, -5)));
    }

    @Test
    void whereBothDirectionsCross_theNearerIsTaken() {
        assertThat(nearest(x -> x < 0 ? -x : 4 * x, 100).point()).isEqualTo(new Point(25, 100));
        assertThat(nearest(x -> x < 0 ? -4 * x : x, 100).point()).isEqualTo(new Point(-25, 100));
    }

    @Test
    void whatNeverGetsThere_saysHowNearItCame() {
        assertThat(nearest(x -> Math.min(x, 90), 100)).isEqualTo(new Found(false, new Point(100, 90)));
        assertThat(nearest(x -> 7, 100)).isEqualTo(new Found(false, new Point(0, 7)));
    }

    @Test
    void whatIsThereAlready_takesNothing() {
        assertThat(nearest(x -> 100 + x, 100)).isEqualTo(new Found(true, new Point(0, 100)));
    }

    @Test
    void whatIsNoNumber_isNoAnswer() {
        assertThat(nearest(x -> x > 100 ? Double.NaN : x, 300)).isEqualTo(new Found(false, new Point(100, 100)));
    }

    @Test
    void rangeOfOneDirection_isKept() {
        var onlyDown = new Crossing(x -> x, 10, 0);

        assertThat(onlyDown.nearest(-500, 0).reached()).isFalse();
    }
}

package io.sandtable.simulation.sensitivity.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.sensitivity.global.Morris.Effect;
import io.sandtable.simulation.sensitivity.global.Morris.Screening;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorrisTest {
    private static Screening screen(Model model, List<String> ids) throws InterruptedException {
        return Morris.screen(model, Factor.eachAlone(ids), 30, 2, 5);
    }

    @Test
    void linearModel_hasItsSlopesAsEffectsAndNoSpread() throws InterruptedException {
        Screening found = screen(u -> new double[] {3 * u[0] - 4 * u[1]}, List.of("a", "b", "nothing"));

        assertThat(found.evaluations()).isEqualTo(30 * 4);
        List<Effect> effects = found.effects().getFirst();
        assertThat(effects.get(0).mu()).isCloseTo(3, within(1e-9));
        assertThat(effects.get(1).mu()).isCloseTo(-4, within(1e-9));
        assertThat(effects.get(1).muStar()).isCloseTo(4, within(1e-9));
        assertThat(effects.get(1).sigma()).isCloseTo(0, within(1e-9));
        assertThat(effects.get(2).muStar()).isZero();
    }

    @Test
    void effectsThatCancel_haveASizeAllTheSame() throws InterruptedException {
        Effect found = screen(u -> new double[] {(u[0] - 0.5) * (u[1] - 0.5)}, List.of("a", "b"))
                .effects()
                .getFirst()
                .getFirst();

        assertThat(Math.abs(found.mu())).isLessThan(0.15);
        assertThat(found.muStar()).isBetween(0.15, 0.5);
        assertThat(found.sigma()).isGreaterThan(0.2);
    }

    @Test
    void screening_isTheSameFromItsSeedOnAnyNumberOfThreads() throws InterruptedException {
        KnownFunction ishigami = KnownFunction.ishigami(7, 0.1);

        assertThat(Morris.screen(ishigami.model(), ishigami.factors(), 10, 4, 3))
                .isEqualTo(Morris.screen(ishigami.model(), ishigami.factors(), 10, 1, 3));
    }

    @Test
    void effectsWithoutANumber_areCountedAndLeftOut() throws InterruptedException {
        Screening found = screen(u -> new double[] {u[0] > 0.9 ? Double.NaN : u[0] + u[1]}, List.of("a", "b"));

        assertThat(found.unusable().getFirst()).isPositive();
        assertThat(found.effects().getFirst().get(1).mu()).isCloseTo(1, within(1e-9));
    }

    @Test
    void oneTrajectory_isRefused() {
        assertThatThrownBy(() -> Morris.screen(u -> u, Factor.eachAlone(List.of("a")), 1, 1, 1))
                .hasMessageContaining("at least 2");
    }
}

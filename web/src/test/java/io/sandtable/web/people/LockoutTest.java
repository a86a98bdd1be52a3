package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.Patience;
import io.sandtable.web.settings.PeopleSettings;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String HERE = "127.0.0.1";

    private final MovableClock clock = new MovableClock();
    private final Lockout lockout = new Lockout(new PeopleSettings(5, 8, QUARTER, QUARTER), clock);

    @Test
    void name_isLockedFromTheFifthFailureOn_untilItsTimeIsOver() {
        fail("zhang", 5);

        assertThat(lockout.mayTry("zhang", HERE)).isFalse();
        assertThat(lockout.mayTry("li", HERE)).isTrue();
        clock.move(QUARTER.minusSeconds(1));
        assertThat(lockout.mayTry("zhang", HERE)).isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(lockout.mayTry("zhang", HERE)).isTrue();
    }

    @Test
    void failures_countForTheWindowOnly() {
        fail("zhang", 4);
        clock.move(QUARTER);

        fail("zhang", 4);

        assertThat(lockout.mayTry("zhang", HERE))
                .as("the fifth of this window is let through")
                .isTrue();
        lockout.failed("zhang", HERE);
        assertThat(lockout.mayTry("zhang", HERE)).isFalse();
    }

    @Test
    void rightPassword_forgivesTheNameButNotTheAddress() {
        fail("zhang", 4);
        assertThat(lockout.mayTry("zhang", HERE)).isTrue();
        lockout.succeeded("zhang", HERE);

        fail("zhang", 4);

        assertThat(lockout.mayTry("li", HERE)).as("8 failures from one address").isFalse();
        assertThat(lockout.mayTry("li", "10.0.0.7")).isTrue();
    }

    @Test
    void administrator_forgivesALockedName() {
        fail("zhang", 5);

        lockout.forgive("zhang");

        assertThat(lockout.mayTry("zhang", HERE)).isTrue();
    }

    @Test
    void triesUnderWay_areNoFailures() {
        for (int i = 0; i < 5; i++) {
            assertThat(lockout.mayTry("zhang", "10.0.0." + i)).isTrue();
        }
        for (int i = 0; i < 5; i++) {
            lockout.succeeded("zhang", "10.0.0." + i);
        }

        fail("zhang", 4);

        assertThat(lockout.mayTry("zhang", HERE)).isTrue();
    }

    @Test
    void sixthTryAtOnce_waitsForTheOthers_andIsRefusedOnceTheyHaveFailed() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(lockout.mayTry("zhang", HERE)).isTrue();
        }
        var sixth = new FutureTask<>(() -> lockout.mayTry("zhang", HERE));
        Thread waiting = Thread.ofPlatform().start(sixth);
        assertThat(Patience.until(Duration.ofMinutes(1), () -> waiting.getState() == Thread.State.WAITING))
                .isTrue();

        for (int i = 0; i < 5; i++) {
            lockout.failed("zhang", HERE);
        }

        assertThat(sixth.get(1, TimeUnit.MINUTES)).isFalse();
    }

    @Test
    void tryThatNobodyCouldJudge_isNoFailure() {
        for (int i = 0; i < 9; i++) {
            assertThat(lockout.mayTry("zhang", HERE)).isTrue();
            lockout.ended("zhang", HERE);
        }
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(lockout.mayTry(name, HERE))
                    .as("try %d of %s", i + 1, name)
                    .isTrue();
            lockout.failed(name, HERE);
        }
    }
}

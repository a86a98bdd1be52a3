package io.sandtable.web.release;

import io.sandtable.web.Faults;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every few seconds for releases whose time has come; also for those whose time came while the service was down. */
@Component
@Profile("service")
class ReleaseClock implements DisposableBean {
    private static final int EVERY_SECONDS = 5;

    private final Releases releases;
    private final Faults faults;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("releases").factory());

    ReleaseClock(Releases releases, Faults faults, Clock clock) {
        this.releases = releases;
        this.faults = faults;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** A fault here must not end the timer. */
    private void look() {
        try {
            releases.carryOn(clock.instant());
        } catch (RuntimeException e) {
            faults.note(e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

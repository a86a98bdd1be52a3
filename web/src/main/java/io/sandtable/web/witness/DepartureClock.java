package io.sandtable.web.witness;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what is new once an hour; a witness that is away is asked again the next time. */
@Component
@Profile("service")
class DepartureClock implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DepartureClock.class);

    private final Departures departures;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("departures").factory());

    DepartureClock(Departures departures) {
        this.departures = departures;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var unused = timer.scheduleWithFixedDelay(this::send, 1, 60, TimeUnit.MINUTES);
    }

    /** A fault here must not end the timer. */
    private void send() {
        try {
            departures.send().forEach(problem -> LOG.warn("A checkpoint did not leave the house: {}", problem));
            if (departures.due()) {
                LOG.info("No checkpoint of the decision log has left the house this month: audit checkpoint --out DIR");
            }
        } catch (RuntimeException e) {
            LOG.warn("Checkpoints could not leave the house", e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}

package io.sandtable.web.operation;

import io.sandtable.ingest.FeedUnavailable;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.LiveStatus;
import io.sandtable.web.live.Live;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whether live messages arrive and are stored. It is no part of readiness: the service works without. */
@Component("brokerHealthIndicator")
@Profile("service")
class BrokerHealth implements HealthIndicator {
    private final Live live;

    BrokerHealth(Live live) {
        this.live = live;
    }

    @Override
    public Health health() {
        Optional<FeedUnavailable> trouble = live.trouble();
        if (trouble.isPresent()) {
            return Health.down()
                    .withDetail("state", "failed")
                    .withDetail("reason", trouble.get().reason().name())
                    .withDetail("message", String.valueOf(trouble.get().getMessage()))
                    .build();
        }
        return live.find()
                .map(LiveFeed::status)
                .map(BrokerHealth::of)
                .orElseGet(() -> Health.up().withDetail("state", "starting").build());
    }

    private static Health of(LiveStatus status) {
        Health.Builder health = switch (status.state()) {
            case RUNNING, OFF -> Health.up();
            case DISCONNECTED, STALLED -> Health.down();
        };
        status.trouble().filter(t -> !t.over()).ifPresent(t -> health.withDetail("message", t.message()));
        return health.withDetail("state", status.state().name().toLowerCase(Locale.ROOT))
                .withDetail("deadLetters", status.deadLetters())
                .build();
    }
}

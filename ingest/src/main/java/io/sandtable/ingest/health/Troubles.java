package io.sandtable.ingest.health;

import io.sandtable.ingest.LiveStatus.Trouble;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong last at each place, and whether it is over; logged when it begins and when it ends. */
public final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    /** Where something can go wrong. */
    public enum Place {
        STORE,
        BROKER,
        GRAPH;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final ConcurrentHashMap<Place, Trouble> last = new ConcurrentHashMap<>();
    private final Clock clock;

    public Troubles(Clock clock) {
        this.clock = clock;
    }

    /** It goes wrong there. */
    public void begin(Place place, String message) {
        Trouble before = last.put(place, new Trouble(place.code(), message, clock.instant(), false));
        if (before == null || before.over() || !before.message().equals(message)) {
            LOG.warn("Live feed, {}: {}", place.code(), message);
        }
    }

    /** It works there. */
    public void end(Place place) {
        Trouble before = last.computeIfPresent(
                place,
                (p, trouble) ->
                        trouble.over() ? trouble : new Trouble(trouble.where(), trouble.message(), trouble.at(), true));
        if (before != null && before.over()) {
            return;
        }
        if (before != null) {
            LOG.info("Live feed, {}: works again", place.code());
        }
    }

    public boolean present(Place place) {
        Trouble trouble = last.get(place);
        return trouble != null && !trouble.over();
    }

    /** The latest; one that is not over before one that is. */
    public Optional<Trouble> latest() {
        return last.values().stream()
                .max(Comparator.comparing((Trouble trouble) -> !trouble.over()).thenComparing(Trouble::at));
    }
}

package io.sandtable.web.company;

import io.sandtable.store.StoredSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of each company, shared by all questions until its graph changes. Each revision is read once, however many ask
 * at that moment: a snapshot is large, and a stock count makes everybody ask.
 */
final class LatestSnapshots {
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** So long a revision is believed without asking the graph again: fifty readers would ask it fifty times a second. */
    private static final Duration BELIEVED = Duration.ofMillis(500);

    private static final class Place {
        private @Nullable StoredSnapshot known;
        private long askedAt;
        private boolean believed;
        private long changes;
        private final Object reading = new Object();

        private synchronized @Nullable StoredSnapshot believed() {
            return believed && System.nanoTime() - askedAt < BELIEVED.toNanos() ? known : null;
        }

        private synchronized @Nullable StoredSnapshot known() {
            return known;
        }

        private synchronized long changes() {
            return changes;
        }

        /** @param seen the number of changes before the graph was asked: a later one may not be in the answer */
        private synchronized void keep(StoredSnapshot latest, long askedBefore, long seen) {
            known = latest;
            askedAt = askedBefore;
            believed = seen == changes;
        }

        private synchronized void changed() {
            changes++;
            believed = false;
        }
    }

    /**
     * The company's business as of now; who comes while somebody reads it waits for that. A change that nobody told us of is seen half
     * a second late.
     *
     * @param revision of the graph, quickly asked
     * @param read takes long
     */
    StoredSnapshot latest(String company, LongSupplier revision, Supplier<StoredSnapshot> read) {
        Place place = place(company);
        StoredSnapshot known = current(place, revision);
        if (known != null) {
            return known;
        }
        // one thread reads at a time, and none waits for it who can be told that what is known still holds
        synchronized (place.reading) {
            StoredSnapshot meanwhile = current(place, revision);
            if (meanwhile != null) {
                return meanwhile;
            }
            long seen = place.changes();
            long now = System.nanoTime();
            StoredSnapshot latest = read.get();
            place.keep(latest, now, seen);
            return latest;
        }
    }

    /** What is known, where it still holds. */
    private static @Nullable StoredSnapshot current(Place place, LongSupplier revision) {
        StoredSnapshot believed = place.believed();
        if (believed != null) {
            return believed;
        }
        StoredSnapshot known = place.known();
        if (known == null) {
            return null;
        }
        long seen = place.changes();
        long now = System.nanoTime();
        if (known.revision() != revision.getAsLong()) {
            return null;
        }
        place.keep(known, now, seen);
        return known;
    }

    /** The company's graph has another revision now; the next who asks sees it. */
    void changed(String company) {
        place(company).changed();
    }

    private Place place(String company) {
        return places.computeIfAbsent(company, c -> new Place());
    }
}

package io.sandtable.web.company;

import io.sandtable.store.StoredSnapshot;
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

    private static final class Place {
        private volatile @Nullable StoredSnapshot known;
    }

    /**
     * The company's business as of now; who comes while somebody reads it waits for that.
     *
     * @param revision of the graph, quickly asked
     * @param read takes long
     */
    StoredSnapshot latest(String company, LongSupplier revision, Supplier<StoredSnapshot> read) {
        Place place = places.computeIfAbsent(company, c -> new Place());
        StoredSnapshot known = place.known;
        if (known != null && known.revision() == revision.getAsLong()) {
            return known;
        }
        synchronized (place) {
            StoredSnapshot meanwhile = place.known;
            if (meanwhile != null && meanwhile.revision() == revision.getAsLong()) {
                return meanwhile;
            }
            StoredSnapshot latest = read.get();
            place.known = latest;
            return latest;
        }
    }
}

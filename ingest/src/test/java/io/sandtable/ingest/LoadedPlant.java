package io.sandtable.ingest;

import io.sandtable.store.GraphConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the service hands in: one company, its graph open or not, and what it is told. */
final class LoadedPlant implements LiveGraph {
    final List<StockApplied> applied = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> originals = new ConcurrentHashMap<>();
    volatile @Nullable GraphConnection open;

    LoadedPlant(@Nullable GraphConnection open) {
        this.open = open;
    }

    @Override
    public boolean knows(String company) {
        return company.equals(SmallPlant.COMPANY);
    }

    @Override
    public Optional<GraphConnection> findGraph(String company) {
        return Optional.ofNullable(open);
    }

    @Override
    public void keepOriginal(String company, String sha256, byte[] payload) {
        originals.put(sha256, payload);
    }

    @Override
    public void revisionChanged(StockApplied change) {
        applied.add(change);
    }
}

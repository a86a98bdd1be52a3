package io.sandtable.audit.log;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The growing right side of the log: the unfilled tile of each level and the unfilled entry bundle. */
record Edges(long size, List<List<Hash>> levels, List<byte[]> bundle) {
    static final Edges EMPTY = new Edges(0, List.of(), List.of());

    Edges {
        levels = levels.stream().map(List::copyOf).toList();
        bundle = List.copyOf(bundle);
    }

    /** The edges after these entries, and the files that make them durable. */
    record Grown(Edges edges, Map<Tile, byte[]> files) {}

    Grown with(List<byte[]> entries) {
        Growth growth = new Growth(this);
        entries.forEach(growth::add);
        return growth.finish();
    }

    Hash root() {
        Hash root = null;
        for (List<Hash> level : levels) {
            for (Hash peak : Merkle.peaks(level)) {
                root = root == null ? peak : Merkle.nodeHash(peak, root);
            }
        }
        return root == null ? Merkle.EMPTY_ROOT : root;
    }

    private static final class Growth {
        private final List<List<Hash>> levels = new ArrayList<>();
        private final List<byte[]> bundle;
        private final Map<Tile, byte[]> files = new LinkedHashMap<>();
        private long size;

        Growth(Edges from) {
            from.levels.forEach(level -> levels.add(new ArrayList<>(level)));
            bundle = new ArrayList<>(from.bundle);
            size = from.size;
        }

        void add(byte[] entry) {
            bundle.add(entry);
            if (bundle.size() == Tile.FULL) {
                files.put(new Tile(Tile.ENTRIES, size / Tile.FULL, Tile.FULL), TileBytes.ofEntries(bundle));
                bundle.clear();
            }
            push(0, size, Merkle.leafHash(entry));
            size++;
        }

        private void push(int level, long index, Hash hash) {
            if (levels.size() == level) {
                levels.add(new ArrayList<>());
            }
            List<Hash> edge = levels.get(level);
            edge.add(hash);
            if (edge.size() == Tile.FULL) {
                files.put(new Tile(level, index / Tile.FULL, Tile.FULL), TileBytes.ofHashes(edge));
                Hash above = Merkle.root(edge);
                edge.clear();
                push(level + 1, index / Tile.FULL, above);
            }
        }

        Grown finish() {
            Tile.edge(Tile.ENTRIES, size).ifPresent(tile -> files.put(tile, TileBytes.ofEntries(bundle)));
            for (int level = 0; level < levels.size(); level++) {
                byte[] bytes = TileBytes.ofHashes(levels.get(level));
                Tile.edge(level, size).ifPresent(tile -> files.put(tile, bytes));
            }
            return new Grown(new Edges(size, levels, bundle), files);
        }
    }
}

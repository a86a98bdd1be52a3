package io.sandtable.audit.verify;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rebuilds a whole log from its raw entries and compares every tile and the signed root with the result. */
final class LogRebuild {
    private final Evidence evidence;
    private final Checkpoint checkpoint;
    private final List<Kept> earlier;
    private final Map<Long, Hash> rootsThen = new HashMap<>();
    private final Merkle.Builder byEntries = new Merkle.Builder();
    /** The same tree as long as entries and tiles agree. */
    private Merkle.Builder byTiles = byEntries;

    private final List<Hash> fullTileRoots = new ArrayList<>();
    private boolean entriesWhole = true;
    private boolean tilesWhole = true;
    private @Nullable Difference first;

    /** The earlier checkpoints are sorted by size, and their signatures were checked. */
    LogRebuild(Evidence evidence, Checkpoint checkpoint, List<Kept> earlier) {
        this.evidence = evidence;
        this.checkpoint = checkpoint;
        this.earlier = earlier;
        earlier.forEach(kept -> rootsThen.put(kept.checkpoint().size(), Merkle.EMPTY_ROOT));
    }

    /** The first entry whose hash and tile differ; null where one of the two is cut off. */
    private record Difference(
            long index,
            Tile tile,
            @Nullable Hash entry,
            @Nullable Hash inTile) {}

    void check() throws IOException, Offence {
        for (Tile tile : Tile.onLevel(0, checkpoint.size())) {
            compareLeaves(tile);
        }
        boolean entriesFit = entriesWhole && byEntries.root().equals(checkpoint.root());
        boolean tilesFit = tilesWhole && byTiles.root().equals(checkpoint.root());
        if (first != null) {
            throw offence(first, entriesFit, tilesFit);
        }
        compareUpperLevels(entriesFit);
        if (!entriesFit) {
            throw new Offence(
                    "checkpoint",
                    "Entries and tiles agree with each other on root %s, but the signed checkpoint of %d entries says %s: entries were rewritten together with their tiles. Compare with an earlier copy of the log."
                            .formatted(byEntries.root(), checkpoint.size(), checkpoint.root()));
        }
        compareEarlier();
    }

    /** The log agrees with itself by now; whether it is still the one that it was is told by what others kept. */
    private void compareEarlier() throws Offence {
        long same = 0;
        for (Kept kept : earlier) {
            long size = kept.checkpoint().size();
            Hash then = rootsThen.getOrDefault(size, Merkle.EMPTY_ROOT);
            if (size > checkpoint.size()) {
                throw new Offence(
                        "entry " + checkpoint.size(),
                        "The log ends after %d entries, but the checkpoint kept in %s covers %d: the log was cut back or made anew. Restore it from a backup that is newer than this checkpoint."
                                .formatted(checkpoint.size(), kept.where(), size));
            }
            if (!kept.checkpoint().root().equals(then)) {
                throw new Offence(
                        same == size - 1 ? "entry " + same : "entries %d to %d".formatted(same, size - 1),
                        "The first %d entries give root %s, but the checkpoint kept in %s says %s; %s. One of entries %d to %d was changed and the log made anew and signed again. Compare with a copy from before."
                                .formatted(
                                        size,
                                        then,
                                        kept.where(),
                                        kept.checkpoint().root(),
                                        same == 0
                                                ? "no earlier one fits"
                                                : "the first %d are those of an earlier one".formatted(same),
                                        same,
                                        size - 1));
            }
            same = size;
        }
    }

    private void compareLeaves(Tile tile) throws IOException, Offence {
        Tile bundle = new Tile(Tile.ENTRIES, tile.index(), tile.width());
        byte[] bundleBytes = evidence.bytes(bundle.path());
        byte[] tileBytes = evidence.bytes(tile.path());
        List<byte[]> entries = TileBytes.entries(bundleBytes);
        List<Hash> hashes = TileBytes.hashes(tileBytes);
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < tile.width(); i++) {
            Hash leaf = i < entries.size() ? Merkle.leafHash(entries.get(i)) : null;
            Hash inTile = i < hashes.size() ? hashes.get(i) : null;
            if (first == null && (leaf == null || inTile == null || !leaf.equals(inTile))) {
                first = new Difference(tile.index() * Tile.FULL + i, tile, leaf, inTile);
                byTiles = byEntries.copy();
            }
            if (leaf == null) {
                entriesWhole = false;
            } else {
                byEntries.add(leaf);
                rootsThen.computeIfPresent(byEntries.size(), (size, root) -> byEntries.root());
                leaves.add(leaf);
            }
            if (inTile == null) {
                tilesWhole = false;
            } else if (byTiles != byEntries) {
                byTiles.add(inTile);
            }
        }
        if (first == null) {
            requireNothingElse(bundle, bundleBytes.length, TileBytes.encodedLength(entries), entries.size());
            requireNothingElse(tile, tileBytes.length, hashes.size() * Hash.BYTES, hashes.size());
        }
        if (!tile.partial()) {
            fullTileRoots.add(Merkle.root(leaves));
        }
    }

    private static void requireNothingElse(Tile tile, int bytes, int understood, int count) throws Offence {
        if (count != tile.width() || bytes != understood) {
            throw new Offence(
                    tile.path(),
                    "%s holds %d items in %d of its %d bytes; exactly %d items belong there. Restore the file from a backup."
                            .formatted(tile, count, understood, bytes, tile.width()));
        }
    }

    private Offence offence(Difference at, boolean entriesFit, boolean tilesFit) {
        if (entriesFit) {
            return new Offence(
                    at.tile().path(),
                    "Hash %d of %s is %s, but entry %d hashes to %s and the entries add up to the signed root: the tile was changed. Restore the tile from a backup."
                            .formatted(
                                    at.index() % Tile.FULL,
                                    at.tile(),
                                    orCutOff(at.inTile()),
                                    at.index(),
                                    orCutOff(at.entry())));
        }
        String verdict = tilesFit
                ? "the tiles add up to the signed root, so the entry was changed, moved or removed"
                : "neither entries nor tiles add up to the signed root";
        return new Offence(
                "entry " + at.index(),
                "Entry %d hashes to %s, its tile %s says %s: %s. Restore the entry from a backup."
                        .formatted(at.index(), orCutOff(at.entry()), at.tile(), orCutOff(at.inTile()), verdict));
    }

    private static String orCutOff(@Nullable Hash hash) {
        return hash == null ? "(missing)" : hash.hex();
    }

    private void compareUpperLevels(boolean entriesFit) throws IOException, Offence {
        List<Hash> expected = fullTileRoots;
        for (int level = 1; !expected.isEmpty(); level++) {
            List<Hash> above = new ArrayList<>();
            for (Tile tile : Tile.onLevel(level, checkpoint.size())) {
                int start = (int) tile.index() * Tile.FULL;
                List<Hash> part = expected.subList(start, start + tile.width());
                compareUpperTile(tile, part, entriesFit);
                if (!tile.partial()) {
                    above.add(Merkle.root(part));
                }
            }
            expected = above;
        }
    }

    private void compareUpperTile(Tile tile, List<Hash> expected, boolean entriesFit) throws IOException, Offence {
        byte[] bytes = evidence.bytes(tile.path());
        List<Hash> found = TileBytes.hashes(bytes);
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                long span = 1L << (8 * tile.level());
                long from = (tile.index() * Tile.FULL + i) * span;
                throw new Offence(
                        entriesFit ? tile.path() : "entries %d to %d".formatted(from, from + span - 1),
                        "Hash %d of %s is %s; entries %d to %d give %s. %s"
                                .formatted(
                                        i,
                                        tile,
                                        found.get(i),
                                        from,
                                        from + span - 1,
                                        expected.get(i),
                                        entriesFit
                                                ? "The entries add up to the signed root, so the tile was changed: restore it from a backup."
                                                : "They were rewritten together with their lowest tile: restore them from a backup."));
            }
        }
        requireNothingElse(tile, bytes.length, found.size() * Hash.BYTES, found.size());
    }
}

package io.sandtable.audit.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One tile of the C2SP tlog-tiles layout: 256 hashes of one level, or the entries below them; the last may be partial. */
public record Tile(int level, long index, int width) {
    public static final int FULL = 256;

    /** Level number under which entry bundles are kept. */
    public static final int ENTRIES = -1;

    public Tile {
        if (level < ENTRIES || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "Tile level %d, index %d, width %d was asked; levels run from 0 to 7 (-1 for entries), widths from 1 to 256. Derive tiles from a log's size."
                            .formatted(level, index, width));
        }
    }

    public boolean partial() {
        return width < FULL;
    }

    public Tile full() {
        return new Tile(level, index, FULL);
    }

    /** Hashes that a log of {@code size} entries has on this level; entries count as level 0. */
    public static long hashes(int level, long size) {
        return size >> (8 * Math.max(level, 0));
    }

    /** All tiles of one level of a log of {@code size} entries, from the left. */
    public static List<Tile> onLevel(int level, long size) {
        long hashes = hashes(level, size);
        List<Tile> tiles = new ArrayList<>();
        for (long i = 0; i * FULL < hashes; i++) {
            tiles.add(new Tile(level, i, (int) Math.min(FULL, hashes - i * FULL)));
        }
        return tiles;
    }

    /** The rightmost tile of one level, which is partial unless it has just been filled; empty levels have none. */
    public static Optional<Tile> edge(int level, long size) {
        long hashes = hashes(level, size);
        return hashes % FULL == 0
                ? Optional.empty()
                : Optional.of(new Tile(level, hashes / FULL, (int) (hashes % FULL)));
    }

    /** The path below the log's folder, such as {@code tile/0/x001/x234/067.p/12}. */
    public String path() {
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + number() + (partial() ? ".p/" + width : "");
    }

    private String number() {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return path.toString();
    }

    @Override
    public String toString() {
        return path();
    }
}

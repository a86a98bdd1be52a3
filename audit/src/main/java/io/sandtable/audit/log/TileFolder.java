package io.sandtable.audit.log;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tile files of one log. */
final class TileFolder {
    private final Path folder;

    TileFolder(Path folder) {
        this.folder = folder;
    }

    void write(Map<Tile, byte[]> files) throws IOException {
        Map<Path, byte[]> paths = new LinkedHashMap<>();
        files.forEach((tile, bytes) -> paths.put(folder.resolve(tile.path()), bytes));
        DurableFiles.writeAll(paths);
    }

    List<Hash> hashes(Tile tile) throws IOException {
        return whole(tile, TileBytes.hashes(read(tile)));
    }

    List<byte[]> entries(Tile tile) throws IOException {
        return whole(tile, TileBytes.entries(read(tile)));
    }

    private byte[] read(Tile tile) throws IOException {
        return Files.readAllBytes(folder.resolve(tile.path()));
    }

    private <T> List<T> whole(Tile tile, List<T> found) {
        if (found.size() != tile.width()) {
            throw new AuditException(
                    "%s holds %d of its %d hashes or entries. Run audit verify on %s and restore the log from a backup."
                            .formatted(tile, found.size(), tile.width(), folder));
        }
        return found;
    }

    /** Reads the edges of a log of this size. */
    Edges edges(long size) throws IOException {
        List<List<Hash>> levels = new ArrayList<>();
        for (int level = 0; Tile.hashes(level, size) > 0; level++) {
            var edge = Tile.edge(level, size);
            levels.add(edge.isPresent() ? hashes(edge.get()) : List.of());
        }
        var bundle = Tile.edge(Tile.ENTRIES, size);
        return new Edges(size, levels, bundle.isPresent() ? entries(bundle.get()) : List.of());
    }

    /** The subtree hashes of a log of this size, straight from its tiles; each tile is read once. */
    Merkle.FullSubtrees subtrees(long size) {
        Map<Tile, List<Hash>> read = new HashMap<>();
        return (height, index) -> {
            int level = height / 8;
            int span = 1 << (height % 8);
            long first = index * span;
            long tileIndex = first / Tile.FULL;
            int width = (int) Math.min(Tile.FULL, Tile.hashes(level, size) - tileIndex * Tile.FULL);
            int from = (int) (first % Tile.FULL);
            Tile tile = new Tile(level, tileIndex, width);
            try {
                if (!read.containsKey(tile)) {
                    read.put(tile, hashes(tile));
                }
                return Merkle.root(read.get(tile).subList(from, from + span));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "A tile of the log %s cannot be read. Run audit verify and restore it from a backup."
                                .formatted(folder),
                        e);
            }
        };
    }

    /**
     * Removes the partial tiles that an append has outgrown; the present ones repeat their content. Tiles beyond the
     * checkpoint, left by an append that was cut short, stay: nobody reads them, later appends write over them, and
     * should the checkpoint itself have been set back, they are the only trace of what followed.
     */
    void sweep(long formerSize, long size) throws IOException {
        for (int level = Tile.ENTRIES; Tile.hashes(level, size) > 0; level++) {
            long formerEdge = Tile.hashes(level, formerSize) / Tile.FULL;
            long edge = Tile.hashes(level, size) / Tile.FULL;
            int keptWidth = formerEdge < edge ? Tile.FULL : (int) (Tile.hashes(level, size) % Tile.FULL);
            sweepPartials(folder.resolve(new Tile(level, formerEdge, Tile.FULL).path() + ".p"), keptWidth);
        }
    }

    private static void sweepPartials(Path partials, int keptWidth) throws IOException {
        if (!Files.isDirectory(partials)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(partials)) {
            files = list.toList();
        }
        for (Path file : files) {
            String width = file.getFileName().toString();
            if (width.matches("[1-9][0-9]{0,2}") && Integer.parseInt(width) < keptWidth) {
                Files.delete(file);
            }
        }
        if (keptWidth == Tile.FULL) {
            Files.delete(partials);
        }
    }
}

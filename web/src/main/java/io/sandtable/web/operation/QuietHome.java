package io.sandtable.web.operation;

import io.sandtable.store.GraphHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The graphs of a home, all shut and kept shut while its files are copied. */
final class QuietHome implements AutoCloseable {
    private final Deque<GraphHold> held = new ArrayDeque<>();

    private QuietHome() {}

    /** Refuses, and lets go of all of them again, where one is in use. */
    static QuietHome of(Path home) throws IOException {
        var quiet = new QuietHome();
        try {
            for (Path company : companies(home)) {
                quiet.held.push(GraphHold.take(company));
            }
            return quiet;
        } catch (RuntimeException e) {
            quiet.close();
            throw e;
        }
    }

    private static List<Path> companies(Path home) throws IOException {
        Path all = home.resolve("companies");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(f -> Files.isDirectory(f.resolve("graph")))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        held.forEach(GraphHold::close);
    }
}

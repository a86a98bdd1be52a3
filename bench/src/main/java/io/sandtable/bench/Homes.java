package io.sandtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Fresh home folders, gone when the benchmark is over. */
final class Homes implements AutoCloseable {
    private final Path root;
    private int count;

    Homes() {
        try {
            root = Files.createTempDirectory("sandtable-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No temporary folder could be made (%s); free disk space.".formatted(e.getMessage()), e);
        }
    }

    /** The next one; the report's fonts are borrowed from the user's own home, because fetching them is not measured. */
    Path next() {
        Path home = root.resolve("home-" + ++count);
        try {
            Files.createDirectories(home);
            Path fonts = ownHome().resolve("fonts");
            if (Files.isDirectory(fonts)) {
                Files.createSymbolicLink(home.resolve("fonts"), fonts.toAbsolutePath());
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be made (%s); free disk space.".formatted(home, e.getMessage()), e);
        }
    }

    private static Path ownHome() {
        String set = System.getenv("SANDTABLE_HOME");
        return set == null ? Path.of(System.getProperty("user.home"), ".sandtable") : Path.of(set);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be deleted (%s); delete it by hand.".formatted(root, e.getMessage()), e);
        }
    }
}

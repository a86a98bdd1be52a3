package io.sandtable.datasets;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data that is no part of the project: tests over it are skipped, and say so, where it is absent. */
public final class SharedData {
    private SharedData() {}

    /** A folder below {@code data/}. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("sandtable.shared", "../../shared"), "data", name);
        assumeThat(Files.isDirectory(folder))
                .as("SKIPPED: no third-party data at %s; point -Dsandtable.shared at it", folder)
                .isTrue();
        return folder;
    }
}

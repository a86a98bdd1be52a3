package io.sandtable.audit.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party vectors outside this repository; tests that need them say so when they are absent. */
public final class SharedData {
    private SharedData() {}

    public static Path folder(String below) {
        Path folder = Path.of(System.getProperty("sandtable.shared", "../../shared"), "data")
                .resolve(below);
        Skips.unless(
                Files.isDirectory(folder),
                "no vectors in %s; set -Dsandtable.shared to the folder that holds data/".formatted(folder));
        return folder;
    }
}

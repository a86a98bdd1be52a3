package io.sandtable.web.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party data, which stands beside the repository or nowhere: tests over it are skipped, and say so, where it is absent. */
final class SharedData {
    private SharedData() {}

    static Path path(String path) {
        Path found = Path.of(System.getProperty("sandtable.shared", "../shared"), "data")
                .resolve(path);
        String why = "SKIPPED: %s is not there; -Dsandtable.shared=… names its folder.".formatted(found);
        if (!Files.exists(found)) {
            System.err.println(why);
        }
        assumeThat(found).as(why).exists();
        return found;
    }
}

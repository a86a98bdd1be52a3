package io.sandtable.bench;

import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.model.BusinessSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The demo company without a graph. */
final class DemoData {
    private DemoData() {}

    static BusinessSnapshot snapshot() {
        try {
            Path folder = Files.createTempDirectory("sandtable-bench");
            try {
                DemoCompany.write(folder);
                return BusinessSnapshot.of(
                        Datasets.read(folder, ReadOptions.none()).facts());
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

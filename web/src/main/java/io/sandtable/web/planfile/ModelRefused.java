package io.sandtable.web.planfile;

import io.sandtable.datasets.Dataset;
import java.io.Serial;
import java.nio.file.Path;

/** A model's files have errors; nothing was planned. */
public final class ModelRefused extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Dataset dataset;

    ModelRefused(Path path, Dataset dataset) {
        super("%s cannot be planned: its files have errors.".formatted(path));
        this.dataset = dataset;
    }

    /** What was read, with its problems. */
    public Dataset dataset() {
        return dataset;
    }
}

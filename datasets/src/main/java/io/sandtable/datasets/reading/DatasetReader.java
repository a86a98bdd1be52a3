package io.sandtable.datasets.reading;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one kind of source. */
public interface DatasetReader {
    /** The name a person may ask for it by. */
    String name();

    /** Whether the content of the folder or file looks like its kind. */
    boolean accepts(Path path) throws IOException;

    /** Reads all of it; whatever is wrong with the content is a problem of the dataset, not an exception. */
    Dataset read(Path path, ReadOptions options) throws IOException;
}

package io.sandtable.datasets.reading;

import io.sandtable.datasets.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file's bytes.
 *
 * @param sha256 lower-case hex over them
 */
record Original(byte[] bytes, String sha256) {
    /** Reads a file and notes it as an original of the draft; empty after reporting one that is too large. */
    static Optional<Original> read(Path path, String file, long largest, Draft draft) throws IOException {
        if (draft.isTooLarge(path, file, largest)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(path);
        String sha256 = Provenance.sha256(bytes);
        draft.original(new SourceFile(file, path, sha256, bytes.length));
        return Optional.of(new Original(bytes, sha256));
    }
}

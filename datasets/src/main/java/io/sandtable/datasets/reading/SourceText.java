package io.sandtable.datasets.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of an original that is read as a whole, as JSON, XML and YAML are; see {@link TextFile} for its encodings.
 *
 * @param sha256 lower-case hex over the bytes
 */
public record SourceText(String text, String sha256) {
    private static final TextFile.Most MOST = new TextFile.Most(256L << 20, 64L << 20);

    /** Reads a file, notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<SourceText> read(Path path, String file, Draft draft) throws IOException {
        Optional<TextFile> text = TextFile.read(path, file, MOST, draft);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (Reader reader = text.get().open()) {
            return Optional.of(
                    new SourceText(reader.readAllAsString(), text.get().sha256()));
        }
    }

    /** The content of a file whose name may say that it is packed. */
    public static InputStream unpacked(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            return TextFile.content(file, String.valueOf(path.getFileName()));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }
}

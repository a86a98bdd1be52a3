package io.sandtable.ingest.recorded;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.model.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of readings, read and checked.
 *
 * @param source short name of what it is, the same for every file of that layout
 * @param checked rows, problems and the original; without facts, because readings are none
 * @param moments rows that remain when those of one device and time are one
 */
public record RecordedFile(String source, Dataset checked, int moments, List<RecordedReading> readings) {
    private static final int LONGEST_HEADER = 4096;

    public RecordedFile {
        readings = List.copyOf(readings);
    }

    /** The file of readings that is there: itself, or the only file of a folder. */
    public static Optional<Path> find(Path path) throws IOException {
        Optional<Path> file = Optional.of(path).filter(Files::isRegularFile);
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                List<Path> all = entries.limit(2).toList();
                file = all.size() == 1 ? Optional.of(all.getFirst()).filter(Files::isRegularFile) : Optional.empty();
            }
        }
        return file.isPresent() && layout(file.get()).isPresent() ? file : Optional.empty();
    }

    private static Optional<Layout> layout(Path file) throws IOException {
        if (!String.valueOf(file.getFileName()).endsWith(".csv")) {
            return Optional.empty();
        }
        // bytes that are no text must not stop the look
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var start = new char[LONGEST_HEADER];
            int length = in.read(start);
            String first = length < 0
                    ? ""
                    : new String(start, 0, length).lines().findFirst().orElse("");
            var header = new HashSet<>(
                    Arrays.asList(first.replaceFirst("^\u00EF\u00BB\u00BF", "").split(",")));
            return Layout.all().stream()
                    .filter(layout -> header.containsAll(layout.knownBy()))
                    .findFirst();
        }
    }

    /** Reads a file that {@link #find} gave; whatever is wrong with it is a problem of what was checked. */
    public static RecordedFile read(Path path) throws IOException {
        Layout layout = layout(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no file of readings that is known; ask find first.".formatted(path)));
        String file = String.valueOf(path.getFileName());
        var draft = new Draft(layout.name());
        var taken = new Layout.Taken(List.of(), 0);
        Optional<CsvTable> table =
                SourceText.read(path, file, draft).flatMap(text -> CsvTable.read(text.text(), file, draft));
        if (table.isPresent()) {
            taken = layout.read(table.get(), file, draft);
        }
        LocalDate last = taken.readings().stream()
                .map(reading -> reading.at().toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(null);
        return new RecordedFile(
                layout.name(), draft.finish(layout.title(), Origin.REAL, last), taken.moments(), taken.readings());
    }
}

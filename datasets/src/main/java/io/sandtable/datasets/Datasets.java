package io.sandtable.datasets;

import io.sandtable.datasets.frepple.FreppleReader;
import io.sandtable.datasets.holidays.HolidayReader;
import io.sandtable.datasets.mapped.Mappings;
import io.sandtable.datasets.mapped.MarkedWorkbook;
import io.sandtable.datasets.mapped.Proposer;
import io.sandtable.datasets.market.MarketReader;
import io.sandtable.datasets.plain.PlainReader;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one door for files: finds the reader that fits and reads everything. */
public final class Datasets {
    private static final List<DatasetReader> READERS = Stream.concat(
                    Stream.of(new PlainReader(), new FreppleReader(), new MarketReader(), new HolidayReader()),
                    Mappings.shipped().stream())
            .toList();

    private Datasets() {}

    /** Reads a folder or file; whatever is wrong with it is a problem of the result, an exception means the disk failed. */
    public static Dataset read(Path path, ReadOptions options) throws IOException {
        if (!Files.exists(path)) {
            return refused(path, ProblemCode.PATH_NOT_FOUND, path.toString(), "");
        }
        if (options.mapping() != null && Mappings.isFile(options.mapping())) {
            Path file = Path.of(options.mapping());
            if (!Files.isRegularFile(file)) {
                return refused(path, ProblemCode.PATH_NOT_FOUND, file.toString(), "");
            }
            Mappings.Result mapping = Mappings.read(file);
            return mapping.reader().isPresent() ? mapping.reader().get().read(path, options) : mapping.problems();
        }
        DatasetReader reader = find(path, options);
        if (reader != null) {
            Dataset read = reader.read(path, options);
            return read.facts().isEmpty() && read.importable()
                    ? read.with(new Problem("", 0, "", read.name(), ProblemCode.NOTHING_TOLD, ""))
                    : read;
        }
        return options.mapping() == null
                ? refused(path, ProblemCode.FORMAT_UNKNOWN, path.toString(), "datapackage.json")
                : refused(path, ProblemCode.MAPPING_UNKNOWN, options.mapping(), names());
    }

    /** What the tables of a folder or file probably are, where no reader knows them; each column with its likeliest meaning and why. */
    public static Proposal propose(Path path, Choices choices) throws IOException {
        if (!Files.exists(path)) {
            return new Proposal(
                    List.of(),
                    List.of(),
                    refused(path, ProblemCode.PATH_NOT_FOUND, path.toString(), "")
                            .problems());
        }
        return Proposer.propose(path, choices);
    }

    /** Writes the tables of a source that was read as one Excel file, in which every error is marked where it stands. */
    public static void writeMarked(Path path, Dataset dataset, Locale locale, OutputStream out)
            throws IOException, TooLongToMark {
        MarkedWorkbook.write(path, dataset, locale, out);
    }

    /** What a mapping that somebody wrote or confirmed reads, without any data. */
    public static MappingContents describeMapping(Path file) throws IOException {
        return Mappings.describe(file);
    }

    /** Names of the usual tables, as proposals call them. */
    public static List<String> usualTables() {
        return Proposer.tables();
    }

    private static @Nullable DatasetReader find(Path path, ReadOptions options) throws IOException {
        if (options.mapping() == null && options.kept() != null) {
            for (DatasetReader reader : Mappings.kept(options.kept())) {
                if (reader.accepts(path)) {
                    return reader;
                }
            }
        }
        for (DatasetReader reader : READERS) {
            if (options.mapping() == null ? reader.accepts(path) : reader.name().equals(options.mapping())) {
                return reader;
            }
        }
        return null;
    }

    private static String names() {
        return READERS.stream().map(DatasetReader::name).collect(Collectors.joining("|"));
    }

    private static Dataset refused(Path path, ProblemCode code, String value, String expected) {
        Path last = path.getFileName();
        var draft = new Draft(last == null ? path.toString() : last.toString());
        draft.problem(code, "", 0, "", value, expected);
        return draft.finish(Title.of(draft.name()), Origin.REAL, null);
    }
}

package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.MappingContents;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The mappings that ship with the program, and those that people write. */
public final class Mappings {
    /** What the mappings of many systems are like: its columns have the usual names. */
    static final String BASE = "erp";

    /** Each may be like one before it. */
    private static final Map<String, Mapping> SHIPPED =
            load(List.of("adventureworks", "supplygraph", "pv-module", "foodmart", BASE, "kingdee", "yonyou"));

    private Mappings() {}

    /** Readers by the mappings that ship, the one with the usual names last. */
    public static List<DatasetReader> shipped() {
        return SHIPPED.values().stream()
                .sorted(Comparator.comparing(mapping -> mapping.name().equals(BASE)))
                .<DatasetReader>map(MappedReader::new)
                .toList();
    }

    private static Map<String, Mapping> load(List<String> names) {
        var shipped = new LinkedHashMap<String, Mapping>();
        for (String name : names) {
            String resource = "/io/sandtable/datasets/mappings/" + name + ".yaml";
            try (InputStream in = Mappings.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "The mapping %s is not in the program; build it anew.".formatted(resource));
                }
                String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                shipped.put(name, MappingYaml.read(yaml, like -> Optional.ofNullable(shipped.get(like))));
            } catch (IOException e) {
                throw new UncheckedIOException("The mapping %s could not be read.".formatted(resource), e);
            } catch (MappingWrong e) {
                throw new IllegalStateException("The mapping %s is wrong: %s".formatted(resource, e.getMessage()), e);
            }
        }
        return shipped;
    }

    /** That of the usual tables. */
    static Mapping base() {
        return java.util.Objects.requireNonNull(SHIPPED.get(BASE));
    }

    /** The mapping of that name that ships. */
    static Optional<Mapping> find(String name) {
        return Optional.ofNullable(SHIPPED.get(name));
    }

    /** Whether what a person calls a mapping is a file of hers. */
    public static boolean isFile(String mapping) {
        return Stream.of(".yaml", ".yml").anyMatch(mapping::endsWith);
    }

    /** The reader by a mapping that somebody wrote; the problems of a dataset without facts where it is wrong. */
    public static Result read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        var draft = new Draft(name);
        Optional<SourceText> text = SourceText.read(file, name, draft);
        if (text.isPresent()) {
            try {
                return new Result(
                        Optional.of(new MappedReader(MappingYaml.read(text.get().text(), Mappings::find))),
                        none(draft));
            } catch (MappingWrong e) {
                draft.problem(ProblemCode.MAPPING_WRONG, name, 0, e.where(), e.found(), e.expected());
            }
        }
        return new Result(Optional.empty(), none(draft));
    }

    /** What a mapping that somebody wrote reads. */
    public static MappingContents describe(Path file) throws IOException {
        Result result = read(file);
        return result.reader()
                .map(reader -> new MappingContents(reader.name(), reader.tables(), List.of()))
                .orElseGet(() ->
                        new MappingContents("", List.of(), result.problems().problems(Severity.ERROR)));
    }

    /** Readers by the mappings in a folder, by name; one that is wrong is left to whoever asks for it. */
    public static List<DatasetReader> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var readers = new ArrayList<DatasetReader>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> isFile(f.toString())).sorted().toList()) {
                read(file).reader().ifPresent(readers::add);
            }
        }
        return readers;
    }

    private static Dataset none(Draft draft) {
        return draft.finish(Title.of(draft.name()), Origin.REAL, null);
    }

    /** A reader, or what is wrong. */
    public record Result(Optional<MappedReader> reader, Dataset problems) {}
}

package io.sandtable.web.imports;

import io.sandtable.audit.archive.Archive;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.MappingContents;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.company.Companies;
import io.sandtable.web.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mappings in the home's folder {@code mappings}: those that people confirmed on the import page, each with a card that says who and
 * when, and those that somebody put there. One that is removed stays in the archive, and the decision log says who removed it.
 */
@Component
@Profile("service")
class KeptMappings {
    static final String SCHEMA = "sandtable-mapping/1";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");
    private static final String CARD = ".card.json";

    private final Path folder;
    private final Archive archive;
    private final HomeLog log;
    private final Clock clock;

    KeptMappings(Companies companies, Archive archive, HomeLog log, Clock clock) {
        this.folder = companies.mappings();
        this.archive = archive;
        this.log = log;
        this.clock = clock;
    }

    /** Who confirmed a mapping, when and for what. */
    private record Card(String by, Instant at, List<String> from) {}

    /** All, by name. */
    List<KeptMapping> list() {
        return files().stream().map(this::describe).toList();
    }

    KeptMapping get(String name) {
        return describe(file(name));
    }

    /** The mapping as it is written. */
    String text(String name) {
        return new String(bytes(file(name)), StandardCharsets.UTF_8);
    }

    /**
     * Keeps what a person confirmed. One of that name that says something else is replaced, and recorded like one that is removed.
     *
     * @param from files or documents that she confirmed it for
     */
    synchronized void keep(String name, String yaml, String by, List<String> from) {
        Path file = folder.resolve(name + ENDINGS.getFirst());
        if (Files.exists(file) && !text(name).equals(yaml)) {
            record(file, "replaced", by, by);
        }
        try {
            Files.createDirectories(folder);
            write(card(file), JSON.writeValueAsString(new Card(by, clock.instant(), from)));
            write(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); free disk space or check the folder's rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Removes one: the next files with its columns are asked about again. What it said stays in the archive, who removed it in the log. */
    synchronized void remove(String name, Person by) {
        Path file = file(name);
        record(file, "removed", by.name(), by.displayName());
        try {
            Files.delete(file);
            Files.deleteIfExists(card(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be removed (%s); check its rights.".formatted(file, e.getMessage()), e);
        }
    }

    /** What it said goes into the archive and what became of it into the log, before anything is changed. */
    private void record(Path file, String state, String by, String byName) {
        KeptMapping kept = describe(file);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("name", kept.name())
                .put("state", state)
                .put("at", clock.instant().toString())
                .put("by", by)
                .put("byName", byName)
                .put("keptBy", kept.by())
                .put("keptAt", kept.at().toString())
                .put("mapping", archive.put(bytes(file)).hex());
        log.record(List.of(json));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && ending(file).isPresent())
                    .sorted(Comparator.comparing(KeptMappings::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read; check its rights.".formatted(folder), e);
        }
    }

    /** Only what is in the folder has a name: nothing that somebody sends leads out of it. */
    private Path file(String name) {
        return files().stream()
                .filter(file -> name(file).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("MAPPING_GONE", name));
    }

    private KeptMapping describe(Path file) {
        try {
            MappingContents contents = Datasets.describeMapping(file);
            Card card = Files.exists(card(file))
                    ? JSON.readValue(Files.readString(card(file)), Card.class)
                    : new Card("", Files.getLastModifiedTime(file).toInstant(), List.of());
            return new KeptMapping(
                    name(file),
                    card.by(),
                    card.at(),
                    card.from(),
                    contents.tables(),
                    !contents.problems().isEmpty());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path card(Path file) {
        return file.resolveSibling(name(file) + CARD);
    }

    private static String name(Path file) {
        String whole = String.valueOf(file.getFileName());
        return whole.substring(0, whole.length() - ending(file).orElse("").length());
    }

    private static Optional<String> ending(Path file) {
        return ENDINGS.stream()
                .filter(String.valueOf(file.getFileName())::endsWith)
                .findFirst();
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException(
                "%s could not be read (%s); check its rights.".formatted(file, cause.getMessage()), cause);
    }
}

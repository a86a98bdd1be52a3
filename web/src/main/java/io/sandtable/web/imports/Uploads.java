package io.sandtable.web.imports;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.TooLongToMark;
import io.sandtable.datasets.plain.TemplateFile;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was sent to be imported: each upload a folder under {@code uploads} of the home, with what was said about it. */
@Component
@Profile("service")
public class Uploads {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILES = "files";
    private static final String CARD = "upload.json";
    private static final String CHOICES = "columns.json";
    private static final String MAPPING = "mapping.yaml";
    private static final String HEAD = "datapackage.json";
    /** Older ones go: what was imported is in the archive. */
    private static final int KEPT = 20;

    private static final int CHECKS_REMEMBERED = 3;

    private final Path folder;
    private final Path mappings;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    /** The last files read; reading them again gives the same. */
    private final Map<Upload, Dataset> checked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Upload, Dataset> eldest) {
            return size() > CHECKS_REMEMBERED;
        }
    };

    Uploads(Companies companies, Clock clock) {
        this.folder = companies.home().resolve("uploads");
        this.mappings = companies.mappings();
        this.clock = clock;
    }

    /** Stores what comes in; nothing stays of an upload that is refused. */
    Upload add(String by, List<Incoming> incoming, @Nullable String company, @Nullable LocalDate asOf) {
        forgetOld();
        String id = "U-%08x".formatted(chance.nextInt());
        List<String> names =
                incoming.stream().map(i -> Unpacking.lastPart(i.name())).toList();
        Path files = folder.resolve(id).resolve(FILES).resolve(stem(names));
        try {
            Files.createDirectories(files);
            Unpacking.into(files, incoming);
            boolean headless = needsHead(root(id));
            var upload = new Upload(
                    id,
                    by,
                    clock.instant(),
                    names,
                    company,
                    headless && company != null ? company : null,
                    headless && asOf == null ? LocalDate.now(clock) : asOf,
                    headless,
                    null,
                    null);
            keep(upload);
            return withDay(upload);
        } catch (IOException e) {
            remove(id);
            throw new UncheckedIOException(
                    "The files of %s could not be stored (%s); free disk space or check the folder's rights."
                            .formatted(names, e.getMessage()),
                    e);
        } catch (RuntimeException e) {
            remove(id);
            throw e;
        }
    }

    /** Tables that do not say their day speak of today until a person says otherwise. */
    private Upload withDay(Upload upload) {
        boolean asked = check(upload).problems().stream().anyMatch(p -> p.code() == ProblemCode.AS_OF_MISSING);
        if (!asked) {
            return upload;
        }
        Upload today = upload.with(upload.company(), upload.title(), LocalDate.now(clock));
        keep(today);
        return today;
    }

    /** What the columns of its tables probably are; what a person has chosen holds. */
    Proposal propose(Upload upload, Choices choices) {
        try {
            return Datasets.propose(root(upload.id()), choices);
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    /** Notes what a person has said of its columns. */
    Upload map(Upload upload, String yaml, Choices choices) {
        try {
            Files.writeString(folder.resolve(upload.id()).resolve(CHOICES), JSON.writeValueAsString(choices));
            Files.writeString(folder.resolve(upload.id()).resolve(MAPPING), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The columns of upload %s could not be noted (%s); free disk space or check the folder's rights."
                            .formatted(upload.id(), e.getMessage()),
                    e);
        }
        Upload mapped = upload.mapped(MAPPING);
        synchronized (checked) {
            checked.keySet().removeIf(known -> known.id().equals(upload.id()));
        }
        keep(mapped);
        return withDay(mapped);
    }

    /** What a person has said of its columns, as a mapping; empty where nobody has. */
    Optional<String> mapping(Upload upload) {
        if (upload.mapping() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(upload.id()).resolve(upload.mapping())));
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    Upload get(String id) {
        Path card = folder.resolve(id).resolve(CARD);
        if (!id.matches("U-[0-9a-f]{8}") || !Files.exists(card)) {
            throw Refusal.notFound("UPLOAD_GONE");
        }
        try {
            return JSON.readValue(Files.readString(card), Upload.class);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read; check its rights.".formatted(card), e);
        }
    }

    /** Notes what was said about it, and puts it into the head that we wrote. */
    void keep(Upload upload) {
        Path home = folder.resolve(upload.id());
        try {
            if (upload.headMade()) {
                Files.writeString(root(upload.id()).resolve(HEAD), head(upload));
            }
            Path draft = home.resolve(CARD + ".tmp");
            Files.writeString(draft, JSON.writeValueAsString(upload));
            Files.move(draft, home.resolve(CARD), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Upload %s could not be noted (%s); free disk space or check the folder's rights."
                            .formatted(upload.id(), e.getMessage()),
                    e);
        }
    }

    /** What a person has said of its columns so far. */
    Choices said(Upload upload) {
        Path file = folder.resolve(upload.id()).resolve(CHOICES);
        try {
            return Files.exists(file) ? JSON.readValue(Files.readString(file), Choices.class) : Choices.NONE;
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    /** What is in the files, with everything that is wrong. */
    Dataset check(Upload upload) {
        synchronized (checked) {
            Dataset known = checked.get(upload);
            if (known != null) {
                return known;
            }
        }
        try {
            Dataset read = Datasets.read(root(upload.id()), options(upload));
            synchronized (checked) {
                checked.put(upload, read);
            }
            return read;
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    /** Its tables as an Excel file in which every error is marked. */
    byte[] marked(Upload upload, Locale locale) {
        Dataset dataset = check(upload);
        var bytes = new ByteArrayOutputStream();
        try {
            Datasets.writeMarked(root(upload.id()), dataset, locale, bytes);
        } catch (TooLongToMark e) {
            throw Refusal.badInput("UPLOAD_TOO_LONG_TO_MARK", e.file(), e.most());
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
        return bytes.toByteArray();
    }

    private static UncheckedIOException unreadable(Upload upload, IOException cause) {
        return new UncheckedIOException(
                "The files of upload %s could not be read (%s); check the disk and its rights."
                        .formatted(upload.id(), cause.getMessage()),
                cause);
    }

    /** How its files are read. */
    ReadOptions options(Upload upload) {
        String mapping = upload.mapping() == null
                ? null
                : folder.resolve(upload.id()).resolve(upload.mapping()).toString();
        return new ReadOptions(mapping, upload.asOf(), null, mappings);
    }

    void remove(String id) {
        Path all = folder.resolve(id);
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(all)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be removed; check its rights.".formatted(all), e);
        }
    }

    /** The folder that the reader is given: archives often hold one folder with everything in it. */
    Path root(String id) {
        Path root = only(folder.resolve(id).resolve(FILES)).orElseThrow();
        for (Optional<Path> inner = only(root); inner.isPresent(); inner = only(root)) {
            root = inner.get();
        }
        return root;
    }

    /** The one folder in a folder that holds nothing else. */
    private static Optional<Path> only(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.limit(2).toList();
            return all.size() == 1 && Files.isDirectory(all.getFirst())
                    ? Optional.of(all.getFirst())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read; check its rights.".formatted(folder), e);
        }
    }

    /** Tables in the plain template that came without saying whose they are. */
    private static boolean needsHead(Path root) throws IOException {
        List<String> known = TemplateFile.all().stream().map(TemplateFile::name).toList();
        try (Stream<Path> entries = Files.list(root)) {
            List<String> names =
                    entries.map(e -> String.valueOf(e.getFileName())).toList();
            return !names.contains(HEAD) && names.stream().anyMatch(known::contains);
        }
    }

    private static String head(Upload upload) {
        String name = upload.company() == null ? "my-company" : upload.company();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("title", upload.title() == null ? name : upload.title())
                .put("origin", "real")
                .put("asOf", String.valueOf(upload.asOf()))
                .toPrettyString();
    }

    /** What the data is called where it has no name of its own. */
    private static String stem(List<String> names) {
        String first = names.size() == 1 ? names.getFirst().replaceFirst("\\.[^.]*$", "") : "";
        String plain = first.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return plain.isBlank() ? "upload" : plain.substring(0, Math.min(60, plain.length()));
    }

    private void forgetOld() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.map(e -> String.valueOf(e.getFileName()))
                    .filter(id -> Files.exists(folder.resolve(id).resolve(CARD)))
                    .map(this::get)
                    .sorted(Comparator.comparing(Upload::at).reversed())
                    .skip(KEPT - 1L)
                    .forEach(old -> remove(old.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read; check its rights.".formatted(folder), e);
        }
    }
}

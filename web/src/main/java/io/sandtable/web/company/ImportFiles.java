package io.sandtable.web.company;

import io.sandtable.audit.archive.Archive;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.SourceFile;
import io.sandtable.store.FactWriter;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.ImportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The use case "load my files": read everything, stop at any problem, keep the originals, write the graph at once. */
@Component
public class ImportFiles {
    private final Companies companies;
    private final OpenGraphs graphs;
    private final Archive archive;
    private final ApplicationEventPublisher events;

    ImportFiles(Companies companies, OpenGraphs graphs, Archive archive, ApplicationEventPublisher events) {
        this.companies = companies;
        this.graphs = graphs;
        this.archive = archive;
        this.events = events;
    }

    /** What was read, and what the graph made of it; no result where problems kept everything out. */
    public record Imported(String company, Dataset dataset, Optional<ImportResult> result) {}

    /** How much of a source that has errors is imported. */
    public enum Rows {
        /** All or nothing. */
        ALL,
        /** What is left without the rows that have errors, as long as single rows are all that is wrong. */
        GOOD
    }

    /** Imports a folder or file as a company and makes it the current one. */
    public Imported run(Path path, ReadOptions options, @Nullable String companyName, Rows rows) {
        Imported imported = loaded(path, options, companyName, rows);
        if (imported.result().isPresent()) {
            companies.choose(imported.company());
        }
        return imported;
    }

    /** Imports a folder or file as a company; questions stay about the one they were about. */
    public Imported runBeside(Path path, ReadOptions options, String company) {
        return loaded(path, options, company, Rows.ALL);
    }

    private Imported loaded(Path path, ReadOptions options, @Nullable String companyName, Rows rows) {
        Dataset dataset = read(path, options.with(companies.mappings()));
        String company = companyName != null ? companyName : shortName(dataset.name());
        if (!mayBeImported(dataset, rows)) {
            return new Imported(company, dataset, Optional.empty());
        }
        return new Imported(company, dataset, Optional.of(graphs.use(company, graph -> load(company, dataset, graph))));
    }

    /** Whether it is good enough to be imported so. */
    public static boolean mayBeImported(Dataset dataset, Rows rows) {
        return dataset.importable() && dataset.asOf() != null || rows == Rows.GOOD && dataset.importableInPart();
    }

    private static Dataset read(Path path, ReadOptions options) {
        try {
            return Datasets.read(path, options);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be read (%s); check the disk and its rights.".formatted(path, e.getMessage()), e);
        }
    }

    /** Writes the facts of a dataset as that company's business. */
    ImportResult load(String company, Dataset dataset, GraphConnection graph) {
        dataset.originals().forEach(this::archive);
        ImportResult result = new FactWriter(graph).replaceAll(dataset.facts());
        companies.keep(new CompanyCard(
                company,
                dataset.title().zh(),
                dataset.title().en(),
                dataset.origin(),
                java.util.Objects.requireNonNull(dataset.asOf())));
        if (result.added() + result.changed() + result.removed() > 0) {
            events.publishEvent(new RevisionChanged(company, result.revision(), "import", List.of(dataset.name())));
        }
        return result;
    }

    private void archive(SourceFile original) {
        if (!archive.put(original.path()).hex().equals(original.sha256())) {
            throw new IllegalStateException(
                    "The original %s changed while it was read; nothing was imported. Import it again."
                            .formatted(original.path()));
        }
    }

    /** The short name that a company of that name has where nobody chose one. */
    public static String shortName(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "my-company" : plain;
    }
}

package io.sandtable.web.company;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.SnapshotReader;
import io.sandtable.store.StoredSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads a company's business as a snapshot; the demo company is loaded on first use, through the same door as any files. */
@Component
public class LoadedCompanies {
    private final Companies companies;
    private final OpenGraphs graphs;
    private final ImportFiles imports;

    private final LatestSnapshots latest = new LatestSnapshots();

    LoadedCompanies(Companies companies, OpenGraphs graphs, ImportFiles imports) {
        this.companies = companies;
        this.graphs = graphs;
        this.imports = imports;
    }

    /** What is known of a company; the demo company needs not be loaded first, any other must have been imported. */
    public void requireKnown(String company) {
        if (!company.equals(Companies.DEMO) && companies.findCard(company).isEmpty()) {
            throw new IllegalArgumentException(
                    "No company called '%s' is loaded; import its files first: ./sandtable import PATH --company %s."
                            .formatted(company, company));
        }
    }

    /** Has the company's graph open afterwards; the first start of a graph server takes longest. */
    public void open(String company) {
        requireKnown(company);
        graphs.use(company, graph -> true);
    }

    /** The company's card; loads the demo company where it is not there yet. */
    public CompanyCard card(String company) {
        return companies.findCard(company).orElseGet(() -> graphs.use(company, this::loadDemo));
    }

    /** The latest revision of the company's business. */
    public Business business(String company) {
        requireKnown(company);
        CompanyCard card = card(company);
        StoredSnapshot stored = graphs.use(company, graph -> snapshot(company, graph));
        return new Business(card, stored.revision(), stored.snapshot(), stored.stored());
    }

    @EventListener
    void changed(RevisionChanged change) {
        latest.changed(change.company());
    }

    private StoredSnapshot snapshot(String company, GraphConnection graph) {
        var reader = new SnapshotReader(graph);
        return latest.latest(company, reader::revision, reader::read);
    }

    private CompanyCard loadDemo(GraphConnection graph) {
        Path files = companies.home().resolve("demo-files");
        try {
            DemoCompany.write(files);
            Dataset dataset = Datasets.read(files, ReadOptions.none());
            if (!dataset.importable()) {
                throw new IllegalStateException(
                        "The demo company's own files have problems, which is a fault of ours: " + dataset.problems());
            }
            imports.load(Companies.DEMO, dataset, graph);
            return companies.findCard(Companies.DEMO).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The demo company's files could not be written to %s (%s); free disk space or set sandtable.home elsewhere."
                            .formatted(files, e.getMessage()),
                    e);
        }
    }
}

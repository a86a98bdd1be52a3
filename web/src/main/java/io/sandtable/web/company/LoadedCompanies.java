package io.sandtable.web.company;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.SnapshotReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Reads a company's business as a snapshot; the demo company is loaded on first use, through the same door as any files. */
@Component
public class LoadedCompanies {
    private final Companies companies;
    private final ImportFiles imports;

    LoadedCompanies(Companies companies, ImportFiles imports) {
        this.companies = companies;
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

    /** The card of a company whose graph is open; loads the demo company where it is not there yet. */
    public CompanyCard card(String company, GraphConnection graph) {
        return companies.findCard(company).orElseGet(() -> loadDemo(graph));
    }

    /** Opens the company's graph; the first start of a graph server takes longest. */
    public GraphConnection open(String company) {
        requireKnown(company);
        return companies.open(company);
    }

    /** The latest revision of an open graph. */
    public BusinessSnapshot snapshot(GraphConnection graph) {
        return new SnapshotReader(graph).read().snapshot();
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

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

    /** The company's card; the demo company needs none to be loaded, any other must have been imported. */
    public CompanyCard card(String company) {
        return companies.findCard(company).orElseGet(() -> {
            if (company.equals(Companies.DEMO)) {
                loadDemo();
                return companies.findCard(company).orElseThrow();
            }
            throw new IllegalArgumentException(
                    "No company called '%s' is loaded; import its files first: ./sandtable import PATH --company %s."
                            .formatted(company, company));
        });
    }

    /** Opens the company's graph; the first start of a graph server takes longest. */
    public GraphConnection open(String company) {
        return companies.open(company);
    }

    /** The latest revision of an open graph. */
    public BusinessSnapshot snapshot(GraphConnection graph) {
        return new SnapshotReader(graph).read().snapshot();
    }

    /** The latest revision of the company's graph. */
    public BusinessSnapshot snapshot(String company) {
        try (GraphConnection graph = open(company)) {
            return snapshot(graph);
        }
    }

    private void loadDemo() {
        Path files = companies.home().resolve("demo-files");
        try {
            DemoCompany.write(files);
            Dataset dataset = Datasets.read(files, ReadOptions.none());
            if (!dataset.importable()) {
                throw new IllegalStateException("The demo company's own files have problems, which is a fault of ours: " + dataset.problems());
            }
            imports.load(Companies.DEMO, dataset);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The demo company's files could not be written to %s (%s); free disk space or set sandtable.home elsewhere."
                            .formatted(files, e.getMessage()),
                    e);
        }
    }
}

package io.sandtable.web.backtest;

import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.history.InventedHistory;
import io.sandtable.model.Origin;
import io.sandtable.web.Progress;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.ImportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Companies with an invented history, to try the backtest on: written into the home and loaded through the same door as anybody's files. */
@Component
public class InventedCompanies {
    private final Companies companies;
    private final ImportFiles imports;

    InventedCompanies(Companies companies, ImportFiles imports) {
        this.companies = companies;
        this.imports = imports;
    }

    /**
     * Writes and loads one; the current company stays what it is.
     *
     * @return its short name as a company
     * @throws Refusal where none is called so, or where somebody's own company would have to give way
     */
    public String load(String name, Progress progress) {
        InventedHistory history = InventedHistory.find(name)
                .orElseThrow(
                        () -> Refusal.notFound("BACKTEST_DATASET", name, String.join(", ", InventedHistory.names())));
        companies
                .findCard(name)
                .filter(card -> !card.name().equals(name) || card.origin() != Origin.DEMO)
                .ifPresent(card -> {
                    throw Refusal.conflict("BACKTEST_TAKEN", name, card.name());
                });
        progress.begins("invent");
        Path files = companies.home().resolve("datasets").resolve(name);
        try {
            history.write(files);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The invented history could not be written to %s (%s); free disk space or set sandtable.home elsewhere."
                            .formatted(files, e.getMessage()),
                    e);
        }
        progress.begins("load");
        ImportFiles.Imported imported = imports.runBeside(files, ReadOptions.none(), name);
        if (imported.result().isEmpty()) {
            throw new IllegalStateException("The invented history's own files have problems, which is a fault of ours: "
                    + imported.dataset().problems());
        }
        return name;
    }
}

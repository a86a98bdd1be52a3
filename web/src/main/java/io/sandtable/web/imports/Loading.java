package io.sandtable.web.imports;

import io.sandtable.web.Faults;
import io.sandtable.web.alignment.AlignmentJson;
import io.sandtable.web.alignment.Alignments;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.company.ImportJson;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.OpenGraphs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Loads confirmed uploads one after the other, in the background. */
@Component
@Profile("service")
class Loading implements DisposableBean {
    private static final int WAITING = 4;

    private final Uploads uploads;
    private final KeptMappings mappings;
    private final ImportFiles imports;
    private final OpenGraphs graphs;
    private final LoadedCompanies companies;
    private final Alignments alignments;
    private final Faults faults;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("import").factory());

    Loading(
            Uploads uploads,
            KeptMappings mappings,
            ImportFiles imports,
            OpenGraphs graphs,
            LoadedCompanies companies,
            Alignments alignments,
            Faults faults,
            Clock clock) {
        this.uploads = uploads;
        this.mappings = mappings;
        this.imports = imports;
        this.graphs = graphs;
        this.companies = companies;
        this.alignments = alignments;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * An import under way, or one that broke.
     *
     * @param stage wait, start, load or snapshot: worded under {@code stage.…}
     * @param fault number to quote where it broke; null while it goes on
     * @param diskFull whether a full disk was the cause
     */
    record Attempt(Instant since, String stage, @Nullable String fault, boolean diskFull) {
        public boolean isUnderWay() {
            return fault == null;
        }
    }

    /** Begins to load what a person has confirmed; a second confirmation of the same changes nothing. */
    void begin(Upload upload, String company, ImportFiles.Rows rows) {
        if (company.equals(Companies.DEMO)) {
            throw Refusal.conflict("COMPANY_IS_DEMO");
        }
        if (!company.matches(Companies.SHORT_NAME)) {
            throw Refusal.badInput("COMPANY_NAME", company);
        }
        Attempt begun = new Attempt(clock.instant(), "wait", null, false);
        Attempt before =
                attempts.compute(upload.id(), (id, known) -> known != null && known.isUnderWay() ? known : begun);
        if (before != begun) {
            return;
        }
        try {
            worker.execute(() -> load(upload, company, rows));
        } catch (RejectedExecutionException e) {
            attempts.remove(upload.id());
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "IMPORT_QUEUE_FULL", WAITING);
        }
    }

    Optional<Attempt> find(String uploadId) {
        return Optional.ofNullable(attempts.get(uploadId));
    }

    private void load(Upload upload, String company, ImportFiles.Rows rows) {
        Attempt attempt = new Attempt(clock.instant(), "start", null, false);
        try {
            attempts.put(upload.id(), attempt);
            graphs.use(company, graph -> true);
            attempt = stage(upload, attempt, "load");
            ImportFiles.Imported imported =
                    imports.run(uploads.root(upload.id()), uploads.options(upload), company, rows);
            if (imported.result().isPresent()) {
                attempt = stage(upload, attempt, "snapshot");
                companies.business(company);
                // what was said of its columns holds for the next files with the same
                uploads.mapping(upload)
                        .ifPresent(yaml -> mappings.keep(
                                "imported-" + company,
                                yaml,
                                uploads.said(upload).by(),
                                upload.names()));
                ObjectNode json = ImportJson.of(imported);
                alignments
                        .afterImport(company, imported.result().get())
                        .ifPresent(joined -> json.set("alignment", AlignmentJson.of(joined)));
                uploads.keep(upload.done(json));
            }
            attempts.remove(upload.id());
        } catch (RuntimeException e) {
            attempts.put(
                    upload.id(), new Attempt(attempt.since(), attempt.stage(), faults.note(e), Faults.isFullDisk(e)));
        }
    }

    private Attempt stage(Upload upload, Attempt attempt, String stage) {
        var next = new Attempt(attempt.since(), stage, null, false);
        attempts.put(upload.id(), next);
        return next;
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(30, TimeUnit.SECONDS);
    }
}

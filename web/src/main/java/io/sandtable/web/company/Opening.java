package io.sandtable.web.company;

import io.sandtable.web.Faults;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens companies in the background: the first start of a graph server takes up to a minute, and no page should wait for it. The demo
 * company is loaded on the way.
 */
@Component
@Profile("service")
public class Opening implements DisposableBean {
    private final OpenGraphs graphs;
    private final LoadedCompanies companies;
    private final Faults faults;
    private final Clock clock;
    private final ExecutorService worker = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("opening-", 0).factory());
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    Opening(OpenGraphs graphs, LoadedCompanies companies, Faults faults, Clock clock) {
        this.graphs = graphs;
        this.companies = companies;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * A company that is being opened, or could not be.
     *
     * @param stage start, load or snapshot: worded under {@code stage.…}
     * @param fault number to quote where it did not work; null while it goes on
     * @param message why it did not work, in English; null while it goes on
     */
    public record Attempt(
            String company,
            Instant since,
            String stage,
            @Nullable String fault,
            @Nullable String message) {
        /** Whether it is still going on. */
        public boolean isUnderWay() {
            return fault == null;
        }
    }

    /** Begins to open the company unless it is open or being opened; a failed attempt is made again. */
    public void begin(String company) {
        attempts.compute(company, (name, before) -> {
            if (before != null && before.isUnderWay()) {
                return before;
            }
            var attempt = new Attempt(name, clock.instant(), "start", null, null);
            worker.execute(() -> open(attempt));
            return attempt;
        });
    }

    /** The attempt under way, or the failed one that nobody has repeated. */
    public Optional<Attempt> find(String company) {
        return Optional.ofNullable(attempts.get(company));
    }

    private void open(Attempt attempt) {
        String company = attempt.company();
        try {
            companies.open(company);
            stage(attempt, "load");
            companies.card(company);
            stage(attempt, "snapshot");
            companies.business(company);
            attempts.remove(company);
        } catch (RuntimeException e) {
            String number = faults.note(e);
            attempts.put(
                    company,
                    new Attempt(company, attempt.since(), attempt.stage(), number, String.valueOf(e.getMessage())));
        }
    }

    private void stage(Attempt attempt, String stage) {
        attempts.put(attempt.company(), new Attempt(attempt.company(), attempt.since(), stage, null, null));
    }

    /** Whether the company's business can be read without waiting for a server. */
    public boolean isOpen(String company) {
        Attempt attempt = attempts.get(company);
        return (attempt == null || !attempt.isUnderWay()) && graphs.isOpen(company);
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}

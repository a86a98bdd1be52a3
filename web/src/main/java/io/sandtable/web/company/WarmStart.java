package io.sandtable.web.company;

import io.sandtable.web.Faults;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the current company's graph while people are still signing in; a new home has none and waits for a choice. */
@Component
@Profile("service")
class WarmStart {
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final Faults faults;
    private volatile boolean closing;

    WarmStart(Companies companies, LoadedCompanies loaded, Faults faults) {
        this.companies = companies;
        this.loaded = loaded;
        this.faults = faults;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread.ofVirtual().name("warm-start").start(() -> {
            try {
                companies.findCard(companies.current()).map(CompanyCard::name).ifPresent(loaded::business);
            } catch (RuntimeException e) {
                // the first who needs the graph is told; the service goes on without it
                if (!closing) {
                    faults.note(e);
                }
            }
        });
    }

    /** What is half open then fails because its graph goes away; nobody needs to hear of that. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}

package io.sandtable.web.live;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.StockApplied;
import io.sandtable.store.GraphConnection;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.company.RevisionChanged;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings live counts into the companies of this home: those whose graphs are open; none is opened for it. */
@Component
@Profile("service")
class CompanyGraphs implements LiveGraph {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Companies companies;
    private final OpenGraphs graphs;
    private final Archive archive;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompanyGraphs(
            Companies companies, OpenGraphs graphs, Archive archive, ApplicationEventPublisher events, Clock clock) {
        this.companies = companies;
        this.graphs = graphs;
        this.archive = archive;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean knows(String company) {
        return company.matches(Companies.SHORT_NAME)
                && companies
                        .findCard(company)
                        .filter(card -> card.name().equals(company))
                        .isPresent();
    }

    @Override
    public Optional<GraphConnection> findGraph(String company) {
        return graphs.findOpen(company);
    }

    @Override
    public void keepOriginal(String company, String sha256, byte[] payload) {
        Hash kept = archive.put(payload);
        if (!kept.hex().equals(sha256)) {
            throw new IllegalArgumentException(
                    "A message was named %s and hashes to %s; it was not used.".formatted(sha256, kept.hex()));
        }
    }

    @Override
    public void revisionChanged(StockApplied applied) {
        String source = applied.topic().substring(applied.topic().lastIndexOf('/') + 1);
        String counted = MINUTE.format(applied.at().atZoneSameInstant(clock.getZone()));
        events.publishEvent(
                new RevisionChanged(applied.company(), applied.revision(), "stock", List.of(source, counted)));
    }
}

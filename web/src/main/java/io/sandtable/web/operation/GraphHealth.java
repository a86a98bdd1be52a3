package io.sandtable.web.operation;

import io.sandtable.store.GraphConnection;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.OpenGraphs;
import io.sandtable.web.company.Opening;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Whether the current company's graph answers. A graph that nobody has asked for yet is well too: asking for health starts no server.
 */
@Component("graphHealthIndicator")
@Profile("service")
class GraphHealth implements HealthIndicator {
    private final Companies companies;
    private final OpenGraphs graphs;
    private final Opening opening;

    GraphHealth(Companies companies, OpenGraphs graphs, Opening opening) {
        this.companies = companies;
        this.graphs = graphs;
        this.opening = opening;
    }

    @Override
    public Health health() {
        String company = companies.current();
        Optional<Opening.Attempt> attempt = opening.find(company);
        if (attempt.isPresent() && attempt.get().isUnderWay()) {
            return Health.up().withDetail("state", "opening").build();
        }
        Optional<GraphConnection> open = graphs.findOpen(company);
        if (open.isPresent()) {
            return answers(open.get());
        }
        return attempt.map(failed -> Health.down()
                        .withDetail("state", "failed")
                        .withDetail("ref", String.valueOf(failed.fault()))
                        .build())
                .orElseGet(() -> Health.up().withDetail("state", "closed").build());
    }

    private static Health answers(GraphConnection graph) {
        try {
            graph.driver().verifyConnectivity();
            return Health.up().withDetail("state", "open").build();
        } catch (RuntimeException e) {
            return Health.down(e).withDetail("state", "unreachable").build();
        }
    }
}

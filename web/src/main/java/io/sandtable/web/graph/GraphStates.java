package io.sandtable.web.graph;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.store.AsOf;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.GraphHistory;
import io.sandtable.store.GraphHistory.Replaced;
import io.sandtable.store.NotInHistory;
import io.sandtable.store.Revision;
import io.sandtable.store.SnapshotReader;
import io.sandtable.store.StoredSnapshot;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.OpenGraphs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States of a company's graph: present or earlier, all of it or what holds on a day. */
@Component
public class GraphStates {
    private final LoadedCompanies loaded;
    private final OpenGraphs graphs;
    private final Clock clock;

    GraphStates(LoadedCompanies loaded, OpenGraphs graphs, Clock clock) {
        this.loaded = loaded;
        this.graphs = graphs;
        this.clock = clock;
    }

    /**
     * What to ask for.
     *
     * @param revision after that revision
     * @param knownOn at the end of that day
     * @param validOn only what holds on that day
     * @throws Refusal where both a revision and a day of knowledge are given
     */
    public AsOf asOf(@Nullable Long revision, @Nullable LocalDate knownOn, @Nullable LocalDate validOn) {
        if (revision != null && knownOn != null) {
            throw Refusal.badInput("GRAPH_TWO_STATES");
        }
        AsOf asOf = AsOf.now();
        if (revision != null) {
            asOf = asOf.atRevision(revision);
        }
        if (knownOn != null) {
            asOf = asOf.knownOn(knownOn, clock.getZone());
        }
        return validOn == null ? asOf : asOf.validOn(validOn);
    }

    /**
     * The state that is asked for.
     *
     * @throws Refusal where the graph's history does not hold it
     */
    public GraphState state(String company, AsOf asOf) {
        Business now = loaded.business(company);
        List<Revision> revisions = inHistory(company, graph -> new GraphHistory(graph).revisions());
        if (asOf.equals(AsOf.now())) {
            return state(company, asOf, now.revision(), now.stored(), revisions);
        }
        StoredSnapshot then = inHistory(company, graph -> new SnapshotReader(graph).read(asOf));
        return state(company, asOf, then.revision(), then.stored(), revisions);
    }

    private static GraphState state(
            String company, AsOf asOf, long revision, BusinessSnapshot stored, List<Revision> revisions) {
        return new GraphState(
                company,
                asOf,
                revision,
                stored,
                revisions.stream().filter(r -> r.number() <= revision).toList());
    }

    /**
     * The thing of that id in the state that is asked for.
     *
     * @throws Refusal where there is none
     */
    public ThingState thing(String company, String id, AsOf asOf) {
        GraphState state = state(company, asOf);
        Node node = state.stored()
                .findNode(id)
                .orElseThrow(() -> Refusal.notFound("GRAPH_NO_THING", id, Long.toString(state.revision())));
        List<Replaced> history = inHistory(company, graph -> new GraphHistory(graph).of(node.id()));
        return new ThingState(
                state,
                node,
                history.stream()
                        .filter(replaced -> replaced.by().number() <= state.revision())
                        .toList());
    }

    private <T> T inHistory(String company, Function<GraphConnection, T> work) {
        try {
            return graphs.use(company, work);
        } catch (NotInHistory e) {
            Revision known = switch (e.reason()) {
                case TOO_EARLY -> e.oldest();
                case NOT_YET -> e.newest();
            };
            throw Refusal.badInput(
                    "HISTORY_" + e.reason(),
                    Long.toString(known.number()),
                    known.at().atZone(clock.getZone()).toLocalDate().toString());
        }
    }
}

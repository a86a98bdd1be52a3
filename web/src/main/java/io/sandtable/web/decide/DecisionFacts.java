package io.sandtable.web.decide;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.store.FactWriter;
import io.sandtable.web.company.OpenGraphs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Approved decisions as facts of their company's graph, and what became of them. A decision changes nothing that a plan rests on, so no
 * plan is stale by it and nobody is told of a new revision.
 */
@Component
class DecisionFacts {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ID_DIGITS = 12;

    private final DecisionIndex index;
    private final OpenGraphs graphs;

    DecisionFacts(DecisionIndex index, OpenGraphs graphs) {
        this.index = index;
        this.graphs = graphs;
    }

    /** Writes what the graphs do not know yet; doing it twice changes nothing. */
    synchronized void write() {
        for (KeptDecision decision : index.notInGraph()) {
            graphs.use(decision.company(), graph -> new FactWriter(graph).merge(List.of(fact(decision))));
            index.inGraph(decision.number(), decision.state());
        }
    }

    private static Fact fact(KeptDecision decision) {
        String by = Objects.requireNonNull(decision.decidedBy());
        LocalDate day =
                Objects.requireNonNull(decision.decidedAt()).atZone(ZONE).toLocalDate();
        String id = "DEC" + decision.number().substring(1);
        Map<String, Object> values = new TreeMap<>();
        values.put(
                Attributes.SENTENCE.name(),
                decision.question() + " → " + decision.planLetter() + " " + decision.planName(decision.language()));
        values.put(Attributes.STATUS.name(), decision.state().code());
        String evidence = Hash.of((decision.number() + decision.state() + by).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, ID_DIGITS);
        return new Fact.NodeFact(
                NodeType.DECISION,
                id,
                values,
                new Evidence("EVI-" + id + "-" + evidence, Origin.USER, decision.number(), null, day, null, by),
                "");
    }
}

package io.sandtable.store;

import io.sandtable.model.Attribute;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every problem of an import against what the graph would be afterwards. */
final class FactCheck {
    private final GraphContent after;
    private final List<FactProblem> problems = new ArrayList<>();

    FactCheck(GraphContent after) {
        this.after = after;
    }

    List<FactProblem> problems(Iterable<? extends Fact> facts) {
        Map<String, Evidence> evidence = new HashMap<>();
        Set<Object> seen = new HashSet<>();
        for (Fact fact : facts) {
            Evidence other = evidence.putIfAbsent(fact.evidence().id(), fact.evidence());
            if (other != null && !other.equals(fact.evidence())) {
                problem(
                        fact,
                        "evidence",
                        fact.evidence().id(),
                        FactProblem.Code.EVIDENCE_CONFLICT,
                        "an id of its own, for %s has it".formatted(other.source()));
            }
            switch (fact) {
                case Fact.NodeFact n -> {
                    if (n.type() == NodeType.EVIDENCE) {
                        problem(n, "id", n.id(), FactProblem.Code.EVIDENCE_AS_NODE, "a node of another type");
                    } else if (seen.add(GraphContent.key(n))) {
                        required(n, n.id(), n.type().attributes());
                    }
                }
                case Fact.RelationFact r -> {
                    if (seen.add(GraphContent.key(r))) {
                        end(r, "from", r.from());
                        end(r, "to", r.to());
                        required(
                                r,
                                r.from() + " " + r.type() + " " + r.to(),
                                r.type().attributes());
                    }
                }
            }
        }
        return problems;
    }

    private void end(Fact fact, String column, String id) {
        if (!after.nodes().containsKey(NodeKey.ofId(id))) {
            problem(fact, column, id, FactProblem.Code.UNKNOWN_NODE, "a node of this import or of the graph");
        }
    }

    private void required(Fact fact, String subject, List<Attribute> attributes) {
        StoredThing thing = after.find(fact).orElseThrow();
        for (Attribute attribute : attributes) {
            if (attribute.required() && !thing.values().containsKey(attribute.name())) {
                problem(
                        fact,
                        attribute.name(),
                        "",
                        FactProblem.Code.MISSING_VALUE,
                        "%s (%s) of %s".formatted(attribute.zh(), attribute.en(), subject));
            }
        }
    }

    private void problem(Fact fact, String column, String value, FactProblem.Code code, String expected) {
        problems.add(new FactProblem(fact.evidence().source(), fact.row(), column, value, code, expected));
    }
}

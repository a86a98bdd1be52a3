package io.sandtable.datasets.reading;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes that stand alone where the planner needs them tied to something. */
final class Structure {
    /** What a node of each type must begin, in the order we say it. */
    private static final Map<NodeType, List<RelationType>> MUST_BEGIN = new EnumMap<>(Map.of(
            NodeType.ORDER, List.of(RelationType.FOR),
            NodeType.STOCK_LOT, List.of(RelationType.FOR),
            NodeType.WORK_ORDER, List.of(RelationType.FOR),
            NodeType.PURCHASE_ORDER, List.of(RelationType.FOR, RelationType.PLACED_WITH),
            NodeType.PROCESS, List.of(RelationType.STEP_OF),
            NodeType.ROUTING, List.of(RelationType.YIELDS)));

    private final List<Statement> statements;
    private final Map<RelationType, Set<String>> beginning = new EnumMap<>(RelationType.class);
    private final Map<RelationType, Set<String>> ending = new EnumMap<>(RelationType.class);

    Structure(List<Statement> statements, Set<Draft.Mention> mentions) {
        mentions.forEach(
                m -> beginning.computeIfAbsent(m.type(), t -> new HashSet<>()).add(m.from()));
        this.statements = statements;
        for (Statement s : statements) {
            if (s.fact() instanceof RelationFact r) {
                beginning.computeIfAbsent(r.type(), t -> new HashSet<>()).add(r.from());
                ending.computeIfAbsent(r.type(), t -> new HashSet<>()).add(r.to());
            }
        }
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        for (Statement s : statements) {
            if (!(s.fact() instanceof NodeFact node) || !seen.add(node.id())) {
                continue;
            }
            for (RelationType needed : MUST_BEGIN.getOrDefault(node.type(), List.of())) {
                if (!begins(needed, node.id())) {
                    problems.add(about(s, node, ProblemCode.RELATION_MISSING, needed.name()));
                }
            }
            if (node.type() == NodeType.PROCESS && !isWorkable(node.id())) {
                problems.add(about(s, node, ProblemCode.OPERATION_WITHOUT_MACHINE, "RUNS_ON|OUTSOURCED_TO"));
            }
            if (node.type() == NodeType.MATERIAL && !hasSource(node.id())) {
                problems.add(about(s, node, ProblemCode.MATERIAL_WITHOUT_SOURCE, "SUPPLIES|YIELDS"));
            }
        }
        return problems;
    }

    /** A wait alone is no operation: it belongs to the step before it. */
    private boolean isWorkable(String process) {
        return begins(RelationType.RUNS_ON, process) || begins(RelationType.OUTSOURCED_TO, process);
    }

    private boolean hasSource(String material) {
        return ends(RelationType.SUPPLIES, material) || ends(RelationType.YIELDS, material);
    }

    private boolean begins(RelationType type, String id) {
        return beginning.getOrDefault(type, Set.of()).contains(id);
    }

    private boolean ends(RelationType type, String id) {
        return ending.getOrDefault(type, Set.of()).contains(id);
    }

    private static Problem about(Statement s, NodeFact node, ProblemCode code, String expected) {
        return new Problem(s.file(), s.row(), "id", node.id(), code, expected);
    }
}

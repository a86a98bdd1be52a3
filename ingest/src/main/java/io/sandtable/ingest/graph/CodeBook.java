package io.sandtable.ingest.graph;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.message.Refused;
import io.sandtable.model.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/** The things of one type by what sources call them: their id in the graph or the company's own code. */
final class CodeBook {
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, List<String>> byCode = new HashMap<>();

    /** Reads all things of that type. */
    static CodeBook read(TransactionContext tx, NodeType type) {
        var book = new CodeBook();
        tx.run("MATCH (n:`%s`) RETURN n.id AS id, n.code AS code".formatted(type.label()))
                .forEachRemaining(row -> book.add(
                        row.get("id").asString(),
                        row.get("code").isNull() ? "" : row.get("code").asString()));
        return book;
    }

    void add(String id, String code) {
        ids.add(id);
        if (!code.isEmpty()) {
            byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(id);
        }
    }

    /** Whether something is called that. */
    boolean knows(String name) {
        return ids.contains(name) || byCode.containsKey(name);
    }

    /** The id of what is called that; empty where nothing is. */
    Optional<String> find(String name) throws Refused {
        if (ids.contains(name)) {
            return Optional.of(name);
        }
        List<String> found = byCode.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new Refused(DeadLetterReason.CODE_AMBIGUOUS, name, found.size());
        }
        return found.stream().findFirst();
    }
}

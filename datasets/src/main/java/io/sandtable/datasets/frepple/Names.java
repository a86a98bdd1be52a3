package io.sandtable.datasets.frepple;

import io.sandtable.model.NodeType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ids for frePPLe's names: the name itself behind our prefix, without blanks; two that would fall together are numbered. */
final class Names {
    private final Map<NodeType, Map<String, String>> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The id of a name, made on first use. */
    String id(NodeType type, String name) {
        return ids.computeIfAbsent(type, t -> new HashMap<>()).computeIfAbsent(name, n -> fresh(type, n));
    }

    /** The id of a name that was met before. */
    Optional<String> find(NodeType type, String name) {
        return Optional.ofNullable(ids.getOrDefault(type, Map.of()).get(name));
    }

    /** All names met of that type. */
    Set<String> names(NodeType type) {
        return ids.getOrDefault(type, Map.of()).keySet();
    }

    private String fresh(NodeType type, String name) {
        String plain = type.prefix() + "-" + name.strip().replaceAll("[\\s\\p{Cntrl}]+", "-");
        String id = plain;
        for (int n = 2; !taken.add(id); n++) {
            id = plain + "-" + n;
        }
        return id;
    }
}

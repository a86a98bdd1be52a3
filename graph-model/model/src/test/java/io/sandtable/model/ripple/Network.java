package io.sandtable.model.ripple;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small business, told relation by relation: things are there as soon as a relation names them. */
final class Network {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final Evidence FILE = new Evidence("EVI-file", Origin.REAL, "file.csv", "ab", DAY, null, null);

    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Network relation(String from, RelationType type, String to) {
        return relation(from, type, to, Map.of());
    }

    Network relation(String from, RelationType type, String to, Map<String, Object> values) {
        thing(from, Map.of());
        thing(to, Map.of());
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, String.valueOf(facts.size() + 2)));
        return this;
    }

    Network thing(String id, Map<String, Object> values) {
        if (known.add(id) || !values.isEmpty()) {
            facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
        }
        return this;
    }

    /** A material made by one operation from others. */
    Network made(String material, String... from) {
        String code = material.substring("MAT-".length());
        relation("PRO-" + code, RelationType.STEP_OF, "ROU-" + code);
        relation("ROU-" + code, RelationType.YIELDS, material);
        for (String part : from) {
            relation("PRO-" + code, RelationType.CONSUMES, part);
        }
        return this;
    }

    Network ordered(String order, String material) {
        return relation(order, RelationType.FOR, material);
    }

    BusinessSnapshot snapshot() {
        return BusinessSnapshot.of(facts);
    }
}

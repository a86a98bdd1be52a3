package io.sandtable.model.trace;

import static io.sandtable.model.Attributes.MOVED_DATE;
import static io.sandtable.model.Attributes.QUANTITY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small business's records of goods: things are there as soon as a relation names them. */
final class Records {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final Evidence FILE = new Evidence("EVI-file", Origin.REAL, "lots.csv", "ab", DAY, null, null);

    private final List<Fact> facts = new ArrayList<>();

    Records thing(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
        return this;
    }

    Records relation(String from, RelationType type, String to) {
        return relation(from, type, to, "", Map.of());
    }

    Records relation(String from, RelationType type, String to, String variant, Map<String, Object> values) {
        thing(from, Map.of());
        thing(to, Map.of());
        facts.add(new Fact.RelationFact(type, from, to, variant, values, FILE, String.valueOf(facts.size() + 2)));
        return this;
    }

    Records made(String lot, String of, double quantity) {
        return relation(lot, RelationType.CAME_FROM, of, "", Map.of(QUANTITY.name(), quantity, MOVED_DATE.name(), DAY));
    }

    BusinessSnapshot snapshot() {
        return BusinessSnapshot.of(facts);
    }
}

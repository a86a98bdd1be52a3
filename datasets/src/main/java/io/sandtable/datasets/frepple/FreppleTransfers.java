package io.sandtable.datasets.frepple;

import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Distribution between locations. Plans know one site for now: the days a piece travels from where it is made to where the
 * customer takes it come off the order's due date.
 */
final class FreppleTransfers {
    private final Mapping m;
    private final FreppleItems items;
    private final Map<List<String>, Leg> legs = new HashMap<>();

    FreppleTransfers(Mapping m, FreppleItems items) {
        this.m = m;
        this.items = items;
    }

    void state() {
        for (FreppleObject o : m.files.of("input.itemdistribution")) {
            Optional<String> from = m.reference(o, "origin", NodeType.SITE);
            Optional<String> to = m.reference(o, "location", NodeType.SITE);
            double days = m.numberOr(o, "leadtime", 0) / Mapping.SECONDS_PER_DAY;
            if (from.isPresent() && to.isPresent()) {
                String item = o.reference("item");
                legs.put(List.of(item, o.reference("location")), new Leg(o.reference("origin"), days));
                m.draft.state(
                        new RelationFact(
                                RelationType.TRANSFERS_TO,
                                from.get(),
                                to.get(),
                                item,
                                Map.of("leadTimeDays", Mapping.rounded(days)),
                                m.file(o),
                                Integer.toString(o.number())),
                        o.file(),
                        o.number());
            }
        }
    }

    /** Whole days from the place where the item first comes to be, up the chain of origins; a loop counts once. */
    long days(String item, String location) {
        double days = 0;
        var seen = new HashSet<String>();
        Optional<Leg> leg = leg(item, location);
        while (leg.isPresent() && seen.add(leg.get().origin())) {
            days += leg.get().days();
            leg = leg(item, leg.get().origin());
        }
        return (long) Math.ceil(days);
    }

    private Optional<Leg> leg(String item, String location) {
        Leg own = legs.get(List.of(item, location));
        if (own != null) {
            return Optional.of(own);
        }
        return legs.entrySet().stream()
                .filter(e ->
                        items.isGroup(e.getKey().get(0)) && e.getKey().get(1).equals(location))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private record Leg(String origin, double days) {}
}

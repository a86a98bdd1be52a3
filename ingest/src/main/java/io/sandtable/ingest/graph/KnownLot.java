package io.sandtable.ingest.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * A stock lot as the graph holds it.
 *
 * @param materials the ids of what it is a lot of
 * @param places where it is or was stored, by id of site, zone or bin
 */
record KnownLot(
        String id,
        String code,
        double quantity,
        Optional<Double> unitCost,
        Optional<LocalDate> expiry,
        Set<String> materials,
        Map<String, Stay> places) {
    private static final String QUERY = """
            MATCH (l:StockLot)
            WHERE l.id IN $ids OR l.code IN $codes
               OR EXISTS { MATCH (l)-[:STORED_IN]->(p) WHERE p.id IN $places }
            RETURN l.id AS id, l.code AS code, l.quantity AS quantity, l.unitCost AS unitCost, l.expiryDate AS expiry,
                   [(l)-[:FOR]->(m) | m.id] AS materials,
                   [(l)-[r:STORED_IN {variant: ''}]->(p) | {place: p.id, from: r.validFrom, to: r.validTo}] AS places
            """;

    /** How long it is or was stored somewhere; null where there is no limit. */
    record Stay(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** The lots of these names, and all that are or were stored at these places. */
    static List<KnownLot> read(TransactionContext tx, Collection<String> names, Set<String> places) {
        var ids = new ArrayList<String>(names);
        names.forEach(name -> ids.add(StockFacts.NEW_LOT + name));
        return tx.run(QUERY, Map.of("ids", ids, "codes", List.copyOf(names), "places", List.copyOf(places)))
                .list(KnownLot::of);
    }

    private static KnownLot of(Record row) {
        var places = new HashMap<String, Stay>();
        row.get("places")
                .values()
                .forEach(stay ->
                        places.put(stay.get("place").asString(), new Stay(day(stay.get("from")), day(stay.get("to")))));
        Value cost = row.get("unitCost");
        return new KnownLot(
                row.get("id").asString(),
                row.get("code").isNull() ? "" : row.get("code").asString(),
                row.get("quantity").asDouble(),
                cost.isNull() ? Optional.empty() : Optional.of(cost.asDouble()),
                Optional.ofNullable(day(row.get("expiry"))),
                new TreeSet<>(row.get("materials").asList(Value::asString)),
                places);
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }

    /** Where it is that day. */
    Set<String> placesOn(LocalDate day) {
        var there = new TreeSet<String>();
        places.forEach((place, stay) -> {
            if (stay.covers(day)) {
                there.add(place);
            }
        });
        return there;
    }
}

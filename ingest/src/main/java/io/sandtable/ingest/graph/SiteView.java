package io.sandtable.ingest.graph;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.message.StockMessage;
import io.sandtable.model.NodeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/**
 * What the graph knows of the things that a count speaks of.
 *
 * @param site the site's id
 * @param places the ids of the site and all its zones and bins
 * @param bins all bins of the company
 * @param unitOf the unit of each material that the count names, by id
 */
record SiteView(
        String site,
        Set<String> places,
        CodeBook bins,
        CodeBook materials,
        Map<String, String> unitOf,
        List<KnownLot> lots) {

    /** Reads it all in one transaction. */
    static SiteView read(TransactionContext tx, StockMessage message) throws Refused {
        String site = CodeBook.read(tx, NodeType.SITE)
                .find(message.site())
                .orElseThrow(() -> new Refused(DeadLetterReason.SITE_UNKNOWN, message.site()));
        var places = new TreeSet<String>(Set.of(site));
        tx.run(
                        "MATCH (p)-[:PART_OF*1..4]->(:Site {id: $site}) WHERE p:Zone OR p:Bin RETURN DISTINCT p.id AS id",
                        Map.of("site", site))
                .forEachRemaining(row -> places.add(row.get("id").asString()));
        List<String> named = message.lots().stream()
                .map(StockMessage.Lot::material)
                .distinct()
                .toList();
        var materials = new CodeBook();
        var unitOf = new HashMap<String, String>();
        tx.run(
                        "MATCH (m:Material) WHERE m.id IN $names OR m.code IN $names RETURN m.id AS id, m.code AS code, m.unit AS unit",
                        Map.of("names", named))
                .forEachRemaining(row -> {
                    String id = row.get("id").asString();
                    materials.add(
                            id, row.get("code").isNull() ? "" : row.get("code").asString());
                    unitOf.put(id, row.get("unit").asString());
                });
        return new SiteView(
                site,
                places,
                CodeBook.read(tx, NodeType.BIN),
                materials,
                unitOf,
                KnownLot.read(
                        tx, message.lots().stream().map(StockMessage.Lot::lot).toList(), places));
    }
}

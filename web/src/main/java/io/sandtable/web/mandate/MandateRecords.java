package io.sandtable.web.mandate;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.model.Money;
import io.sandtable.web.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log's records of a mandate: one that it is given, one that it is taken back. */
final class MandateRecords {
    static final String GRANTED = "sandtable-mandate/1";
    static final String REVOKED = "sandtable-mandate-revoked/1";

    private MandateRecords() {}

    static byte[] granted(DecisionLog log, Mandate mandate, Person by) {
        ObjectNode json = head(log, GRANTED, mandate.id(), by, mandate.grantedAt(), mandate.note());
        json.put("company", mandate.company());
        ArrayNode suppliers = json.putArray("suppliers");
        new TreeSet<>(mandate.suppliers()).forEach(suppliers::add);
        json.put("perOrderFen", mandate.perOrder().minor());
        json.put("perMonthFen", mandate.perMonth().minor());
        json.put("until", mandate.until().toString());
        return CanonicalJson.of(json);
    }

    static byte[] revoked(DecisionLog log, String id, Person by, Instant at, String note) {
        return CanonicalJson.of(head(log, REVOKED, id, by, at, note));
    }

    private static ObjectNode head(DecisionLog log, String schema, String id, Person by, Instant at, String note) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", schema);
        json.put("mandate", id);
        json.put("by", by.name());
        json.put("byName", by.displayName());
        json.put("at", at.toString());
        json.put("note", note);
        json.put("checkpointBefore", new String(log.checkpoint().bytes(), StandardCharsets.UTF_8));
        return json;
    }

    /** What a record of kind {@link #GRANTED} says. */
    static Mandate read(JsonNode json) {
        Set<String> suppliers = new HashSet<>();
        json.get("suppliers").forEach(s -> suppliers.add(s.asString()));
        return new Mandate(
                json.get("mandate").asString(),
                json.get("company").asString(),
                json.get("byName").asString(),
                Instant.parse(json.get("at").asString()),
                suppliers,
                Money.fen(json.get("perOrderFen").asLong()),
                Money.fen(json.get("perMonthFen").asLong()),
                LocalDate.parse(json.get("until").asString()),
                json.get("note").asString(),
                null);
    }
}

package io.sandtable.web.decide;

import io.sandtable.audit.canonical.CanonicalJson;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to a decision after it was proposed: a leaf of its own in the log, because nothing in the log is ever changed.
 *
 * @param by sign-in name; {@code byName} is what others read
 * @param note what was said to it, or empty
 * @param decisionIndex of the record it is about, {@code decisionHash} the SHA-256 of that record, lower-case hex
 * @param checkpointBefore the signed checkpoint of the log that this leaf was appended to
 */
public record DecisionEvent(
        String number,
        DecisionState state,
        Instant at,
        String by,
        String byName,
        String note,
        long decisionIndex,
        String decisionHash,
        String checkpointBefore) {
    static final String SCHEMA = "sandtable-decision-event/1";

    /** The leaf's bytes. */
    byte[] canonical() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("number", number);
        json.put("state", state.code());
        json.put("at", at.toString());
        json.put("by", by);
        json.put("byName", byName);
        json.put("note", note);
        json.putObject("decision").put("index", decisionIndex).put("recordHash", decisionHash);
        json.put("checkpointBefore", checkpointBefore);
        return CanonicalJson.of(json);
    }

    static DecisionEvent read(JsonNode json) {
        return new DecisionEvent(
                json.get("number").asString(),
                DecisionState.ofCode(json.get("state").asString()),
                Instant.parse(json.get("at").asString()),
                json.get("by").asString(),
                json.get("byName").asString(),
                json.get("note").asString(),
                json.get("decision").get("index").asLong(),
                json.get("decision").get("recordHash").asString(),
                json.get("checkpointBefore").asString());
    }
}

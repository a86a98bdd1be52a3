package io.sandtable.web.decide;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.web.ask.Proposal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to a decision after it was proposed: a leaf of its own in the log, because nothing in the log is ever changed.
 *
 * @param by sign-in name; {@code byName} is what others read
 * @param note what was said to it, or empty
 * @param changedSince what happened to the data after the proposal was recorded and before this; null in records of version 1, which do not
 *     say
 * @param decisionIndex of the record it is about, {@code decisionHash} the SHA-256 of that record, lower-case hex
 * @param checkpointBefore the signed checkpoint of the log that this leaf was appended to
 * @param release what was released, null for every other step
 */
public record DecisionEvent(
        String number,
        DecisionState state,
        Instant at,
        String by,
        String byName,
        String note,
        @Nullable List<Proposal.Change> changedSince,
        long decisionIndex,
        String decisionHash,
        String checkpointBefore,
        @Nullable Release release) {
    static final String RELEASE_SCHEMA = "sandtable-decision-event/3";
    static final String SCHEMA = "sandtable-decision-event/2";
    static final String FIRST_SCHEMA = "sandtable-decision-event/1";

    public DecisionEvent {
        changedSince = changedSince == null ? null : List.copyOf(changedSince);
    }

    /** A step that releases nothing. */
    public DecisionEvent(
            String number,
            DecisionState state,
            Instant at,
            String by,
            String byName,
            String note,
            @Nullable List<Proposal.Change> changedSince,
            long decisionIndex,
            String decisionHash,
            String checkpointBefore) {
        this(number, state, at, by, byName, note, changedSince, decisionIndex, decisionHash, checkpointBefore, null);
    }

    /** The leaf's bytes. */
    byte[] canonical() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", release != null ? RELEASE_SCHEMA : changedSince == null ? FIRST_SCHEMA : SCHEMA);
        json.put("number", number);
        json.put("state", state.code());
        json.put("at", at.toString());
        json.put("by", by);
        json.put("byName", byName);
        json.put("note", note);
        if (changedSince != null) {
            Proposal.Change.write(changedSince, json.putArray("changedSince"));
        }
        json.putObject("decision").put("index", decisionIndex).put("recordHash", decisionHash);
        json.put("checkpointBefore", checkpointBefore);
        if (release != null) {
            release.write(json.putObject("release"));
        }
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
                json.has("changedSince") ? Proposal.Change.read(json.get("changedSince")) : null,
                json.get("decision").get("index").asLong(),
                json.get("decision").get("recordHash").asString(),
                json.get("checkpointBefore").asString(),
                Release.read(json.path("release")).orElse(null));
    }
}

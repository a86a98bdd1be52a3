package io.sandtable.web.decide;

import io.sandtable.web.ask.Proposal;
import io.sandtable.web.ask.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Everything the log says of a decision.
 *
 * @param record what was proposed
 * @param events what happened to it since, the first first
 * @param recordHash SHA-256 of the record
 * @param checkpoint the log's present checkpoint, a signed note
 * @param places in the log of the record and its events
 */
public record RecordedDecision(
        KeptDecision kept,
        JsonNode record,
        List<DecisionEvent> events,
        String recordHash,
        String checkpoint,
        List<Long> places) {
    public RecordedDecision {
        events = List.copyOf(events);
        places = List.copyOf(places);
    }

    public String note() {
        return record.get("note").asString();
    }

    /** Result hash of the chosen plan, which its answer must show too. */
    public String chosenHash() {
        return record.get("choice").get("resultHash").asString();
    }

    /** Who did what, the proposal first. */
    public List<Standing.Step> steps() {
        var steps = new ArrayList<Standing.Step>();
        steps.add(new Standing.Step(
                Standing.State.PROPOSED,
                record.get("proposerName").asString(),
                Instant.parse(record.get("at").asString()),
                note()));
        for (DecisionEvent event : events) {
            steps.add(new Standing.Step(
                    Standing.State.valueOf(event.state().name()), event.byName(), event.at(), event.note()));
        }
        return steps;
    }

    public List<Proposal.Override> overrides() {
        var overrides = new ArrayList<Proposal.Override>();
        for (JsonNode o : record.get("overrides")) {
            overrides.add(new Proposal.Override(
                    o.get("ruleId").asString(),
                    o.get("ruleText").asString(),
                    o.get("reason").asString()));
        }
        return overrides;
    }

    public List<Proposal.Run> runs() {
        var runs = new ArrayList<Proposal.Run>();
        for (JsonNode r : record.get("runs")) {
            runs.add(new Proposal.Run(
                    r.get("number").asInt(),
                    r.get("by").asString(),
                    Instant.parse(r.get("queuedAt").asString()),
                    r.get("endedAt").isNull()
                            ? null
                            : Instant.parse(r.get("endedAt").asString()),
                    r.get("ended").isNull() ? null : r.get("ended").asString()));
        }
        return runs;
    }

    /** What was known, when it was proposed, to have changed since the run. */
    public List<Proposal.Change> changedSince() {
        return Proposal.Change.read(record.get("changedSince"));
    }

    /** What more was known to have changed when it was approved; empty where it was not, or where nobody recorded it. */
    public List<Proposal.Change> changedAtApproval() {
        return events.stream()
                .filter(e -> e.state() == DecisionState.APPROVED)
                .findFirst()
                .map(DecisionEvent::changedSince)
                .orElse(List.of());
    }

    /** The checkpoint just before the newest of its leaves: with it a reader can tell that the log was not made anew since. */
    public String earlierCheckpoint() {
        return events.isEmpty()
                ? record.get("checkpointBefore").asString()
                : events.getLast().checkpointBefore();
    }
}

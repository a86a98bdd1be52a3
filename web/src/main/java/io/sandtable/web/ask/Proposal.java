package io.sandtable.web.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Somebody's choice among the plans of a question, with everything that belongs on record about it.
 *
 * @param inquiry id of the question, such as INQ-2026-1121-003
 * @param proposer sign-in name; {@code proposerName} is what others read
 * @param note why this one, in her own words, or empty
 * @param overrides a reason for every must rule that the plan breaks
 * @param runs every run on the question, cancelled ones too
 * @param changedSince what happened to the data after the run
 */
public record Proposal(
        String inquiry,
        Alternative choice,
        String proposer,
        String proposerName,
        String note,
        List<Override> overrides,
        List<Run> runs,
        List<Change> changedSince) {
    public Proposal {
        overrides = List.copyOf(overrides);
        runs = List.copyOf(runs);
        changedSince = List.copyOf(changedSince);
    }

    /** Why a must rule is broken knowingly. */
    public record Override(String ruleId, String ruleText, String reason) {}

    /** One run; {@code ended} is done, cancelled, refused, failed or interrupted. */
    public record Run(
            int number,
            String by,
            Instant queuedAt,
            @Nullable Instant endedAt,
            @Nullable String ended) {}

    /** A change of the data that the plans do not know, worded under {@code revision.…}. */
    public record Change(long revision, Instant at, String code, List<String> arguments) {
        public Change {
            arguments = List.copyOf(arguments);
        }

        /** As records of the log hold them. */
        public static void write(List<Change> changes, ArrayNode json) {
            for (Change change : changes) {
                ArrayNode arguments = json.addObject()
                        .put("revision", change.revision())
                        .put("at", change.at().toString())
                        .put("code", change.code())
                        .putArray("arguments");
                change.arguments().forEach(arguments::add);
            }
        }

        public static List<Change> read(JsonNode json) {
            var changes = new ArrayList<Change>();
            for (JsonNode change : json) {
                var arguments = new ArrayList<String>();
                change.get("arguments").forEach(a -> arguments.add(a.asString()));
                changes.add(new Change(
                        change.get("revision").asLong(),
                        Instant.parse(change.get("at").asString()),
                        change.get("code").asString(),
                        arguments));
            }
            return changes;
        }
    }
}

package io.sandtable.web.annual;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log's record of a version: who froze what, when, of which plan; the months are in the archive, because a record has at most 64 KiB. */
final class AnnualRecord {
    static final String SCHEMA = "sandtable-annual-plan/1";

    private AnnualRecord() {}

    /** What the next record continues: number and version it gets, and the version before, null for the first. */
    record Place(String number, int version, @Nullable KeptAnnualPlan before, String checkpoint) {}

    /** The bytes of the record. */
    static byte[] of(
            Place place,
            Inquiry inquiry,
            Answer answer,
            Alternative chosen,
            AnnualPlan plan,
            String content,
            String note,
            Person by,
            Instant at) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("number", place.number());
        json.put("version", place.version());
        json.put("at", at.toString());
        json.put("by", by.name());
        json.put("byName", by.displayName());
        json.put("note", note);
        json.put("company", inquiry.company());
        json.put("inquiry", inquiry.id());
        json.put("question", inquiry.text());
        json.put("language", inquiry.language().choose("zh", "en"));
        json.put("snapshot", answer.snapshot().hash());
        json.put("asOf", plan.asOf().toString());
        json.put("first", plan.first().toString());
        json.put("last", plan.last().toString());
        json.putObject("plan")
                .put("id", chosen.id())
                .put("letter", chosen.letter())
                .put("resultHash", chosen.resultHash())
                .put("compliant", chosen.compliant())
                .putObject("name")
                .put("zh", chosen.zh())
                .put("en", chosen.en());
        json.put("content", content);
        if (place.before() != null) {
            json.putObject("before")
                    .put("index", place.before().index())
                    .put("recordHash", place.before().recordHash());
        }
        json.put("checkpointBefore", place.checkpoint());
        return CanonicalJson.of(json);
    }

    static KeptAnnualPlan read(long index, String hash, JsonNode json) {
        JsonNode plan = json.get("plan");
        return new KeptAnnualPlan(
                json.get("number").asString(),
                json.get("version").asInt(),
                index,
                hash,
                json.get("company").asString(),
                json.get("inquiry").asString(),
                json.get("question").asString(),
                json.get("language").asString().equals("en") ? Language.EN : Language.ZH,
                plan.get("id").asString(),
                plan.get("letter").asString(),
                plan.get("name").get("zh").asString(),
                plan.get("name").get("en").asString(),
                plan.get("compliant").asBoolean(),
                LocalDate.parse(json.get("asOf").asString()),
                YearMonth.parse(json.get("first").asString()),
                YearMonth.parse(json.get("last").asString()),
                json.get("content").asString(),
                json.get("by").asString(),
                json.get("byName").asString(),
                Instant.parse(json.get("at").asString()),
                json.get("note").asString());
    }
}

package io.sandtable.web.ask;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.prov.Provenance;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.Evidence;
import io.sandtable.model.SnapshotText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the figures of a recorded decision come from: plan, run, rules and sentences, snapshot, sources; from the log and the archive alone. */
@Component
public class DecisionProvenance {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RECORD = "record";
    private static final String RUN = "run";
    private static final String ENGINE = "engine";
    private static final String SNAPSHOT = "snapshot";

    private final HomeLog home;
    private final Archive archive;

    DecisionProvenance(HomeLog home, Archive archive) {
        this.home = home;
        this.archive = archive;
    }

    /** The chain as PROV-JSON. */
    public byte[] of(String number) {
        List<JsonNode> records = records(number);
        JsonNode decision = records.getFirst();
        Provenance chain = new Provenance();
        sources(chain, decision);
        asked(chain, decision);
        run(chain, decision);
        decision.get("plans").forEach(plan -> plan(chain, plan));
        recorded(chain, decision);
        records.subList(1, records.size()).forEach(event -> happened(chain, event));
        return chain.json();
    }

    private List<JsonNode> records(String number) {
        return home.use(log -> {
            List<JsonNode> found = new ArrayList<>();
            long from = 0;
            for (List<byte[]> page = log.recordsFrom(from); !page.isEmpty(); page = log.recordsFrom(from)) {
                from += page.size();
                page.stream()
                        .map(JSON::readTree)
                        .filter(record -> record.path("number").asString("").equals(number))
                        .forEach(found::add);
            }
            if (found.isEmpty() || !text(found.getFirst(), "schema").equals(DecisionRecord.SCHEMA)) {
                throw new IllegalArgumentException(
                        "The log holds no decision %s; the audit number stands on the report and begins with A-."
                                .formatted(number));
            }
            return found;
        });
    }

    /** The snapshot, and the sources that its facts name, with the hash of the archived original. */
    private void sources(Provenance chain, JsonNode decision) {
        String hash = text(decision.get("scenario"), SNAPSHOT);
        chain.entity(
                SNAPSHOT,
                "snapshot of " + text(decision.get("scenario"), "asOf"),
                Map.of("sha256", hash, "company", text(decision.get("scenario"), "company")));
        var snapshot = SnapshotText.read(new String(archive.get(Hash.fromHex(hash)), StandardCharsets.UTF_8));
        for (Evidence evidence : snapshot.evidence()) {
            String id = "source/" + evidence.id();
            Map<String, String> said = new LinkedHashMap<>();
            said.put("origin", evidence.origin().code());
            said.put("asOf", evidence.asOf().toString());
            if (evidence.sha256() != null) {
                said.put("sha256", evidence.sha256());
            }
            if (evidence.licence() != null) {
                said.put("licence", evidence.licence());
            }
            chain.entity(id, evidence.source(), said).derived(SNAPSHOT, id);
        }
    }

    private static void asked(Provenance chain, JsonNode decision) {
        JsonNode question = decision.get("question");
        String confirmed = person(chain, text(question, "confirmedBy"));
        for (int i = 0; i < question.get("sentences").size(); i++) {
            String sentence = "sentence/" + (i + 1);
            String understood = "understanding/" + (i + 1);
            chain.entity(sentence, question.get("sentences").get(i).asString(), Map.of())
                    .entity(
                            understood,
                            "what was understood",
                            Map.of(
                                    "statements",
                                    question.get("understood")
                                            .path(i)
                                            .path("statements")
                                            .toString()))
                    .derived(understood, sentence)
                    .attributed(understood, confirmed);
        }
    }

    private static void run(Provenance chain, JsonNode decision) {
        JsonNode engine = decision.get(ENGINE);
        chain.agent(ENGINE, "Sandtable " + text(engine, "version"), false)
                .activity(
                        RUN,
                        "plans searched and evaluated",
                        null,
                        Map.of("seed", text(engine, "seed"), "steps", text(engine, "steps")))
                .associated(RUN, ENGINE)
                .used(RUN, SNAPSHOT);
        for (int i = 1; i <= decision.get("question").get("sentences").size(); i++) {
            chain.used(RUN, "understanding/" + i);
        }
        for (JsonNode rule : decision.get("scenario").get("rules")) {
            String id = "rule/" + text(rule, "id");
            chain.entity(id, text(rule, "text"), Map.of("kind", text(rule, "kind"), "strength", text(rule, "strength")))
                    .used(RUN, id);
            if (!text(rule, "by").isEmpty()) {
                chain.attributed(id, person(chain, text(rule, "by")));
            }
        }
    }

    /** A plan and every figure of it that was recorded. */
    private static void plan(Provenance chain, JsonNode plan) {
        String id = "plan/" + text(plan, "id");
        chain.entity(id, plan.path("name").path("en").asString(""), Map.of("resultHash", text(plan, "resultHash")))
                .generated(id, RUN);
        plan.get("kpis").properties().forEach(kpi -> {
            String figure = id + "/" + kpi.getKey();
            String value = kpi.getValue().isValueNode()
                    ? kpi.getValue().asString()
                    : kpi.getValue().toString();
            chain.entity(figure, kpi.getKey(), Map.of("value", value)).derived(figure, id);
        });
    }

    private static void recorded(Provenance chain, JsonNode decision) {
        String act = "proposal";
        chain.entity(RECORD, text(decision, "number"), Map.of("schema", text(decision, "schema")))
                .activity(act, "recorded as proposed", Instant.parse(text(decision, "at")), Map.of())
                .generated(RECORD, act)
                .associated(act, person(chain, text(decision, "proposer")));
        for (JsonNode plan : decision.get("plans")) {
            chain.used(act, "plan/" + text(plan, "id"));
        }
    }

    private static void happened(Provenance chain, JsonNode event) {
        String act = "event/" + text(event, "state") + "/" + text(event, "at");
        chain.activity(act, text(event, "state"), Instant.parse(text(event, "at")), Map.of())
                .used(act, RECORD)
                .associated(act, person(chain, text(event, "by")));
    }

    private static String person(Provenance chain, String name) {
        String id = "person/" + name;
        chain.agent(id, name, true);
        return id;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}

package io.sandtable.web.ask;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.SnapshotText;
import io.sandtable.rules.Statement;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.EngineVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a recorded decision again, from the archive alone: the same snapshot, conditions and seed must give the same plans. */
@Component
public class ReplayDecision {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HomeLog home;
    private final Archive archive;
    private final PlanSearch search;

    ReplayDecision(HomeLog home, Archive archive, PlanSearch search) {
        this.home = home;
        this.archive = archive;
        this.search = search;
    }

    /** The recorded and the replayed hash of one plan; the replayed one is empty where no such plan came out. */
    public record Compared(String id, String recorded, String replayed) {}

    /** What the replay of a decision gave. */
    public record Replay(boolean ok, List<Compared> plans, String recordedVersion, String versionNow) {
        public Replay {
            plans = List.copyOf(plans);
        }
    }

    /** Replays the decision of that audit number. */
    public Replay replay(String number) {
        JsonNode decision = find(number);
        return compare(decision, again(decision).plans());
    }

    /** What a record says that was asked, with the plans that come out of it, the baseline first. */
    public record Again(Scenario scenario, PlanningProblem problem, List<Alternative> plans) {
        public Again {
            plans = List.copyOf(plans);
        }
    }

    /** Writes into a record what the plans of an answer come from. */
    public static void origin(ObjectNode record, Answer answer) {
        DecisionRecord.origin(record, answer);
    }

    /** Runs again what a record says of the {@link #origin} of its plans. */
    public Again again(JsonNode record) {
        JsonNode asked = record.get("scenario");
        String snapshotHash = asked.get("snapshot").asString();
        BusinessSnapshot snapshot =
                SnapshotText.read(new String(archive.get(Hash.fromHex(snapshotHash)), StandardCharsets.UTF_8));
        long seed = Long.parseLong(record.get("engine").get("seed").asString());
        Scenario scenario = new Scenario(
                        snapshot,
                        LocalDate.parse(asked.get("asOf").asString()),
                        asked.get("horizonDays").asInt(),
                        seed)
                .confirming(conditions(record.get("question")))
                .decidingByHand(InterventionJson.read(record.get("question").path("interventions")));
        PlanningProblem problem = scenario.compile();
        return new Again(
                scenario,
                problem,
                search.check(snapshot, problem, search.plans(problem, settings(record.get("engine"), seed))));
    }

    /** The settings of then, whatever they are today. */
    private static PlannerSettings settings(JsonNode engine, long seed) {
        return new PlannerSettings(
                seed,
                engine.get("steps").asLong(),
                engine.get("unimprovedSteps").asInt(),
                engine.get("threads").asInt(),
                Duration.ofSeconds(engine.get("timeLimitSeconds").asLong()));
    }

    private JsonNode find(String number) {
        return home.use(log -> {
            long from = 0;
            for (List<byte[]> page = log.recordsFrom(from); !page.isEmpty(); page = log.recordsFrom(from)) {
                from += page.size();
                for (byte[] leaf : page) {
                    JsonNode decision = JSON.readTree(leaf);
                    // what happened to a decision later carries its number too
                    if (decision.path("schema").asString("").equals(DecisionRecord.SCHEMA)
                            && decision.path("number").asString("").equals(number)) {
                        return decision;
                    }
                }
            }
            throw new IllegalArgumentException(
                    "The log holds no decision %s; the audit number stands on the report and begins with A-."
                            .formatted(number));
        });
    }

    private static List<ConfirmedCondition> conditions(JsonNode question) {
        var understood = new ArrayList<List<Statement>>();
        for (JsonNode understanding : question.get("understood")) {
            var statements = new ArrayList<Statement>();
            understanding.get("statements").forEach(s -> statements.add(UnderstandingJson.readStatement(s.toString())));
            understood.add(statements);
        }
        var sentences = new ArrayList<String>();
        question.get("sentences").forEach(s -> sentences.add(s.asString()));
        var ruleIds = new ArrayList<String>();
        // records of before the rule book have none
        for (int i = 0; i < sentences.size(); i++) {
            ruleIds.add(question.path("ruleIds").path(i).asString(""));
        }
        return Confirmation.of(
                sentences, ruleIds, understood, question.get("confirmedBy").asString());
    }

    private static Replay compare(JsonNode decision, List<Alternative> replayed) {
        var compared = new ArrayList<Compared>();
        int place = 0;
        for (JsonNode plan : decision.get("plans")) {
            String now = place < replayed.size() ? replayed.get(place).resultHash() : "";
            compared.add(new Compared(
                    plan.get("id").asString(), plan.get("resultHash").asString(), now));
            place++;
        }
        boolean same = replayed.size() == compared.size()
                && compared.stream().allMatch(c -> c.recorded().equals(c.replayed()));
        return new Replay(same, compared, decision.get("engine").get("version").asString(), EngineVersion.current());
    }
}

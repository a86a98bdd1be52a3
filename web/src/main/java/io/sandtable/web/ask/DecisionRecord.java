package io.sandtable.web.ask;

import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.web.EngineVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What goes into the log about a question: enough to replay it, and nothing that a person's words and choices did not cause. */
final class DecisionRecord {
    static final String SCHEMA = "sandtable-decision/1";

    private DecisionRecord() {}

    /** The record of a question that nobody has decided yet. */
    static ObjectNode proposed(Answer answer, String number, Instant when, Alternative recommended) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("number", number);
        json.put("state", "proposed");
        json.put("at", when.toString());
        json.put("proposer", answer.confirmedBy());
        json.putNull("approver");
        json.putNull("choice");
        json.put("recommended", recommended.id());
        origin(json, answer);
        ArrayNode plans = json.putArray("plans");
        Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .forEach(p -> plan(plans.addObject(), p, answer));
        json.set("sensitivity", AnswerJson.sensitivity(answer.tornado()));
        json.putArray("overrides");
        return json;
    }

    /** The record of a plan that a person chose; {@code before} is the log's checkpoint that it is appended to. */
    static ObjectNode chosen(Answer answer, String number, Instant when, Proposal proposal, String before) {
        ObjectNode json = proposed(answer, number, when, answer.recommended());
        json.put("inquiry", proposal.inquiry());
        json.put("proposer", proposal.proposer());
        json.put("proposerName", proposal.proposerName());
        Alternative choice = proposal.choice();
        json.putObject("choice")
                .put("id", choice.id())
                .put("letter", choice.letter())
                .put("resultHash", choice.resultHash())
                .putObject("name")
                .put("zh", choice.zh())
                .put("en", choice.en());
        json.put("note", proposal.note());
        ArrayNode overrides = json.putArray("overrides");
        proposal.overrides()
                .forEach(o -> overrides
                        .addObject()
                        .put("ruleId", o.ruleId())
                        .put("ruleText", o.ruleText())
                        .put("reason", o.reason()));
        runs(json.putArray("runs"), proposal.runs());
        Proposal.Change.write(proposal.changedSince(), json.putArray("changedSince"));
        json.put("checkpointBefore", before);
        return json;
    }

    private static void runs(ArrayNode json, List<Proposal.Run> runs) {
        for (Proposal.Run run : runs) {
            json.addObject()
                    .put("number", run.number())
                    .put("by", run.by())
                    .put("queuedAt", run.queuedAt().toString())
                    .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
                    .put("ended", run.ended());
        }
    }

    /** What the plans of an answer come from, for {@link ReplayDecision#again}. */
    static void origin(ObjectNode json, Answer answer) {
        question(json.putObject("question"), answer);
        scenario(json.putObject("scenario"), answer);
        engine(json.putObject("engine"), answer);
    }

    private static void question(ObjectNode json, Answer answer) {
        ArrayNode sentences = json.putArray("sentences");
        answer.question().sentences().forEach(sentences::add);
        ArrayNode ruleIds = json.putArray("ruleIds");
        answer.question().ruleIds().forEach(ruleIds::add);
        ArrayNode understood = json.putArray("understood");
        answer.understandings().forEach(u -> understood.add(UnderstandingJson.tree(u)));
        if (!answer.question().interventions().isEmpty()) {
            json.set("interventions", InterventionJson.write(answer.question().interventions()));
        }
        json.put("confirmedBy", answer.confirmedBy());
        json.put("language", answer.question().language().choose("zh", "en"));
    }

    private static void scenario(ObjectNode json, Answer answer) {
        json.put("company", answer.company().name());
        json.put("snapshot", answer.snapshot().hash());
        json.put("asOf", answer.asOf().toString());
        json.put("horizonDays", answer.problem().horizonDays());
        ArrayNode rules = json.putArray("rules");
        for (PlannedRule rule : answer.problem().rules()) {
            rules.addObject()
                    .put("id", rule.id())
                    .put("text", rule.text())
                    .put("kind", rule.kind())
                    .put("strength", rule.must() ? "MUST" : "PREFER")
                    .put("weight", rule.weight())
                    .put("by", rule.by());
        }
        ObjectNode shares = json.putObject("facts");
        answer.snapshot().factsByOrigin().forEach((origin, count) -> shares.put(origin.code(), count));
    }

    private static void engine(ObjectNode json, Answer answer) {
        json.put("version", EngineVersion.current());
        json.put("seed", Long.toString(answer.question().seed()));
        json.put("steps", answer.planner().steps());
        json.put("unimprovedSteps", answer.planner().unimprovedSteps());
        json.put("threads", answer.planner().threads());
        json.put("timeLimitSeconds", answer.planner().safetyNet().toSeconds());
        json.put("resultHash", "sandtable-plan/1");
    }

    /** Figures and hashes; a replay gives the lines behind them. A log entry has at most 64 KiB. */
    private static void plan(ObjectNode json, Alternative plan, Answer answer) {
        json.setAll(AnswerJson.plan(plan, answer));
        json.remove("violations");
        ArrayNode broken = json.putArray("violations");
        Map<String, List<Violation>> byRule = plan.evaluation().violations().stream()
                .collect(Collectors.groupingBy(Violation::ruleId, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, violations) -> broken.addObject()
                .put("ruleId", rule)
                .put("strength", violations.getFirst().must() ? "MUST" : "PREFER")
                .put("times", violations.size())
                .set("first", KpiJson.violations(violations.subList(0, 1)).get(0)));
    }
}

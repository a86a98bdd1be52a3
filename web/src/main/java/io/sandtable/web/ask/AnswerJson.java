package io.sandtable.web.ask;

import io.sandtable.model.Origin;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Tornado;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@code ask --json}, of {@code answer.json}, and of plans in REST. */
public final class AnswerJson {
    private AnswerJson() {}

    public static ObjectNode of(Answer answer, @Nullable Decision decision, @Nullable String report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("question", answer.question().text());
        json.put("asOf", answer.asOf().toString());
        json.put("company", answer.company().name());
        json.put("confirmedBy", answer.confirmedBy());
        ArrayNode understandings = json.putArray("understandings");
        answer.understandings().forEach(u -> understandings.add(UnderstandingJson.tree(u)));
        if (!answer.question().interventions().isEmpty()) {
            json.set("interventions", InterventionJson.write(answer.question().interventions()));
        }
        json.set("snapshot", snapshot(answer));
        ObjectNode baseline = json.putObject("baseline");
        baseline.put("id", answer.baseline().id());
        baseline.setAll(plan(answer.baseline(), answer));
        ArrayNode plans = json.putArray("plans");
        answer.plans().forEach(p -> plans.add(plan(p, answer)));
        json.set("sensitivity", sensitivity(answer.tornado()));
        if (decision != null) {
            json.putObject("decision")
                    .put("number", decision.number())
                    .put("state", "proposed")
                    .put("index", decision.index())
                    .put("recordHash", decision.recordHash())
                    .put("checkpoint", decision.checkpoint());
        }
        json.put("report", report);
        ArrayNode stages = json.putArray("stages");
        answer.stages().forEach(s -> stages.addObject().put("name", s.name()).put("millis", s.millis()));
        return json;
    }

    private static ObjectNode snapshot(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hash", answer.snapshot().hash());
        json.put(
                "facts",
                answer.snapshot().factsByOrigin().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        ObjectNode shares = json.putObject("shares");
        for (Origin origin : List.of(Origin.REAL, Origin.DERIVED, Origin.DEFAULT, Origin.DEMO, Origin.USER)) {
            shares.put(origin.code(), KpiJson.rounded(answer.share(origin), 2));
        }
        return json;
    }

    /** One plan; the baseline gives what the margin is compared with. */
    public static ObjectNode plan(Alternative alternative, Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", alternative.id());
        json.put("letter", alternative.letter());
        json.putObject("name").put("zh", alternative.zh()).put("en", alternative.en());
        json.put("strategy", alternative.strategy());
        json.put("feasible", alternative.feasible());
        json.put("compliant", alternative.compliant());
        json.set(
                "kpis",
                KpiJson.kpis(
                        alternative.evaluation().kpis(),
                        answer.baseline().evaluation().kpis()));
        json.set("violations", KpiJson.violations(alternative.evaluation().violations()));
        if (!alternative.evaluation().awaited().isEmpty()) {
            json.set(
                    "conditionals",
                    KpiJson.conditionals(alternative.evaluation().awaited()));
        }
        Plan.Search search = alternative.evaluation().plan().search();
        json.putObject("search")
                .put("steps", search.steps())
                .put("threads", search.threads())
                .put("seed", search.seed())
                .put("endedBecause", search.endedBecause());
        json.put("resultHash", alternative.resultHash());
        return json;
    }

    /** The drivers of one figure. */
    public static ObjectNode sensitivity(Tornado tornado) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kpi", tornado.kpi().id());
        json.put("mode", tornado.mode().id());
        ArrayNode bars = json.putArray("tornado");
        for (Tornado.Bar bar : tornado.bars()) {
            Range range = bar.range();
            ObjectNode row = bars.addObject();
            row.put("dimension", range.dimension().id()).put("scope", String.join(",", new TreeSet<>(range.scope())));
            row.put("low", range.low())
                    .put("high", range.high())
                    .put("unit", range.dimension().unit());
            row.put("basis", range.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            row.set("atLow", figure(tornado.kpi(), bar.atLow()));
            row.set("atHigh", figure(tornado.kpi(), bar.atHigh()));
        }
        return json;
    }

    /** A value of a figure: money as money, what is no number as null. */
    public static JsonNode figure(Kpi kpi, double value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (!Double.isFinite(value)) {
            return nodes.nullNode();
        }
        return kpi.unit().equals("CNY") ? KpiJson.money(DriverLine.yuan(value)) : nodes.numberNode(value);
    }
}

package io.sandtable.web.drivers;

import static io.sandtable.web.ask.AnswerJson.figure;

import io.sandtable.simulation.risk.Chance;
import io.sandtable.simulation.risk.Disruption;
import io.sandtable.simulation.risk.Exposure;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.Summary;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.sensitivity.HeatMap;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Spider;
import io.sandtable.simulation.sensitivity.global.Interval;
import io.sandtable.simulation.sensitivity.global.Morris;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.web.ask.KpiJson;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What studies found, as REST says it. */
final class StudyJson {
    private StudyJson() {}

    static void write(Spider spider, ObjectNode json) {
        json.put("kpi", spider.kpi().id()).put("mode", spider.mode().id());
        json.set("base", figure(spider.kpi(), spider.base()));
        ArrayNode lines = json.putArray("lines");
        for (Spider.Line line : spider.lines()) {
            ObjectNode row = range(line.range());
            ArrayNode values = row.putArray("values");
            line.values().forEach(value -> values.add(figure(spider.kpi(), value)));
            lines.add(row);
        }
    }

    static void write(HeatMap map, ObjectNode json) {
        json.put("kpi", map.kpi().id()).put("mode", map.mode().id());
        json.set("base", figure(map.kpi(), map.base()));
        json.set("across", range(map.across()));
        json.set("up", range(map.up()));
        json.set("brokenToday", ids(map.brokenToday()));
        ArrayNode rows = json.putArray("rows");
        for (List<HeatMap.Cell> row : map.rows()) {
            ArrayNode cells = rows.addArray();
            for (HeatMap.Cell cell : row) {
                ObjectNode one = cells.addObject().put("across", cell.across()).put("up", cell.up());
                one.set("value", figure(map.kpi(), cell.value()));
                one.set("broken", ids(cell.broken()));
            }
        }
    }

    static void write(Morris.Screening screening, Kpi kpi, ObjectNode json) {
        json.put("kpi", kpi.id());
        json.put("trajectories", screening.trajectories())
                .put("evaluations", screening.evaluations())
                .put("seed", Long.toString(screening.seed()))
                .put("unusable", screening.unusable().get(kpi.ordinal()));
        ArrayNode effects = json.putArray("effects");
        for (Morris.Effect effect : screening.effects().get(kpi.ordinal())) {
            ObjectNode row = effects.addObject().put("factor", effect.factor());
            row.set("mu", number(effect.mu()));
            row.set("muStar", number(effect.muStar()));
            row.set("muStarHalfWidth", number(effect.muStarHalfWidth()));
            row.set("sigma", number(effect.sigma()));
        }
    }

    static void write(SobolIndices shares, Kpi kpi, ObjectNode json) {
        SobolIndices.Figure of = shares.figures().get(kpi.ordinal());
        json.put("kpi", kpi.id());
        json.put("runs", shares.runs())
                .put("scrambles", shares.scrambles())
                .put("evaluations", shares.evaluations())
                .put("seed", Long.toString(shares.seed()));
        json.set("mean", number(of.mean()));
        json.set("variance", number(of.variance()));
        json.set("noiseFloor", number(of.noiseFloor()));
        ArrayNode indices = json.putArray("indices");
        for (SobolIndices.Index index : of.indices()) {
            ObjectNode row = indices.addObject().put("factor", index.factor());
            row.set("first", interval(index.first()));
            row.set("total", interval(index.total()));
            row.put("noise", of.isNoise(index));
        }
        ArrayNode warnings = json.putArray("warnings");
        of.warnings()
                .forEach(w -> warnings.addObject().put("code", w.code().name()).put("count", w.count()));
    }

    /** @param letter of the plan that it is about */
    static void write(RiskResult result, String letter, ObjectNode json) {
        PlanRisk plan = result.plans().stream()
                .filter(p -> p.plan().equals(letter))
                .findFirst()
                .orElseThrow();
        json.set(
                "run",
                SweepJson.run(
                        result.run().seed(),
                        result.run().runs(),
                        result.run().mode(),
                        result.run().inputs(),
                        result.run().copula()));
        json.put("done", result.done()).put("failed", plan.failed());
        ArrayNode figures = json.putArray("figures");
        for (RiskResult.FigureRisk of : plan.figures()) {
            ObjectNode row = figures.addObject().put("kpi", of.kpi().id());
            Summary summary = of.summary();
            row.set("today", number(of.today()));
            row.put("runs", summary.runs());
            row.set("mean", estimate(summary.mean()));
            row.set("deviation", number(summary.deviation()));
            row.set("p10", estimate(summary.p10()));
            row.set("p50", estimate(summary.p50()));
            row.set("p90", estimate(summary.p90()));
            row.set("cvar95", estimate(summary.cvar95()));
            ArrayNode curve = row.putArray("curve");
            summary.curve().forEach(value -> curve.add(number(value)));
        }
        ArrayNode rules = json.putArray("rules");
        for (RiskResult.RuleRisk rule : plan.rules()) {
            ObjectNode row = rules.addObject().put("ruleId", rule.rule()).put("ruleText", rule.text());
            row.put("must", rule.must()).put("today", rule.today());
            row.set("broken", chance(rule.broken()));
        }
        ArrayNode orders = json.putArray("orders");
        for (RiskResult.OrderRisk order : plan.orders()) {
            ObjectNode row = orders.addObject().put("order", order.order()).put("number", order.number());
            row.put("today", order.today());
            row.set("missed", chance(order.missed()));
            row.set("short", chance(order.missing()));
        }
        ArrayNode cash = json.putArray("cash");
        for (RiskResult.CashBand band : plan.cash()) {
            ObjectNode row = cash.addObject().put("day", band.day().toString());
            row.set("today", number(band.today()));
            row.set("p5", number(band.p5()));
            row.set("p10", number(band.p10()));
            row.set("p50", number(band.p50()));
            row.set("p90", number(band.p90()));
            row.set("p95", number(band.p95()));
        }
        ArrayNode duels = json.putArray("duels");
        for (RiskResult.Duel duel : result.duels()) {
            if (duel.plan().equals(letter) || duel.than().equals(letter)) {
                ObjectNode row = duels.addObject()
                        .put("plan", duel.plan())
                        .put("than", duel.than())
                        .put("kpi", duel.kpi().id());
                row.set("better", chance(duel.better()));
                row.set("worse", chance(duel.worse()));
                row.set("difference", estimate(duel.difference()));
            }
        }
        ArrayNode warnings = json.putArray("warnings");
        result.warnings()
                .forEach(w -> warnings.addObject().put("code", w.code().name()).put("on", w.on()));
    }

    static void write(List<Exposure> exposures, ObjectNode json) {
        ArrayNode all = json.putArray("disruptions");
        for (Exposure exposure : exposures) {
            ObjectNode row = all.addObject();
            row.put(
                    "kind",
                    switch (exposure.disruption()) {
                        case Disruption.SupplierLost lost -> "supplier-lost";
                        case Disruption.MachineDown down -> "machine-down";
                        case Disruption.Policy policy -> "policy";
                    });
            row.put("subject", exposure.disruption().subject()).put("name", exposure.name());
            row.put("timeToSurviveDays", exposure.timeToSurviveDays()).put("survives", exposure.survives());
            row.put(
                    "timeToRecoverDays",
                    exposure.timeToRecoverDays().isPresent()
                            ? (Integer) exposure.timeToRecoverDays().getAsInt()
                            : null);
            row.put("days", exposure.days()).put("failed", exposure.failed());
            row.set("marginLost", KpiJson.money(exposure.marginLost()));
            row.set("cashLowLost", KpiJson.money(exposure.cashLowLost()));
            row.set("late", ids(new TreeSet<>(exposure.late())));
            row.set("broken", ids(new TreeSet<>(exposure.broken())));
        }
    }

    /** The rules that bind the plans, for ids of theirs elsewhere. */
    static void rules(PlanningProblem problem, ObjectNode json) {
        ArrayNode rules = json.putArray("rules");
        RuleWords.rules(problem)
                .forEach(rule -> rules.addObject()
                        .put("ruleId", rule.id())
                        .put("ruleText", rule.text())
                        .put("must", rule.must()));
    }

    private static ObjectNode range(Range range) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dimension", range.dimension().id())
                .put("unit", range.dimension().unit())
                .put("low", range.low())
                .put("high", range.high())
                .put("basis", SweepJson.basis(range.basis()));
    }

    private static ArrayNode ids(Collection<String> ids) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        ids.forEach(all::add);
        return all;
    }

    private static ObjectNode interval(Interval interval) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("estimate", number(interval.estimate()));
        json.set("low", number(interval.low()));
        json.set("high", number(interval.high()));
        return json;
    }

    private static ObjectNode estimate(Summary.Estimate estimate) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("value", number(estimate.value()));
        json.set("low", number(estimate.low()));
        json.set("high", number(estimate.high()));
        return json;
    }

    private static ObjectNode chance(Chance chance) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("hits", chance.hits()).put("runs", chance.runs());
        json.set("share", number(chance.share()));
        return json.put("low", chance.low()).put("high", chance.high());
    }

    /** What is no finite number is null: JSON has no other word for it. */
    private static JsonNode number(double value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Double.isFinite(value) ? nodes.numberNode(value) : nodes.nullNode();
    }
}

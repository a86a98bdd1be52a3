package io.sandtable.web.ask;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Awaited;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Figures and violations as the contract writes them, for answers, records and REST alike. */
public final class KpiJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private KpiJson() {}

    public static ObjectNode kpis(Kpis k, Kpis baseline) {
        ObjectNode json = JSON.objectNode();
        json.set("revenue", money(k.revenue()));
        json.set("grossMargin", money(k.grossMargin()));
        json.put("grossMarginPct", rounded(k.grossMarginPct(), 2));
        json.put("grossMarginDeltaPp", rounded(k.grossMarginPct() - baseline.grossMarginPct(), 2));
        json.set("capex", money(k.capex()));
        json.set("npv", money(k.investment().npv()));
        json.put("irrPct", orNull(k.investment().irrPercent(), 2));
        json.put("paybackYears", orNull(k.investment().paybackYears(), 2));
        json.set("cashLow", money(k.cashLow()));
        json.put("cashLowDate", k.cashLowDate().toString());
        json.put("onTimePct", rounded(k.onTimePct(), 2));
        json.put("lateOrders", k.lateOrders());
        json.put("shortOrders", k.shortOrders());
        json.put("yieldPct", rounded(k.yieldPct(), 2));
        json.put("energyKwh", rounded(k.energyKwh(), 1));
        json.put("carbonKg", rounded(k.carbonKg(), 1));
        json.put("inventoryTurns", rounded(k.inventoryTurns(), 2));
        ArrayNode risks = json.putArray("risk");
        for (Kpis.Risk risk : k.risks()) {
            risks.addObject().put("kind", risk.kind()).put("on", risk.on()).put("score", rounded(risk.score(), 1));
        }
        return json;
    }

    private static @Nullable Double orNull(OptionalDouble value, int decimals) {
        return value.isPresent() ? rounded(value.getAsDouble(), decimals) : null;
    }

    /** Every breach of every rule. */
    /** Rules that wait for a figure, with whether they hold in the plan. */
    static ArrayNode conditionals(List<Awaited> awaited) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Awaited a : awaited) {
            json.addObject()
                    .put("ruleId", a.ruleId())
                    .put("held", a.held())
                    .put("figure", a.figure().id())
                    .put("subject", a.subject().isEmpty() ? null : a.subject())
                    .put("comparator", a.side().name())
                    .put("value", rounded(a.value(), 4))
                    .put("reached", rounded(a.reached(), 4))
                    .put("unit", a.unit())
                    .put("from", a.from() == null ? null : a.from().toString())
                    .put("to", a.to() == null ? null : a.to().toString());
        }
        return json;
    }

    public static ArrayNode violations(List<Violation> violations) {
        ArrayNode array = JSON.arrayNode();
        for (Violation v : violations) {
            array.addObject()
                    .put("ruleId", v.ruleId())
                    .put("ruleText", v.ruleText())
                    .put("kind", v.kind())
                    .put("strength", v.must() ? "MUST" : "PREFER")
                    .put("by", v.by())
                    .put("where", v.where())
                    .put(
                            "when",
                            v.from() == null
                                    ? null
                                    : v.from().equals(v.to()) || v.to() == null
                                            ? v.from().toString()
                                            : v.from() + "/" + v.to())
                    .put("limit", rounded(v.limit(), 2))
                    .put("actual", rounded(v.actual(), 2))
                    .put("unit", v.unit());
        }
        return array;
    }

    /** An amount, to the minor unit. */
    public static ObjectNode money(Money money) {
        return JSON.objectNode()
                .put("amount", money.major().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }

    /** A double that prints with at most so many decimals, so that a record stays the same from run to run. */
    public static double rounded(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                : 0;
    }
}

package io.sandtable.web.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AgainstActual.MonthCompared;
import io.sandtable.simulation.annual.AgainstActual.State;
import io.sandtable.simulation.annual.MarginCauses;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.web.ask.KpiJson;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Annual plans for programs. Money of the comparison in yuan, of the frozen content in fen as the archive has it. */
final class AnnualJson {
    private AnnualJson() {}

    static ObjectNode summary(KeptAnnualPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", plan.number());
        json.put("version", plan.version());
        json.put("company", plan.company());
        json.put("scenario", plan.inquiry());
        json.put("question", plan.question());
        ObjectNode of = json.putObject("plan");
        of.put("id", plan.planId());
        of.put("letter", plan.planLetter());
        of.putObject("name").put("zh", plan.planZh()).put("en", plan.planEn());
        of.put("compliant", plan.compliant());
        json.put("asOf", plan.asOf().toString());
        json.put("first", plan.first().toString());
        json.put("last", plan.last().toString());
        json.put("frozenBy", plan.by());
        json.put("frozenAt", plan.at().toString());
        json.put("note", plan.note());
        json.put("index", plan.index());
        json.put("recordHash", plan.recordHash());
        json.put("contentHash", plan.content());
        return json;
    }

    static ObjectNode whole(KeptAnnualPlan plan, List<KeptAnnualPlan> versions, AgainstActual compared) {
        ObjectNode json = summary(plan);
        ArrayNode all = json.putArray("versions");
        versions.forEach(version -> all.add(version.version()));
        json.set("content", AnnualText.tree(compared.plan()));
        actual(compared, json.putObject("actual"));
        return json;
    }

    private static void actual(AgainstActual compared, ObjectNode json) {
        json.put("asOf", compared.asOf().toString());
        ArrayNode months = json.putArray("months");
        for (MonthCompared month : compared.months()) {
            ObjectNode one = months.addObject();
            one.put("month", month.month().toString());
            one.put("state", month.state().name());
            if (month.state() == State.COMPARED) {
                amounts(month.plan(), one.putObject("plan"));
                amounts(month.actual(), one.putObject("actual"));
                amounts(month.naive(), one.putObject("naive"));
                causes(compared.causes(month.month()), one.putObject("marginCauses"));
            }
        }
        if (!compared.isAnyCompared()) {
            return;
        }
        deviation("revenue", compared, Amounts::revenue, json);
        deviation("cost", compared, Amounts::cost, json);
        deviation("margin", compared, Amounts::margin, json);
        percent("wapePct", compared.wapePercent(), json);
        percent("naiveWapePct", compared.naiveWapePercent(), json);
        causes(compared.causes(), json.putObject("marginCauses"));
    }

    private static void amounts(Amounts amounts, ObjectNode json) {
        json.put("revenue", amounts.revenue().major());
        json.put("cost", amounts.cost().major());
        json.put("margin", amounts.margin().major());
    }

    private static void causes(MarginCauses causes, ObjectNode json) {
        json.put("total", causes.total().major());
        json.put("volume", causes.volume().major());
        json.put("mix", causes.mix().major());
        json.put("price", causes.price().major());
        json.put("cost", causes.cost().major());
    }

    private static void deviation(String figure, AgainstActual compared, Function<Amounts, Money> of, ObjectNode json) {
        percent(figure + "DeviationPct", compared.deviationPercent(of), json);
        percent(figure + "NaivePct", compared.naivePercent(of), json);
    }

    private static void percent(String name, OptionalDouble percent, ObjectNode json) {
        if (percent.isPresent()) {
            json.put(name, KpiJson.rounded(percent.getAsDouble(), 2));
        } else {
            json.putNull(name);
        }
    }
}

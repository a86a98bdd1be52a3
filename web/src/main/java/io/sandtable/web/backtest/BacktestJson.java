package io.sandtable.web.backtest;

import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.MarginVariance;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.backtest.Performance.Cell;
import io.sandtable.simulation.backtest.RollingReplay.Replayed;
import io.sandtable.web.ask.KpiJson;
import java.time.YearMonth;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A backtest for programs; null is what cannot be said, because nothing happened. */
public final class BacktestJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BacktestJson() {}

    public static ObjectNode of(Backtest backtest) {
        ObjectNode json = JSON.objectNode();
        json.put("company", backtest.business().card().name());
        json.put("asOf", backtest.business().card().asOf().toString());
        json.putObject("snapshot").put("hash", backtest.business().snapshot().hash());
        ArrayNode kpis = json.putArray("kpis");
        backtest.lines().forEach(line -> kpis.add(line(line)));
        ArrayNode causes = json.putArray("marginCauses");
        backtest.periods().forEach(period -> causes.add(causes(period)));
        json.put("wapePct", percent(backtest.wapePercent()));
        json.put("naiveWapePct", percent(backtest.naiveWapePercent()));
        json.put("goalPct", Backtest.GOAL_PERCENT);
        json.put("judged", backtest.judged().size());
        json.put("withinGoal", backtest.within());
        json.put("betterThanNaive", backtest.better());
        json.put("ordersUndated", backtest.orders().undated());
        json.put("goodsAtTodaysStock", backtest.goodsAtTodaysStock());
        json.put("costFromLotsPct", KpiJson.rounded(backtest.orders().costFromLotsPercent(), 2));
        ArrayNode months = json.putArray("months");
        backtest.periods().forEach(period -> months(period, backtest.orders(), months));
        return json;
    }

    private static ObjectNode line(Backtest.Line line) {
        Replayed period = line.period();
        ObjectNode json = JSON.objectNode();
        json.put("kpi", line.kpi().id());
        json.put("quarter", period.period().label());
        json.set("plan", KpiJson.money(line.kpi().of(period.plan().of(period.period()))));
        json.set("actual", KpiJson.money(line.kpi().of(period.actual().of(period.period()))));
        json.set("naive", KpiJson.money(line.kpi().of(period.naive().of(period.period()))));
        json.put("deviationPct", percent(line.deviationPercent()));
        json.put("naivePct", percent(line.naivePercent()));
        json.put("expectedPct", KpiJson.rounded(period.expectedPercent(), 2));
        return json;
    }

    /** Why the margin came out otherwise than planned. */
    private static ObjectNode causes(Replayed period) {
        var variance = MarginVariance.between(period.plan(), period.actual());
        ObjectNode json = JSON.objectNode();
        json.put("quarter", period.period().label());
        json.set("total", KpiJson.money(variance.total()));
        json.set("volume", KpiJson.money(variance.volume()));
        json.set("price", KpiJson.money(variance.price()));
        json.set("cost", KpiJson.money(variance.cost()));
        return json;
    }

    private static void months(Replayed period, OrderHistory orders, ArrayNode months) {
        for (YearMonth month : period.period().all().toList()) {
            for (String family : new TreeSet<>(orders.familyOf().values())) {
                ObjectNode json = months.addObject();
                json.put("month", month.toString());
                json.put("family", family.equals(OrderHistory.NO_FAMILY) ? null : family);
                json.set("plan", amounts(period.plan(), month, family, orders));
                json.set("actual", amounts(period.actual(), month, family, orders));
            }
        }
    }

    private static ObjectNode amounts(Performance performance, YearMonth month, String family, OrderHistory orders) {
        Amounts sum = performance.sum(cell -> isOf(cell, month, family, orders));
        ObjectNode json = JSON.objectNode();
        json.set("revenue", KpiJson.money(sum.revenue()));
        json.set("cost", KpiJson.money(sum.cost()));
        json.set("margin", KpiJson.money(sum.margin()));
        json.put("delivered", KpiJson.rounded(sum.delivered(), 4));
        json.put("output", KpiJson.rounded(sum.output(), 4));
        return json;
    }

    private static boolean isOf(Cell cell, YearMonth month, String family, OrderHistory orders) {
        return cell.month().equals(month)
                && family.equals(orders.familyOf().getOrDefault(cell.product(), OrderHistory.NO_FAMILY));
    }

    private static @Nullable Double percent(OptionalDouble percent) {
        return percent.isPresent() ? KpiJson.rounded(percent.getAsDouble(), 2) : null;
    }
}

package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.SHELF_LIFE_DAYS;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Conditions about how much is in stock, and how long. What is said of a family holds for each of its members. */
final class StockRules {
    private final RuleScope scope;
    private final PlanningProblem problem;

    StockRules(RuleScope scope) {
        this.scope = scope;
        this.problem = scope.problem();
    }

    List<Restriction> safety(Condition.SafetyStock c) {
        requireGoods(c.entities());
        return each(c.entities(), item -> floor(item, c.least(), c.window()));
    }

    List<Restriction> limit(Condition.StockLimit c) {
        requireGoods(c.entities());
        boolean least = c.side() == Comparison.GE || c.side() == Comparison.GT;
        return each(
                c.entities(),
                item -> least
                        ? floor(item, c.limit(), c.window())
                        : new Restriction.StockCeiling(
                                item.index(), quantity(item, c.limit()), scope.from(c.window()), scope.to(c.window())));
    }

    private void requireGoods(List<String> entities) {
        scope.require(ConditionRefused.Code.STOCK_AT_SITE, entities, "MAT-", "FAM-");
    }

    private List<Restriction> each(List<String> entities, Function<Item, Restriction> restriction) {
        return scope.items(entities).stream()
                .sorted()
                .map(problem.items()::get)
                .map(restriction)
                .toList();
    }

    /** What is too little today counts from the day on which an order placed today could be there. */
    private Restriction floor(Item item, Quantity least, Window window) {
        double quantity = quantity(item, least);
        double there = problem.stocks().stream()
                .filter(stock -> stock.item() == item.index())
                .mapToDouble(PlanningProblem.Stock::quantity)
                .sum();
        int from = there < quantity ? Math.max(scope.from(window), firstArrival(item)) : scope.from(window);
        return new Restriction.StockFloor(item.index(), quantity, from, scope.to(window));
    }

    /** The end of the day of it, 0 where nobody sells the item. */
    private int firstArrival(Item item) {
        return item.offers().stream()
                .map(problem.offers()::get)
                .mapToInt(StockRules::firstArrival)
                .min()
                .orElse(0);
    }

    /** Ordered on the first day that the supplier is open, delivered on the first one after the lead time. */
    private static int firstArrival(Offer offer) {
        int arrives = open(offer, open(offer, 0) + offer.leadTimeMinutes());
        return Math.ceilDiv(arrives, DAY) * DAY + DAY;
    }

    private static int open(Offer offer, int minute) {
        int open = minute;
        for (int[] closed : offer.closed()) {
            open = closed[0] <= open && open < closed[1] ? closed[1] : open;
        }
        return open;
    }

    /** In the item's unit; days are days of its mean use over the horizon. */
    private double quantity(Item item, Quantity said) {
        if (!said.unit().equals("days") && !said.unit().equals("d")) {
            return scope.units(said, item);
        }
        return said.value() * SafetyStocks.dailyUse(problem)[item.index()];
    }

    List<Restriction> shelfLife(Condition.ShelfLife c) {
        scope.require(ConditionRefused.Code.WRONG_THING, c.entities(), "MAT-", "FAM-");
        return each(c.entities(), item -> new Restriction.ShelfLife(item.index(), minutes(item, c)));
    }

    private int minutes(Item item, Condition.ShelfLife c) {
        if (!c.remaining()) {
            return (int) Math.round(c.value().value() * DAY);
        }
        OptionalDouble days = scope.scenario().snapshot().node(item.id()).findNumber(SHELF_LIFE_DAYS);
        if (days.isEmpty()) {
            throw scope.refused(ConditionRefused.Code.SHELF_LIFE_UNKNOWN);
        }
        return (int) Math.round(days.getAsDouble() * (1 - c.value().value() / 100) * DAY);
    }
}

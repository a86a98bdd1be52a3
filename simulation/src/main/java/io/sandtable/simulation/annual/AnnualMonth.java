package io.sandtable.simulation.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A calendar month of an annual plan.
 *
 * @param costs by kind, in CNY; empty where nobody knows them by kind: of a month that happened or was forecast
 * @param products by id: what is delivered and made of each, with the cost of the goods delivered
 */
public record AnnualMonth(YearMonth month, Kind kind, Map<CostKind, Money> costs, SortedMap<String, Amounts> products) {
    /** Where a month's figures come from. */
    public enum Kind {
        PLANNED,
        /** The plan does not reach it: orders in hand and a forecast of those to come. */
        FORECAST,
        /** It is over: what happened, by the records. */
        ACTUAL,
        /** As the version before had it: it has begun and is not over or not recorded, or the newer plan does not reach it. */
        KEPT;

        /** As in records and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnnualMonth {
        var byKind = new EnumMap<CostKind, Money>(CostKind.class);
        byKind.putAll(costs);
        costs = Collections.unmodifiableMap(byKind);
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }

    /** The same as it stands in a later version. */
    AnnualMonth as(Kind other) {
        return new AnnualMonth(month, other, costs, products);
    }

    /** All products together; quantities of different units make no sum. */
    public Amounts sold() {
        return products.values().stream().reduce(Amounts.NONE, Amounts::plus);
    }

    public Money revenue() {
        return sold().revenue();
    }

    public boolean knowsKinds() {
        return !costs.isEmpty();
    }

    /** Zero where it has none of that kind. */
    public Money cost(CostKind kind) {
        return costs.getOrDefault(kind, Money.fen(0));
    }

    /** Everything that is taken off revenue to get the gross margin; of goods delivered alone where kinds are not known. */
    public Money costOfGoods() {
        return knowsKinds() ? sum(true) : sold().cost();
    }

    public Money grossMargin() {
        return revenue().minus(costOfGoods());
    }

    /** Gross margin less what is no cost of goods, before income tax. */
    public Money result() {
        return grossMargin().minus(sum(false));
    }

    private Money sum(boolean ofGoods) {
        return costs.entrySet().stream()
                .filter(cost -> cost.getKey().isOfGoods() == ofGoods)
                .map(Map.Entry::getValue)
                .reduce(Money.fen(0), Money::plus);
    }
}

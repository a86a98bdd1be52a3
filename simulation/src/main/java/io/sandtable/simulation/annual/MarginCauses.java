package io.sandtable.simulation.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.MarginVariance;
import io.sandtable.simulation.backtest.Performance;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Why the margin of goods delivered came out otherwise than planned; the four add up to the difference, to the fen. Price and unit cost are those of
 * {@link MarginVariance}; its volume is divided as sales quantity and sales mix variance are (Horngren, Datar, Rajan: Cost Accounting): units of a
 * family more or fewer at the family's average planned unit margin, and the rest, which is that other products of the family were sold. What is
 * counted in different units is not mixed.
 *
 * @param volume effect of quantities
 * @param mix effect of other products of the same family
 * @param price effect of sales prices
 * @param cost effect of costs of a unit; a higher cost is negative
 */
public record MarginCauses(Money volume, Money mix, Money price, Money cost) {
    private static final MarginCauses NONE = new MarginCauses(Money.fen(0), Money.fen(0), Money.fen(0), Money.fen(0));

    /** From a plan to what happened, month by month and family by family. */
    static MarginCauses between(Performance plan, Performance actual, Map<String, AnnualProduct> products) {
        var planned = byGroup(plan, products);
        var happened = byGroup(actual, products);
        var groups = new TreeSet<>(planned.keySet());
        groups.addAll(happened.keySet());
        MarginCauses sum = NONE;
        for (Group group : groups) {
            sum = sum.plus(of(
                    planned.getOrDefault(group, new Performance()), happened.getOrDefault(group, new Performance())));
        }
        return sum;
    }

    private static Map<Group, Performance> byGroup(Performance all, Map<String, AnnualProduct> products) {
        var groups = new TreeMap<Group, Performance>();
        all.cells()
                .forEach((cell, amounts) -> groups.computeIfAbsent(Group.of(cell, products), g -> new Performance())
                        .add(cell.month(), cell.product(), amounts));
        return groups;
    }

    /** Products of one family, counted in one unit, in one month. */
    private record Group(YearMonth month, String family) implements Comparable<Group> {
        static Group of(Performance.Cell cell, Map<String, AnnualProduct> products) {
            AnnualProduct product = products.get(cell.product());
            return new Group(
                    cell.month(),
                    product == null || product.family().isEmpty()
                            ? cell.product()
                            : product.family() + "/" + product.unit());
        }

        @Override
        public int compareTo(Group other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0 ? byMonth : family.compareTo(other.family);
        }
    }

    private static MarginCauses of(Performance plan, Performance actual) {
        MarginVariance variance = MarginVariance.between(plan, actual);
        Amounts planned = plan.sum(cell -> true);
        double more = actual.sum(cell -> true).delivered() - planned.delivered();
        // with nothing planned there is no mix to depart from
        Money volume = planned.delivered() > 0
                ? Money.fen(Math.round(more * planned.margin().minor() / planned.delivered()))
                : variance.volume();
        return new MarginCauses(volume, variance.volume().minus(volume), variance.price(), variance.cost());
    }

    private MarginCauses plus(MarginCauses other) {
        return new MarginCauses(
                volume.plus(other.volume), mix.plus(other.mix), price.plus(other.price), cost.plus(other.cost));
    }

    /** Actual margin less the planned one. */
    public Money total() {
        return volume.plus(mix).plus(price).plus(cost);
    }
}

package io.sandtable.simulation.difference;

import io.sandtable.simulation.difference.VolumeAndMix.ItemPair;
import io.sandtable.simulation.evaluate.Account;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a unit sold brings and costs more in one plan than in the other, times the mean of the units sold: selling price, and for each
 * input the quantity per unit (usage, efficiency) and its price (price, rate), each at the mean of the other factor: price and efficiency
 * variances of flexible budgeting (Horngren, Datar, Rajan: Cost Accounting) in Bennet's symmetric form.
 */
final class UnitVariance {
    private static final double FEN = 100;

    private final ItemPair pair;
    private final TreeMap<Input, Used> of;
    private final TreeMap<Input, Used> against;
    private final Parts parts;
    private final double units;

    UnitVariance(ItemPair pair, TreeMap<Input, Used> of, TreeMap<Input, Used> against, Parts parts) {
        this.pair = pair;
        this.of = of;
        this.against = against;
        this.parts = parts;
        this.units = (pair.of().quantity() + pair.against().quantity()) / 2;
    }

    /** An input of one unit sold. */
    private record PerUnit(double quantity, double fen) {
        static final PerUnit NOTHING = new PerUnit(0, 0);
    }

    void add() {
        if (!pair.of().isSold() || !pair.against().isSold()) {
            return;
        }
        price();
        for (Account account : Sales.accounts()) {
            if (account != Account.REVENUE) {
                cost(account);
            }
        }
    }

    private void price() {
        double price = pair.of().unit(Account.REVENUE, pair.against());
        double other = pair.against().unit(Account.REVENUE, pair.of());
        parts.add(new Effect(Driver.PRICE, pair.of().id(), "", price / FEN, other / FEN), (price - other) * units);
    }

    private void cost(Account account) {
        Map<Input, PerUnit> mine = perUnit(account, pair.of(), of);
        Map<Input, PerUnit> others = perUnit(account, pair.against(), against);
        var inputs = new TreeSet<>(mine.keySet());
        inputs.addAll(others.keySet());
        for (Input input : inputs) {
            input(input, mine.getOrDefault(input, PerUnit.NOTHING), others.getOrDefault(input, PerUnit.NOTHING));
        }
    }

    /** The ledger's cost of a unit, divided among its inputs as the plan's pegging says; one input where that says nothing. */
    private static Map<Input, PerUnit> perUnit(Account account, SoldItem sold, TreeMap<Input, Used> inputs) {
        var perUnit = new TreeMap<Input, PerUnit>();
        double unit = sold.fen(account) / sold.quantity();
        double all = 0;
        for (var entry : inputs.entrySet()) {
            all += entry.getKey().kind().account() == account ? entry.getValue().fen() : 0;
        }
        if (all <= 0) {
            if (unit != 0) {
                perUnit.put(
                        new Input(whole(account), account == Account.COST_MATERIAL ? sold.id() : ""),
                        new PerUnit(1, unit));
            }
            return perUnit;
        }
        for (var entry : inputs.entrySet()) {
            Used used = entry.getValue();
            if (entry.getKey().kind().account() == account) {
                perUnit.put(entry.getKey(), new PerUnit(used.quantity() / sold.quantity(), unit * (used.fen() / all)));
            }
        }
        return perUnit;
    }

    private static Input.Kind whole(Account account) {
        for (Input.Kind kind : Input.Kind.values()) {
            if (kind.account() == account) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No input is costed on %s; name one in Input.".formatted(account));
    }

    private void input(Input input, PerUnit mine, PerUnit other) {
        Driver usage = input.kind().usage();
        Driver price = input.kind().price();
        if (usage == price) {
            parts.add(effect(usage, input, -mine.fen() / FEN, -other.fen() / FEN), (mine.fen() - other.fen()) * units);
            return;
        }
        double myPrice = mine.quantity() > 0 ? mine.fen() / mine.quantity() : 0;
        double otherPrice = other.quantity() > 0 ? other.fen() / other.quantity() : 0;
        if (mine.quantity() <= 0 || other.quantity() <= 0) {
            parts.add(effect(usage, input, mine.quantity(), other.quantity()), (mine.fen() - other.fen()) * units);
            return;
        }
        parts.add(
                effect(usage, input, mine.quantity(), other.quantity()),
                (mine.quantity() - other.quantity()) * ((myPrice + otherPrice) / 2) * units);
        parts.add(
                effect(price, input, -myPrice / FEN, -otherPrice / FEN),
                (myPrice - otherPrice) * ((mine.quantity() + other.quantity()) / 2) * units);
    }

    private Effect effect(Driver driver, Input input, double mine, double other) {
        return new Effect(driver, pair.of().id(), input.id(), mine, other);
    }
}

package io.sandtable.simulation.difference;

import io.sandtable.model.Money;
import io.sandtable.simulation.difference.VolumeAndMix.ItemPair;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one plan less that of another, taken apart into drivers. The effects sum to the difference to the fen: those of an item to
 * the difference of what it brings, those of an account to the difference of its postings. What is rounded goes to the largest.
 *
 * @param of the figure of the plan that is looked at, {@code against} of the one it is held against
 * @param effects none of them zero, by driver, product and input
 */
public record Difference(DifferenceFigure figure, Money of, Money against, List<Effect> effects) {
    private static final Comparator<Effect> ORDER =
            Comparator.comparing(Effect::driver).thenComparing(Effect::product).thenComparing(Effect::input);

    public Difference {
        effects = List.copyOf(effects);
    }

    /** The difference of a figure between two plans. */
    public static Difference between(Side of, Side against, DifferenceFigure figure) {
        var effects = new ArrayList<>(ofGoodsSold(of, against));
        effects.addAll(ofThePeriod(of, against, figure));
        effects.sort(ORDER);
        return new Difference(figure, of.total(figure), against.total(figure), effects);
    }

    private static List<Effect> ofGoodsSold(Side of, Side against) {
        TreeMap<String, SoldItem> mine = Sales.of(of);
        TreeMap<String, SoldItem> others = Sales.of(against);
        var groups = new TreeMap<String, List<ItemPair>>();
        var items = new TreeSet<>(mine.keySet());
        items.addAll(others.keySet());
        for (String item : items) {
            ItemPair pair = pair(mine.get(item), others.get(item));
            groups.computeIfAbsent(pair.of().group(), g -> new ArrayList<>()).add(pair);
        }
        var myCosts = new CostTrace(of);
        var otherCosts = new CostTrace(against);
        var effects = new ArrayList<Effect>();
        for (List<ItemPair> group : groups.values()) {
            var sales = new VolumeAndMix(group);
            for (ItemPair pair : group) {
                String item = pair.of().id();
                var parts = new Parts();
                sales.add(pair, parts);
                new UnitVariance(pair, myCosts.of(item), otherCosts.of(item), parts).add();
                effects.addAll(parts.rounded(pair.of().margin() - pair.against().margin()));
            }
        }
        return effects;
    }

    private static ItemPair pair(@Nullable SoldItem of, @Nullable SoldItem against) {
        if (of == null) {
            SoldItem sold = Objects.requireNonNull(against);
            return new ItemPair(SoldItem.none(sold.id(), sold.group()), sold);
        }
        return new ItemPair(of, against == null ? SoldItem.none(of.id(), of.group()) : against);
    }

    private static List<Effect> ofThePeriod(Side of, Side against, DifferenceFigure figure) {
        Map<Account, Long> mine = period(of, figure);
        Map<Account, Long> others = period(against, figure);
        var effects = new ArrayList<Effect>();
        for (Account account : Account.values()) {
            long my = mine.getOrDefault(account, 0L);
            long other = others.getOrDefault(account, 0L);
            if (my != other) {
                effects.add(new Effect(
                        Driver.ofPeriod(account),
                        "",
                        account.name(),
                        Money.fen(my - other),
                        my / 100.0,
                        other / 100.0));
            }
        }
        return effects;
    }

    private static Map<Account, Long> period(Side side, DifferenceFigure figure) {
        var sums = new EnumMap<Account, Long>(Account.class);
        for (Posting posting : side.ledger().postings()) {
            Account account = posting.account();
            if (figure.accounts().contains(account) && !Driver.isOfGoodsSold(account) && side.counts(posting)) {
                sums.merge(account, -posting.amount().minor(), Long::sum);
            }
        }
        return sums;
    }

    /** What it comes to. */
    public Money amount() {
        return of.minus(against);
    }

    /** What each driver does to it, in the drivers' order; they sum to it. */
    public Map<Driver, Money> byDriver() {
        var sums = new EnumMap<Driver, Money>(Driver.class);
        effects.forEach(e -> sums.merge(e.driver(), e.amount(), Money::plus));
        sums.values().removeIf(sum -> sum.minor() == 0);
        return sums;
    }

    /** The effects of one driver, the largest first. */
    public List<Effect> of(Driver driver) {
        return effects.stream()
                .filter(e -> e.driver() == driver)
                .sorted(Comparator.comparingLong(
                                (Effect e) -> -Math.abs(e.amount().minor()))
                        .thenComparing(ORDER))
                .toList();
    }
}

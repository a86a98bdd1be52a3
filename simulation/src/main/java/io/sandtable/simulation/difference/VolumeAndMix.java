package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import java.util.Collection;

/**
 * The sales volume variance of the items of one group, in two: quantity at the group's average unit margin, and mix, which is the change
 * of each item's quantity at the distance of its own unit margin from that average (Horngren, Datar, Rajan: Cost Accounting, sales
 * quantity and sales mix variance). Where the textbook takes the budget's unit margin for the one and the actual's quantity for the other, this takes
 * the mean of both plans (Bennet 1920), so that neither is the yardstick and swapping the plans turns every sign round.
 */
final class VolumeAndMix {
    private final double averageUnitMargin;

    /** Of the items of one group, in the same order whichever plan comes first. */
    VolumeAndMix(Collection<ItemPair> group) {
        double of = average(group, true);
        double against = average(group, false);
        this.averageUnitMargin = Double.isNaN(of) ? against : Double.isNaN(against) ? of : (of + against) / 2;
    }

    /** Average over what one of the plans sells, in fen per unit; NaN where it sells nothing. */
    private static double average(Collection<ItemPair> group, boolean first) {
        double quantity = 0;
        double margin = 0;
        for (ItemPair pair : group) {
            double sold = (first ? pair.of() : pair.against()).quantity();
            quantity += sold;
            margin += sold * pair.meanUnitMargin();
        }
        return quantity > 0 ? margin / quantity : Double.NaN;
    }

    void add(ItemPair pair, Parts parts) {
        double more = pair.of().quantity() - pair.against().quantity();
        if (more == 0) {
            return;
        }
        parts.add(effect(Driver.VOLUME, pair), more * averageUnitMargin);
        parts.add(effect(Driver.MIX, pair), more * (pair.meanUnitMargin() - averageUnitMargin));
    }

    private static Effect effect(Driver driver, ItemPair pair) {
        return new Effect(
                driver, pair.of().id(), "", pair.of().quantity(), pair.against().quantity());
    }

    /** One item as both plans sell it. */
    record ItemPair(SoldItem of, SoldItem against) {
        /** Fen per unit, mean of both plans. */
        double meanUnitMargin() {
            double sum = 0;
            for (Account account : Sales.accounts()) {
                sum += (of.unit(account, against) + against.unit(account, of)) / 2;
            }
            return sum;
        }
    }
}

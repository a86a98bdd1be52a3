package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Subject;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.util.TreeMap;

/** What a plan delivers in the horizon, by item: units, revenue and what the goods have cost. */
final class Sales {
    private final Side side;
    private final TreeMap<String, SoldItem> byItem = new TreeMap<>();

    private Sales(Side side) {
        this.side = side;
    }

    static TreeMap<String, SoldItem> of(Side side) {
        var sales = new Sales(side);
        for (Delivery delivery : side.plan().deliveries()) {
            if (isInHorizon(side, delivery)) {
                sales.add(delivery);
            }
        }
        for (Posting posting : side.ledger().postings()) {
            if (Driver.isOfGoodsSold(posting.account()) && side.counts(posting)) {
                sales.add(posting);
            }
        }
        return sales.byItem;
    }

    static boolean isInHorizon(Side side, Delivery delivery) {
        return delivery.minute() <= side.problem().horizonMinutes();
    }

    private void add(Delivery delivery) {
        SoldItem sold = sold(delivery);
        byItem.put(sold.id(), new SoldItem(sold.id(), sold.group(), sold.quantity() + delivery.quantity(), sold.fen()));
    }

    private void add(Posting posting) {
        if (posting.cause().event().subject() != Subject.DELIVERY) {
            throw new IllegalArgumentException(
                    "A posting on %s of %s is about %s and not about a delivery; give its account a driver of its own in Driver."
                            .formatted(
                                    posting.account(),
                                    posting.date(),
                                    posting.cause().event()));
        }
        Delivery delivery = side.plan().deliveries().get(posting.cause().index());
        sold(delivery).fen()[posting.account().ordinal()] -= posting.amount().minor();
    }

    private SoldItem sold(Delivery delivery) {
        Item item = side.problem()
                .items()
                .get(side.problem().demands().get(delivery.demand()).item());
        return byItem.computeIfAbsent(item.id(), id -> SoldItem.none(id, group(item)));
    }

    private static String group(Item item) {
        return (item.family() == null ? item.id() : item.family()) + "/" + item.unit();
    }

    /** The accounts that {@link SoldItem#fen} knows. */
    static Iterable<Account> accounts() {
        return Driver.VOLUME.accounts();
    }
}

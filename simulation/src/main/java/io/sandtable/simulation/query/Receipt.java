package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.scenario.Prices;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A purchase that came, wholly or in part.
 *
 * @param supplier empty where the purchase names none
 * @param delivered units that came, {@code rejected} of them were sent back
 * @param price CNY a unit without VAT, at the rate of the day; empty where price or rate is not known
 */
record Receipt(
        Node purchase,
        Node material,
        String supplier,
        LocalDate day,
        double delivered,
        double rejected,
        OptionalDouble price) {
    /** All that ever came, in the order of the purchases' ids. */
    static List<Receipt> all(BusinessSnapshot snapshot) {
        var receipts = new ArrayList<Receipt>();
        for (Node purchase : snapshot.nodes(NodeType.PURCHASE_ORDER)) {
            purchase.findDate(Attributes.DELIVERED_DATE).ifPresent(day -> {
                for (Relation of : purchase.out(RelationType.FOR)) {
                    receipts.add(of(purchase, of.to(), day));
                }
            });
        }
        return receipts;
    }

    private static Receipt of(Node purchase, Node material, LocalDate day) {
        return new Receipt(
                purchase,
                material,
                supplier(purchase),
                day,
                purchase.numberOr(Attributes.DELIVERED_QUANTITY, purchase.number(Attributes.QUANTITY)),
                purchase.numberOr(Attributes.REJECTED_QUANTITY, 0),
                Prices.paid(purchase.snapshot(), purchase, day));
    }

    static String supplier(Node purchase) {
        return purchase.out(RelationType.PLACED_WITH).stream()
                .map(r -> r.to().id())
                .findFirst()
                .orElse("");
    }

    /** Units that were kept, which are what is paid. */
    double accepted() {
        return Math.max(0, delivered - rejected);
    }

    /** Fen paid for what was kept; 0 where no price is known. */
    long paid() {
        return Math.round(accepted() * price.orElse(0) * 100);
    }

    /** Calendar days from the order to its arrival; empty where nobody wrote down when it was ordered. */
    OptionalInt leadDays() {
        return purchase.findDate(Attributes.ORDER_DATE)
                .map(ordered -> OptionalInt.of((int) ChronoUnit.DAYS.between(ordered, day)))
                .orElse(OptionalInt.empty());
    }
}

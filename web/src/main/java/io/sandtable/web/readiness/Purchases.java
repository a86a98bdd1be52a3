package io.sandtable.web.readiness;

import static io.sandtable.model.Attributes.CONTRACT;
import static io.sandtable.model.Attributes.CURRENCY;
import static io.sandtable.model.Attributes.ORDER_DATE;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.QUANTITY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Catalogue;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.scenario.Prices;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Open purchase orders against what was agreed: contracts with their prices, and catalogues of what may be bought from whom. */
final class Purchases {
    /** Prices are rounded on orders. */
    private static final double TOLERANCE = 0.005;

    private Purchases() {}

    /** Those whose price is none of the contracts' that were in force with that supplier for that material when it was ordered. */
    static Predicate<Node> offContract(BusinessSnapshot snapshot, LocalDate day) {
        double vatPercent = Prices.vatPercent(snapshot, day);
        return purchase -> {
            LocalDate ordered = purchase.findDate(ORDER_DATE).orElse(day);
            List<Relation> contracts = materials(purchase).stream()
                    .flatMap(material -> material.in(RelationType.SUPPLIES).stream())
                    .filter(offer -> offer.has(CONTRACT) && offer.validOn(ordered))
                    .filter(offer -> suppliers(purchase).contains(offer.from()))
                    .toList();
            return purchase.has(PRICE)
                    && !contracts.isEmpty()
                    && contracts.stream().noneMatch(contract -> isAt(purchase, contract, vatPercent));
        };
    }

    /** Orders are written without VAT, contracts with it where they say so. */
    private static boolean isAt(Node purchase, Relation contract, double vatPercent) {
        double agreed = Prices.listed(contract, purchase.numberOr(QUANTITY, 0), vatPercent);
        String currency = purchase.findText(CURRENCY).orElseGet(() -> Prices.currency(contract));
        return currency.equals(Prices.currency(contract))
                && Math.abs(purchase.number(PRICE) - agreed) <= TOLERANCE * Math.abs(agreed);
    }

    /** Those that a catalogue of buying does not allow. */
    static Predicate<Node> outsideCatalogue(BusinessSnapshot snapshot, LocalDate day) {
        List<Catalogue> catalogues = Catalogue.of(snapshot, day);
        return purchase -> materials(purchase).stream()
                .anyMatch(material -> suppliers(purchase).stream()
                        .anyMatch(supplier ->
                                catalogues.stream().anyMatch(catalogue -> !catalogue.allows(material, supplier.id()))));
    }

    private static List<Node> materials(Node purchase) {
        return purchase.out(RelationType.FOR).stream()
                .map(Relation::to)
                .filter(node -> node.type() == NodeType.MATERIAL)
                .toList();
    }

    private static List<Node> suppliers(Node purchase) {
        return purchase.out(RelationType.PLACED_WITH).stream().map(Relation::to).toList();
    }
}

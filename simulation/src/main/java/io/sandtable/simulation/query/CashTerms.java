package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Money of recorded trade, without VAT, on the day the party's payment term says: nobody recorded the payments themselves. Wages, rent, tax and loans are
 * not among it.
 */
final class CashTerms {
    private final BusinessSnapshot snapshot;

    CashTerms(BusinessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    Stream<Line> lines() {
        return Stream.concat(
                Sale.all(snapshot).stream().map(this::in),
                Receipt.all(snapshot).stream().map(this::out));
    }

    private Line in(Sale sale) {
        OptionalDouble term = term(sale.customer());
        return Line.on(sale.day().plusDays(Math.round(term.orElse(0))))
                .about(Grouping.CUSTOMER, sale.customer())
                .aboutMaterial(sale.product())
                .with(Additive.LINES, 1)
                .with(Additive.CASH_IN, sale.revenue().minor())
                .with(Additive.CASH_NET, sale.revenue().minor())
                .used(sale.order(), Attributes.PRICE, Attributes.DELIVERED_DATE)
                .note(term.isEmpty(), Note.Code.TERM_UNKNOWN)
                .note(!sale.priceKnown(), Note.Code.PRICE_UNKNOWN);
    }

    private Line out(Receipt receipt) {
        OptionalDouble term = term(receipt.supplier());
        return Line.on(receipt.day().plusDays(Math.round(term.orElse(0))))
                .about(Grouping.SUPPLIER, receipt.supplier())
                .aboutMaterial(receipt.material())
                .with(Additive.LINES, 1)
                .with(Additive.CASH_OUT, receipt.paid())
                .with(Additive.CASH_NET, -receipt.paid())
                .used(receipt.purchase(), Attributes.PRICE, Attributes.DELIVERED_DATE)
                .note(term.isEmpty(), Note.Code.TERM_UNKNOWN)
                .note(receipt.price().isEmpty(), Note.Code.PRICE_UNKNOWN);
    }

    private OptionalDouble term(String party) {
        return snapshot.findNode(party)
                .map((Node node) -> node.findNumber(Attributes.PAYMENT_TERM_DAYS))
                .orElse(OptionalDouble.empty());
    }
}

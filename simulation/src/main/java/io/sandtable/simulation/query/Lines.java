package io.sandtable.simulation.query;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The lines of the records that questions are answered from. */
final class Lines {
    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;

    Lines(BusinessSnapshot snapshot, LocalDate asOf) {
        this.snapshot = snapshot;
        this.asOf = asOf;
    }

    List<Line> of(Subject subject) {
        return (switch (subject) {
                    case SALES -> Sale.all(snapshot).stream().map(Lines::sale);
                    case RECEIPTS -> Receipt.all(snapshot).stream().map(Lines::receipt);
                    case ORDERS_DUE ->
                        Promise.toCustomers(snapshot, asOf).stream().map(p -> promise(p, Grouping.CUSTOMER));
                    case PURCHASES_DUE ->
                        Promise.ofSuppliers(snapshot, asOf).stream().map(p -> promise(p, Grouping.SUPPLIER));
                    case SHUTDOWNS ->
                        snapshot.nodes(NodeType.EQUIPMENT).stream().flatMap(Lines::shutdowns);
                    case BALANCES -> snapshot.nodes(NodeType.ACCOUNT).stream().flatMap(this::balance);
                    case TERMS -> new CashTerms(snapshot).lines();
                    case SERIES -> snapshot.nodes(NodeType.ENERGY).stream().flatMap(Lines::prices);
                })
                .toList();
    }

    private static Line sale(Sale sale) {
        Line line = Line.on(sale.day())
                .about(Grouping.ORDER, sale.order().id())
                .about(Grouping.CUSTOMER, sale.customer())
                .aboutMaterial(sale.product())
                .with(Additive.LINES, 1)
                .with(Additive.QUANTITY, sale.quantity())
                .with(Additive.REVENUE, sale.revenue().minor())
                .used(sale.order(), Attributes.QUANTITY, Attributes.DELIVERED_DATE)
                .used(sale.order().has(Attributes.PRICE) ? sale.order() : sale.product(), price(sale))
                .note(!sale.priceKnown(), Note.Code.PRICE_UNKNOWN)
                .note(!sale.costKnown(), Note.Code.COST_UNKNOWN)
                .note(sale.costKnown() && !sale.fromLot(), Note.Code.STANDARD_COST);
        return sale.costKnown()
                ? line.with(Additive.COST, sale.cost().minor())
                        .with(Additive.MARGIN, sale.margin().minor())
                        .with(Additive.COSTED_REVENUE, sale.revenue().minor())
                        .usedCost(sale, sale.product())
                : line;
    }

    private static io.sandtable.model.Attribute price(Sale sale) {
        return sale.order().has(Attributes.PRICE) ? Attributes.PRICE : Attributes.SALES_PRICE;
    }

    private static Line receipt(Receipt receipt) {
        return Line.on(receipt.day())
                .about(Grouping.SUPPLIER, receipt.supplier())
                .aboutMaterial(receipt.material())
                .with(Additive.LINES, 1)
                .with(Additive.QUANTITY, receipt.price().isPresent() ? receipt.accepted() : 0)
                .with(Additive.PURCHASED, receipt.paid())
                .used(
                        receipt.purchase(),
                        Attributes.PRICE,
                        Attributes.DELIVERED_DATE,
                        Attributes.DELIVERED_QUANTITY,
                        Attributes.REJECTED_QUANTITY)
                .note(receipt.price().isEmpty(), Note.Code.PRICE_UNKNOWN);
    }

    private static Line promise(Promise promise, Grouping party) {
        return Line.on(promise.due())
                .about(party, promise.party())
                .about(
                        Grouping.ORDER,
                        promise.line().type() == NodeType.ORDER ? promise.line().id() : "")
                .aboutMaterial(promise.material())
                .with(Additive.LINES, 1)
                .with(Additive.LATE_LINES, promise.lateDays() > 0 ? 1 : 0)
                .with(Additive.ON_TIME_LINES, promise.onTime() ? 1 : 0)
                .with(Additive.LATE_DAYS, promise.lateDays())
                .with(Additive.ORDERED, promise.ordered())
                .with(Additive.IN_TIME, promise.inTime())
                .used(promise.line(), Attributes.DUE_DATE, Attributes.DELIVERED_DATE, Attributes.QUANTITY)
                .note(promise.done() == null, Note.Code.STILL_OPEN);
    }

    private static Stream<Line> shutdowns(Node equipment) {
        return equipment.out(RelationType.FOLLOWS).stream()
                .map(Relation::to)
                .flatMap(calendar -> calendar.dateRanges(Attributes.SHUTDOWNS).stream()
                        .flatMap(Lines::days)
                        .distinct()
                        .map(day -> Line.on(day)
                                .about(Grouping.EQUIPMENT, equipment.id())
                                .with(Additive.DOWN_DAYS, 1)
                                .with(Additive.LINES, 1)
                                .used(calendar, Attributes.SHUTDOWNS)));
    }

    private static Stream<LocalDate> days(DateRange range) {
        return range.from().datesUntil(range.to().plusDays(1));
    }

    private Stream<Line> balance(Node account) {
        return account.text(Attributes.KIND).equals("cash")
                ? Stream.of(Line.on(asOf)
                        .about(Grouping.ACCOUNT, account.id())
                        .with(Additive.LINES, 1)
                        .with(Additive.BALANCE, Math.round(account.number(Attributes.AMOUNT) * 100))
                        .used(account, Attributes.AMOUNT))
                : Stream.empty();
    }

    private static Stream<Line> prices(Node energy) {
        return energy.in(RelationType.FOR).stream()
                .map(Relation::from)
                .filter(series -> series.type() == NodeType.PRICE_SERIES)
                .flatMap(series -> series.findSeries(Attributes.POINTS).orElseThrow().points().entrySet().stream()
                        .map(point -> Line.on(point.getKey())
                                .about(Grouping.ENERGY, energy.id())
                                .with(Additive.LINES, 1)
                                .with(Additive.PRICE_POINTS, point.getValue())
                                .used(series, Attributes.POINTS)));
    }
}

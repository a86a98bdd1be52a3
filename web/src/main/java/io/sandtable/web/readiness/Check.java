package io.sandtable.web.readiness;

import static io.sandtable.model.Attributes.AMOUNT;
import static io.sandtable.model.Attributes.CURRENCY;
import static io.sandtable.model.Attributes.DISCOUNT_DATE;
import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.HOLIDAYS;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.LEAD_TIME_DAYS;
import static io.sandtable.model.Attributes.PAYMENT_TERM_DAYS;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.RATE_PERCENT;
import static io.sandtable.model.Attributes.ROLE;
import static io.sandtable.model.Attributes.SALES_PRICE;
import static io.sandtable.model.Attributes.STANDARD_COST;
import static io.sandtable.model.Attributes.STATUS;
import static io.sandtable.model.Attributes.UNIT;
import static io.sandtable.model.Attributes.UNIT_COST;
import static io.sandtable.model.Attributes.UNLIMITED;
import static io.sandtable.model.Attributes.VALID_TO;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Measure;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.simulation.scenario.Prices;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.Sites;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be doubtful about a thing on a day, what stands in the way of plans first. Worded under {@code health.…}. */
enum Check {
    /** Needed and not made, and nobody sells it. */
    NO_SUPPLIER(
            true,
            NodeType.MATERIAL,
            (n, day) -> isBought(n) && isUsed(n) && offers(n).findAny().isEmpty()),
    /** Somebody sold it, and does not any more. */
    OFFER_ENDED(
            true,
            NodeType.MATERIAL,
            (n, day) -> !isMade(n)
                    && isUsed(n)
                    && offers(n).findAny().isPresent()
                    && offers(n).noneMatch(offer -> holds(offer, day))),
    /** Of one's own making, and nothing says how. */
    NOT_MADE(
            true,
            NodeType.MATERIAL,
            (n, day) -> !isBought(n)
                    && !isMade(n)
                    && isUsed(n)
                    && offers(n).findAny().isEmpty()),
    NO_MACHINE(
            true,
            NodeType.PROCESS,
            (n, day) -> n.out(RelationType.RUNS_ON).isEmpty()
                    && n.out(RelationType.OUTSOURCED_TO).isEmpty()),
    /** Sells or does something in a currency of which no rate is known: no question can be answered. */
    RATE_UNKNOWN(
            NodeType.SUPPLIER,
            true,
            (s, day) -> supplier -> currencies(supplier).anyMatch(currency -> !Prices.isRateKnown(s, currency, day))),
    ACCOUNT_RATE_UNKNOWN(
            NodeType.ACCOUNT,
            true,
            (s, day) -> account -> account.findText(CURRENCY)
                    .filter(currency -> !Prices.isRateKnown(s, currency, day))
                    .isPresent()),
    LEAD_TIME_ZERO(
            false,
            NodeType.MATERIAL,
            (n, day) -> offers(n).anyMatch(offer -> holds(offer, day) && isNothing(offer.numberOr(LEAD_TIME_DAYS, 0)))),
    PRICE_ZERO(
            false,
            NodeType.MATERIAL,
            (n, day) -> offers(n).anyMatch(offer -> holds(offer, day) && isNothing(offer.numberOr(PRICE, 0)))),
    ORDER_PRICE(false, NodeType.ORDER, (n, day) -> isOpen(n) && isNothing(price(n))),
    /** Paid when nobody said, by what is usual. */
    CUSTOMER_TERMS(
            false,
            NodeType.CUSTOMER,
            (n, day) -> !n.has(PAYMENT_TERM_DAYS)
                    && n.out(RelationType.ORDERED).stream().anyMatch(r -> isOpen(r.to()))),
    SUPPLIER_TERMS(
            false,
            NodeType.SUPPLIER,
            (n, day) -> !n.has(PAYMENT_TERM_DAYS)
                    && Stream.concat(
                                    n.out(RelationType.SUPPLIES).stream()
                                            .filter(r -> r.to().type() == NodeType.MATERIAL && holds(r, day)),
                                    n.in(RelationType.OUTSOURCED_TO).stream())
                            .anyMatch(r -> !r.has(PAYMENT_TERM_DAYS))),
    ORDER_OVERDUE(false, NodeType.ORDER, (n, day) -> isOpen(n) && isOver(n, day)),
    PURCHASE_OVERDUE(false, NodeType.PURCHASE_ORDER, (n, day) -> isOpen(n) && isOver(n, day)),
    NO_COST(
            false,
            NodeType.STOCK_LOT,
            (n, day) -> n.numberOr(QUANTITY, 0) > 0
                    && !n.has(UNIT_COST)
                    && n.out(RelationType.FOR).stream().noneMatch(r -> r.to().has(STANDARD_COST))),
    UNIT_UNKNOWN(
            false,
            NodeType.MATERIAL,
            (n, day) -> n.findText(UNIT).filter(u -> Measure.known(u).isEmpty()).isPresent()),
    /** It works round the clock in every plan. */
    NO_HOURS(
            false,
            NodeType.EQUIPMENT,
            (n, day) -> isMachine(n)
                    && !n.in(RelationType.RUNS_ON).isEmpty()
                    && !n.findFlag(UNLIMITED).orElse(false)
                    && !hasHours(n)),
    UNUSED(false, NodeType.MATERIAL, (n, day) -> isBought(n) && !isUsed(n)),
    /** The books it starts from do not agree: what is not explained counts as equity. */
    OPENING_UNBALANCED(NodeType.ACCOUNT, (s, day) -> {
        boolean balanced = OpeningBalance.of(s).isBalanced();
        return account -> !balanced && OpeningBalance.isEquity(account);
    }),
    /** Said to be discounted, and nobody says at what rate, or on a day when it is paid already: it is kept until it is paid. */
    BILL_TERMS(
            false,
            NodeType.ACCOUNT,
            (n, day) -> (n.text(KIND).equals("bill-discount") || n.has(DISCOUNT_DATE))
                    && (n.numberOr(RATE_PERCENT, 0) <= 0
                            || n.findDate(DISCOUNT_DATE)
                                    .filter(discounted -> n.findDate(DUE_DATE)
                                            .filter(due -> discounted.isBefore(due))
                                            .isEmpty())
                                    .isPresent())),
    /** What can only be had or owed, with a minus. */
    AMOUNT_NEGATIVE(false, NodeType.ACCOUNT, (n, day) -> isNegative(n)),
    /** Ordered at another price than was agreed. */
    PRICE_OFF_CONTRACT(
            NodeType.PURCHASE_ORDER, (s, day) -> Purchases.offContract(s, day).and(Check::isOpen)),
    OUTSIDE_CATALOGUE(
            NodeType.PURCHASE_ORDER,
            (s, day) -> Purchases.outsideCatalogue(s, day).and(Check::isOpen)),
    /** Follows China's holidays, and a year that plans reach has no notice yet: days off are the statutory ones, without days worked instead. */
    HOLIDAY_NOTICE(NodeType.CALENDAR, (s, day) -> {
        int furthest = day.plusDays(Scenario.DEFAULT_HORIZON_DAYS).getYear();
        boolean pending = !HolidayCalendar.of(s).isOfficial(furthest);
        return calendar -> pending && calendar.has(HOLIDAYS);
    }),
    /** It counts as being at hand in every plan. */
    STRANDED_STOCK(NodeType.STOCK_LOT, (s, day) -> {
        var sites = new Sites(s, day);
        return lot -> lot.numberOr(QUANTITY, 0) > 0 && sites.isStranded(lot);
    });

    private static final Set<String> NEVER_NEGATIVE = Set.of(
            "receivable",
            "payable",
            "bill-receivable",
            "bill-payable",
            "loan",
            "credit-line",
            "bill-discount",
            "vat-credit",
            "subsidy",
            "fixed-asset");
    private static final Set<String> MACHINES = Set.of("machine", "line", "workshop");

    private final boolean serious;
    private final NodeType about;
    private final BiFunction<BusinessSnapshot, LocalDate, Predicate<Node>> doubts;

    Check(boolean serious, NodeType about, BiPredicate<Node, LocalDate> doubtful) {
        this.serious = serious;
        this.about = about;
        this.doubts = (snapshot, day) -> node -> doubtful.test(node, day);
    }

    /** One that must see the whole business before it looks at things of it. */
    Check(NodeType about, BiFunction<BusinessSnapshot, LocalDate, Predicate<Node>> doubts) {
        this(about, false, doubts);
    }

    Check(NodeType about, boolean serious, BiFunction<BusinessSnapshot, LocalDate, Predicate<Node>> doubts) {
        this.serious = serious;
        this.about = about;
        this.doubts = doubts;
    }

    /** Whether plans leave out or cannot make what it is about. */
    boolean isSerious() {
        return serious;
    }

    /** The type of thing that it looks at. */
    NodeType about() {
        return about;
    }

    /** Says of a thing of that business whether it is doubtful on a day. */
    Predicate<Node> doubts(BusinessSnapshot snapshot, LocalDate day) {
        return doubts.apply(snapshot, day);
    }

    private static boolean isNegative(Node account) {
        return NEVER_NEGATIVE.contains(account.text(KIND)) && account.numberOr(AMOUNT, 0) < 0;
    }

    /** Those that somebody is paid in. */
    private static Stream<String> currencies(Node supplier) {
        Stream<Thing> priced = Stream.of(
                        Stream.of(supplier),
                        supplier.out(RelationType.SUPPLIES).stream(),
                        supplier.in(RelationType.OUTSOURCED_TO).stream(),
                        supplier.in(RelationType.PLACED_WITH).stream()
                                .map(Relation::from)
                                .filter(Check::isOpen))
                .flatMap(things -> things);
        return priced.flatMap(thing -> thing.findText(CURRENCY).stream());
    }

    /** The order's, else that of what is ordered. */
    private static double price(Node order) {
        return order.findNumber(PRICE)
                .orElseGet(() -> order.out(RelationType.FOR).stream()
                        .mapToDouble(r -> r.to().numberOr(SALES_PRICE, 0))
                        .findFirst()
                        .orElse(0));
    }

    private static boolean isBought(Node material) {
        return material.findText(ROLE).filter("raw"::equals).isPresent() && !isMade(material);
    }

    private static boolean isMade(Node material) {
        return !material.in(RelationType.YIELDS).isEmpty();
    }

    private static boolean isUsed(Node material) {
        return !material.in(RelationType.CONSUMES).isEmpty()
                || !material.out(RelationType.SUBSTITUTES).isEmpty()
                || material.in(RelationType.FOR).stream().anyMatch(r -> r.from().type() == NodeType.ORDER);
    }

    private static Stream<Relation> offers(Node material) {
        return material.in(RelationType.SUPPLIES).stream();
    }

    /** Whether it holds on that day or begins later. */
    private static boolean holds(Relation offer, LocalDate day) {
        return offer.findDate(VALID_TO).filter(end -> end.isBefore(day)).isEmpty();
    }

    private static boolean isNothing(double number) {
        return number <= 0;
    }

    private static boolean isOpen(Node order) {
        return order.findText(STATUS).filter("open"::equals).isPresent();
    }

    private static boolean isOver(Node order, LocalDate day) {
        return order.findDate(DUE_DATE).filter(date -> date.isBefore(day)).isPresent();
    }

    private static boolean isMachine(Node equipment) {
        return equipment.findText(KIND).filter(MACHINES::contains).isPresent();
    }

    /** Of its own, or of what it belongs to. */
    private static boolean hasHours(Node equipment) {
        return !equipment.out(RelationType.FOLLOWS).isEmpty()
                || equipment.out(RelationType.PART_OF).stream()
                        .anyMatch(r -> !r.to().out(RelationType.FOLLOWS).isEmpty());
    }
}

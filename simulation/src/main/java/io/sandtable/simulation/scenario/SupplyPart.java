package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.CAPACITY_PER_WEEK;
import static io.sandtable.model.Attributes.DELIVERED_DATE;
import static io.sandtable.model.Attributes.DELIVERED_QUANTITY;
import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.EXPIRY_DATE;
import static io.sandtable.model.Attributes.FROZEN;
import static io.sandtable.model.Attributes.LEAD_TIME_DAYS;
import static io.sandtable.model.Attributes.LEAD_TIME_SPREAD_DAYS;
import static io.sandtable.model.Attributes.LOT_MAXIMUM;
import static io.sandtable.model.Attributes.LOT_MINIMUM;
import static io.sandtable.model.Attributes.LOT_MULTIPLE;
import static io.sandtable.model.Attributes.MINIMUM_QUANTITY;
import static io.sandtable.model.Attributes.MULTIPLE;
import static io.sandtable.model.Attributes.ON_TIME_PERCENT;
import static io.sandtable.model.Attributes.PRIORITY;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.REBATE_PERIOD;
import static io.sandtable.model.Attributes.REBATE_TIERS;
import static io.sandtable.model.Attributes.REJECTED_QUANTITY;
import static io.sandtable.model.Attributes.REJECT_PERCENT;
import static io.sandtable.model.Attributes.SAFETY_STOCK;
import static io.sandtable.model.Attributes.SAFETY_STOCK_DAYS;
import static io.sandtable.model.Attributes.SHARE_PERCENT;
import static io.sandtable.model.Attributes.STANDARD_COST;
import static io.sandtable.model.Attributes.STATUS;
import static io.sandtable.model.Attributes.UNIT;
import static io.sandtable.model.Attributes.UNIT_COST;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Curve;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items, who sells them, what lies in stock and what is on its way. */
final class SupplyPart {
    /** Units of measure that can be divided; everything else is counted in whole pieces. */
    private static final Set<String> DIVISIBLE = Set.of(
            "kg", "g", "t", "吨", "千克", "公斤", "斤", "克", "m", "米", "m2", "㎡", "平方米", "m3", "立方米", "l", "升", "ml", "毫升",
            "kwh", "unit");

    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final Adjustments adjustments;
    private final Calendars calendars;
    private final Prices prices;
    private final List<Node> materials;
    private final Map<String, Integer> places;
    private final List<PlanningProblem.Offer> offers = new ArrayList<>();
    private final Map<Integer, List<Integer>> offersOf = new HashMap<>();

    SupplyPart(BusinessSnapshot snapshot, LocalDate asOf, Adjustments adjustments, Calendars calendars, Prices prices) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.adjustments = adjustments;
        this.calendars = calendars;
        this.prices = prices;
        this.materials = snapshot.nodes(NodeType.MATERIAL);
        this.places = ProblemCompiler.places(materials);
        for (Node material : materials) {
            material.in(RelationType.SUPPLIES).stream()
                    .filter(s -> s.validOn(asOf))
                    .sorted(Comparator.comparingDouble(s -> s.numberOr(PRIORITY, 1)))
                    .forEach(this::addOffer);
        }
    }

    int placeOf(Node material) {
        return java.util.Objects.requireNonNull(places.get(material.id()));
    }

    /** Whether anybody sells it. */
    boolean isSold(int item) {
        return !offersOf.getOrDefault(item, List.of()).isEmpty();
    }

    /** Days of use that its safety stock should last at least; 0 where none is asked for. */
    double safetyStockDays(int item) {
        return materials.get(item).numberOr(SAFETY_STOCK_DAYS, 0);
    }

    String idOf(int item) {
        return materials.get(item).id();
    }

    boolean knows(Node node) {
        return places.containsKey(node.id());
    }

    List<PlanningProblem.Offer> offers() {
        return offers;
    }

    List<PlanningProblem.Item> items(Map<Integer, List<Integer>> routingsOf) {
        var items = new ArrayList<PlanningProblem.Item>();
        for (Node material : materials) {
            int place = items.size();
            items.add(new PlanningProblem.Item(
                    place,
                    material.id(),
                    material.name(),
                    material.text(UNIT),
                    isWhole(material),
                    standardCost(material),
                    material.numberOr(SAFETY_STOCK, 0),
                    lotSize(material),
                    material.out(RelationType.MEMBER_OF).stream()
                            .map(r -> r.to().id())
                            .findFirst()
                            .orElse(null),
                    routingsOf.getOrDefault(place, List.of()),
                    offersOf.getOrDefault(place, List.of())));
        }
        return items;
    }

    /** A largest lot that does not hold the smallest one is read as just that one. */
    private static LotSize lotSize(Node material) {
        double minimum = Math.max(0, material.numberOr(LOT_MINIMUM, 0));
        double multiple = Math.max(0, material.numberOr(LOT_MULTIPLE, 0));
        double smallest = new LotSize(minimum, multiple, Double.POSITIVE_INFINITY).covering(0);
        double maximum = material.numberOr(LOT_MAXIMUM, Double.POSITIVE_INFINITY);
        return new LotSize(minimum, multiple, Math.max(maximum, Math.max(smallest, multiple)));
    }

    /** @param now the overlay that quantities and expiry are read through */
    List<PlanningProblem.Stock> stocks(Adjustments now, Sites sites) {
        var stocks = new ArrayList<PlanningProblem.Stock>();
        for (Node lot : snapshot.nodes(NodeType.STOCK_LOT)) {
            for (Relation held : lot.out(RelationType.FOR)) {
                double quantity = now.value(Dimension.STOCK_ACCURACY, lot.number(QUANTITY), held.to());
                if (knows(held.to()) && quantity > 0) {
                    stocks.add(new PlanningProblem.Stock(
                            stocks.size(),
                            lot.id(),
                            placeOf(held.to()),
                            quantity,
                            lot.findNumber(UNIT_COST).orElseGet(() -> standardCost(held.to())),
                            expires(lot, held.to(), now),
                            sites.of(lot, held.to()).orElse(null)));
                }
            }
        }
        return stocks;
    }

    List<PlanningProblem.Receipt> receipts() {
        var receipts = new ArrayList<PlanningProblem.Receipt>();
        for (Node purchase : snapshot.nodes(NodeType.PURCHASE_ORDER)) {
            if (!purchase.text(STATUS).equals("open")) {
                continue;
            }
            for (Relation of : purchase.out(RelationType.FOR)) {
                if (knows(of.to())) {
                    receipts.add(receipt(receipts.size(), purchase, of.to()));
                }
            }
        }
        for (Node work : snapshot.nodes(NodeType.WORK_ORDER)) {
            if (!work.text(STATUS).equals("open") || isMovable(work)) {
                continue;
            }
            for (Relation of : work.out(RelationType.FOR)) {
                if (knows(of.to())) {
                    receipts.add(inWork(receipts.size(), work, of.to()));
                }
            }
        }
        return receipts;
    }

    /** Work that has not begun and that may be moved is planned anew, in the quantity and at the time it is needed. */
    private static boolean isMovable(Node work) {
        return !work.findFlag(FROZEN).orElse(true);
    }

    private PlanningProblem.Receipt inWork(int index, Node work, Node material) {
        return new PlanningProblem.Receipt(
                index,
                work.id(),
                placeOf(material),
                work.number(QUANTITY),
                arrives(work),
                standardCost(material),
                "",
                0,
                true);
    }

    /** What is overdue is expected on the next day, not in the past. */
    private int arrives(Node order) {
        LocalDate due = order.date(DUE_DATE).isAfter(asOf) ? order.date(DUE_DATE) : asOf.plusDays(1);
        return (int) ChronoUnit.DAYS.between(asOf, due) * DAY;
    }

    private PlanningProblem.Receipt receipt(int index, Node purchase, Node material) {
        Optional<Node> supplier = purchase.out(RelationType.PLACED_WITH).stream()
                .map(Relation::to)
                .findFirst();
        return new PlanningProblem.Receipt(
                index,
                purchase.id(),
                placeOf(material),
                purchase.number(QUANTITY),
                arrives(purchase),
                prices.agreed(purchase).orElseGet(() -> standardCost(material)),
                supplier.map(Node::id).orElse(""),
                supplier.map(s -> (int) PaymentTerms.with(s)).orElse(PaymentTerms.USUAL_DAYS),
                false,
                Prices.agreedIn(purchase),
                supplier.map(Prices::isForeign).orElse(false),
                supplier.map(s -> prices.dutyPercent(s, material, asOf.plusDays(arrives(purchase) / DAY)))
                        .orElse(0.0));
    }

    private void addOffer(Relation supplies) {
        Node supplier = supplies.from();
        Node material = supplies.to();
        double minimum = supplies.numberOr(MINIMUM_QUANTITY, 0);
        double onTime = adjustments.value(
                Dimension.SUPPLY_ON_TIME, supplies.numberOr(ON_TIME_PERCENT, 100), supplier, material);
        // expected lead time: the agreed one plus the usual delay times its probability
        double late = Math.clamp(1 - onTime / 100, 0, 1) * supplies.numberOr(LEAD_TIME_SPREAD_DAYS, 0);
        double days = adjustments.value(Dimension.SUPPLY_LEAD_TIME, supplies.number(LEAD_TIME_DAYS), supplier, material)
                + late;
        int place = placeOf(material);
        offersOf.computeIfAbsent(place, p -> new ArrayList<>()).add(offers.size());
        offers.add(new PlanningProblem.Offer(
                offers.size(),
                supplier.id(),
                supplier.name(),
                place,
                adjustments.value(Dimension.PURCHASE_PRICE, prices.withoutVat(supplies, minimum), supplier, material),
                prices.tiers(supplies, minimum),
                prices.dutyPercent(supplier, material),
                (int) Math.round(Math.max(0, days) * DAY),
                minimum,
                supplies.numberOr(MULTIPLE, 0),
                // who accepts a minimum order can deliver one, even where a weekly capacity that moves would say
                // otherwise
                Math.max(
                        minimum,
                        adjustments.value(
                                Dimension.SUPPLY_CAPACITY,
                                supplies.numberOr(CAPACITY_PER_WEEK, Double.POSITIVE_INFINITY),
                                supplier,
                                material)),
                Math.clamp(onTime, 0, 100),
                Math.clamp(
                        adjustments.value(
                                Dimension.SUPPLY_REJECT, supplies.numberOr(REJECT_PERCENT, 0), supplier, material),
                        0,
                        99),
                PaymentTerms.of(supplies, supplier),
                Prices.isForeign(supplier),
                supplies.numberOr(SHARE_PERCENT, 0),
                calendars.closedDays(supplier),
                Prices.currency(supplies),
                rebate(supplies, material),
                prices.dutySteps(supplier, material)));
    }

    private @Nullable Rebate rebate(Relation supplies, Node material) {
        Optional<Curve> tiers = supplies.findCurve(REBATE_TIERS);
        if (tiers.isEmpty()) {
            return null;
        }
        int months = switch (supplies.findText(REBATE_PERIOD).orElse("quarter")) {
            case "month" -> 1;
            case "year" -> 12;
            default -> 3;
        };
        double quantity = 0;
        double value = 0;
        LocalDate from = new Rebate(tiers.get(), months, 0, 0).firstDay(asOf);
        for (Node purchase : snapshot.nodes(NodeType.PURCHASE_ORDER)) {
            boolean arrived = purchase.findDate(DELIVERED_DATE)
                    .filter(day -> !day.isBefore(from) && day.isBefore(asOf))
                    .isPresent();
            if (arrived && isOf(purchase, supplies.from(), material)) {
                double good = purchase.numberOr(DELIVERED_QUANTITY, purchase.number(QUANTITY))
                        - purchase.numberOr(REJECTED_QUANTITY, 0);
                quantity += good;
                value += good * prices.agreed(purchase).orElseGet(() -> standardCost(material));
            }
        }
        return new Rebate(tiers.get(), months, quantity, value);
    }

    private static boolean isOf(Node purchase, Node supplier, Node material) {
        return purchase.out(RelationType.PLACED_WITH).stream().anyMatch(r -> r.to().equals(supplier))
                && purchase.out(RelationType.FOR).stream().anyMatch(r -> r.to().equals(material));
    }

    private int expires(Node lot, Node material, Adjustments now) {
        return lot.findDate(EXPIRY_DATE)
                .map(day -> {
                    double left = ChronoUnit.DAYS.between(asOf, day);
                    double pace = Math.max(0.01, now.value(Dimension.STOCK_DECAY, 1, material));
                    return (int) Math.max(0, Math.floor(left / pace) * DAY);
                })
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether only whole units of it exist. */
    static boolean isWhole(Node material) {
        return !DIVISIBLE.contains(material.text(UNIT).toLowerCase(Locale.ROOT));
    }

    /** What stock without a cost is valued at: the standard cost, else the first offer's price. */
    private double standardCost(Node material) {
        return material.findNumber(STANDARD_COST).orElseGet(() -> {
            List<Integer> own = offersOf.getOrDefault(placeOf(material), List.of());
            return own.isEmpty() ? 0 : offers.get(own.getFirst()).price();
        });
    }
}

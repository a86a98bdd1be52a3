package io.sandtable.simulation.backtest;

import static io.sandtable.model.Attributes.BOOK_VALUE;
import static io.sandtable.model.Attributes.CURRENCY;
import static io.sandtable.model.Attributes.DELIVERED_DATE;
import static io.sandtable.model.Attributes.DELIVERED_QUANTITY;
import static io.sandtable.model.Attributes.DELIVERY_MODE;
import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.LABOUR_RATE;
import static io.sandtable.model.Attributes.MOVED_DATE;
import static io.sandtable.model.Attributes.ORDER_DATE;
import static io.sandtable.model.Attributes.POINTS;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.RECEIVED_DATE;
import static io.sandtable.model.Attributes.REJECTED_QUANTITY;
import static io.sandtable.model.Attributes.SETUP;
import static io.sandtable.model.Attributes.STANDARD_COST;
import static io.sandtable.model.Attributes.STATUS;
import static io.sandtable.model.Attributes.STROKES_USED;
import static io.sandtable.model.Attributes.UNIT_COST;
import static io.sandtable.model.Attributes.VALID_FROM;
import static io.sandtable.model.Attributes.VALID_TO;

import io.sandtable.model.Attribute;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import io.sandtable.model.SnapshotBuilder;
import io.sandtable.model.Thing;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The business as it was known on the morning of a day: every fact that bears a date counts by it, and nothing dated on that day or later is there. What
 * speaks of today only (balances, wear, what is set up) is left out; master data without a date is taken as it stands, and so is stock whose moves nobody wrote down. The list stands in
 * docs/reference/backtest.md.
 */
final class KnownThen {
    private static final double NOTHING = 1e-6;
    /** Facts of no day but today, rules that somebody confirmed since, and what is about our own work. */
    private static final Set<NodeType> OF_TODAY =
            Set.of(NodeType.ACCOUNT, NodeType.RULE, NodeType.DECISION, NodeType.EVIDENCE);

    private static final Set<RelationType> MOVES = Set.of(RelationType.CAME_FROM, RelationType.SHIPPED_FOR);

    private final BusinessSnapshot today;
    private final LocalDate day;
    private final OpenDays open;
    private final SnapshotBuilder then = new SnapshotBuilder();
    private final Set<String> kept = new HashSet<>();
    /** Goods of which somebody wrote down when they left a lot. Of others nobody knows what was there: today's stock stands in for it. */
    private final Set<Node> recorded;

    private KnownThen(BusinessSnapshot today, LocalDate day, OpenDays open) {
        this.today = today;
        this.day = day;
        this.open = open;
        this.recorded = goods(today, Lots::isMoveDated);
    }

    /** How many goods are in stock of which nobody wrote down when they left a lot, so that today's stock stands in for what was there. */
    static int unrecorded(BusinessSnapshot today) {
        Set<Node> inStock = goods(today, lot -> lot.numberOr(QUANTITY, 0) > NOTHING);
        inStock.removeAll(goods(today, Lots::isMoveDated));
        return inStock.size();
    }

    private static Set<Node> goods(BusinessSnapshot today, Predicate<Node> ofLots) {
        return today.nodes(NodeType.STOCK_LOT).stream()
                .filter(ofLots)
                .flatMap(lot -> lot.out(RelationType.FOR).stream())
                .map(Relation::to)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The business as it was known then, with demand that was expected then.
     *
     * @param open what is due while the house is closed must leave before
     */
    static BusinessSnapshot of(BusinessSnapshot today, LocalDate day, OpenDays open, List<ForecastOrder> expected) {
        var known = new KnownThen(today, day, open);
        for (NodeType type : NodeType.values()) {
            if (!OF_TODAY.contains(type)) {
                today.nodes(type).forEach(known::keep);
            }
        }
        for (RelationType type : RelationType.values()) {
            if (!MOVES.contains(type)) {
                today.relations(type).forEach(known::keep);
            }
        }
        known.expect(expected);
        return known.then.build();
    }

    private void keep(Node node) {
        if (isBefore(node, VALID_FROM)) {
            valuesThen(node).ifPresent(values -> {
                kept.add(node.id());
                forgetEnd(values);
                then.add(new Fact.NodeFact(
                        node.type(),
                        node.id(),
                        values,
                        node.source().evidence(),
                        node.source().row()));
            });
        }
    }

    private void keep(Relation relation) {
        if (kept.contains(relation.from().id())
                && kept.contains(relation.to().id())
                && isBefore(relation, VALID_FROM)) {
            Map<String, Object> values = new TreeMap<>(relation.values());
            forgetEnd(values);
            then.add(new Fact.RelationFact(
                    relation.type(),
                    relation.from().id(),
                    relation.to().id(),
                    relation.variant(),
                    values,
                    relation.source().evidence(),
                    relation.source().row()));
        }
    }

    /** Without a date it always was. */
    private boolean isBefore(Thing thing, Attribute attribute) {
        return thing.findDate(attribute).map(date -> date.isBefore(day)).orElse(true);
    }

    /** That something would end was not known before; the last price list is taken to go on. */
    private void forgetEnd(Map<String, Object> values) {
        if (values.get(VALID_TO.name()) instanceof LocalDate end && !end.isBefore(day.minusDays(1))) {
            values.remove(VALID_TO.name());
        }
    }

    /** Empty where it was not there. */
    private Optional<Map<String, Object>> valuesThen(Node node) {
        Map<String, Object> values = new TreeMap<>(node.values());
        return switch (node.type()) {
            case ORDER -> order(node, values);
            case PURCHASE_ORDER -> purchase(node, values);
            case WORK_ORDER -> work(node, values);
            case STOCK_LOT -> lot(node, values);
            case PRICE_SERIES -> series(node, values);
            case MATERIAL -> {
                lastCost(node).ifPresent(cost -> values.put(STANDARD_COST.name(), cost));
                yield Optional.of(values);
            }
            case ENERGY -> {
                lastRate(node).ifPresent(rate -> values.put(PRICE.name(), rate));
                yield Optional.of(values);
            }
            case EQUIPMENT -> {
                values.keySet().removeAll(Set.of(STROKES_USED.name(), SETUP.name(), BOOK_VALUE.name()));
                lastRate(node).ifPresent(rate -> values.put(LABOUR_RATE.name(), rate));
                yield Optional.of(values);
            }
            default -> Optional.of(values);
        };
    }

    /** Open orders entered by then; who closed an order undelivered did not say when, so it is not counted on. */
    private Optional<Map<String, Object>> order(Node order, Map<String, Object> values) {
        if (!order.has(ORDER_DATE) || !isBefore(order, ORDER_DATE)) {
            return Optional.empty();
        }
        double shipped = 0;
        boolean everShipped = order.has(DELIVERED_DATE);
        for (Relation move : order.in(RelationType.SHIPPED_FOR)) {
            everShipped = true;
            Optional<LocalDate> moved = move.findDate(MOVED_DATE).or(() -> order.findDate(DELIVERED_DATE));
            shipped += moved.filter(m -> m.isBefore(day)).isPresent() ? move.numberOr(QUANTITY, 0) : 0;
        }
        if (order.in(RelationType.SHIPPED_FOR).isEmpty()
                && order.has(DELIVERED_DATE)
                && isBefore(order, DELIVERED_DATE)) {
            shipped = order.numberOr(DELIVERED_QUANTITY, order.number(QUANTITY));
        }
        if (shipped >= order.number(QUANTITY) - NOTHING || order.text(STATUS).equals("closed") && !everShipped) {
            return Optional.empty();
        }
        values.put(STATUS.name(), "open");
        values.put(DELIVERED_QUANTITY.name(), shipped);
        values.put(DUE_DATE.name(), open.lastBy(order.date(DUE_DATE)));
        values.remove(DELIVERED_DATE.name());
        return Optional.of(values);
    }

    private Optional<Map<String, Object>> purchase(Node purchase, Map<String, Object> values) {
        if (!purchase.has(ORDER_DATE)
                || !isBefore(purchase, ORDER_DATE)
                || purchase.has(DELIVERED_DATE) && isBefore(purchase, DELIVERED_DATE)
                || purchase.text(STATUS).equals("closed") && !purchase.has(DELIVERED_DATE)) {
            return Optional.empty();
        }
        values.put(STATUS.name(), "open");
        values.keySet().removeAll(Set.of(DELIVERED_DATE.name(), DELIVERED_QUANTITY.name(), REJECTED_QUANTITY.name()));
        return Optional.of(values);
    }

    /** Work was in the house once something was issued to it, until its first lot came out of it. */
    private Optional<Map<String, Object>> work(Node work, Map<String, Object> values) {
        boolean begun = work.out(RelationType.CAME_FROM).stream().anyMatch(this::hadMoved);
        boolean done = work.in(RelationType.CAME_FROM).stream().anyMatch(this::hadMoved);
        if (!begun || done) {
            return Optional.empty();
        }
        values.put(STATUS.name(), "open");
        return Optional.of(values);
    }

    private boolean hadMoved(Relation move) {
        return move.has(MOVED_DATE) && isBefore(move, MOVED_DATE);
    }

    private Optional<Map<String, Object>> lot(Node lot, Map<String, Object> values) {
        if (lot.out(RelationType.FOR).stream().map(Relation::to).noneMatch(recorded::contains)) {
            values.computeIfPresent(RECEIVED_DATE.name(), (name, today) -> day.minusDays(1));
            return Optional.of(values);
        }
        double left = Lots.leftBefore(lot, day);
        if (!isBefore(lot, RECEIVED_DATE) || left <= NOTHING) {
            return Optional.empty();
        }
        values.put(QUANTITY.name(), left);
        return Optional.of(values);
    }

    private Optional<Map<String, Object>> series(Node series, Map<String, Object> values) {
        var points = series.findSeries(POINTS).orElseThrow().points().headMap(day, false);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        values.put(POINTS.name(), new Series(points).toString());
        return Optional.of(values);
    }

    /** What the last lot of it that had come by then cost per unit. */
    private OptionalDouble lastCost(Node material) {
        return material.in(RelationType.FOR).stream()
                .map(Relation::from)
                .filter(lot -> lot.type() == NodeType.STOCK_LOT
                        && lot.has(UNIT_COST)
                        && lot.has(RECEIVED_DATE)
                        && isBefore(lot, RECEIVED_DATE))
                .max(Comparator.<Node, LocalDate>comparing(lot -> lot.date(RECEIVED_DATE))
                        .thenComparing(Node::id))
                .map(lot -> OptionalDouble.of(lot.number(UNIT_COST)))
                .orElse(OptionalDouble.empty());
    }

    /** The last value of a series of prices that is kept for it. */
    private OptionalDouble lastRate(Node of) {
        return of.in(RelationType.FOR).stream()
                .map(Relation::from)
                .filter(series -> series.type() == NodeType.PRICE_SERIES && series.has(CURRENCY))
                .flatMapToDouble(series -> series.findSeries(POINTS).orElseThrow().asOf(day.minusDays(1)).stream())
                .findFirst();
    }

    private void expect(List<ForecastOrder> expected) {
        var method = new Evidence(
                "EVI-BACKTEST-FORECAST", Origin.DERIVED, "forecast", null, day.minusDays(1), null, "DemandForecast");
        int number = 0;
        for (ForecastOrder order : expected) {
            String id = "ORD-FORECAST-%05d".formatted(++number);
            then.add(new Fact.NodeFact(
                    NodeType.ORDER,
                    id,
                    Map.of(
                            STATUS.name(), "open",
                            DUE_DATE.name(), order.due(),
                            QUANTITY.name(), order.quantity(),
                            PRICE.name(), order.price(),
                            DELIVERY_MODE.name(), "partial"),
                    method,
                    ""));
            then.add(new Fact.RelationFact(RelationType.FOR, id, order.product(), "", Map.of(), method, ""));
        }
    }
}

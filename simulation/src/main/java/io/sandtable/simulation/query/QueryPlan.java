package io.sandtable.simulation.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Window;
import io.sandtable.simulation.query.QueryRefused.Code;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about the records, typed: nothing of its words is left in it.
 *
 * @param filter ids that a line must be about, one of each grouping; a family stands for its materials
 * @param from first day; null takes all that is recorded
 * @param to last day, never after the day the data speaks of
 * @param ascending whether the smallest comes first
 * @param limit how many groups are asked for; empty: all
 * @param clipped whether a part of the time asked for is still to come
 */
public record QueryPlan(
        Metric metric,
        Subject subject,
        Grouping grouping,
        Map<Grouping, Set<String>> filter,
        @Nullable LocalDate from,
        LocalDate to,
        boolean ascending,
        OptionalInt limit,
        boolean clipped) {
    public QueryPlan {
        var copy = new EnumMap<Grouping, Set<String>>(Grouping.class);
        filter.forEach((by, ids) -> copy.put(by, Set.copyOf(ids)));
        filter = Collections.unmodifiableMap(copy);
    }

    /**
     * What the records are asked.
     *
     * @param asOf the day the data speaks of
     * @throws QueryRefused where the records cannot tell
     */
    public static QueryPlan of(Condition.Query query, BusinessSnapshot snapshot, LocalDate asOf) {
        Metric metric = Metric.of(query.metric());
        Map<Grouping, Set<String>> filter = filter(query, snapshot);
        Grouping asked = query.groupBy().map(Grouping::valueOf).orElse(null);
        Subject subject = subject(metric, asked, filter, query, snapshot, asOf);
        if (asked != null && !subject.knows(asked)) {
            throw new QueryRefused(Code.GROUP_NOT_RECORDED, metric.code(), asked.name());
        }
        for (Map.Entry<Grouping, Set<String>> named : filter.entrySet()) {
            if (!subject.knows(named.getKey())) {
                throw new QueryRefused(
                        Code.NAME_NOT_RECORDED,
                        metric.code(),
                        named.getValue().iterator().next());
            }
        }
        LocalDate from = query.window().from();
        LocalDate to = query.window().to();
        if (from != null && from.isAfter(asOf)) {
            throw new QueryRefused(Code.FUTURE, from.toString(), asOf.toString());
        }
        boolean clipped = to != null && to.isAfter(asOf);
        return new QueryPlan(
                metric,
                subject,
                asked != null ? asked : usual(metric, subject),
                filter,
                subject == Subject.BALANCES ? asOf : from,
                to == null || clipped ? asOf : to,
                query.order().filter("ASC"::equals).isPresent(),
                query.limit().map(OptionalInt::of).orElse(OptionalInt.empty()),
                clipped && subject != Subject.BALANCES);
    }

    private static Map<Grouping, Set<String>> filter(Condition.Query query, BusinessSnapshot snapshot) {
        var filter = new EnumMap<Grouping, Set<String>>(Grouping.class);
        for (String id : query.entities()) {
            Node node = snapshot.node(id);
            if (node.type() == NodeType.FAMILY) {
                Set<String> members = new HashSet<>();
                members(node, members);
                if (members.isEmpty()) {
                    throw new QueryRefused(Code.NAME_NOT_RECORDED, query.metric(), id);
                }
                filter.computeIfAbsent(Grouping.MATERIAL, g -> new HashSet<>()).addAll(members);
                continue;
            }
            Grouping grouping = Grouping.of(node.type())
                    .orElseThrow(() -> new QueryRefused(Code.NAME_NOT_RECORDED, query.metric(), id));
            filter.computeIfAbsent(grouping, g -> new HashSet<>()).add(node.id());
        }
        return filter;
    }

    private static void members(Node family, Set<String> into) {
        for (Relation member : family.in(RelationType.MEMBER_OF)) {
            if (into.add(member.from().id()) && member.from().type() == NodeType.FAMILY) {
                members(member.from(), into);
            }
        }
    }

    private static Subject subject(
            Metric metric,
            @Nullable Grouping asked,
            Map<Grouping, Set<String>> filter,
            Condition.Query query,
            BusinessSnapshot snapshot,
            LocalDate asOf) {
        boolean ofSuppliers = asked == Grouping.SUPPLIER
                || filter.containsKey(Grouping.SUPPLIER)
                || asked != Grouping.CUSTOMER
                        && !filter.containsKey(Grouping.CUSTOMER)
                        && isBought(filter.getOrDefault(Grouping.MATERIAL, Set.of()), snapshot);
        return switch (metric) {
            case MARGIN, LOSS, REVENUE -> Subject.SALES;
            case PURCHASE -> Subject.RECEIPTS;
            case LATENESS, OTD, FILL_RATE -> ofSuppliers ? Subject.PURCHASES_DUE : Subject.ORDERS_DUE;
            case DOWNTIME -> Subject.SHUTDOWNS;
            case PRICE -> {
                if (filter.isEmpty()) {
                    throw new QueryRefused(Code.PRICE_OF_WHAT);
                }
                yield filter.containsKey(Grouping.ENERGY)
                        ? Subject.SERIES
                        : ofSuppliers ? Subject.RECEIPTS : Subject.SALES;
            }
            case CASH ->
                asked == null && filter.isEmpty() && isOfToday(query.window(), asOf) ? Subject.BALANCES : Subject.TERMS;
        };
    }

    private static boolean isOfToday(Window window, LocalDate asOf) {
        return window.contains(asOf) && (window.from() == null || window.from().equals(asOf));
    }

    /** Whether all of them are bought, by the purchases on record. */
    private static boolean isBought(Set<String> materials, BusinessSnapshot snapshot) {
        return !materials.isEmpty()
                && materials.stream()
                        .allMatch(id -> snapshot.node(id).in(RelationType.FOR).stream()
                                .anyMatch(r -> r.from().type() == NodeType.PURCHASE_ORDER));
    }

    private static Grouping usual(Metric metric, Subject subject) {
        return switch (subject) {
            case SHUTDOWNS -> Grouping.EQUIPMENT;
            case BALANCES -> Grouping.ACCOUNT;
            case SERIES -> Grouping.ENERGY;
            default -> metric == Metric.PRICE ? Grouping.MATERIAL : Grouping.MONTH;
        };
    }

    /** The same for why it changed: a balance changes by what moved. */
    QueryPlan ofChanges() {
        return subject == Subject.BALANCES
                ? new QueryPlan(metric, Subject.TERMS, Grouping.MONTH, filter, null, to, ascending, limit, clipped)
                : this;
    }

    /** The figure, as a column. */
    public Measure lead() {
        return metric.measures(subject).getFirst();
    }

    /** Whether a line is asked for by what it is about, whenever it was. */
    boolean isAbout(Line line) {
        return filter.entrySet().stream()
                .allMatch(f -> f.getValue().contains(line.keys().getOrDefault(f.getKey(), "")));
    }

    boolean isIn(Line line) {
        return (from == null || !line.day().isBefore(from)) && !line.day().isAfter(to);
    }
}

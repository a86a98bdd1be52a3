package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.DeliveryStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a plan are wanted, and how they are sorted.
 *
 * @param show all, late or short
 * @param customer id, {@code family} id, {@code number} part of an order number; empty for all
 * @param sort a column, with − before it for the greatest first
 */
record OrderFilter(String show, String customer, String family, String number, String sort) {
    private static final Map<String, Comparator<OrderLine>> COLUMNS = Map.of(
            "number", Comparator.comparing(OrderLine::number),
            "customer", Comparator.comparing(OrderLine::customer),
            "item", Comparator.comparing(OrderLine::item),
            "quantity", Comparator.comparingDouble(OrderLine::quantity),
            "due", Comparator.comparing(OrderLine::due),
            "planned",
                    Comparator.comparing(
                            OrderLine::planned, Comparator.nullsLast(Comparator.<java.time.LocalDate>naturalOrder())),
            "late",
                    Comparator.comparingInt(OrderLine::lateDays)
                            .thenComparing(line -> line.status().isShort()),
            "value", Comparator.comparing(OrderLine::value));

    static OrderFilter of(
            @Nullable String show,
            @Nullable String customer,
            @Nullable String family,
            @Nullable String number,
            @Nullable String sort) {
        String column = sort == null || sort.isBlank() ? "due" : sort;
        return new OrderFilter(
                show != null && (show.equals("late") || show.equals("short")) ? show : "all",
                customer == null ? "" : customer,
                family == null ? "" : family,
                number == null ? "" : number.strip(),
                COLUMNS.containsKey(column.replaceFirst("^-", "")) ? column : "due");
    }

    boolean test(OrderLine line) {
        return switch (show) {
                    case "late" -> line.status() == DeliveryStatus.LATE;
                    case "short" -> line.status().isShort();
                    default -> true;
                }
                && (customer.isEmpty() || customer.equals(line.customerId()))
                && (family.isEmpty() || family.equals(line.familyId()))
                && line.number().toLowerCase(Locale.ROOT).contains(number.toLowerCase(Locale.ROOT));
    }

    /** Those that fit, sorted; what is alike by due day and number. */
    List<OrderLine> of(List<OrderLine> all) {
        return all.stream().filter(this::test).sorted(order()).toList();
    }

    private Comparator<OrderLine> order() {
        boolean falling = sort.startsWith("-");
        Comparator<OrderLine> column =
                java.util.Objects.requireNonNull(COLUMNS.get(falling ? sort.substring(1) : sort));
        return (falling ? column.reversed() : column)
                .thenComparing(OrderLine::due)
                .thenComparing(OrderLine::number)
                .thenComparingInt(OrderLine::demand);
    }

    /** What the footer says of the orders that fit. */
    record Totals(int orders, int onTime, int late, int shorts, int lateDays, Money value) {
        static Totals of(List<OrderLine> lines) {
            return new Totals(
                    lines.size(),
                    (int) lines.stream()
                            .filter(l -> l.status() == DeliveryStatus.ON_TIME)
                            .count(),
                    (int) lines.stream()
                            .filter(l -> l.status() == DeliveryStatus.LATE)
                            .count(),
                    (int) lines.stream().filter(l -> l.status().isShort()).count(),
                    lines.stream().mapToInt(OrderLine::lateDays).sum(),
                    lines.stream().map(OrderLine::value).reduce(Money.fen(0), Money::plus));
        }
    }
}

package io.sandtable.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A confirmed statement with typed values: what the planner has to obey or to assume, one record per kind. */
public sealed interface Condition {

    /** Demand for products, families or customers moves; no entity means all of it. */
    record DemandChange(Stance stance, List<String> entities, Quantity change, Window window) implements Condition {}

    /** A share (percent) of capacity stays free; beneficiary {@code rush} or a customer's id. */
    record CapacityReservation(
            Stance stance, List<String> resources, double percent, Optional<String> beneficiary, Window window)
            implements Condition {}

    /** Capacity moves, or is capped where a comparison is given. */
    record CapacityChange(
            Stance stance, List<String> resources, Optional<Comparison> limit, Quantity change, Window window)
            implements Condition {}

    record PriceChange(Stance stance, List<String> entities, Quantity change, Window window) implements Condition {}

    /** Lead time in calendar days is set, added to, multiplied or moved by percent. */
    record LeadTimeChange(Stance stance, List<String> entities, Quantity change, Window window) implements Condition {}

    /** Suppliers do not deliver in the window, or every year around the festival (Chinese name). */
    record SupplierShutdown(Stance stance, List<String> suppliers, Optional<Window> window, Optional<String> festival)
            implements Condition {}

    /** Machines are down all window long, or for some days anywhere inside it, or between two times of day. */
    record ResourceDowntime(
            Stance stance,
            List<String> resources,
            Window window,
            Optional<Integer> floatingDays,
            Optional<TimeOfDay> timeOfDay)
            implements Condition {}

    /** Cash never falls below an amount of CNY. */
    record CashFloor(Stance stance, Quantity floor, Window window) implements Condition {}

    /** Spending of a category (purchase, capex; none: all) inside the window stays within CNY, or CNY per period. */
    record BudgetCap(Stance stance, List<String> entities, Optional<String> category, Quantity cap, Window window)
            implements Condition {}

    /** Gross margin in percent. */
    record MarginFloor(Stance stance, List<String> entities, double percent, Window window) implements Condition {}

    /** On-time delivery ({@code OTD}) or {@code FILL_RATE} in percent. */
    record ServiceLevel(Stance stance, List<String> entities, String metric, double percent, Window window)
            implements Condition {}

    record EmissionCap(Stance stance, List<String> entities, Quantity cap, Window window) implements Condition {}

    record EnergyCap(Stance stance, List<String> entities, Quantity cap, Window window) implements Condition {}

    /** Nothing (or not the named materials) from these suppliers; entities in order of mention. */
    record SourcingBan(Stance stance, List<String> entities, Window window) implements Condition {}

    /** The named materials only from the named suppliers; entities in order of mention. */
    record SourcingAllowOnly(Stance stance, List<String> entities, Window window) implements Condition {}

    /** The operations may, or may not, leave the house. */
    record ConfidentialProcess(Stance stance, List<String> processes, boolean mayLeave, Window window)
            implements Condition {}

    /** Orders, or all goods of customers, arrive by the deadline. */
    record MustDeliver(Stance stance, List<String> entities, LocalDate deadline, Window window) implements Condition {}

    /** Overtime in hours per period, such as {@code h/week}. */
    record OvertimeLimit(Stance stance, List<String> resources, Quantity limit, Window window) implements Condition {}

    /** A shift ({@code night}, {@code weekend}) is not worked. */
    record ShiftBan(Stance stance, List<String> resources, String shift, Window window) implements Condition {}

    /** What to favour: cash, delivery, margin or carbon. */
    record Objective(String goal) implements Condition {}

    /** How binding or certain it is; the weight (1 … 100) counts for preferences only. */
    record Stance(Modality modality, int weight) {}

    /** Wall-clock times such as 12:00 and 18:00. */
    record TimeOfDay(String from, String to) {}

    /** The typed form of an accepted statement. */
    static Condition of(Statement s) {
        return switch (s.kind()) {
            case DEMAND_CHANGE -> new DemandChange(stance(s), s.entities(), quantity(s), window(s));
            case CAPACITY_RESERVATION ->
                new CapacityReservation(
                        stance(s), s.entities(), quantity(s).value(), text(s, "beneficiary"), window(s));
            case CAPACITY_CHANGE ->
                new CapacityChange(
                        stance(s), s.entities(), Optional.ofNullable(s.comparator()), quantity(s), window(s));
            case PRICE_CHANGE -> new PriceChange(stance(s), s.entities(), quantity(s), window(s));
            case LEAD_TIME_CHANGE -> new LeadTimeChange(stance(s), s.entities(), quantity(s), window(s));
            case SUPPLIER_SHUTDOWN ->
                new SupplierShutdown(stance(s), s.entities(), Optional.ofNullable(s.window()), festival(s));
            case RESOURCE_DOWNTIME ->
                new ResourceDowntime(
                        stance(s),
                        s.entities(),
                        window(s),
                        Optional.ofNullable((Integer) s.slots().get("durationDays")),
                        timeOfDay(s));
            case CASH_FLOOR -> new CashFloor(stance(s), quantity(s), window(s));
            case BUDGET_CAP -> new BudgetCap(stance(s), s.entities(), text(s, "category"), quantity(s), window(s));
            case MARGIN_FLOOR ->
                new MarginFloor(stance(s), s.entities(), quantity(s).value(), window(s));
            case SERVICE_LEVEL ->
                new ServiceLevel(
                        stance(s),
                        s.entities(),
                        text(s, "metric").orElseThrow(() -> incomplete(s, "slots.metric")),
                        quantity(s).value(),
                        window(s));
            case EMISSION_CAP -> new EmissionCap(stance(s), s.entities(), quantity(s), window(s));
            case ENERGY_CAP -> new EnergyCap(stance(s), s.entities(), quantity(s), window(s));
            case SOURCING_BAN -> new SourcingBan(stance(s), s.entities(), window(s));
            case SOURCING_ALLOW_ONLY -> new SourcingAllowOnly(stance(s), s.entities(), window(s));
            case CONFIDENTIAL_PROCESS ->
                new ConfidentialProcess(
                        stance(s), s.entities(), Boolean.TRUE.equals(s.slots().get("outsourcing")), window(s));
            case MUST_DELIVER ->
                new MustDeliver(
                        stance(s),
                        s.entities(),
                        LocalDate.parse(text(s, "deadline").orElseThrow(() -> incomplete(s, "slots.deadline"))),
                        window(s));
            case OVERTIME_LIMIT -> new OvertimeLimit(stance(s), s.entities(), quantity(s), window(s));
            case SHIFT_BAN ->
                new ShiftBan(
                        stance(s),
                        s.entities(),
                        text(s, "shift").orElseThrow(() -> incomplete(s, "slots.shift")),
                        window(s));
            case OBJECTIVE -> new Objective(text(s, "goal").orElseThrow(() -> incomplete(s, "slots.goal")));
        };
    }

    private static Stance stance(Statement s) {
        Modality modality = present(s, s.modality(), "modality");
        return new Stance(modality, s.slots().get("weight") instanceof Integer weight ? weight : 10);
    }

    private static Quantity quantity(Statement s) {
        return present(s, s.quantity(), "quantity");
    }

    private static Window window(Statement s) {
        return Objects.requireNonNullElse(s.window(), Window.ALWAYS);
    }

    private static Optional<String> text(Statement s, String slot) {
        return Optional.ofNullable((String) s.slots().get(slot));
    }

    private static Optional<String> festival(Statement s) {
        return Optional.ofNullable(s.recurrence())
                .filter(r -> r.startsWith("CN_FESTIVAL:"))
                .map(r -> r.substring("CN_FESTIVAL:".length()));
    }

    private static Optional<TimeOfDay> timeOfDay(Statement s) {
        return s.slots().get("timeOfDay") instanceof List<?> ends && ends.size() == 2
                ? Optional.of(
                        new TimeOfDay(ends.getFirst().toString(), ends.getLast().toString()))
                : Optional.empty();
    }

    private static <T> T present(Statement s, @Nullable T value, String field) {
        if (value == null) {
            throw incomplete(s, field);
        }
        return value;
    }

    private static IllegalArgumentException incomplete(Statement s, String field) {
        return new IllegalArgumentException("%s '%s' has no %s; an accepted statement of this kind has one. Ask again."
                .formatted(s.kind(), s.source().text(), field));
    }
}

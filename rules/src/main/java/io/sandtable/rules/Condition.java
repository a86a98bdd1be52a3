package io.sandtable.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A confirmed statement with typed values: what the planner has to obey or to assume, one record per kind. */
public sealed interface Condition {
    /** How binding or certain it is; where nothing says so, it binds. */
    default Stance stance() {
        return Stance.BINDING;
    }

    /** Moves a figure that plans start from and binds none of them; all other conditions are rules. */
    sealed interface Supposition extends Condition {}

    /** Demand for products, families or customers moves; no entity means all of it. */
    record DemandChange(Stance stance, List<String> entities, Quantity change, Window window) implements Supposition {}

    /** A share (percent) of capacity stays free; beneficiary {@code rush} or a customer's id. */
    record CapacityReservation(
            Stance stance, List<String> resources, double percent, Optional<String> beneficiary, Window window)
            implements Condition {}

    /** Capacity moves, or is capped where a comparison is given. */
    record CapacityChange(
            Stance stance, List<String> resources, Optional<Comparison> limit, Quantity change, Window window)
            implements Condition {}

    record PriceChange(Stance stance, List<String> entities, Quantity change, Window window) implements Supposition {}

    /** Lead time in calendar days is set, added to, multiplied or moved by percent. */
    record LeadTimeChange(Stance stance, List<String> entities, Quantity change, Window window)
            implements Supposition {}

    /**
     * Suppliers do not deliver in the window, or every year around the festival (Chinese name).
     *
     * @param recurrence the days inside the window, an RRULE or {@code LUNAR:12-20..01-15}; none: all of them
     */
    record SupplierShutdown(
            Stance stance,
            List<String> suppliers,
            Optional<Window> window,
            Optional<String> festival,
            Optional<String> recurrence)
            implements Condition {}

    /**
     * Machines are down all window long, or for some days anywhere inside it, or between two times of day.
     *
     * @param recurrence the days inside the window, an RRULE or {@code LUNAR:12-20..01-15}; none: all of them
     */
    record ResourceDowntime(
            Stance stance,
            List<String> resources,
            Window window,
            Optional<Integer> floatingDays,
            Optional<TimeOfDay> timeOfDay,
            Optional<String> recurrence)
            implements Condition {}

    /** Cash never falls below an amount of CNY. */
    record CashFloor(Stance stance, Quantity floor, Window window) implements Condition {}

    /** Spending of a category (purchase, capex; none: all) inside the window stays within CNY, or CNY per period. */
    record BudgetCap(Stance stance, List<String> entities, Optional<String> category, Quantity cap, Window window)
            implements Condition {}

    /** Gross margin in percent. */
    record MarginFloor(Stance stance, List<String> entities, double percent, Window window) implements Condition {}

    /** On-time delivery ({@code OTD}) or {@code FILL_RATE} in percent; of all together, or of each customer for itself. */
    record ServiceLevel(
            Stance stance, List<String> entities, String metric, double percent, boolean each, Window window)
            implements Condition {}

    record EmissionCap(Stance stance, List<String> entities, Quantity cap, Window window) implements Condition {}

    /**
     * Energy (kWh, m3) or power (kW) within a value.
     *
     * @param hours the times of day it holds; none: all day
     */
    record EnergyCap(Stance stance, List<String> entities, Quantity cap, List<TimeOfDay> hours, Window window)
            implements Condition {
        public EnergyCap {
            hours = List.copyOf(hours);
        }
    }

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

    /**
     * A shift ({@code night}, {@code weekend}) is not worked.
     *
     * @param recurrence the days inside the window, an RRULE; none: all of them
     */
    record ShiftBan(Stance stance, List<String> resources, String shift, Window window, Optional<String> recurrence)
            implements Condition {}

    /** What to favour: cash, delivery, margin or carbon. */
    record Objective(String goal) implements Condition {}

    /**
     * The company works, or not, in the window or on every festival (Chinese name).
     *
     * @param sites none: all
     * @param recurrence the days inside the window, an RRULE or {@code LUNAR:12-20..01-15}; none: all of them
     */
    record WorkingCalendar(
            Stance stance,
            List<String> sites,
            boolean working,
            Optional<String> festival,
            Window window,
            Optional<String> recurrence)
            implements Condition {}

    /** Share of purchases in percent: of the suppliers among the entities, or of each supplier for itself. */
    record PurchaseShare(
            Stance stance, List<String> entities, boolean each, Comparison side, double percent, Window window)
            implements Condition {}

    /** By how much (percent, or money per unit) a price may rise. */
    record PriceTolerance(Stance stance, List<String> entities, Quantity most, Window window) implements Condition {}

    /** Gross margin to reach: set, or up by percentage points or percent of itself. */
    record MarginTarget(Stance stance, List<String> entities, Quantity target, Window window) implements Condition {}

    /** Least stock kept against surprises, in a quantity or in days of use. */
    record SafetyStock(Stance stance, List<String> entities, Quantity least, Window window) implements Condition {}

    /** Stock on one side of a quantity or of days of use; a site among the entities says where. */
    record StockLimit(Stance stance, List<String> entities, Comparison side, Quantity limit, Window window)
            implements Condition {}

    /** Days that goods keep, or the least share of those days (percent) that is left when they ship. */
    record ShelfLife(Stance stance, List<String> entities, Quantity value, boolean remaining, Window window)
            implements Condition {}

    /** Suppliers take no smaller order of the materials. */
    record MinOrderQty(Stance stance, List<String> entities, Quantity least, Window window) implements Condition {}

    /** A rate of the state: {@code tariff}, {@code export-rebate}, {@code vat}, {@code carbon}, {@code subsidy}. */
    record Policy(Stance stance, List<String> entities, String subject, Quantity change, Window window)
            implements Condition {}

    /** Whether {@code by} may stand in for {@code replaced}, only when that is short, and how much of it for one. */
    record Substitution(
            Stance stance,
            String replaced,
            String by,
            boolean allowed,
            boolean onlyWhenShort,
            double ratio,
            Window window)
            implements Condition {}

    /**
     * A rule that holds once a figure passes a value.
     *
     * @param metric the figure: {@code cash}, {@code price}, {@code OTD} …
     */
    record Conditional(
            Stance stance, String metric, List<String> entities, Comparison side, Quantity value, Condition then)
            implements Condition {}

    /** What-ifs that hold only together. */
    record Compound(Stance stance, List<Condition> parts) implements Condition {
        public Compound {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A question about the data: a figure, by a type of thing.
     *
     * @param order {@code ASC} or {@code DESC}; empty where nothing is ranked
     * @param limit how many are asked for; empty: all of them
     */
    record Query(
            String metric,
            List<String> entities,
            Optional<String> groupBy,
            Optional<String> order,
            Optional<Integer> limit,
            Window window)
            implements Condition {}

    /** How binding or certain it is; the weight (1 … 100) counts for preferences only. */
    record Stance(Modality modality, int weight) {
        private static final Stance BINDING = new Stance(Modality.MUST, 10);
    }

    /** Wall-clock times such as 12:00 and 18:00. */
    record TimeOfDay(String from, String to) {}

    /** The typed form of an accepted statement. */
    static Condition of(Statement s) {
        return switch (s.kind()) {
            case DEMAND_CHANGE -> new DemandChange(stance(s), s.entities(), quantity(s), window(s));
            case CAPACITY_RESERVATION ->
                new CapacityReservation(
                        stance(s),
                        s.entities().stream()
                                .filter(id -> !id.equals(s.slots().get("beneficiary")))
                                .toList(),
                        quantity(s).value(),
                        text(s, "beneficiary"),
                        window(s));
            case CAPACITY_CHANGE ->
                new CapacityChange(
                        stance(s), s.entities(), Optional.ofNullable(s.comparator()), quantity(s), window(s));
            case PRICE_CHANGE -> new PriceChange(stance(s), s.entities(), quantity(s), window(s));
            case LEAD_TIME_CHANGE -> new LeadTimeChange(stance(s), s.entities(), quantity(s), window(s));
            case SUPPLIER_SHUTDOWN ->
                new SupplierShutdown(
                        stance(s), s.entities(), Optional.ofNullable(s.window()), festival(s), recurrence(s));
            case RESOURCE_DOWNTIME ->
                new ResourceDowntime(
                        stance(s),
                        s.entities(),
                        window(s),
                        Optional.ofNullable((Integer) s.slots().get("durationDays")),
                        timeOfDay(s),
                        recurrence(s));
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
                        s.slots().containsKey("each"),
                        window(s));
            case EMISSION_CAP -> new EmissionCap(stance(s), s.entities(), quantity(s), window(s));
            case ENERGY_CAP -> new EnergyCap(stance(s), s.entities(), quantity(s), hours(s), window(s));
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
                        window(s),
                        recurrence(s));
            case OBJECTIVE -> new Objective(text(s, "goal").orElseThrow(() -> incomplete(s, "slots.goal")));
            case WORKING_CALENDAR ->
                new WorkingCalendar(
                        stance(s), s.entities(), flag(s, "working"), text(s, "festival"), window(s), recurrence(s));
            case PURCHASE_SHARE ->
                new PurchaseShare(
                        stance(s),
                        s.entities(),
                        s.slots().containsKey("each"),
                        side(s),
                        quantity(s).value(),
                        window(s));
            case PRICE_TOLERANCE -> new PriceTolerance(stance(s), s.entities(), quantity(s), window(s));
            case MARGIN_TARGET -> new MarginTarget(stance(s), s.entities(), quantity(s), window(s));
            case SAFETY_STOCK -> new SafetyStock(stance(s), s.entities(), quantity(s), window(s));
            case STOCK_LIMIT -> new StockLimit(stance(s), s.entities(), side(s), quantity(s), window(s));
            case SHELF_LIFE ->
                new ShelfLife(
                        stance(s), s.entities(), quantity(s), s.slots().containsKey("minRemainingPct"), window(s));
            case MIN_ORDER_QTY -> new MinOrderQty(stance(s), s.entities(), quantity(s), window(s));
            case POLICY ->
                new Policy(
                        stance(s),
                        s.entities(),
                        text(s, "subject").orElseThrow(() -> incomplete(s, "slots.subject")),
                        quantity(s),
                        window(s));
            case SUBSTITUTION -> substitution(s);
            case CONDITIONAL -> conditional(s);
            case COMPOUND ->
                new Compound(stance(s), s.parts().stream().map(Condition::of).toList());
            case QUERY ->
                new Query(
                        text(s, "metric").orElseThrow(() -> incomplete(s, "slots.metric")),
                        s.entities(),
                        text(s, "groupBy"),
                        text(s, "order"),
                        Optional.ofNullable((Integer) s.slots().get("limit")),
                        window(s));
        };
    }

    private static Substitution substitution(Statement s) {
        if (s.entities().size() != 2) {
            throw incomplete(s, "pair of materials");
        }
        return new Substitution(
                stance(s),
                s.entities().getFirst(),
                s.entities().getLast(),
                flag(s, "allowed"),
                "SHORTAGE".equals(s.slots().get("condition")),
                s.slots().get("ratio") instanceof Number ratio ? ratio.doubleValue() : 1,
                window(s));
    }

    private static Conditional conditional(Statement s) {
        if (!(s.slots().get("condition") instanceof Map<?, ?> when)
                || !(when.get("quantity") instanceof Map<?, ?> quantity)
                || !(quantity.get("value") instanceof Number value)
                || !(when.get("entities") instanceof List<?> entities)) {
            throw incomplete(s, "slots.condition");
        }
        return new Conditional(
                stance(s),
                String.valueOf(when.get("metric")),
                entities.stream().map(String::valueOf).toList(),
                Comparison.valueOf(String.valueOf(when.get("comparator"))),
                new Quantity(
                        value.doubleValue(),
                        String.valueOf(quantity.get("unit")),
                        Quantity.Form.valueOf(String.valueOf(quantity.get("form")))),
                of(s.then().orElseThrow(() -> incomplete(s, "slots.then"))));
    }

    private static boolean flag(Statement s, String slot) {
        return Boolean.TRUE.equals(s.slots().get(slot));
    }

    private static Comparison side(Statement s) {
        return present(s, s.comparator(), "comparator");
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

    /** What comes again, festivals apart. */
    private static Optional<String> recurrence(Statement s) {
        return Optional.ofNullable(s.recurrence()).filter(r -> !r.startsWith("CN_FESTIVAL:"));
    }

    private static Optional<TimeOfDay> timeOfDay(Statement s) {
        List<TimeOfDay> hours = hours(s);
        if (hours.size() > 1) {
            throw incomplete(s, "slots.timeOfDay of two times");
        }
        return hours.stream().findFirst();
    }

    private static List<TimeOfDay> hours(Statement s) {
        if (s.slots().get("timeOfDay") == null) {
            return List.of();
        }
        if (!(s.slots().get("timeOfDay") instanceof List<?> ends) || ends.isEmpty() || ends.size() % 2 != 0) {
            throw incomplete(s, "slots.timeOfDay of two times each");
        }
        return IntStream.range(0, ends.size() / 2)
                .mapToObj(i -> new TimeOfDay(
                        ends.get(2 * i).toString(), ends.get(2 * i + 1).toString()))
                .toList();
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

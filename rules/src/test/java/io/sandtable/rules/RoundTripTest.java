package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** parse(paraphrase(statement)) = statement, for statements made up from a seed. */
class RoundTripTest {
    /** 1,023 and 10,032 statements of the 33 kinds, each in both languages. */
    private static final int FEW_PER_KIND = 31;

    private static final int MANY_PER_KIND = 304;

    private static final Reader READER = Company.reader();
    private static final List<String> UNITS = List.of("day", "week", "month", "quarter", "year");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyStatement_isReadBackFromItsParaphrase(Kind kind) {
        assertReadBack(kind, FEW_PER_KIND);
    }

    @Tag("trial")
    @ParameterizedTest
    @EnumSource(Kind.class)
    void tenThousandStatements_areReadBackFromTheirParaphrases(Kind kind) {
        assertReadBack(kind, MANY_PER_KIND);
    }

    private static void assertReadBack(Kind kind, int statements) {
        for (long seed = 1; seed <= statements; seed++) {
            Statement statement = new Invention(kind, new Random(seed)).statement();
            Wording words = READER.paraphrase(statement);

            for (String sentence : List.of(words.zh(), words.en())) {
                Understanding read = READER.understand(sentence);
                assertThat(read.statements())
                        .as("seed %d: %s → %s", seed, sentence, read)
                        .singleElement()
                        .matches(statement::meansTheSameAs);
            }
        }
    }

    /** One made-up statement of a kind. */
    private record Invention(Kind kind, Random random) {
        Statement statement() {
            Comparisons limit = limit();
            Map<String, Object> slots = slots();
            boolean yearly = kind == Kind.SUPPLIER_SHUTDOWN && random.nextInt(3) == 0;
            boolean timeless = kind == Kind.OBJECTIVE || kind.isWhole() || (kind == Kind.QUERY && random.nextBoolean());
            Window window = timeless || yearly ? null : window();
            if (yearly && random.nextBoolean()) {
                slots.put(
                        "evidenceYears",
                        pick(List.of(List.of("2025"), List.of("2024", "2026"), List.of("2024", "2025", "2026"))));
            }
            if (kind == Kind.QUERY && window != null) {
                window = new Window(Company.AS_OF.minusDays(400), Company.AS_OF.minusDays(random.nextInt(400)));
            }
            if (kind == Kind.SHELF_LIFE
                    && limit.quantity() != null
                    && limit.quantity().unit().equals("%")) {
                slots.put("minRemainingPct", (int) limit.quantity().value());
            }
            if (kind == Kind.MUST_DELIVER && window != null) {
                window = new Window(Company.AS_OF, Company.AS_OF.plusDays(random.nextInt(400)));
                slots.put("deadline", String.valueOf(window.to()));
            }
            cap(slots, window);
            Modality modality = modality(limit.side() != null);
            if (modality == Modality.PREFER) {
                slots.put("weight", pick(List.of(10, 10, 60)));
            }
            return new Statement(
                    kind,
                    modality,
                    withBeneficiary(entities(), slots),
                    limit.side(),
                    limit.quantity(),
                    window,
                    yearly ? "CN_FESTIVAL:" + pick(List.of("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")) : null,
                    slots,
                    new Statement.Source("", List.of()),
                    new Wording("", ""));
        }

        /** Days that float in a window are fewer than it has; those after a beginning end it. */
        private static void cap(Map<String, Object> slots, @org.jspecify.annotations.Nullable Window window) {
            if (window == null || window.from() == null || !(slots.get("durationDays") instanceof Integer days)) {
                return;
            }
            LocalDate to = window.to();
            if (to == null || days >= ChronoUnit.DAYS.between(window.from(), to) + 1) {
                slots.remove("durationDays");
            }
        }

        private record Comparisons(
                @org.jspecify.annotations.Nullable Comparison side,
                @org.jspecify.annotations.Nullable Quantity quantity) {}

        private Comparisons limit() {
            Comparison floor = pick(List.of(Comparison.GE, Comparison.GT));
            Comparison cap = pick(List.of(Comparison.LE, Comparison.LT));
            return switch (kind) {
                case DEMAND_CHANGE -> new Comparisons(null, pick(List.of(percentMove(), counted("台"), counted("pcs"))));
                case PRICE_CHANGE ->
                    new Comparisons(null, pick(List.of(percentMove(), set("CNY/t"), set("CNY"), counted("CNY/kg"))));
                case LEAD_TIME_CHANGE ->
                    new Comparisons(
                            null,
                            pick(List.of(
                                    percentMove(),
                                    counted("days"),
                                    set("days"),
                                    new Quantity(1.5 + random.nextInt(4), "", Quantity.Form.FACTOR))));
                case CAPACITY_CHANGE ->
                    random.nextBoolean()
                            ? new Comparisons(null, percentMove())
                            : new Comparisons(cap, new Quantity(1 + random.nextInt(99), "%", Quantity.Form.SET));
                case CAPACITY_RESERVATION ->
                    new Comparisons(null, new Quantity(1 + random.nextInt(99), "%", Quantity.Form.SET));
                case CASH_FLOOR -> new Comparisons(floor, set("CNY"));
                case BUDGET_CAP -> new Comparisons(cap, set("CNY" + pick(List.of("", "/month", "/year"))));
                case MARGIN_FLOOR, SERVICE_LEVEL ->
                    new Comparisons(floor, new Quantity(random.nextInt(1, 1000) / 10.0, "%", Quantity.Form.SET));
                case EMISSION_CAP -> new Comparisons(cap, set("t/" + pick(UNITS)));
                case ENERGY_CAP -> new Comparisons(cap, set("kWh/" + pick(UNITS)));
                case OVERTIME_LIMIT ->
                    new Comparisons(cap, new Quantity(1 + random.nextInt(20), "h/" + pick(UNITS), Quantity.Form.SET));
                case PURCHASE_SHARE ->
                    new Comparisons(
                            pick(List.of(floor, cap)), new Quantity(1 + random.nextInt(99), "%", Quantity.Form.SET));
                case PRICE_TOLERANCE ->
                    new Comparisons(
                            cap,
                            pick(List.of(new Quantity(1 + random.nextInt(99), "%", Quantity.Form.SET), set("CNY/t"))));
                case MARGIN_TARGET ->
                    new Comparisons(
                            null,
                            pick(List.of(
                                    new Quantity(random.nextInt(1, 1000) / 10.0, "%", Quantity.Form.SET),
                                    new Quantity(random.nextInt(1, 100) / 10.0, "pp", Quantity.Form.PCT_POINTS),
                                    new Quantity(1 + random.nextInt(50), "%", Quantity.Form.RELATIVE))));
                case SAFETY_STOCK -> new Comparisons(floor, pick(List.of(set("days"), set("t"), set("件"))));
                case STOCK_LIMIT -> new Comparisons(cap, pick(List.of(set("days"), set("t"), set("件"))));
                case SHELF_LIFE ->
                    random.nextBoolean()
                            ? new Comparisons(pick(List.of(cap, Comparison.LE)), set("days"))
                            : random.nextBoolean()
                                    ? new Comparisons(null, set("days"))
                                    : new Comparisons(
                                            Comparison.GE,
                                            new Quantity(1 + random.nextInt(99), "%", Quantity.Form.SET));
                case MIN_ORDER_QTY -> new Comparisons(Comparison.GE, pick(List.of(set("t"), set("台"), set("CNY"))));
                case POLICY ->
                    new Comparisons(
                            null,
                            pick(List.of(
                                    new Quantity(random.nextInt(40), "%", Quantity.Form.SET),
                                    set("CNY/t"),
                                    new Quantity(random.nextInt(1, 20), "pp", Quantity.Form.PCT_POINTS),
                                    new Quantity(-random.nextInt(1, 20), "pp", Quantity.Form.PCT_POINTS),
                                    percentMove())));
                default -> new Comparisons(null, null);
            };
        }

        private Quantity percentMove() {
            int tenths = random.nextInt(-999, 3000);
            return new Quantity((tenths == 0 ? 1 : tenths) / 10.0, "%", Quantity.Form.RELATIVE);
        }

        private Quantity counted(String unit) {
            return new Quantity(
                    (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(90_000)), unit, Quantity.Form.DELTA);
        }

        private Quantity set(String unit) {
            return new Quantity(1 + random.nextInt(9_000), unit, Quantity.Form.SET);
        }

        private @org.jspecify.annotations.Nullable Modality modality(boolean limited) {
            if (kind == Kind.OBJECTIVE || kind == Kind.QUERY) {
                return null;
            }
            if (kind == Kind.COMPOUND) {
                return Modality.HYPOTHETICAL;
            }
            if (kind == Kind.CONDITIONAL) {
                return Modality.MUST;
            }
            return kind.isRule() || limited
                    ? pick(List.of(Modality.MUST, Modality.PREFER, Modality.HYPOTHETICAL))
                    : pick(List.of(Modality.FORECAST, Modality.HYPOTHETICAL, Modality.MUST));
        }

        private Window window() {
            LocalDate from = Company.AS_OF.plusDays(random.nextInt(700));
            return switch (random.nextInt(4)) {
                case 0 -> Window.ALWAYS;
                case 1 -> new Window(from, null);
                case 2 -> new Window(from, from);
                default -> new Window(from, from.plusDays(1 + random.nextInt(200)));
            };
        }

        private List<String> entities() {
            return switch (kind) {
                case DEMAND_CHANGE -> some(0, "F1", "F2", "M5", "C1");
                case PRICE_CHANGE -> some(1, "M1", "M2", "M3", "N1");
                case LEAD_TIME_CHANGE -> some(1, "M1", "M4", "S2", "S3");
                case CAPACITY_CHANGE, CAPACITY_RESERVATION -> some(0, "E1", "E2", "E3");
                case RESOURCE_DOWNTIME -> some(1, "E1", "E2", "E4");
                case OVERTIME_LIMIT, SHIFT_BAN, EMISSION_CAP, ENERGY_CAP -> some(0, "E1", "E2", "E4");
                case SUPPLIER_SHUTDOWN -> some(1, "S1", "S2", "S3");
                case BUDGET_CAP -> some(0, "S1", "M3");
                case MARGIN_FLOOR -> some(0, "F1", "C1", "M5");
                case SERVICE_LEVEL -> some(0, "C1", "F2", "SO-1108");
                case CONFIDENTIAL_PROCESS -> some(1, "P1", "P2");
                case MUST_DELIVER -> some(1, "SO-1108", "O2", "C2");
                case SOURCING_BAN -> sourcing(0);
                case SOURCING_ALLOW_ONLY -> sourcing(1);
                case PURCHASE_SHARE -> sourcing(0);
                case PRICE_TOLERANCE, SHELF_LIFE -> some(1, "M1", "M2", "M3");
                case MARGIN_TARGET -> some(0, "F1", "C1", "M5");
                case SAFETY_STOCK, STOCK_LIMIT -> some(1, "M1", "M2", "M4");
                case MIN_ORDER_QTY -> some(1, "M1", "S2", "M3");
                case POLICY -> some(0, "M1", "F2", "C1");
                case SUBSTITUTION -> pick(List.of(List.of("M1", "M2"), List.of("M3", "M2"), List.of("M2", "M1")));
                case QUERY -> some(0, "M1", "C1", "S2");
                case CASH_FLOOR, OBJECTIVE, WORKING_CALENDAR, CONDITIONAL, COMPOUND -> List.of();
            };
        }

        /** Who benefits is named before or after what is kept; a price is somebody's. */
        private List<String> withBeneficiary(List<String> entities, Map<String, Object> slots) {
            if ("price".equals(slots.get("metric")) && entities.isEmpty()) {
                return List.of("M1");
            }
            Object who = slots.get("beneficiary");
            if (who == null || who.equals("rush")) {
                return entities;
            }
            var all = new ArrayList<>(entities);
            all.add(random.nextBoolean() ? 0 : all.size(), who.toString());
            return all;
        }

        private List<String> sourcing(int leastMaterials) {
            var materials = some(leastMaterials, "M1", "M2", "M4");
            var suppliers = some(1, "S1", "S2", "S3");
            var all = new ArrayList<>(random.nextBoolean() ? suppliers : materials);
            all.addAll(all.equals(suppliers) ? materials : suppliers);
            return all;
        }

        private Map<String, Object> slots() {
            var slots = new TreeMap<String, Object>();
            switch (kind) {
                case CAPACITY_RESERVATION -> putSometimes(slots, "beneficiary", pick(List.of("rush", "C1", "C2")));
                case RESOURCE_DOWNTIME -> {
                    putSometimes(slots, "durationDays", 1 + random.nextInt(60));
                    putSometimes(slots, "timeOfDay", List.of("%02d:30".formatted(random.nextInt(12)), "18:00"));
                }
                case BUDGET_CAP ->
                    putSometimes(slots, "category", pick(List.of("purchase", "capex", "overtime", "freight", "电费")));
                case ENERGY_CAP ->
                    putSometimes(
                            slots,
                            "timeOfDay",
                            pick(List.of(
                                    List.of("%02d:30".formatted(random.nextInt(12)), "18:00"),
                                    List.of("22:00", "06:00"),
                                    List.of("08:00", "11:00", "13:00", "22:00"))));
                case SERVICE_LEVEL -> {
                    slots.put("metric", pick(List.of("OTD", "FILL_RATE")));
                    putSometimes(slots, "each", "CUSTOMER");
                }
                case CONFIDENTIAL_PROCESS -> slots.put("outsourcing", random.nextBoolean());
                case SHIFT_BAN -> slots.put("shift", pick(List.of("night", "weekend")));
                case OBJECTIVE -> slots.put("goal", pick(List.of("cash", "delivery", "margin", "carbon")));
                case WORKING_CALENDAR -> {
                    slots.put("working", random.nextBoolean());
                    putSometimes(slots, "festival", pick(List.of("元旦", "春节", "中秋", "国庆")));
                }
                case PURCHASE_SHARE -> putSometimes(slots, "each", "SUPPLIER");
                case POLICY ->
                    slots.put("subject", pick(List.of("tariff", "export-rebate", "vat", "carbon", "subsidy", "最低工资")));
                case SUBSTITUTION -> {
                    slots.put("allowed", random.nextBoolean());
                    putSometimes(slots, "condition", "SHORTAGE");
                    putSometimes(slots, "ratio", pick(List.<Object>of(0.98, 1.2, 2)));
                }
                case QUERY -> {
                    slots.put(
                            "metric",
                            pick(List.of(
                                    "margin",
                                    "loss",
                                    "revenue",
                                    "purchase",
                                    "lateness",
                                    "OTD",
                                    "FILL_RATE",
                                    "downtime",
                                    "price",
                                    "cash")));
                    if (random.nextBoolean()) {
                        slots.put("groupBy", pick(List.of("SUPPLIER", "CUSTOMER", "MATERIAL", "EQUIPMENT", "ORDER")));
                        putSometimes(slots, "order", pick(List.of("ASC", "DESC")));
                    }
                    if (slots.containsKey("order")) {
                        putSometimes(slots, "limit", 1 + random.nextInt(9));
                    }
                }
                case CONDITIONAL -> {
                    slots.put("condition", threshold());
                    slots.put(
                            "then",
                            part(pick(List.of(
                                    Kind.SOURCING_BAN,
                                    Kind.SOURCING_ALLOW_ONLY,
                                    Kind.BUDGET_CAP,
                                    Kind.CAPACITY_RESERVATION,
                                    Kind.CONFIDENTIAL_PROCESS,
                                    Kind.SUBSTITUTION,
                                    Kind.OVERTIME_LIMIT))));
                }
                case COMPOUND ->
                    slots.put(
                            "parts",
                            List.of(
                                    part(pick(List.of(Kind.PRICE_CHANGE, Kind.DEMAND_CHANGE, Kind.SUPPLIER_SHUTDOWN))),
                                    part(pick(List.of(Kind.LEAD_TIME_CHANGE, Kind.RESOURCE_DOWNTIME, Kind.POLICY)))));
                default -> {
                    // the other kinds have no slots of their own
                }
            }
            return slots;
        }

        private Object part(Kind of) {
            Statement part = new Invention(of, random).statement();
            return UnderstandingJson.part(kind == Kind.COMPOUND ? part.supposed() : binding(part));
        }

        /** The rule of a conditional is meant as a must. */
        private static Statement binding(Statement s) {
            var slots = new TreeMap<>(s.slots());
            slots.remove("weight");
            return new Statement(
                    s.kind(),
                    Modality.MUST,
                    s.entities(),
                    s.comparator(),
                    s.quantity(),
                    s.window(),
                    s.recurrence(),
                    slots,
                    s.source(),
                    s.paraphrase());
        }

        private Map<String, Object> threshold() {
            boolean cash = random.nextBoolean();
            var quantity = new TreeMap<String, Object>();
            quantity.put("value", 1 + random.nextInt(90));
            quantity.put("unit", cash ? "CNY" : "%");
            quantity.put("form", cash ? "SET" : pick(List.of("SET", "RELATIVE")));
            boolean price = "RELATIVE".equals(quantity.get("form"));
            var threshold = new TreeMap<String, Object>();
            threshold.put("metric", cash ? "cash" : price ? "price" : "OTD");
            threshold.put("entities", cash ? List.of() : List.of(price ? "M2" : "C1"));
            threshold.put("comparator", pick(List.of("LT", "GT", "LE", "GE")));
            threshold.put("quantity", quantity);
            return threshold;
        }

        private void putSometimes(Map<String, Object> slots, String slot, Object value) {
            if (random.nextBoolean()) {
                slots.put(slot, value);
            }
        }

        private List<String> some(int least, String... ids) {
            var all = new ArrayList<>(List.of(ids));
            Collections.shuffle(all, random);
            return List.copyOf(all.subList(0, Math.max(least, random.nextInt(ids.length))));
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}

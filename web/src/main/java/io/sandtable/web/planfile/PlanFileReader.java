package io.sandtable.web.planfile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Mode;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Plan.Search;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Builds a plan again from what {@link PlanFile} wrote; what the file says wrongly is refused with its place, or left to the checker. */
final class PlanFileReader {
    private final PlanningProblem problem;
    private final Labels labels;
    private final JsonNode json;

    private PlanFileReader(PlanningProblem problem, JsonNode json) {
        this.problem = problem;
        this.labels = new Labels(problem);
        this.json = json;
    }

    /** @throws IllegalArgumentException where a row cannot be read; its place and what would be right stand in the message */
    static Plan read(PlanningProblem problem, JsonNode json) {
        return new PlanFileReader(problem, json).read();
    }

    private Plan read() {
        JsonNode mode = json.path("mode");
        Map<String, Integer> investments = new HashMap<>();
        problem.investments().forEach(i -> investments.put(i.equipment(), i.index()));
        return new Plan(
                rows(mode, "investments", row -> place(investments, row.asString(""))),
                mode.path("overtime").asBoolean(false),
                rows(mode, "liftedRules", row -> row.asString("")),
                lots(),
                rows(json, "purchases", this::purchase),
                deliveries(),
                search(),
                rows(json, "material", this::take),
                new Mode(
                        rows(mode, "overtimeOn", row -> labels.machines().placeOf(row.asString(""))),
                        mode.path("bufferDays").asInt(0),
                        mode.path("safetyStockUsed").asBoolean(false)));
    }

    private static int place(Map<String, Integer> investments, String equipment) {
        Integer place = investments.get(equipment);
        if (place == null) {
            throw new IllegalArgumentException("its model offers no investment in '%s'".formatted(equipment));
        }
        return place;
    }

    private static <T> List<T> rows(JsonNode parent, String name, Function<JsonNode, T> read) {
        JsonNode rows = parent.path(name);
        if (!rows.isArray()) {
            throw new IllegalArgumentException(
                    "The plan has no list '%s'; give a file that 'plan' wrote.".formatted(name));
        }
        var result = new ArrayList<T>();
        for (JsonNode row : rows) {
            try {
                result.add(read.apply(row));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s, row %d: %s".formatted(name, result.size() + 1, e.getMessage()), e);
            }
        }
        return result;
    }

    /** An operation, and the number of its lot. */
    private record Row(int lot, Operation operation) {}

    private List<Lot> lots() {
        Map<Integer, List<Operation>> operations = rows(json, "operations", this::operation).stream()
                .collect(groupingBy(Row::lot, mapping(Row::operation, toList())));
        return rows(json, "lots", row -> lot(row, operations.getOrDefault(integer(row, "lot"), List.of())));
    }

    private Lot lot(JsonNode row, List<Operation> operations) {
        int number = integer(row, "lot");
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("lot %d has no operations".formatted(number));
        }
        return new Lot(
                number - 1,
                labels.orders().placeOf(text(row, "for")),
                row.path("into").isNull() ? -1 : integer(row, "into") - 1,
                labels.items().placeOf(text(row, "item")),
                labels.routings().placeOf(text(row, "routing")),
                number(row, "quantity"),
                operations.stream()
                        .sorted(Comparator.comparingInt(Operation::step))
                        .toList());
    }

    private Row operation(JsonNode row) {
        return new Row(
                integer(row, "lot"),
                new Operation(
                        integer(row, "step") - 1,
                        row.path("resource").isNull() ? -1 : labels.machines().placeOf(text(row, "resource")),
                        row.path("tool").isNull() ? -1 : labels.tools().placeOf(text(row, "tool")),
                        row.path("offer").isNull() ? -1 : integer(row, "offer") - 1,
                        row.has("crews")
                                ? rows(row, "crews", crew -> labels.crews().placeOf(crew.asString("")))
                                : List.of(),
                        number(row, "quantityIn"),
                        number(row, "quantity"),
                        row.has("changeoverMinutes") ? integer(row, "changeoverMinutes") : 0,
                        integer(row, "setupMinutes"),
                        integer(row, "workMinutes"),
                        minute(row, "start"),
                        minute(row, "end")));
    }

    private Purchase purchase(JsonNode row) {
        return new Purchase(
                labels.offers().placeOf(text(row, "offer")),
                number(row, "quantity"),
                number(row, "usable"),
                minute(row, "order"),
                minute(row, "arrive"));
    }

    private List<Delivery> deliveries() {
        return rows(json, "orders", this::deliveries).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** An order that is not planned may be one that the problem does not hold. */
    private List<Delivery> deliveries(JsonNode order) {
        if (order.path("status").asString("").equals(DeliveryStatus.UNPLANNED.id())) {
            return List.of();
        }
        int demand = labels.orders().placeOf(text(order, "name"));
        return rows(order, "deliveries", row -> new Delivery(demand, number(row, "quantity"), minute(row, "date")));
    }

    private Take take(JsonNode row) {
        Source source;
        try {
            source = Source.valueOf(text(row, "source").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "source is '%s'; it must be stock, receipt, purchase or lot".formatted(text(row, "source")), e);
        }
        String of = text(row, "of");
        int index = switch (source) {
            case STOCK -> labels.stocks().placeOf(of);
            case RECEIPT -> labels.receipts().placeOf(of);
            case PURCHASE -> labels.offers().placeOf(of);
            case LOT -> lotOf(of);
        };
        boolean delivered = row.path("lot").isNull();
        return new Take(
                labels.orders().placeOf(text(row, "for")),
                delivered ? -1 : integer(row, "lot") - 1,
                delivered ? -1 : integer(row, "step") - 1,
                labels.items().placeOf(text(row, "item")),
                source,
                index,
                number(row, "quantity"));
    }

    private static int lotOf(String of) {
        try {
            return Integer.parseInt(of) - 1;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("of is '%s'; of a lot it must be its number".formatted(of), e);
        }
    }

    private Search search() {
        JsonNode search = json.path("search");
        return new Search(
                search.path("strategy").asString(""),
                search.path("seed").asLong(0),
                search.path("steps").asLong(0),
                search.path("threads").asInt(1),
                search.path("endedBecause").asString(""));
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("%s is %s; it must be text".formatted(field, shown(value)));
        }
        return value.asString();
    }

    private static int integer(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("%s is %s; it must be a whole number".formatted(field, shown(value)));
        }
        return value.asInt();
    }

    private static double number(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("%s is %s; it must be a number".formatted(field, shown(value)));
        }
        return value.asDouble();
    }

    private int minute(JsonNode row, String field) {
        String written = text(row, field);
        try {
            return Math.toIntExact(
                    ChronoUnit.MINUTES.between(problem.asOf().atStartOfDay(), LocalDateTime.parse(written)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s is '%s'; it must be a time such as 2026-11-23T08:30".formatted(field, written), e);
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }
}

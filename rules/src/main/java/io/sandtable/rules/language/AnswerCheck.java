package io.sandtable.rules.language;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sandtable.model.NodeType;
import io.sandtable.rules.Named;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.rules.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether another reader's answer is an understanding of ours: its JSON, its ids, their types, its numbers and its days. */
final class AnswerCheck {
    private static final int LONGEST = 20_000;
    private static final int MOST_STATEMENTS = 10;
    private static final int DEEPEST = 20;
    private static final double LARGEST = 1e12;
    private static final Period PAST = Period.ofYears(5);
    private static final Period FUTURE = Period.ofYears(20);

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, NodeType> types;
    private final LocalDate first;
    private final LocalDate last;

    private AnswerCheck(List<Named> things, LocalDate asOf) {
        this.types = things.stream().collect(Collectors.toMap(Named::id, Named::type));
        this.first = asOf.minus(PAST);
        this.last = asOf.plus(FUTURE);
    }

    /** Why an answer is thrown away; says nothing of what stands in it. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String why;

        Failed(String why) {
            super(why, null, false, false);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** The schema takes a tenth of a second to read, and only who asks somebody else needs it. */
    private static final class Shape {
        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(UnderstandingJson.schema(), InputFormat.JSON);
    }

    /** The statements of an answer that holds. */
    static List<Statement> of(String json, List<Named> things, LocalDate asOf) {
        JsonNode tree = parsed(json);
        if (!"ACCEPT".equals(tree.path("outcome").asString(""))) {
            throw new Failed("it found no reading either");
        }
        if (tree.path("statements").size() > MOST_STATEMENTS) {
            throw new Failed("it holds more than %d statements".formatted(MOST_STATEMENTS));
        }
        var check = new AnswerCheck(things, asOf);
        var statements = new ArrayList<Statement>();
        for (JsonNode statement : tree.path("statements")) {
            statements.add(check.statement(statement));
        }
        return statements;
    }

    private static JsonNode parsed(String json) {
        if (json.length() > LONGEST) {
            throw new Failed("it is longer than %d characters".formatted(LONGEST));
        }
        JsonNode tree;
        try {
            tree = STRICT.readTree(json);
        } catch (JacksonException e) {
            throw new Failed("it is not JSON");
        }
        if (!Shape.SCHEMA
                .validate(tree, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty()) {
            throw new Failed("it does not fit understanding.schema.json");
        }
        return tree;
    }

    private Statement statement(JsonNode node) {
        Statement statement;
        List<Statement> inner;
        try {
            statement = UnderstandingJson.readStatement(node.toString());
            inner = Stream.concat(statement.parts().stream(), statement.then().stream())
                    .toList();
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new Failed("a value of it cannot be");
        }
        require(statement);
        if (inner.stream().anyMatch(s -> s.kind().isWhole())) {
            throw new Failed("it holds what-ifs within what-ifs");
        }
        inner.forEach(this::require);
        return statement;
    }

    private void require(Statement s) {
        requireKnown(s);
        require(s.quantity());
        require(s.window());
        if (s.slots().get("timeOfDay") instanceof List<?> ends && (ends.isEmpty() || ends.size() % 2 != 0)) {
            throw new Failed("it has a time of day that is not from one time to another");
        }
        if (s.slots().get("deadline") instanceof String day) {
            requireNear(day(day));
        }
        if (s.slots().get("condition") instanceof Map<?, ?> threshold
                && threshold.get("quantity") instanceof Map<?, ?> quantity
                && quantity.get("value") instanceof Number value) {
            requireSize(value.doubleValue());
        }
    }

    private void requireKnown(Statement s) {
        Set<NodeType> fitting =
                EntityTypes.of(s.kind()).stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (String id : s.entities()) {
            NodeType type = types.get(id);
            boolean beneficiary = id.equals(s.slots().get("beneficiary"));
            if (type == null) {
                throw new Failed("it names a thing that was not offered");
            }
            if (!fitting.contains(type) && !beneficiary) {
                throw new Failed("a %s does not fit %s".formatted(type, s.kind()));
            }
        }
        ids(s).filter(id -> !types.containsKey(id)).findFirst().ifPresent(id -> {
            throw new Failed("it names a thing that was not offered");
        });
    }

    /** Named in slots rather than among the entities. */
    private static Stream<String> ids(Statement s) {
        Stream<String> beneficiary = Stream.ofNullable(s.slots().get("beneficiary"))
                .map(Objects::toString)
                .filter(b -> !b.equals("rush"));
        Stream<String> threshold = s.slots().get("condition") instanceof Map<?, ?> condition
                        && condition.get("entities") instanceof List<?> entities
                ? entities.stream().map(Objects::toString)
                : Stream.empty();
        return Stream.concat(beneficiary, threshold);
    }

    private static void require(@org.jspecify.annotations.Nullable Quantity quantity) {
        if (quantity != null) {
            requireSize(quantity.value());
        }
    }

    private static void requireSize(double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new Failed("a number of it is beyond %.0e".formatted(LARGEST));
        }
    }

    private void require(@org.jspecify.annotations.Nullable Window window) {
        if (window != null) {
            Stream.of(window.from(), window.to()).filter(Objects::nonNull).forEach(this::requireNear);
        }
    }

    private void requireNear(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new Failed("a day of it lies outside %s … %s".formatted(first, last));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Failed("a day of it is none");
        }
    }
}

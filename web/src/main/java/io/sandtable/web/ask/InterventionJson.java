package io.sandtable.web.ask;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.Intervention.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was decided by hand, as it stands in records, in the database and in REST. */
public final class InterventionJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ID_DIGITS = 12;

    private InterventionJson() {}

    public static ArrayNode write(List<Intervention> interventions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Intervention i : interventions) {
            ObjectNode row = array.addObject();
            row.put("id", i.id());
            row.put("kind", name(i.kind()));
            row.put("order", i.order());
            row.put("operation", i.operation());
            row.put("lot", i.lot());
            row.put("place", i.place());
            row.put("tool", i.tool());
            row.put("start", i.start() == null ? null : i.start().toString());
            row.put("quantity", i.quantity());
            row.put("reason", i.reason());
            row.put("by", i.by());
        }
        return array;
    }

    /** Reads what {@link #write} wrote. */
    public static List<Intervention> read(@Nullable String json) {
        return json == null ? List.of() : read(JSON.readTree(json));
    }

    /** The same; records of before there were any have none. */
    public static List<Intervention> read(JsonNode array) {
        var interventions = new ArrayList<Intervention>();
        for (JsonNode row : array) {
            interventions.add(new Intervention(
                    row.path("id").asString(),
                    kind(row.path("kind").asString()),
                    row.path("order").asString(),
                    row.path("operation").asString(),
                    row.path("lot").asInt(),
                    text(row, "place"),
                    text(row, "tool"),
                    row.path("start").isString()
                            ? LocalDateTime.parse(row.path("start").asString())
                            : null,
                    row.path("quantity").asDouble(),
                    row.path("reason").asString(),
                    text(row, "by")));
        }
        return List.copyOf(interventions);
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.path(name).isString() ? row.path(name).asString() : null;
    }

    /** {@code pin}, {@code place}, {@code in-house}, {@code avoid}. */
    public static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where no kind is called that */
    public static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (name(kind).equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "A decision by hand was of the kind '%s'; it is pin, place, in-house or avoid.".formatted(name));
    }

    /** The same with an id that its content makes: the same decision has the same id on every machine. */
    public static Intervention withId(Intervention i) {
        String place = i.kind() == Kind.IN_HOUSE ? null : i.place();
        String content = String.join(
                "\n",
                name(i.kind()),
                i.order(),
                i.operation(),
                Integer.toString(i.lot()),
                String.valueOf(place),
                String.valueOf(i.tool()),
                String.valueOf(i.start()),
                Double.toString(i.quantity()),
                i.reason());
        String id =
                "HND-" + Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_DIGITS);
        return new Intervention(
                id,
                i.kind(),
                i.order(),
                i.operation(),
                i.lot(),
                place,
                i.tool(),
                i.start(),
                i.quantity(),
                i.reason(),
                i.by());
    }
}

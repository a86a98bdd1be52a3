package io.sandtable.ingest.message;

import io.sandtable.ingest.DeadLetterReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the two documented messages, and says of every other why it is not one. See docs/reference/live-messages.md. */
public final class MessageReader {
    private static final Set<String> STOCK = Set.of("schema", "messageId", "at", "site", "complete", "lots");
    private static final Set<String> LOT = Set.of("lot", "material", "quantity", "unit", "bin", "expiry", "unitCost");
    private static final Set<String> READING =
            Set.of("schema", "messageId", "at", "sensor", "quantity", "value", "unit", "zone", "bin");

    /** One written as letter and degree sign, one as UCUM, one as the single character of Chinese input methods. */
    private static final Set<String> CELSIUS = Set.of("°C", "Cel", "℃");

    private static final double MOST_STOCK = 1e9;
    private static final double HIGHEST_COST = 1e8;
    /** A deep-freeze store to an aluminium melt. */
    private static final double COLDEST = -100;

    private static final double HOTTEST = 1_500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int maxPayloadBytes;
    private final Duration maxAhead;

    public MessageReader(int maxPayloadBytes, Duration maxAhead) {
        this.maxPayloadBytes = maxPayloadBytes;
        this.maxAhead = maxAhead;
    }

    /**
     * The message in the payload.
     *
     * @param now a message may lie ahead of it by a little
     * @throws Refused where it is none, or says what nobody can mean
     */
    public Message read(String topicName, byte[] payload, Instant now) throws Refused {
        Topic topic = Topic.parse(topicName).orElseThrow(() -> new Refused(DeadLetterReason.TOPIC_UNKNOWN, topicName));
        if (payload.length > maxPayloadBytes) {
            throw new Refused(DeadLetterReason.PAYLOAD_TOO_LARGE, payload.length, maxPayloadBytes);
        }
        JsonNode json = json(payload);
        Instant latest = now.plus(maxAhead);
        return switch (topic.kind()) {
            case STOCK -> stock(topic, json, latest);
            case READING -> reading(topic, json, latest);
        };
    }

    private static JsonNode json(byte[] payload) throws Refused {
        JsonNode json;
        try {
            json = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Refused(DeadLetterReason.NOT_JSON, "not UTF-8");
        } catch (JacksonException e) {
            throw new Refused(DeadLetterReason.NOT_JSON, e.getOriginalMessage());
        }
        if (!json.isObject()) {
            throw new Refused(DeadLetterReason.NOT_JSON, "no object: " + json.getNodeType());
        }
        return json;
    }

    private static void requireSchema(JsonNode json, String expected) throws Refused {
        JsonNode found = json.get("schema");
        if (found == null || !found.isString() || !found.stringValue().equals(expected)) {
            throw new Refused(DeadLetterReason.SCHEMA_UNKNOWN, found == null ? "" : found, expected);
        }
    }

    private static StockMessage stock(Topic topic, JsonNode json, Instant latest) throws Refused {
        requireSchema(json, StockMessage.SCHEMA);
        var fields = new Fields(json, "", STOCK);
        var lots = new LinkedHashMap<String, StockMessage.Lot>();
        JsonNode lines = fields.array("lots");
        for (int line = 0; line < lines.size(); line++) {
            String where = "lots[%d]".formatted(line);
            if (!lines.get(line).isObject()) {
                throw new Refused(DeadLetterReason.FIELD_INVALID, where, lines.get(line), "an object");
            }
            StockMessage.Lot lot = lot(new Fields(lines.get(line), where + ".", LOT));
            StockMessage.Lot before = lots.get(lot.lot());
            lots.put(lot.lot(), before == null ? lot : together(before, lot));
        }
        return new StockMessage(
                topic,
                fields.text("messageId"),
                fields.moment("at", latest),
                fields.text("site"),
                fields.flag("complete"),
                List.copyOf(lots.values()),
                lines.size());
    }

    private static StockMessage.Lot lot(Fields fields) throws Refused {
        return new StockMessage.Lot(
                fields.text("lot"),
                fields.text("material"),
                fields.number("quantity", 0, MOST_STOCK),
                fields.text("unit"),
                fields.findText("bin").stream().toList(),
                fields.findDay("expiry"),
                fields.findNumber("unitCost", 0, HIGHEST_COST));
    }

    /** One lot that lies in several bins is one lot with the sum of them. */
    private static StockMessage.Lot together(StockMessage.Lot a, StockMessage.Lot b) throws Refused {
        if (a.bins().isEmpty() || b.bins().isEmpty() || a.bins().containsAll(b.bins())) {
            throw new Refused(DeadLetterReason.LOT_TWICE, a.lot());
        }
        requireSame(a, "material", a.material(), b.material());
        requireSame(a, "unit", a.unit(), b.unit());
        requireSame(a, "expiry", a.expiry(), b.expiry());
        requireSame(a, "unitCost", a.unitCost(), b.unitCost());
        var bins = new java.util.ArrayList<>(a.bins());
        bins.addAll(b.bins());
        return new StockMessage.Lot(
                a.lot(), a.material(), a.quantity() + b.quantity(), a.unit(), bins, a.expiry(), a.unitCost());
    }

    private static void requireSame(StockMessage.Lot lot, String field, Object a, Object b) throws Refused {
        if (!a.equals(b)) {
            throw new Refused(DeadLetterReason.LOT_CONTRADICTORY, lot.lot(), field);
        }
    }

    private static Reading reading(Topic topic, JsonNode json, Instant latest) throws Refused {
        requireSchema(json, Reading.SCHEMA);
        var fields = new Fields(json, "", READING);
        String quantity = fields.text("quantity");
        if (!quantity.equals("temperature")) {
            throw fields.invalid("quantity", quantity, "temperature");
        }
        String unit = fields.text("unit");
        if (!CELSIUS.contains(unit)) {
            throw fields.invalid("unit", unit, "°C or Cel");
        }
        if (fields.has("zone") && fields.has("bin")) {
            throw fields.invalid("bin", "zone and bin", "one of them");
        }
        Optional<Reading.Place> zone =
                fields.findText("zone").map(name -> new Reading.Place(Reading.Place.Kind.ZONE, name));
        Optional<Reading.Place> bin =
                fields.findText("bin").map(name -> new Reading.Place(Reading.Place.Kind.BIN, name));
        return new Reading(
                topic,
                fields.text("messageId"),
                fields.moment("at", latest),
                fields.text("sensor"),
                quantity,
                fields.number("value", COLDEST, HOTTEST),
                "°C",
                zone.or(() -> bin));
    }
}

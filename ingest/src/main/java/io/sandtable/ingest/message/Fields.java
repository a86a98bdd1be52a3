package io.sandtable.ingest.message;

import io.sandtable.ingest.DeadLetterReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each checked as it is read; {@code where} stands before their names in a refusal. */
final class Fields {
    private static final int LONGEST_TEXT = 128;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST_EXPIRY = LocalDate.of(2199, 12, 31);

    private final JsonNode object;
    private final String where;

    Fields(JsonNode object, String where, Set<String> known) throws Refused {
        this.object = object;
        this.where = where;
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refused(DeadLetterReason.FIELD_UNKNOWN, where + name);
            }
        }
    }

    boolean has(String name) {
        return find(name) != null;
    }

    String text(String name) throws Refused {
        JsonNode value = must(name);
        String text = value.isString() ? value.stringValue() : "";
        if (text.isBlank()
                || text.length() > LONGEST_TEXT
                || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)
                // half a character; nothing that stores UTF-8 could keep it
                || text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw invalid(name, value, "text of 1 to %d characters".formatted(LONGEST_TEXT));
        }
        return text;
    }

    Optional<String> findText(String name) throws Refused {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) throws Refused {
        JsonNode value = must(name);
        if (!value.isBoolean()) {
            throw invalid(name, value, "true or false");
        }
        return value.booleanValue();
    }

    double number(String name, double low, double high) throws Refused {
        JsonNode value = must(name);
        if (!value.isNumber()) {
            throw invalid(name, value, "a number");
        }
        double number = value.asDouble(Double.NaN);
        // also false for NaN, and for what is beyond the range of a double
        if (!(number >= low && number <= high)) {
            throw new Refused(
                    DeadLetterReason.VALUE_ABSURD, where + name, value.toString(), written(low), written(high));
        }
        return number == 0 ? 0 : number;
    }

    OptionalDouble findNumber(String name, double low, double high) throws Refused {
        return has(name) ? OptionalDouble.of(number(name, low, high)) : OptionalDouble.empty();
    }

    /** A moment with its offset, not before 2000 and not after {@code latest}. */
    OffsetDateTime moment(String name, Instant latest) throws Refused {
        String text = text(name);
        OffsetDateTime moment;
        try {
            moment = OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(
                    DeadLetterReason.FIELD_INVALID,
                    where + name,
                    text,
                    "a time with offset: 2026-11-25T08:00:00+08:00");
        }
        if (moment.toLocalDate().isBefore(EARLIEST)) {
            throw new Refused(DeadLetterReason.DATE_TOO_OLD, where + name, text, EARLIEST);
        }
        if (moment.toInstant().isAfter(latest)) {
            throw new Refused(DeadLetterReason.DATE_AHEAD, where + name, text, latest);
        }
        return moment;
    }

    Optional<LocalDate> findDay(String name) throws Refused {
        if (!has(name)) {
            return Optional.empty();
        }
        String text = text(name);
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(DeadLetterReason.FIELD_INVALID, where + name, text, "a day: 2027-05-01");
        }
        if (day.isBefore(EARLIEST)) {
            throw new Refused(DeadLetterReason.DATE_TOO_OLD, where + name, text, EARLIEST);
        }
        if (day.isAfter(LATEST_EXPIRY)) {
            throw new Refused(DeadLetterReason.DATE_AHEAD, where + name, text, LATEST_EXPIRY);
        }
        return Optional.of(day);
    }

    JsonNode array(String name) throws Refused {
        JsonNode value = must(name);
        if (!value.isArray() || value.isEmpty()) {
            throw invalid(name, value, "a list with at least one entry");
        }
        return value;
    }

    Refused invalid(String name, Object found, String expected) {
        return new Refused(DeadLetterReason.FIELD_INVALID, where + name, found, expected);
    }

    private JsonNode must(String name) throws Refused {
        JsonNode value = find(name);
        if (value == null) {
            throw new Refused(DeadLetterReason.FIELD_MISSING, where + name);
        }
        return value;
    }

    private @Nullable JsonNode find(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

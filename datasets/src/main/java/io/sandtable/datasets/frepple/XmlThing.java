package io.sandtable.datasets.frepple;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One object of an XML model while its parts are gathered. */
final class XmlThing {
    /** Sums of these stay short: 1e999999999 and 1 would be a billion digits. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");

    private final String model;
    private final String file;
    private final String name;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    /**
     * @param name empty where such objects have none
     */
    XmlThing(String model, String file, String name) {
        this.model = model;
        this.file = file;
        this.name = name;
    }

    /** Another one that says the same; it has no name. */
    XmlThing copy() {
        var copy = new XmlThing(model, file, "");
        copy.fields().setAll(fields);
        return copy;
    }

    String model() {
        return model;
    }

    String file() {
        return file;
    }

    String name() {
        return name;
    }

    ObjectNode fields() {
        return fields;
    }

    String text(String field) {
        return fields.path(field).asString("").strip();
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    boolean is(String field, String value) {
        return text(field).equals(value);
    }

    void put(String field, String value) {
        fields.put(field, value);
    }

    void putIfAbsent(String field, String value) {
        if (!has(field) && !value.isEmpty()) {
            put(field, value);
        }
    }

    /** The value, which the object then no longer has. */
    String take(String field) {
        String value = text(field);
        fields.remove(field);
        return value;
    }

    /** Empty where the field is absent or no number. */
    Optional<BigDecimal> number(String field) {
        String text = text(field);
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    BigDecimal numberOr(String field, int fallback) {
        return number(field).orElse(BigDecimal.valueOf(fallback));
    }

    /** Adds another's amount to this one's; a text that is no number stays for the check to name. */
    void add(String field, XmlThing other, int preset) {
        boolean sound = (!has(field) || number(field).isPresent())
                && (!other.has(field) || other.number(field).isPresent());
        if (sound) {
            put(
                    field,
                    numberOr(field, preset)
                            .add(other.numberOr(field, preset))
                            .stripTrailingZeros()
                            .toPlainString());
        }
    }
}

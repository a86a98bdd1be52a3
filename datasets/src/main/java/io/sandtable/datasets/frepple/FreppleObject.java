package io.sandtable.datasets.frepple;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One object of the export; remembers which of its fields were read, so that the rest can be named. */
final class FreppleObject {
    private static final Set<String> ONE_BY_DEFAULT =
            Set.of("priority", "sizeminimum", "sizemultiple", "resource_qty", "quantity", "maximum");

    private final String model;
    private final String file;
    private final int number;
    private final String pk;
    private final JsonNode fields;
    private final Set<String> used = new HashSet<>();

    /**
     * @param number position in the file's array, or among the objects of an XML model, from 1
     */
    FreppleObject(String model, String file, int number, String pk, JsonNode fields) {
        this.model = model;
        this.file = file;
        this.number = number;
        this.pk = pk;
        this.fields = fields;
    }

    String model() {
        return model;
    }

    String file() {
        return file;
    }

    /** Whether it comes from an XML model: there, what is not said has frePPLe's meaning, and a time of day is meant. */
    boolean isXml() {
        return FreppleFiles.isXml(file);
    }

    int number() {
        return number;
    }

    /** Its name; frePPLe keeps it in the field or, in newer exports, as the primary key. */
    String name() {
        String name = text("name");
        return name.isEmpty() ? pk : name;
    }

    /** The written value, empty where there is none. */
    String text(String field) {
        used.add(field);
        return written(field);
    }

    /** The name of the object referred to: {@code item_id} in an export by keys, {@code item} in one by names. */
    String reference(String field) {
        String byKey = text(field + "_id");
        return byKey.isEmpty() ? text(field) : byKey;
    }

    boolean flag(String field) {
        used.add(field);
        return fields.path(field).asBoolean(false);
    }

    /** Fields that say something and that nobody has read. */
    Set<String> unread() {
        var unread = new HashSet<String>();
        fields.propertyNames().forEach(field -> {
            if (!used.contains(field) && saysSomething(field)) {
                unread.add(field);
            }
        });
        return unread;
    }

    /** A value for a message, without counting as having used it. */
    String written(String field) {
        JsonNode value = fields.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    /** Zero, false, blank and a lone 1 of something are what frePPLe writes where nobody entered anything. */
    private boolean saysSomething(String field) {
        JsonNode value = fields.path(field);
        if (value.isContainer()) {
            return !value.isEmpty();
        }
        String text = written(field);
        boolean preset = ONE_BY_DEFAULT.contains(field) && text.matches("1(\\.0+)?");
        return !text.isEmpty()
                && !field.equals("id")
                && !text.equals("false")
                && !text.matches("0+(\\.0+)?")
                && !preset;
    }
}

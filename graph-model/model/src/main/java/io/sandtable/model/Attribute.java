package io.sandtable.model;

import java.util.Objects;

/**
 * One column of the type table. The name is the same in code, graph, files and pages; the unit stands in the name.
 *
 * @param name lower camel case, unique over all types for one meaning
 * @param unit what a number counts, such as {@code d} or {@code CNY/unit}; empty for the rest
 * @param required whether an import without it is refused
 */
public record Attribute(String name, ValueKind kind, String unit, String zh, String en, boolean required) {
    /** The same attribute where an import must bring it. */
    Attribute must() {
        return new Attribute(name, kind, unit, zh, en, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attribute attribute && attribute.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }

    @Override
    public String toString() {
        return name;
    }
}

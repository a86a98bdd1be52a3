package io.sandtable.datasets.openapi;

import java.util.List;

/**
 * A column that a table of an interface's answers has.
 *
 * @param name the way to the value within a row, as {@link io.sandtable.datasets.reading.JsonLists} calls it
 * @param said what the document calls it besides, in short words, the plainest first; a unit of time is in brackets
 * @param type what its cells are
 * @param cells some that the document shows: words that it may be, examples
 */
public record ApiColumn(String name, List<String> said, Type type, List<String> cells) {
    public ApiColumn {
        said = List.copyOf(said);
        cells = List.copyOf(cells);
    }

    /** What cells can be, as far as the document says. */
    public enum Type {
        DATE,
        WHOLE_NUMBER,
        NUMBER,
        /** A number from 0 to 100. */
        PERCENT,
        FLAG,
        TEXT,
        /** The document does not say. */
        ANY
    }
}

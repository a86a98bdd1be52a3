package io.sandtable.datasets.reading;

import io.sandtable.model.Fact;

/**
 * A fact and the row it was read from, so that a later check can point at it.
 *
 * @param file path inside the source with {@code /}
 * @param row line or object number, from 1
 */
public record Statement(Fact fact, String file, int row) {
    /** The place alone. */
    Place place() {
        return new Place(file, row);
    }

    record Place(String file, int row) {}
}

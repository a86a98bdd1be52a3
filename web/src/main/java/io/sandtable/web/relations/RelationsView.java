package io.sandtable.web.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of relations and the same as a list.
 *
 * @param heading what it shows
 * @param note how much of it is drawn, null where all of it is
 * @param picture nodes and edges as JSON
 * @param more address of the same with one more step, null where there is none
 * @param grow asks whether so many things are wanted; null where they are few
 */
public record RelationsView(
        String heading,
        @Nullable String note,
        List<Item> items,
        List<Kind> kinds,
        String picture,
        Details details,
        @Nullable String more,
        @Nullable Grow grow) {
    public RelationsView {
        items = List.copyOf(items);
        kinds = List.copyOf(kinds);
    }

    /** Before a picture becomes crowded. */
    public record Grow(String question, String yes, String no) {}
}

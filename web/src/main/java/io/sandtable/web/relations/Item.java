package io.sandtable.web.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the nested list beside the picture, with those that are reached from it.
 *
 * @param kind the type's label, by which its shape is chosen
 * @param relation what joins it to the thing above, in words; null at the top
 * @param date the day on which the what-if reaches it, null where it does not or there is none
 * @param changed whether the what-if is about it
 * @param address this page with the thing's details
 * @param here whether its details are shown
 */
public record Item(
        String id,
        String name,
        String kind,
        String type,
        @Nullable String relation,
        @Nullable String date,
        boolean changed,
        String address,
        boolean here,
        List<Item> below) {
    public Item {
        below = List.copyOf(below);
    }
}

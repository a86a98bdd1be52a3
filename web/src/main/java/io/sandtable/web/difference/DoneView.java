package io.sandtable.web.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two plans do differently, in words.
 *
 * @param all where all orders are listed, null where they are
 */
record DoneView(
        List<Resource> resources,
        List<Order> orders,
        int orderCount,
        @Nullable String all) {
    DoneView {
        resources = List.copyOf(resources);
        orders = List.copyOf(orders);
    }

    /** A machine, a supplier … of which one plan uses more. */
    record Resource(
            String kind, String name, String about, String of, String against, String unit, String difference) {}

    /**
     * An order met in another way.
     *
     * @param of when the plan that is looked at delivers it, {@code against} when the other does
     * @param difference between them, empty where they deliver alike
     * @param counts of operations that are different, by the way in which they are
     * @param steps some of those that are done elsewhere
     */
    record Order(
            String number,
            String about,
            String of,
            String against,
            String difference,
            String counts,
            List<String> steps) {
        Order {
            steps = List.copyOf(steps);
        }
    }
}

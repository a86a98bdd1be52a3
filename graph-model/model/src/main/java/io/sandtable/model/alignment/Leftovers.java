package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What of two lists has no counterpart in the other, each element matched once. */
record Leftovers<T>(List<T> left, List<T> right) {
    static <T> Leftovers<T> of(List<T> left, List<T> right, BiPredicate<T, T> same) {
        var only = new ArrayList<T>();
        var rest = new ArrayList<>(right);
        for (T one : left) {
            int at = place(one, rest, same);
            if (at < 0) {
                only.add(one);
            } else {
                rest.remove(at);
            }
        }
        return new Leftovers<>(List.copyOf(only), List.copyOf(rest));
    }

    private static <T> int place(T one, List<T> rest, BiPredicate<T, T> same) {
        int at = rest.indexOf(one);
        for (int i = 0; at < 0 && i < rest.size(); i++) {
            if (same.test(one, rest.get(i))) {
                at = i;
            }
        }
        return at;
    }

    /** The same with another sameness for what is left. */
    Leftovers<T> matching(BiPredicate<T, T> same) {
        return of(left, right, same);
    }

    boolean none() {
        return left.isEmpty() && right.isEmpty();
    }

    boolean onBothSides() {
        return !left.isEmpty() && !right.isEmpty();
    }
}

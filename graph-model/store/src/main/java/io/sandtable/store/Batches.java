package io.sandtable.store;

import java.util.List;
import java.util.function.Consumer;

/** Long lists in pieces: the server holds the rows of one query in memory, and so do we. */
final class Batches {
    private static final int ROWS = 5_000;

    private Batches() {}

    static <T> void of(List<T> all, Consumer<List<T>> each) {
        for (int first = 0; first < all.size(); first += ROWS) {
            each.accept(all.subList(first, Math.min(first + ROWS, all.size())));
        }
    }
}

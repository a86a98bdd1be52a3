package io.sandtable.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made once, by the first who asks, while others that want it wait. */
public final class Once<T> {
    private @Nullable T made;

    public synchronized T get(Supplier<T> make) {
        if (made == null) {
            made = make.get();
        }
        return made;
    }
}

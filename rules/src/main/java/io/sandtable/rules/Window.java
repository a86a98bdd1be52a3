package io.sandtable.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Inclusive days; null is an open end. */
public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Always. */
    public static final Window ALWAYS = new Window(null, null);

    public Window {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The window ends on %s before it begins on %s; swap the two dates.".formatted(to, from));
        }
    }

    /** Whether the day lies inside. */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}

package io.sandtable.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run that is waited for.
 *
 * @param note such as the time it took
 */
public record Step(String label, State state, @Nullable String note) {
    /** How far it is. */
    public enum State {
        DONE,
        NOW,
        TODO;

        /** As in class names and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.sandtable.datasets;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the person says beside the path.
 *
 * @param mapping name of the reader ({@code plain}, {@code frepple}, {@code market}); null lets the content decide
 * @param asOf the day the source speaks of; null takes the source's own
 * @param market folder of market prices to stand beside the company; null looks for {@code ../../market} seen from the source
 */
public record ReadOptions(
        @Nullable String mapping,
        @Nullable LocalDate asOf,
        @Nullable Path market) {
    /** The content decides everything. */
    public static ReadOptions none() {
        return new ReadOptions(null, null, null);
    }
}

package io.sandtable.datasets;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the person says beside the path.
 *
 * @param mapping name of the reader ({@code plain}, {@code frepple}, {@code market}, {@code holidays}, or of a mapping); null lets the content decide
 * @param asOf the day the source speaks of; null takes the source's own
 * @param market folder of market prices to stand beside the company; null looks for {@code ../../market} seen from the source
 * @param kept folder of mappings that people have confirmed or written, tried before all others where no mapping is asked for; null where
 *     there is none
 */
public record ReadOptions(
        @Nullable String mapping,
        @Nullable LocalDate asOf,
        @Nullable Path market,
        @Nullable Path kept) {
    /** Without mappings of people's own. */
    public ReadOptions(@Nullable String mapping, @Nullable LocalDate asOf, @Nullable Path market) {
        this(mapping, asOf, market, null);
    }

    /** The same, with the mappings in that folder. */
    public ReadOptions with(Path folder) {
        return new ReadOptions(mapping, asOf, market, folder);
    }

    /** The content decides everything. */
    public static ReadOptions none() {
        return new ReadOptions(null, null, null);
    }
}

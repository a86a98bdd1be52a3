package io.sandtable.web.page;

import io.sandtable.web.Language;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * What the frame says of a company.
 *
 * @param name short name, as in addresses
 * @param demo whether its own data is invented, which every page then says
 * @param demoPercent how much of the facts is invented, 0 to 100; null where nobody counted
 * @param dataTime day or time that the data speaks of: a {@code LocalDate}, {@code LocalDateTime} or {@code Instant}
 */
public record CompanyView(
        String name,
        String zh,
        String en,
        boolean demo,
        @Nullable Integer demoPercent,
        Temporal dataTime) {
    public CompanyView {
        if (demoPercent != null && (demoPercent < 0 || demoPercent > 100)) {
            throw new IllegalArgumentException(
                    "The share of demo facts was %d %%; it must be 0 to 100.".formatted(demoPercent));
        }
    }

    /** Its title in a language. */
    public String title(Language language) {
        return language.choose(zh, en);
    }
}

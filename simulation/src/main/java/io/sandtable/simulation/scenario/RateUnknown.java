package io.sandtable.simulation.scenario;

import java.io.Serial;
import java.time.LocalDate;
import java.util.List;

/** Something is priced in a currency of which no exchange rate is known on the as-of day: nothing can be reckoned, and a guess would be a wrong answer. */
public final class RateUnknown extends RuntimeException {
    /** Worded under {@code refused.RATE_UNKNOWN}. */
    public static final String CODE = "RATE_UNKNOWN";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String currency;
    private final LocalDate day;

    RateUnknown(String currency, LocalDate day) {
        super("Something is in %s, but no exchange rate for it is known on %s; import a price series with unit CNY/%s."
                .formatted(currency, day, currency));
        this.currency = currency;
        this.day = day;
    }

    /** The currency and the day. */
    public List<String> arguments() {
        return List.of(currency, day.toString());
    }
}

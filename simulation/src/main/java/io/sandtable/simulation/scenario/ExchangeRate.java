package io.sandtable.simulation.scenario;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * CNY per unit of a currency.
 *
 * @param byDay day since the as-of day → rate from this day on; day 0 is there, later ones are expected
 */
public record ExchangeRate(NavigableMap<Integer, Double> byDay) {
    public ExchangeRate {
        byDay = Collections.unmodifiableNavigableMap(new TreeMap<>(byDay));
        if (byDay.isEmpty() || byDay.firstKey() != 0) {
            throw new IllegalArgumentException(
                    "An exchange rate was given from day %s on; the first must be day 0, the as-of day."
                            .formatted(byDay.isEmpty() ? "none" : byDay.firstKey()));
        }
    }

    /** CNY per unit on a day; before the as-of day that day's. */
    public double on(int day) {
        return byDay.floorEntry(Math.max(0, day)).getValue();
    }
}

package io.sandtable.simulation.why;

import java.util.Comparator;
import java.util.List;

/**
 * Why one order line is late or short.
 *
 * @param demand index of the demand
 * @param isShort whether it is never delivered in full, otherwise it is late
 * @param reasons at least one, earliest first
 */
public record Explanation(int demand, boolean isShort, List<Reason> reasons) {
    public Explanation {
        reasons = reasons.stream()
                .sorted(Comparator.comparingInt(Reason::from).thenComparingInt(Reason::to))
                .toList();
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "Demand %d was explained without a reason; give at least one.".formatted(demand));
        }
    }

    /** The reason that lasts longest. */
    public Reason binding() {
        return reasons.stream().max(Comparator.comparingInt(Reason::minutes)).orElseThrow();
    }
}

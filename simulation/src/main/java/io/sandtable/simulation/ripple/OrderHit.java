package io.sandtable.simulation.ripple;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to an order when nobody does anything about it.
 *
 * @param first day on which the change reaches it; null where stock and open purchases cover it
 * @param due day by which it was to be delivered
 * @param before day of its last delivery without the change, {@code after} with it; null where it is not delivered in full
 * @param lateBefore whether it was late or short without the change, {@code lateAfter} with it
 */
public record OrderHit(
        Demand demand,
        @Nullable LocalDate first,
        LocalDate due,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        boolean lateBefore,
        boolean lateAfter) {

    /** Whether its customer is worse off: it misses its day because of the change, or misses it by more. */
    public boolean isHurt() {
        if (!lateAfter) {
            return false;
        }
        return !lateBefore || (before != null && (after == null || after.isAfter(before)));
    }

    /** Days by which it is late with the change; 0 where it is on time or never delivered in full. */
    public int daysLate() {
        return after == null || !after.isAfter(due) ? 0 : (int) (after.toEpochDay() - due.toEpochDay());
    }

    /** What it is worth, without VAT. */
    public Money value() {
        return Money.of(Money.CNY, demand.value());
    }
}

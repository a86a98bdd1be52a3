package io.sandtable.simulation.risk;

import io.sandtable.model.Money;
import io.sandtable.simulation.sensitivity.Mode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a plan bears one disruption (Simchi-Levi and others 2014).
 *
 * @param timeToRecoverDays how long it would last; empty where nobody has said
 * @param timeToSurviveDays the longest that no order is late that is not today and no must-rule broken that is not today; {@code survives}
 *     says that it is the whole horizon
 * @param days of the outage that the losses are of: the time to recover, or the rest of the horizon where that is not known
 * @param marginLost and {@code cashLowLost}, against today; negative where it would cost less to do nothing
 * @param late ids of the orders that it makes late or short, {@code broken} of the must-rules that it breaks
 * @param index the margin lost as a share of the most that any of the ranking loses, 0 … 1
 * @param failed whether the plan could not be timed under it: then nothing else is known
 */
public record Exposure(
        Disruption disruption,
        String name,
        Mode mode,
        OptionalInt timeToRecoverDays,
        int timeToSurviveDays,
        boolean survives,
        int days,
        Money marginLost,
        Money cashLowLost,
        Set<String> late,
        Set<String> broken,
        double index,
        boolean failed,
        List<RiskWarning> warnings) {
    public Exposure {
        late = Set.copyOf(late);
        broken = Set.copyOf(broken);
        warnings = List.copyOf(warnings);
    }

    /** Whether it takes longer to recover than the plan lives without it. */
    public boolean isExposed() {
        return !survives && timeToRecoverDays.isPresent() && timeToRecoverDays.getAsInt() > timeToSurviveDays;
    }

    Exposure relativeTo(long mostLost) {
        return new Exposure(
                disruption,
                name,
                mode,
                timeToRecoverDays,
                timeToSurviveDays,
                survives,
                days,
                marginLost,
                cashLowLost,
                late,
                broken,
                mostLost <= 0 ? 0 : Math.max(0, (double) marginLost.minor() / mostLost),
                failed,
                warnings);
    }
}

package io.sandtable.simulation.scenario;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided by hand about one step of an order, with her reason. It binds every plan like a must-rule that speaks of this step
 * alone.
 *
 * @param id permanent; it travels into the violation where a plan cannot keep it
 * @param order id of the order line
 * @param operation id of the process
 * @param lot which of the order's lots of that step is meant, from 1; 0 for all of them
 * @param place id of the machine or of the subcontractor; with a {@code +} before it the one that an investment brings; null where the kind
 *     needs none
 * @param tool id of the tool that is mounted, null where any will do
 * @param start when it begins, null where that is left to the planner
 * @param quantity good units of the lot that is kept, 0 where that is left to the planner
 * @param by who decided
 */
public record Intervention(
        String id,
        Kind kind,
        String order,
        String operation,
        int lot,
        @Nullable String place,
        @Nullable String tool,
        @Nullable LocalDateTime start,
        double quantity,
        String reason,
        @Nullable String by) {
    private static final int MOST_LOTS = 256;
    private static final int LONGEST_REASON = 2_000;

    public Intervention {
        if (lot < 0 || lot > MOST_LOTS) {
            throw new IllegalArgumentException(
                    "A decision by hand was about lot %d; lots count from 1 to %d, 0 for all."
                            .formatted(lot, MOST_LOTS));
        }
        if (!Double.isFinite(quantity) || quantity < 0) {
            throw new IllegalArgumentException(
                    "A decision by hand was about a lot of %s; give its good units, 0 to leave them open."
                            .formatted(quantity));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason had %d characters; %d are the most.".formatted(reason.length(), LONGEST_REASON));
        }
    }

    /** What is decided about the step. */
    public enum Kind {
        /** This lot is made there and begins then: kept where it is, or moved. */
        PIN,
        /** It is done there, whenever that is. */
        PLACE,
        /** It does not leave the house. */
        IN_HOUSE,
        /** It is done anywhere but there. */
        AVOID
    }
}

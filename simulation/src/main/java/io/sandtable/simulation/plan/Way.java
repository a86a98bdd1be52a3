package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Setups;
import io.sandtable.simulation.scenario.Validity;
import io.sandtable.simulation.scenario.WorkingTime;
import org.jspecify.annotations.Nullable;

/**
 * One way to do a step: a machine with or without a tool, or a subcontractor.
 *
 * @param id of the weekly capacity it draws on, −1 when it does not
 * @param machine index, −1 when outsourced
 * @param tool index, −1 none
 * @param subcontract position in the step's subcontracts, −1 in the house
 * @param time when it can be worked: the machine and its people are there
 * @param setup of the machine that it needs, {@link Setups#ANY} where any will do
 * @param crewing who is needed besides
 * @param leastMinutes that any work takes: one where work has an order in time, none where any number of lots is worked at a time
 * @param yield share of good units, 0 … 1, the tool's wear apart
 * @param valid when it may be done so
 * @param operatorRate CNY per worked hour of all who do it
 * @param costPerMinute CNY per worked minute, people included
 * @param costPerUnit CNY per unit that enters
 */
record Way(
        int id,
        int machine,
        int tool,
        int subcontract,
        WorkingTime time,
        int setup,
        Crewing crewing,
        double minutesPerUnit,
        int setupMinutes,
        int leastMinutes,
        double yield,
        double strokesPerUnit,
        Validity valid,
        double operatorRate,
        double costPerMinute,
        double costPerUnit,
        int leadTimeMinutes) {
    boolean outsourced() {
        return subcontract >= 0;
    }

    /** Whether it is how the plan does the step. */
    boolean isHow(Operation operation) {
        return machine == operation.machine()
                && tool == operation.tool()
                && subcontract == operation.subcontract()
                && crewing.crews().equals(operation.crews());
    }

    /** Among ways that differ in when they may be done the one that may be then; null where none is how the plan does it. */
    static @Nullable Way of(Way[] ways, Operation operation) {
        Way found = null;
        for (Way way : ways) {
            if (way.isHow(operation)) {
                if (way.valid.covers(operation.start(), operation.end())) {
                    return way;
                }
                found = found == null ? way : found;
            }
        }
        return found;
    }

    /** Worked minutes for so many units that enter, set-up included. */
    int workMinutes(double quantityIn) {
        return Math.max(leastMinutes, setupMinutes + (int) Math.ceil(minutesPerUnit * quantityIn - 1e-9));
    }

    /** Wall minute at which so much work that begins at a wall minute of the way's own time ends. */
    int endOfWork(int start, int work) {
        return time.wallOfEnd(time.workedBefore(start), work);
    }

    long strokes(double quantityIn) {
        return Micro.of(strokesPerUnit * quantityIn);
    }
}

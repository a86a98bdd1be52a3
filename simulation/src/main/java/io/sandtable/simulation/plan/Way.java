package io.sandtable.simulation.plan;

/**
 * One way to do a step: a machine with or without a tool, or a subcontractor.
 *
 * @param id of the weekly capacity it draws on, −1 when it does not
 * @param machine index, −1 when outsourced
 * @param tool index, −1 none
 * @param subcontract position in the step's subcontracts, −1 in the house
 * @param leastMinutes that any work takes: one where work has an order in time, none where any number of lots is worked at a time
 * @param yield share of good units, 0 … 1, the tool's wear apart
 * @param costPerMinute CNY per worked minute
 * @param costPerUnit CNY per unit that enters
 */
record Way(
        int id,
        int machine,
        int tool,
        int subcontract,
        double minutesPerUnit,
        int setupMinutes,
        int leastMinutes,
        double yield,
        double strokesPerUnit,
        double costPerMinute,
        double costPerUnit,
        int leadTimeMinutes) {
    boolean outsourced() {
        return subcontract >= 0;
    }

    /** Worked minutes for so many units that enter, set-up included. */
    int workMinutes(double quantityIn) {
        return Math.max(leastMinutes, setupMinutes + (int) Math.ceil(minutesPerUnit * quantityIn - 1e-9));
    }

    long strokes(double quantityIn) {
        return Micro.of(strokesPerUnit * quantityIn);
    }
}

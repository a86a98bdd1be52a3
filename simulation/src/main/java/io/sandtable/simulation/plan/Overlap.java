package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Step;

/**
 * How far two steps of one lot may overlap: what is done of it goes on in transfer lots, so that the next step begins when the first one
 * is done, and is never without work: its own last transfer lot begins when all that comes before is done.
 */
final class Overlap {
    private Overlap() {}

    /** Of how many units the transfer lots of a step done in that way are; 0 where nothing goes on before all of it is done. */
    static double transfer(Step step, Way way, double out) {
        double asked = step.transferQuantity();
        return asked > 0 && asked < out && !way.outsourced() ? asked : 0;
    }

    /** Worked minutes of the step before until its first transfer lot is done. */
    static int firstWork(double transfer, Way before, double in, double out) {
        return Math.min(before.workMinutes(in), before.workMinutes(in * transfer / out));
    }

    /** The wall minute at which the first transfer lot of a step that begins then is done. */
    static int firstDone(double transfer, Way before, double in, double out, int start) {
        return before.endOfWork(start, firstWork(transfer, before, in, out));
    }

    /**
     * Worked minutes of the step after that need all of what comes before: its last transfer lot, or everything where that takes the same
     * time however much it is.
     */
    static int lastWork(double transfer, Way after, double in) {
        int all = after.workMinutes(in);
        if (after.minutesPerUnit() <= 0) {
            return all;
        }
        return Math.min(all, Math.max(after.leastMinutes(), (int) Math.ceil(after.minutesPerUnit() * transfer - 1e-9)));
    }

    /** Worked minutes by which a step that ends then would run dry before all of what comes before is there. */
    static int lacking(Way after, int lastWork, int allThere, int end) {
        return Math.max(0, lastWork - after.time().workedBetween(Math.min(allThere, end), end));
    }
}

package io.sandtable.simulation.plan;

/**
 * How far two steps of one lot may overlap: what is done of it goes on in transfer lots, so that the next step begins when the first one
 * is done, and is never without work: its own last transfer lot begins when all that comes before is done.
 */
final class Overlap {
    private Overlap() {}

    /** Whether anything goes on before all of it is done; in the house alone. */
    static boolean isPossible(double transfer, Way before, double out) {
        return transfer > 0 && transfer < out && !before.outsourced();
    }

    /** Worked minutes of the step before until its first transfer lot is done. */
    static int firstWork(double transfer, Way before, double in, double out) {
        return isPossible(transfer, before, out)
                ? Math.min(before.workMinutes(in), before.workMinutes(in * transfer / out))
                : before.workMinutes(in);
    }

    /** The wall minute at which the first transfer lot of a step that begins then is done. */
    static int firstDone(double transfer, Way before, double in, double out, int start, int end) {
        return isPossible(transfer, before, out) ? before.endOfWork(start, firstWork(transfer, before, in, out)) : end;
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

package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.Setups;

/** How late a machine's work may end, going through it from the last piece to the first. */
final class MachineFront {
    private final boolean unlimited;
    private final Setups setups;
    /** Worked minute at which the piece passed last begins. */
    private int busyFrom = Integer.MAX_VALUE;
    /** The set-up that the machine must be changed over to next, and until when. */
    private int next = Setups.ANY;

    private int changedBy = Integer.MAX_VALUE;

    MachineFront(boolean unlimited, Setups setups) {
        this.unlimited = unlimited;
        this.setups = setups;
    }

    /** The worked minute at which work with that set-up may end at the latest. */
    int latestEnd(int setup) {
        if (unlimited || setup < 0 || next < 0) {
            return busyFrom;
        }
        return Math.min(busyFrom, changedBy - setups.minutes(setup, next));
    }

    /** Whether the machine is to be changed over after this, so that idle minutes are needed. */
    boolean isChangedOverNext() {
        return !unlimited && next >= 0;
    }

    /** Goes past a piece of work. */
    void pass(int from, int span, int setup) {
        if (unlimited) {
            return;
        }
        busyFrom = from;
        if (setup >= 0) {
            next = setup;
            changedBy = from;
        } else if (next >= 0) {
            // done while the machine is being changed over
            changedBy -= span;
        }
    }
}

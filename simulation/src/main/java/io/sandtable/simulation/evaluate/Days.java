package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.PlanningProblem;

/** The posting day of a minute: nothing is posted before the as-of day. */
final class Days {
    private Days() {}

    /** Day on which something that happens at a minute is posted. */
    static int at(int minute) {
        return minute <= 0 ? 0 : minute / PlanningProblem.DAY;
    }

    /** Day on which something that is over by a minute is posted: midnight still belongs to the day that ends. */
    static int by(int minute) {
        return minute <= 0 ? 0 : (minute - 1) / PlanningProblem.DAY;
    }

    /** Whole days, begun ones counted, from one minute to a later one; 0 where it is not later. */
    static int late(int due, int minute) {
        return minute <= due ? 0 : Math.floorDiv(minute - due - 1, PlanningProblem.DAY) + 1;
    }
}

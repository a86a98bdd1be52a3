package io.sandtable.simulation.plan;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/**
 * Takes a few orders off the board and finds each a new place, in the given order. What it found is kept, because an accepted move is
 * done, undone and done again from the same state.
 */
class RuinRecreateMove extends AbstractMove<Schedule> {
    private static final int MOST_LOTS = 8;

    private final int[] demands;
    private final int haste;
    private final double noise;
    private final boolean split;
    private final long seed;
    private @Nullable Placement @Nullable [] found;

    /** @param split whether the first order may be made in several lots side by side */
    RuinRecreateMove(int[] demands, int haste, double noise, boolean split, long seed) {
        this(demands, haste, noise, split, seed, null);
    }

    private RuinRecreateMove(
            int[] demands, int haste, double noise, boolean split, long seed, @Nullable Placement @Nullable [] found) {
        this.demands = demands;
        this.haste = haste;
        this.noise = noise;
        this.split = split;
        this.seed = seed;
        this.found = found;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Schedule> director) {
        return demands.length > 0;
    }

    @Override
    protected RuinRecreateMove createUndoMove(ScoreDirector<Schedule> director) {
        Schedule schedule = director.getWorkingSolution();
        var before = new Placement[demands.length];
        for (int i = 0; i < demands.length; i++) {
            before[i] = schedule.orders().get(demands[i]).placement();
        }
        return new RuinRecreateMove(demands, 0, 0, false, seed, before);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Schedule> director) {
        Schedule schedule = director.getWorkingSolution();
        for (int demand : demands) {
            place(director, schedule.orders().get(demand), null);
        }
        if (found != null) {
            for (int i = 0; i < demands.length; i++) {
                place(director, schedule.orders().get(demands[i]), found[i]);
            }
            return;
        }
        ScheduleScore score = ScheduleScore.of(director);
        var random = new SplittableRandom(seed);
        var places = new Placement[demands.length];
        for (int i = 0; i < demands.length; i++) {
            // the first alone: each lot takes as long to place as an order
            int lots = split && i == 0 ? 1 + random.nextInt(MOST_LOTS) : 1;
            places[i] = score.adopt(demands[i], haste, noise, lots, random);
            place(director, schedule.orders().get(demands[i]), places[i]);
        }
        found = places;
    }

    private static void place(ScoreDirector<Schedule> director, PlannedOrder order, @Nullable Placement where) {
        director.beforeVariableChanged(order, PlannedOrder.PLACEMENT);
        order.place(where);
        director.afterVariableChanged(order, PlannedOrder.PLACEMENT);
    }

    @Override
    public String toString() {
        return "ruin and recreate " + Arrays.toString(demands);
    }
}

package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.PlacementCost.Level;
import io.sandtable.simulation.plan.Scoring.Tally;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.score.director.incremental.IncrementalScoreDirector;

/** Keeps the board and the score while OptaPlanner moves orders. Public for the library alone. */
@NullUnmarked
public class ScheduleScore implements IncrementalScoreCalculator<Schedule, BendableLongScore> {
    private Board board;
    private Decoder decoder;
    private Tally tally;
    /** On the board already, because the decoder has just put it there. */
    private Placement adopted;

    @Override
    public void resetWorkingSolution(Schedule schedule) {
        board = new Board(schedule.context().shop());
        decoder = new Decoder(board);
        tally = new Tally(schedule.context().scoring());
        schedule.orders().forEach(order -> insert(order.placement()));
    }

    /** The calculator behind a director. */
    static ScheduleScore of(ScoreDirector<Schedule> director) {
        return (ScheduleScore) ((IncrementalScoreDirector<Schedule, ?>) director).getIncrementalScoreCalculator();
    }

    Board board() {
        return board;
    }

    /** Finds the order a place and leaves it on the board; the variable is to be set to it next. */
    Placement adopt(int demand, int haste, double noise, int lots, SplittableRandom random) {
        adopted = decoder.place(demand, haste, noise, lots, random);
        return adopted;
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        retract(((PlannedOrder) entity).placement());
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        insert(((PlannedOrder) entity).placement());
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // orders are never added while a search runs
    }

    @Override
    public void afterEntityAdded(Object entity) {
        insert(((PlannedOrder) entity).placement());
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        retract(((PlannedOrder) entity).placement());
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // orders are never removed while a search runs
    }

    private void insert(@Nullable Placement placement) {
        if (placement != null) {
            if (placement != adopted) {
                board.add(placement);
            }
            adopted = null;
            tally.add(placement);
        }
    }

    private void retract(@Nullable Placement placement) {
        if (placement != null) {
            board.remove(placement);
            tally.remove(placement);
        }
    }

    /** The physical level is always clean: the board refuses what cannot be. */
    @Override
    public BendableLongScore calculateScore() {
        return BendableLongScore.of(
                new long[] {0, -tally.at(Level.MUST)},
                new long[] {-tally.at(Level.DELIVERY), -tally.at(Level.PREFERENCE)});
    }
}

package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * Draws moves of one to five orders: mostly a late one together with orders that are in its way on one of its machines. Public for the
 * library alone.
 */
public class RuinRecreateMoves implements MoveIteratorFactory<Schedule, RuinRecreateMove> {
    private static final double LATE_FIRST = 0.7;
    private static final int MOST_ORDERS = 5;
    private static final int MOST_WITH_TAKERS = 20;
    private static final int DRAWS = 4;
    private static final int ONE_IN_SPLITS = 4;
    private static final int LOOKS_FOR_NEIGHBOURS = 10;
    /** Pieces of work that count as just before another on a machine. */
    private static final int NEAR = 12;

    @Override
    public long getSize(ScoreDirector<Schedule> director) {
        return director.getWorkingSolution().orders().size();
    }

    @Override
    public Iterator<RuinRecreateMove> createOriginalMoveIterator(ScoreDirector<Schedule> director) {
        throw new UnsupportedOperationException(
                "Ruin-and-recreate moves were asked for in a fixed order; there are only random ones, select them randomly.");
    }

    @Override
    public Iterator<RuinRecreateMove> createRandomMoveIterator(ScoreDirector<Schedule> director, Random random) {
        Schedule schedule = director.getWorkingSolution();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return schedule.context().fixedOrders() < schedule.orders().size()
                        && schedule.context().mayTry();
            }

            @Override
            public RuinRecreateMove next() {
                if (schedule.orders().isEmpty()) {
                    throw new NoSuchElementException("The schedule has no orders; there is nothing to move.");
                }
                schedule.context().tried();
                return draw(director, random);
            }
        };
    }

    private static RuinRecreateMove draw(ScoreDirector<Schedule> director, Random random) {
        Schedule schedule = director.getWorkingSolution();
        List<Integer> chosen = chosen(director, random);
        if (random.nextBoolean()) {
            Collections.shuffle(chosen, random);
        } else {
            chosen.sort(Comparator.<Integer>comparingInt(
                            d -> schedule.context().shop().demand(d).due())
                    .thenComparingInt(d -> d));
        }
        int haste = haste(random);
        double noise = random.nextInt(3) * 0.15;
        return new RuinRecreateMove(
                chosen.stream().mapToInt(Integer::intValue).toArray(),
                haste,
                noise,
                random.nextInt(ONE_IN_SPLITS) == 0,
                random.nextLong());
    }

    /** Whoever takes an order away takes away all who use what it leaves over: of a few draws the one that takes few. */
    private static List<Integer> chosen(ScoreDirector<Schedule> director, Random random) {
        List<Integer> chosen = List.of();
        for (int draw = 0; draw < DRAWS; draw++) {
            int first = firstOrder(director.getWorkingSolution(), random);
            int wanted = draw == 0 ? 1 + random.nextInt(MOST_ORDERS) : 1;
            chosen = withNeighbours(director, first, wanted, random);
            ScheduleScore.of(director).board().materials().addTakers(chosen);
            if (chosen.size() <= MOST_WITH_TAKERS) {
                break;
            }
        }
        return chosen;
    }

    /** As soon as possible leaves room for others; as cheaply as the date allows, or at all where an order is late anyway, saves money. */
    private static int haste(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Decoder.NO_HURRY;
            case 1, 2 -> random.nextInt(3) * PlanningProblem.DAY * 7;
            default -> Constructor.AT_ONCE;
        };
    }

    private static int firstOrder(Schedule schedule, Random random) {
        int any = firstMovable(schedule, random.nextInt(schedule.orders().size()));
        if (random.nextDouble() >= LATE_FIRST) {
            return any;
        }
        // the first late order from a random place on
        int size = schedule.orders().size();
        for (int i = 0; i < size; i++) {
            int at = (any + i) % size;
            Placement placement = schedule.orders().get(at).placement();
            if (placement != null
                    && !schedule.context().isFixed(at)
                    && placement.ready() > schedule.context().shop().demand(at).due()) {
                return at;
            }
        }
        return any;
    }

    /** The first order from that place on that may move. */
    private static int firstMovable(Schedule schedule, int from) {
        int at = from;
        while (schedule.context().isFixed(at)) {
            at = (at + 1) % schedule.orders().size();
        }
        return at;
    }

    /** Orders whose work lies before that of the first one on one of its machines: half of them just before it, half anywhere. */
    private static List<Integer> withNeighbours(
            ScoreDirector<Schedule> director, int first, int wanted, Random random) {
        Schedule schedule = director.getWorkingSolution();
        var chosen = new ArrayList<Integer>();
        chosen.add(first);
        PlacedOperation meeting = anyInHouse(schedule.orders().get(first).placement(), random);
        for (int look = 0; look < LOOKS_FOR_NEIGHBOURS && chosen.size() < wanted; look++) {
            int other = meeting == null ? random.nextInt(schedule.orders().size()) : before(director, meeting, random);
            if (!chosen.contains(other) && !schedule.context().isFixed(other)) {
                chosen.add(other);
            }
        }
        return chosen;
    }

    private static int before(ScoreDirector<Schedule> director, PlacedOperation meeting, Random random) {
        MachineLoad machine = ScheduleScore.of(director).board().machine(meeting.way());
        int until = machine.countUntil(meeting.from());
        if (until == 0) {
            return random.nextInt(director.getWorkingSolution().orders().size());
        }
        int reach = random.nextBoolean() ? Math.min(until, NEAR) : until;
        return machine.demandAt(until - 1 - random.nextInt(reach));
    }

    private static @Nullable PlacedOperation anyInHouse(@Nullable Placement placement, Random random) {
        if (placement == null || placement.operations().isEmpty()) {
            return null;
        }
        PlacedOperation any =
                placement.operations().get(random.nextInt(placement.operations().size()));
        return any.way().outsourced() ? null : any;
    }
}

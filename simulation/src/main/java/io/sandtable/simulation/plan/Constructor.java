package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A complete plan in milliseconds: orders by due date, as soon as possible; those that would be late wait until the others have their
 * place, the shortest first. Then other sets of orders that wait are tried, and the sequence of the plan itself.
 */
final class Constructor {
    /** Shares of the capacity that the choice of waiting orders assumes. */
    private static final double[] USABLE = {1.0, 0.96, 1.04};

    /** Days before the due date from which on an order is in a hurry; slack costs money, haste costs none where there is none. */
    private static final int[] HASTE_DAYS = {0, 14};

    /** Every way is judged by its end alone; half the range, so that an overdue minute less this is still one. */
    private static final int AT_ONCE = Integer.MAX_VALUE / 2;

    /** Never drawn from where nothing is misjudged. */
    private static final SplittableRandom NO_CHANCE = new SplittableRandom(0);

    private final Shop shop;
    private final Scoring scoring;

    Constructor(Shop shop, Scoring scoring) {
        this.shop = shop;
        this.scoring = scoring;
    }

    /** A complete plan from a single pass, in a fraction of the time. */
    Placement[] firstPass() {
        return decode(byDueDate(), Set.of(), AT_ONCE);
    }

    private List<Integer> byDueDate() {
        return IntStream.range(0, shop.problem().demands().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(d -> shop.demand(d).due())
                        .thenComparingInt(d -> shop.demand(d).priority())
                        .thenComparingInt(d -> d))
                .toList();
    }

    /** One placement per demand, by index. */
    Placement[] construct() {
        List<Integer> byDueDate = byDueDate();
        Placement[] best = decode(byDueDate, Set.of(), 0);
        for (int days : HASTE_DAYS) {
            if (scoring.of(best).at(PlacementCost.Level.DELIVERY) == 0) {
                return best;
            }
            best = better(best, construct(byDueDate, days * PlanningProblem.DAY));
        }
        return best;
    }

    private Placement[] construct(List<Integer> byDueDate, int haste) {
        Placement[] first = decode(byDueDate, Set.of(), haste);
        Placement[] best = first;
        for (double usable : USABLE) {
            Set<Integer> waiting = new Deferral(shop, scoring.weights(), first).choose(usable);
            if (!waiting.isEmpty()) {
                best = better(best, decode(byDueDate, waiting, haste));
            }
        }
        return better(best, decode(bySequenceOf(best), Set.of(), haste));
    }

    private Placement[] better(Placement[] one, Placement[] other) {
        return scoring.of(other).compareTo(scoring.of(one)) < 0 ? other : one;
    }

    private static List<Integer> bySequenceOf(Placement[] plan) {
        return IntStream.range(0, plan.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(d -> plan[d].ready()).thenComparingInt(d -> d))
                .toList();
    }

    private Placement[] decode(List<Integer> sequence, Set<Integer> deferred, int haste) {
        var board = new Board(shop);
        var decoder = new Decoder(board);
        var plan = new Placement[sequence.size()];
        var waiting = new ArrayList<Integer>();
        var effort = new double[sequence.size()];
        for (int d : sequence) {
            Placement placement = decoder.place(d, haste, 0, NO_CHANCE);
            effort[d] = effort(placement) / scoring.weights().of(shop.demand(d));
            if (deferred.contains(d) || placement.ready() > shop.demand(d).due()) {
                board.remove(placement);
                waiting.add(d);
            } else {
                plan[d] = placement;
            }
        }
        waiting.sort(Comparator.<Integer>comparingDouble(d -> effort[d]).thenComparingInt(d -> d));
        for (int d : waiting) {
            plan[d] = decoder.place(d, haste, 0, NO_CHANCE);
        }
        return plan;
    }

    private static double effort(Placement placement) {
        return placement.operations().stream()
                .mapToDouble(Placement.PlacedOperation::workMinutes)
                .sum();
    }
}

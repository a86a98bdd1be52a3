package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.Restriction.ByHand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A complete plan in milliseconds: orders by due date, as soon as possible; those that would be late wait until the others have their
 * place, the shortest first. Then other sets of orders that wait are tried, and the sequence of the plan itself; at last each order is done
 * as cheaply as its date allows.
 */
final class Constructor {
    /** Shares of the capacity that the choice of waiting orders assumes; below one, because no sequence uses all of it. */
    private static final double[] USABLE = {0.92, 0.88, 0.9, 0.94, 0.97, 1.0, 1.04};

    /**
     * Every way is judged by its end alone: who is ready early leaves room for others. Half the range, so that an overdue minute less this
     * is still a minute.
     */
    static final int AT_ONCE = Integer.MAX_VALUE / 2;

    /** Never drawn from where nothing is misjudged. */
    private static final SplittableRandom NO_CHANCE = new SplittableRandom(0);

    private final Shop shop;
    private final Scoring scoring;
    /** Orders whose pins others were in the way of: placed before all others. */
    private List<Integer> ahead = List.of();

    Constructor(Shop shop, Scoring scoring) {
        this.shop = shop;
        this.scoring = scoring;
    }

    /** A complete plan from a single pass, in a fraction of the time. */
    Placement[] firstPass() {
        return decode(byDueDate(), Set.of(), AT_ONCE);
    }

    /** Who is hindered by others goes ahead of them, until nobody is or it goes round in circles. */
    private Placement[] decode(List<Integer> sequence, Set<Integer> deferred, int haste) {
        Placement[] plan = decodeOnce(sequence, deferred, haste);
        List<Integer> pinned = shop.pins().pinned();
        for (int round = 0; round < pinned.size(); round++) {
            Placement[] now = plan;
            List<Integer> hindered =
                    pinned.stream().filter(d -> !shop.pins().areKept(now[d])).toList();
            var first = new ArrayList<>(hindered);
            ahead.stream().filter(d -> !hindered.contains(d)).forEach(first::add);
            if (hindered.isEmpty() || first.equals(ahead)) {
                break;
            }
            ahead = first;
            plan = decodeOnce(sequence, deferred, haste);
        }
        return plan;
    }

    private List<Integer> byDueDate() {
        return IntStream.range(0, shop.problem().demands().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(this::dueOrPinned)
                        .thenComparingInt(d -> shop.demand(d).priority())
                        .thenComparingInt(d -> d))
                .toList();
    }

    private int dueOrPinned(int demand) {
        int due = shop.demand(demand).due();
        return !shop.pins().isAbout(demand)
                ? due
                : shop.pins().startsOf(demand).stream().mapToInt(ByHand::start).reduce(due, Math::min);
    }

    /** One placement per demand, by index. */
    Placement[] construct() {
        List<Integer> byDueDate = byDueDate();
        Placement[] thrifty = decode(byDueDate, Set.of(), 0);
        if (scoring.of(thrifty).at(PlacementCost.Level.DELIVERY) == 0) {
            return thrifty;
        }
        Placement[] first = firstPass();
        var deferral = new Deferral(shop, scoring.weights(), first);
        Placement[] best = better(thrifty, first);
        var tried = new HashSet<Set<Integer>>();
        for (double usable : USABLE) {
            Set<Integer> waiting = deferral.choose(usable);
            if (!waiting.isEmpty() && tried.add(waiting)) {
                best = better(best, decode(byDueDate, waiting, AT_ONCE));
            }
        }
        return cheaper(better(best, decode(bySequenceOf(best), Set.of(), AT_ONCE)));
    }

    /** The same plan with each order done in a cheaper way where that makes it no later. */
    private Placement[] cheaper(Placement[] plan) {
        var board = new Board(shop);
        var decoder = new Decoder(board);
        for (Placement placement : plan) {
            board.add(placement);
        }
        Placement[] result = plan.clone();
        for (int d : bySequenceOf(plan)) {
            if (board.materials().hasTakers(d) || shop.pins().pinned().contains(d)) {
                continue;
            }
            board.remove(result[d]);
            Placement other = decoder.place(d, 0, 0, NO_CHANCE);
            if (scoring.of(other).compareTo(scoring.of(result[d])) < 0) {
                result[d] = other;
            } else {
                board.remove(other);
                board.add(result[d]);
            }
        }
        return result;
    }

    private Placement[] better(Placement[] one, Placement[] other) {
        long broken = broken(other) - broken(one);
        return broken < 0 || broken == 0 && scoring.of(other).compareTo(scoring.of(one)) < 0 ? other : one;
    }

    private long broken(Placement[] plan) {
        return shop.pins().pinned().stream()
                .filter(d -> !shop.pins().areKept(plan[d]))
                .count();
    }

    private static List<Integer> bySequenceOf(Placement[] plan) {
        return IntStream.range(0, plan.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(d -> plan[d].ready()).thenComparingInt(d -> d))
                .toList();
    }

    private Placement[] decodeOnce(List<Integer> sequence, Set<Integer> deferred, int haste) {
        var board = new Board(shop);
        var decoder = new Decoder(board);
        var plan = new Placement[sequence.size()];
        var waiting = new ArrayList<Integer>();
        var effort = new double[sequence.size()];
        for (int d : ahead) {
            plan[d] = decoder.place(d, haste, 0, NO_CHANCE);
        }
        for (int d : sequence) {
            if (plan[d] != null) {
                continue;
            }
            Placement placement = decoder.place(d, haste, 0, NO_CHANCE);
            effort[d] = effort(placement) / scoring.weights().of(shop.demand(d));
            boolean pinned = shop.pins().pinned().contains(d);
            if (!pinned
                    && (deferred.contains(d)
                            || placement.ready() > shop.demand(d).due())) {
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

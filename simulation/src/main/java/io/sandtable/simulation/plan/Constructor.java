package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Scoring.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A complete plan in milliseconds: orders by due date, as soon as possible; those that would be late wait until the others have their
 * place, the shortest first. Then other sets of orders that wait are tried, and the sequence of the plan itself.
 */
final class Constructor {
    /** Shares of the capacity that the choice of waiting orders assumes. */
    private static final double[] USABLE = {1.0, 0.96, 1.04};

    private final Shop shop;
    private final Scoring scoring;

    Constructor(Shop shop, Scoring scoring) {
        this.shop = shop;
        this.scoring = scoring;
    }

    /** One placement per demand, by index. */
    Placement[] construct() {
        List<Integer> byDueDate = IntStream.range(0, shop.problem().demands().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(d -> shop.demand(d).due())
                        .thenComparingInt(d -> shop.demand(d).priority())
                        .thenComparingInt(d -> d))
                .toList();
        Placement[] best = decode(byDueDate, Set.of());
        Tally bestTally = scoring.of(best);
        if (bestTally.at(PlacementCost.Level.DELIVERY) == 0) {
            return best;
        }
        Placement[] first = best;
        for (double usable : USABLE) {
            Set<Integer> waiting = new Deferral(shop, first).choose(usable);
            if (!waiting.isEmpty()) {
                Placement[] tried = decode(byDueDate, waiting);
                Tally tally = scoring.of(tried);
                if (tally.compareTo(bestTally) < 0) {
                    best = tried;
                    bestTally = tally;
                }
            }
        }
        Placement[] compacted = decode(bySequenceOf(best), Set.of());
        return scoring.of(compacted).compareTo(bestTally) < 0 ? compacted : best;
    }

    private static List<Integer> bySequenceOf(Placement[] plan) {
        return IntStream.range(0, plan.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(d -> plan[d].ready()).thenComparingInt(d -> d))
                .toList();
    }

    private Placement[] decode(List<Integer> sequence, Set<Integer> deferred) {
        var board = new Board(shop);
        var decoder = new Decoder(board);
        var plan = new Placement[sequence.size()];
        var waiting = new ArrayList<Integer>();
        var effort = new double[sequence.size()];
        for (int d : sequence) {
            Placement placement = decoder.place(d);
            effort[d] = effort(placement) / LateOrders.priorityWeight(shop.demand(d));
            if (deferred.contains(d) || placement.ready() > shop.demand(d).due()) {
                board.remove(placement);
                waiting.add(d);
            } else {
                plan[d] = placement;
            }
        }
        waiting.sort(Comparator.<Integer>comparingDouble(d -> effort[d]).thenComparingInt(d -> d));
        for (int d : waiting) {
            plan[d] = decoder.place(d);
        }
        return plan;
    }

    private static double effort(Placement placement) {
        return placement.operations().stream()
                .mapToDouble(Placement.PlacedOperation::workMinutes)
                .sum();
    }
}

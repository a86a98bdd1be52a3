package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses which orders go late: where a machine's work that is due by some minute is more than the machine can do until then, the order
 * that relieves most overload per unit of its cost of lateness waits. Cheap, because it looks at loads and not at sequences.
 */
final class Deferral {
    /** Work of one order on one machine that must end by a minute if the order is to be on time. */
    private record Load(int demand, int machine, int by, int work) {}

    private final Shop shop;
    private final Weights weights;
    private final List<List<Load>> byMachine = new ArrayList<>();

    Deferral(Shop shop, Weights weights, Placement[] plan) {
        this.shop = shop;
        this.weights = weights;
        for (int m = 0; m < shop.machineCount(); m++) {
            byMachine.add(new ArrayList<>());
        }
        for (Placement placement : plan) {
            int slack = placement.isMet() ? shop.demand(placement.demand()).due() - placement.ready() : 0;
            for (PlacedOperation operation : placement.operations()) {
                if (!operation.way().outsourced()) {
                    byMachine
                            .get(operation.way().machine())
                            .add(new Load(
                                    placement.demand(),
                                    operation.way().machine(),
                                    operation.end() + slack,
                                    operation.workMinutes()));
                }
            }
        }
        byMachine.forEach(loads -> loads.sort(Comparator.comparingInt(Load::by).thenComparingInt(Load::demand)));
    }

    /** The orders that should wait when this share of each machine's time is usable. */
    Set<Integer> choose(double usable) {
        var waiting = new HashSet<Integer>();
        for (List<Load> loads : byMachine) {
            relieve(loads, usable, waiting);
        }
        return waiting;
    }

    private void relieve(List<Load> loads, double usable, Set<Integer> waiting) {
        var kept = new ArrayList<Load>();
        long sum = 0;
        for (Load load : loads) {
            if (waiting.contains(load.demand())) {
                continue;
            }
            kept.add(load);
            sum += load.work();
            double room = usable * shop.time(load.machine()).workedBefore(Math.max(0, load.by()));
            while (sum > room && !kept.isEmpty()) {
                Load dropped = kept.stream()
                        .max(Comparator.comparingDouble(this::reliefPerCost).thenComparingInt(Load::demand))
                        .orElseThrow();
                waiting.add(dropped.demand());
                sum -= kept.stream()
                        .filter(l -> l.demand() == dropped.demand())
                        .mapToLong(Load::work)
                        .sum();
                kept.removeIf(l -> l.demand() == dropped.demand());
            }
        }
    }

    private double reliefPerCost(Load load) {
        return (double) load.work() / weights.of(shop.demand(load.demand()));
    }
}

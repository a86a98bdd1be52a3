package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses which orders go late: where the work that is due on a machine by some minute is more than the machine can do until then, the
 * order waits that relieves most overload, on all its machines, per unit of its cost of lateness. Cheap, because it looks at loads and not
 * at sequences. The rule of Moore and Hodgson for one machine (Management Science 15, 1968), carried to several.
 */
final class Deferral {
    private final Shop shop;
    private final Weights weights;
    private final List<Machine> machines = new ArrayList<>();
    /** By demand. */
    private final List<List<Load>> loads = new ArrayList<>();

    /** Work of one order on one machine that must end by a minute if the order is to be on time. */
    private static final class Load {
        final int demand;
        final Machine machine;
        final int by;
        final int work;
        int place;

        Load(int demand, Machine machine, int by, int work) {
            this.demand = demand;
            this.machine = machine;
            this.by = by;
            this.work = work;
        }
    }

    /** The loads of one machine in the order in which they are due, and by how much they overload it. */
    private final class Machine {
        final int index;
        final List<Load> loads = new ArrayList<>();
        /** Overload, summed over this place and all later ones; one longer than the loads. */
        double[] overload = {0};
        /** Places from this one on that are overloaded. */
        int[] overloaded = {0};

        Machine(int index) {
            this.index = index;
        }

        void sort() {
            loads.sort(Comparator.<Load>comparingInt(l -> l.by).thenComparingInt(l -> l.demand));
            for (int i = 0; i < loads.size(); i++) {
                loads.get(i).place = i;
            }
            overload = new double[loads.size() + 1];
            overloaded = new int[loads.size() + 1];
        }

        void measure(boolean[] waiting, double usable) {
            long sum = 0;
            for (int i = 0; i < loads.size(); i++) {
                Load load = loads.get(i);
                sum += waiting[load.demand] ? 0 : load.work;
                double room = usable * shop.time(index).workedBefore(Math.max(0, load.by));
                overload[i] = waiting[load.demand] ? 0 : Math.max(0, sum - room);
            }
            for (int i = loads.size() - 1; i >= 0; i--) {
                overloaded[i] = overloaded[i + 1] + (overload[i] > 0 ? 1 : 0);
                overload[i] += overload[i + 1];
            }
        }

        /** About how much overload goes when the load does. */
        double relief(Load load) {
            return Math.min((double) load.work * overloaded[load.place], overload[load.place]);
        }
    }

    Deferral(Shop shop, Weights weights, Placement[] plan) {
        this.shop = shop;
        this.weights = weights;
        for (int m = 0; m < shop.machineCount(); m++) {
            machines.add(new Machine(m));
        }
        for (Placement placement : plan) {
            var own = new ArrayList<Load>();
            int[] tails = tails(placement);
            for (int o = 0; o < tails.length; o++) {
                PlacedOperation operation = placement.operations().get(o);
                if (!operation.way().outsourced()
                        && !shop.isUnlimited(operation.way().machine())) {
                    Machine machine = machines.get(operation.way().machine());
                    int by = shop.demand(placement.demand()).due() - tails[o];
                    own.add(new Load(placement.demand(), machine, by, operation.workMinutes()));
                }
            }
            own.forEach(load -> load.machine.loads.add(load));
            loads.add(own);
        }
        machines.forEach(Machine::sort);
    }

    /** Minutes that must lie between the end of each operation and the order's delivery, queues apart. */
    private int[] tails(Placement placement) {
        List<PlacedOperation> operations = placement.operations();
        var tails = new int[operations.size()];
        // an order's operations stand in the list after everything they need, so that the last one is the nearest to
        // the delivery
        var startTails = new int[placement.lots().size()][];
        for (int o = operations.size() - 1; o >= 0; o--) {
            PlacedOperation operation = operations.get(o);
            PlacedLot lot = placement.lots().get(operation.lot());
            int steps = shop.stepCount(lot.routing());
            if (startTails[operation.lot()] == null) {
                startTails[operation.lot()] = new int[steps + 1];
                startTails[operation.lot()][steps] = lot.parent() < 0 ? 0 : tailWhereUsed(placement, lot, startTails);
            }
            int[] own = startTails[operation.lot()];
            int wait = operation.step() < steps - 1
                    ? shop.step(lot.routing(), operation.step()).waitMinutes()
                    : 0;
            tails[o] = own[operation.step() + 1] + wait;
            own[operation.step()] = tails[o] + operation.end() - operation.start();
        }
        return tails;
    }

    private int tailWhereUsed(Placement placement, PlacedLot lot, int[][] startTails) {
        int[] parent = startTails[lot.parent()];
        int routing = placement.lots().get(lot.parent()).routing();
        for (int step = 0; step < parent.length - 1; step++) {
            for (Consumption consumption : shop.step(routing, step).consumptions()) {
                if (consumption.item() == lot.item()) {
                    return parent[step];
                }
            }
        }
        return parent[0];
    }

    /** The orders that should wait when this share of each machine's time is usable. */
    Set<Integer> choose(double usable) {
        var waiting = new boolean[loads.size()];
        machines.forEach(machine -> machine.measure(waiting, usable));
        var chosen = new ArrayList<Integer>();
        for (int next = mostRelief(waiting); next >= 0; next = mostRelief(waiting)) {
            waiting[next] = true;
            chosen.add(next);
            measure(next, waiting, usable);
        }
        // what was chosen early may be needless once others wait
        for (int demand : chosen) {
            waiting[demand] = false;
            measure(demand, waiting, usable);
            if (loads.get(demand).stream().anyMatch(load -> load.machine.overloaded[0] > 0)) {
                waiting[demand] = true;
                measure(demand, waiting, usable);
            }
        }
        var result = new HashSet<Integer>();
        chosen.stream().filter(demand -> waiting[demand]).forEach(result::add);
        return result;
    }

    private void measure(int demand, boolean[] waiting, double usable) {
        loads.get(demand).forEach(load -> load.machine.measure(waiting, usable));
    }

    /** The order whose waiting relieves most, −1 when nothing is overloaded. */
    private int mostRelief(boolean[] waiting) {
        int best = -1;
        double most = 0;
        for (int demand = 0; demand < waiting.length; demand++) {
            if (waiting[demand]) {
                continue;
            }
            double relief = 0;
            for (Load load : loads.get(demand)) {
                relief += load.machine.relief(load);
            }
            relief /= weights.of(shop.demand(demand));
            if (relief > most) {
                most = relief;
                best = demand;
            }
        }
        return best;
    }
}

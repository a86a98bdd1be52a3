package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Restriction.EmissionOf;
import io.sandtable.simulation.scenario.Restriction.NotWorked;
import io.sandtable.simulation.scenario.Restriction.OutputCap;
import io.sandtable.simulation.scenario.Restriction.OvertimeCap;
import io.sandtable.simulation.scenario.Restriction.PowerCap;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Rules about when and how much machines work. */
final class HoursCheck {
    private static final double TOLERANCE = 1e-6;
    /** Shares of working minutes are cut to whole minutes per interval. */
    private static final double MINUTE_TOLERANCE = 0.5;

    private final Plan plan;
    private final Shopfloor shopfloor;
    private final EnergyUse energy;

    HoursCheck(Plan plan, Shopfloor shopfloor, EnergyUse energy) {
        this.plan = plan;
        this.shopfloor = shopfloor;
        this.energy = energy;
    }

    /** Work at one machine that should not be: minutes, and from when to when. */
    private static final class Misplaced {
        private int from = Integer.MAX_VALUE;
        private int to;
        private double minutes;

        void add(Operation op, double more) {
            from = Math.min(from, op.start());
            to = Math.max(to, op.end());
            minutes += more;
        }
    }

    void notWorked(NotWorked rule, Breaches breaches) {
        var found = new TreeMap<Integer, Misplaced>();
        forEachOperationOn(rule.machines(), (lot, op) -> {
            double minutes = op.workMinutes() * share(op, rule.closed());
            if (minutes > MINUTE_TOLERANCE) {
                found.computeIfAbsent(op.machine(), m -> new Misplaced()).add(op, minutes);
            }
        });
        found.forEach((machine, misplaced) -> breaches.add(
                shopfloor.machine(machine).id(), misplaced.from, misplaced.to, 0, misplaced.minutes, "min"));
    }

    void overtime(OvertimeCap cap, Breaches breaches) {
        var minutes = new TreeMap<Integer, Double>();
        forEachOperationOn(cap.machines(), (lot, op) -> {
            if (op.start() < cap.to() && cap.from() < op.end()) {
                minutes.merge(op.machine(), overtimeMinutes(op, cap.from(), cap.to()), Double::sum);
            }
        });
        minutes.forEach((machine, worked) -> {
            if (worked > cap.minutes() + MINUTE_TOLERANCE) {
                breaches.add(shopfloor.machine(machine).id(), cap.from(), cap.to(), cap.minutes(), worked, "min");
            }
        });
    }

    private double overtimeMinutes(Operation op, int from, int to) {
        if (shopfloor.overtimeMinutes(op) <= 0) {
            return 0;
        }
        WorkingTime time = shopfloor.timeOf(op);
        int all = time.workedBetween(op.start(), op.end());
        WorkingTime extra = time.without(shopfloor.machine(op.machine()).time());
        int over = extra.workedBetween(Math.max(from, op.start()), Math.min(to, op.end()));
        return all == 0 ? 0 : (double) op.workMinutes() * over / all;
    }

    /** A lot that passes the machines several times is counted when it leaves them. */
    void output(OutputCap cap, Breaches breaches) {
        double units = 0;
        for (Lot lot : plan.lots()) {
            Operation last = lot.operations().stream()
                    .filter(op -> cap.machines().contains(op.machine()))
                    .reduce((a, b) -> b)
                    .orElse(null);
            if (last != null && last.end() > cap.from() && last.end() <= cap.to()) {
                units += last.quantityOut();
            }
        }
        if (units > cap.units() + TOLERANCE) {
            breaches.add(where(cap.machines()), cap.from(), cap.to(), cap.units(), units, "unit");
        }
    }

    void power(PowerCap cap, Breaches breaches) {
        double[] drawn = {0};
        forEachOperationOn(cap.machines(), (lot, op) -> {
            double share = share(op, cap.hours());
            if (share > 0) {
                drawn[0] += share * energy.units(shopfloor.step(lot, op), op, EnergyUse.ALL_ELECTRICITY);
            }
        });
        if (drawn[0] > cap.kilowattHours() + TOLERANCE) {
            int from = cap.hours().start(0);
            int to = cap.hours().end(cap.hours().size() - 1);
            breaches.add(where(cap.machines()), from, to, cap.kilowattHours(), drawn[0], "kWh");
        }
    }

    void emission(EmissionOf cap, Breaches breaches) {
        double[] kilograms = {0};
        forEachOperationOn(cap.machines(), (lot, op) -> {
            double share = shopfloor.share(op, cap.from(), cap.to());
            kilograms[0] += share * energy.kilogramsCo2(shopfloor.step(lot, op), op);
        });
        if (kilograms[0] > cap.kilograms() + TOLERANCE) {
            breaches.add(where(cap.machines()), cap.from(), cap.to(), cap.kilograms(), kilograms[0], "kg");
        }
    }

    /** The machine, where it is one. */
    private String where(Set<Integer> machines) {
        var ids = new TreeSet<String>();
        machines.forEach(m -> ids.add(shopfloor.machine(m).id()));
        return ids.size() == 1 ? ids.first() : "machines";
    }

    /** Share 0 … 1 of an operation's work that is done in these hours. */
    private double share(Operation op, WorkingTime hours) {
        if (hours.workedBetween(op.start(), op.end()) == 0) {
            return 0;
        }
        WorkingTime time = shopfloor.timeOf(op);
        int all = time.workedBetween(op.start(), op.end());
        return all == 0 ? 0 : (double) time.and(hours).workedBetween(op.start(), op.end()) / all;
    }

    private void forEachOperationOn(Set<Integer> machines, BiConsumer<Lot, Operation> visitor) {
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                if (machines.contains(op.machine())) {
                    visitor.accept(lot, op);
                }
            }
        }
    }
}

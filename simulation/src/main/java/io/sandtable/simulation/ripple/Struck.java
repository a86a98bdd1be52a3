package io.sandtable.simulation.ripple;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change strikes itself, by index into the problem: the parts of it that are not what they were before, and those that its rules
 * close. What hangs on them is hit through the plan.
 *
 * @param offers that cost or take something else, or may not be used
 * @param machines that stand, keep capacity free or run at another price of energy
 * @param demands that are for more, less, another day or another price, or are gone
 */
record Struck(Ranges offers, Ranges machines, Ranges tools, BitSet demands) {
    static Struck between(PlanningProblem before, PlanningProblem after) {
        var struck = new Struck(
                new Ranges(before.offers().size()),
                new Ranges(before.machines().size()),
                new Ranges(before.tools().size()),
                new BitSet());
        struck.compareOffers(before, after);
        struck.compareEnergy(before, after);
        struck.compareDemands(before, after);
        // what the data itself asks for was there before
        after.rules().stream()
                .filter(rule -> !before.rules().contains(rule))
                .map(PlannedRule::restriction)
                .forEach(restriction -> struck.close(restriction, after));
        return struck;
    }

    private void compareOffers(PlanningProblem before, PlanningProblem after) {
        for (Offer offer : before.offers()) {
            if (!isSame(offer, after.offers().get(offer.index()))) {
                offers.strike(offer.index());
            }
        }
    }

    private void compareEnergy(PlanningProblem before, PlanningProblem after) {
        for (Machine machine : before.machines()) {
            int energy = machine.energy();
            if (energy >= 0
                    && !before.energies().get(energy).equals(after.energies().get(energy))) {
                machines.strike(machine.index());
            }
        }
    }

    private void compareDemands(PlanningProblem before, PlanningProblem after) {
        Map<String, Demand> now = after.demands().stream().collect(Collectors.toMap(Demand::id, Function.identity()));
        for (Demand demand : before.demands()) {
            Demand then = now.get(demand.id());
            if (then == null || !isSame(demand, then)) {
                demands.set(demand.index());
            }
        }
    }

    private void close(Restriction restriction, PlanningProblem problem) {
        switch (restriction) {
            case Restriction.MachineDown down -> machines.strike(down.machine(), down.from(), down.to());
            case Restriction.ReserveCapacity kept ->
                kept.machines().forEach(machine -> machines.strike(machine, kept.from(), kept.to()));
            case Restriction.ToolDown down -> tools.strike(down.tool(), down.from(), down.to());
            case Restriction.SupplierClosed closed ->
                problem.offers().stream()
                        .filter(offer -> offer.supplier().equals(closed.supplier()))
                        .forEach(offer -> offers.strike(offer.index(), closed.from(), closed.to()));
            case Restriction.BannedOffers banned ->
                banned.offers().forEach(offer -> offers.strike(offer, banned.from(), banned.to()));
            case Restriction.NotWorked closed -> closed.machines().forEach(machine -> strike(machine, closed.closed()));
            case Restriction.PriceLimit limit ->
                limit.most().forEach((offer, most) -> {
                    if (problem.offers().get(offer).price() > most) {
                        offers.strike(offer, limit.from(), limit.to());
                    }
                });
            case Restriction.NoSubstitution _,
                    Restriction.NoOutsourcing _,
                    Restriction.DeliverBy _,
                    Restriction.OfWholePlan _,
                    Restriction.ByHand _ -> {
                // what limits a plan as a whole strikes nothing of its own
            }
        }
    }

    private void strike(int machine, WorkingTime closed) {
        for (int i = 0; i < closed.size(); i++) {
            machines.strike(machine, closed.start(i), closed.end(i));
        }
    }

    /** Whether the shop itself is struck, and not only what it buys. */
    boolean strikesTheShop() {
        return !machines.isEmpty() || !tools.isEmpty();
    }

    /** When a supplier is closed is left out: no change moves her calendar, rules do that. */
    private static boolean isSame(Offer a, Offer b) {
        return a.price() == b.price()
                && Objects.equals(a.tiers(), b.tiers())
                && a.dutyPercent() == b.dutyPercent()
                && a.leadTimeMinutes() == b.leadTimeMinutes()
                && a.capacityPerWeek() == b.capacityPerWeek()
                && a.onTimePercent() == b.onTimePercent()
                && a.rejectPercent() == b.rejectPercent();
    }

    private static boolean isSame(Demand a, Demand b) {
        return a.quantity() == b.quantity() && a.due() == b.due() && a.price() == b.price();
    }
}

package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import java.util.Set;

/** Prefer-rules about single choices, in fen: each breach costs the rule's weight times CNY 10 an hour, a step or a purchase. */
record PreferredChoices(Shop shop, List<PlannedRule> rules) implements PlacementCost {
    private static final long FEN = 1000;

    static PreferredChoices of(Shop shop) {
        return new PreferredChoices(
                shop,
                shop.problem().rules().stream().filter(rule -> !rule.must()).toList());
    }

    @Override
    public String id() {
        return "preferred-choices";
    }

    @Override
    public Level level() {
        return Level.PREFERENCE;
    }

    @Override
    public long of(Placement placement) {
        long cost = 0;
        for (PlannedRule rule : rules) {
            cost += FEN * rule.weight() * breaches(rule.restriction(), placement);
        }
        return cost;
    }

    private long breaches(Restriction restriction, Placement placement) {
        return switch (restriction) {
            case Restriction.ReserveCapacity reserve ->
                placement.operations().stream()
                        .filter(o -> reserve.machines().contains(o.way().machine()))
                        .mapToLong(o -> hoursOutside(
                                o,
                                shop.time(o.way().machine())
                                        .keeping(1 - reserve.percent() / 100, reserve.from(), reserve.to())))
                        .sum();
            case Restriction.MachineDown down ->
                placement.operations().stream()
                        .filter(o -> o.way().machine() == down.machine())
                        .filter(o -> o.start() < down.to() && down.from() < o.end())
                        .count();
            case Restriction.ToolDown down ->
                placement.operations().stream()
                        .filter(o -> o.way().tool() == down.tool())
                        .filter(o -> o.start() < down.to() && down.from() < o.end())
                        .count();
            case Restriction.NoOutsourcing no ->
                placement.operations().stream()
                        .filter(o -> o.way().outsourced())
                        .filter(o -> no.forbids(processOf(placement, o), o.start(), o.end()))
                        .count();
            case Restriction.BannedOffers banned -> purchasesFrom(banned.offers(), placement);
            case Restriction.DeliverBy by ->
                by.demands().contains(placement.demand()) && placement.ready() > by.by() ? 24 : 0;
            case Restriction.NotWorked closed ->
                placement.operations().stream()
                        .filter(o -> closed.machines().contains(o.way().machine()))
                        .mapToLong(o ->
                                hoursOutside(o, shop.time(o.way().machine()).without(closed.closed())))
                        .sum();
            case Restriction.PriceLimit limit ->
                purchasesFrom(Masks.dearer(limit, shop.problem().offers()), placement);
            case Restriction.NoSubstitution no ->
                placement.lots().stream()
                        .filter(lot -> no.routings().contains(lot.routing()))
                        .count();
            // these are known only for the whole plan: the evaluation names their breaches
            case Restriction.SupplierClosed _, Restriction.OfWholePlan _, Restriction.ByHand _ -> 0;
        };
    }

    private static long hoursOutside(PlacedOperation operation, WorkingTime kept) {
        int outside = operation.workMinutes() - kept.workedBetween(operation.start(), operation.end());
        return Math.ceilDiv(Math.max(0, outside), 60);
    }

    private String processOf(Placement placement, PlacedOperation operation) {
        return shop.step(placement.lots().get(operation.lot()).routing(), operation.step())
                .process();
    }

    private static long purchasesFrom(Set<Integer> offers, Placement placement) {
        long count = 0;
        for (Taken taken : placement.takes()) {
            if (taken.source() == Source.PURCHASE && offers.contains(taken.index())) {
                count++;
            }
        }
        return count;
    }
}

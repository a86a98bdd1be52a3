package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Mode;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Search;
import io.sandtable.simulation.plan.Plan.Take;
import java.util.ArrayList;
import java.util.List;

/** Placements written down as a plan: choices and sequence are final, quantities and times still to be made exact. */
final class RawPlan {
    private RawPlan() {}

    static Plan of(Shop shop, Placement[] placements, Search search) {
        var lots = new ArrayList<Lot>();
        var takes = new ArrayList<Take>();
        var deliveries = new ArrayList<Delivery>();
        var firstLot = new int[placements.length];
        int count = 0;
        for (Placement placement : placements) {
            firstLot[placement.demand()] = count;
            count += placement.isMet() ? placement.lots().size() : 0;
        }
        for (Placement placement : placements) {
            if (placement.isMet()) {
                write(placement, firstLot, lots, takes);
                deliveries.add(new Delivery(placement.demand(), placement.quantity(), placement.ready()));
            }
        }
        Levers levers = shop.levers();
        return new Plan(
                levers.investments(),
                !levers.overtimeMachines().isEmpty(),
                levers.liftedRules().stream().sorted().toList(),
                lots,
                List.of(),
                deliveries,
                search,
                takes,
                new Mode(
                        levers.overtimeMachines().stream().sorted().toList(),
                        levers.bufferDays(),
                        levers.safetyStockUsed()));
    }

    private static void write(Placement placement, int[] firstLot, List<Lot> lots, List<Take> takes) {
        int base = firstLot[placement.demand()];
        for (int i = 0; i < placement.lots().size(); i++) {
            PlacedLot lot = placement.lots().get(i);
            int position = i;
            List<Operation> operations = placement.operations().stream()
                    .filter(o -> o.lot() == position)
                    .map(RawPlan::operation)
                    .toList();
            lots.add(new Lot(
                    base + i,
                    placement.demand(),
                    lot.parent() < 0 ? -1 : base + lot.parent(),
                    lot.item(),
                    lot.routing(),
                    lot.quantity(),
                    operations));
        }
        for (Taken taken : placement.takes()) {
            takes.add(new Take(
                    placement.demand(),
                    taken.lot() < 0 ? -1 : base + taken.lot(),
                    taken.step(),
                    taken.item(),
                    taken.source(),
                    taken.maker() < 0 ? taken.index() : firstLot[taken.maker()] + taken.index(),
                    Micro.toUnits(taken.quantity())));
        }
    }

    private static Operation operation(PlacedOperation placed) {
        Way way = placed.way();
        return new Operation(
                placed.step(),
                way.machine(),
                way.tool(),
                way.subcontract(),
                way.crewing().crews(),
                placed.quantityIn(),
                placed.quantityOut(),
                0,
                way.outsourced() ? 0 : way.setupMinutes(),
                placed.workMinutes(),
                placed.start(),
                placed.end());
    }
}

package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import java.util.Set;

/** The timelines of all machines, tools and subcontractors and the free material: what is left for the next order. */
final class Board {
    private final Shop shop;
    private final MachineLoad[] machines;
    private final ToolLoad[] tools;
    private final CrewLoad[] crews;
    private final WeeklyLoad[] subcontractors;
    private final Materials materials;
    private final Reservations reservations;

    Board(Shop shop) {
        this(shop, Set.of());
    }

    /** @param wornOut tools that take no further work */
    Board(Shop shop, Set<Integer> wornOut) {
        this.shop = shop;
        machines = new MachineLoad[shop.machineCount()];
        for (int m = 0; m < machines.length; m++) {
            machines[m] = shop.emptyMachine(m);
        }
        tools = new ToolLoad[shop.toolCount()];
        for (int t = 0; t < tools.length; t++) {
            var tool = shop.tool(t);
            double left = wornOut.contains(t) ? 0 : Math.max(0, tool.lifeStrokes() - tool.strokesUsed());
            tools[t] = new ToolLoad(shop.toolClosures(t), Micro.limit(left));
        }
        crews = shop.emptyCrews();
        subcontractors = shop.capacities().stream()
                .map(offer -> new WeeklyLoad(Micro.limit(offer.capacityPerWeek())))
                .toArray(WeeklyLoad[]::new);
        materials = new Materials(shop);
        reservations = new Reservations(this);
    }

    Reservations reservations() {
        return reservations;
    }

    Shop shop() {
        return shop;
    }

    Materials materials() {
        return materials;
    }

    MachineLoad machine(Way way) {
        return machines[way.machine()];
    }

    ToolLoad tool(Way way) {
        return way.tool() < 0 ? ToolLoad.NONE : tools[way.tool()];
    }

    /** What the way needs besides its machine. */
    Companions companions(Way way) {
        return way.crewing().with(crews, way.tool() < 0 ? Companions.NONE : tools[way.tool()]);
    }

    WeeklyLoad subcontractor(Way way) {
        return subcontractors[way.id()];
    }

    /** Share of good units the way yields when it begins at the minute, the tool's wear so far included. */
    double yieldAt(Way way, int minute) {
        if (way.tool() < 0) {
            return way.yield();
        }
        double before = Micro.toUnits(tools[way.tool()].strokesBefore(minute));
        var tool = shop.tool(way.tool());
        return way.yield() * tool.goodShare(tool.strokesUsed() + before);
    }

    void add(PlacedOperation operation, int demand) {
        Way way = operation.way();
        if (way.outsourced()) {
            subcontractor(way).add(operation.start() / WeeklyLoad.WEEK, Micro.of(operation.quantityIn()));
            return;
        }
        machine(way).add(operation.from(), operation.span(), way.setup(), demand);
        way.crewing().add(crews, operation.start(), operation.end());
        if (way.tool() >= 0) {
            tool(way).add(operation.start(), operation.end(), way.strokes(operation.quantityIn()));
        }
    }

    void remove(PlacedOperation operation) {
        Way way = operation.way();
        if (way.outsourced()) {
            subcontractor(way).remove(operation.start() / WeeklyLoad.WEEK, Micro.of(operation.quantityIn()));
            return;
        }
        machine(way).remove(operation.from());
        way.crewing().remove(crews, operation.start(), operation.end());
        if (way.tool() >= 0) {
            tool(way).remove(operation.start());
        }
    }

    void add(Placement placement) {
        reservations.giveWay(placement);
        for (PlacedOperation operation : placement.operations()) {
            add(operation, placement.demand());
        }
        for (Leftover leftover : placement.leftovers()) {
            materials.add(leftover, placement.demand(), placement.chain());
        }
        for (Taken taken : placement.takes()) {
            materials.take(taken, placement.demand());
        }
    }

    void remove(Placement placement) {
        for (PlacedOperation operation : placement.operations()) {
            remove(operation);
        }
        for (Taken taken : placement.takes()) {
            materials.giveBack(taken, placement.demand());
        }
        for (Leftover leftover : placement.leftovers()) {
            materials.remove(leftover, placement.demand());
        }
        reservations.hold(placement.demand());
    }
}

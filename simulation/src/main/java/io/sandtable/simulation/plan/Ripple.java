package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a change touches: the orders that it moved, and those that are in their way, because they are earlier on the same machine or tool or
 * use the same stock or receipts.
 */
final class Ripple {
    private final Adoption.Start start;
    /** When the last operation of a moved order ends there. */
    private final Map<Integer, Integer> machines = new HashMap<>();

    private final Map<Integer, Integer> tools = new HashMap<>();
    private final Set<Integer> materials = new HashSet<>();

    private Ripple(Adoption.Start start) {
        this.start = start;
        start.affected().stream().mapToObj(d -> start.placements()[d]).forEach(moved -> {
            for (PlacedOperation operation : moved.operations()) {
                machines.merge(operation.way().machine(), operation.end(), Math::max);
                tools.merge(operation.way().tool(), operation.end(), Math::max);
            }
            for (Taken taken : moved.takes()) {
                materials.add(taken.item());
            }
        });
        machines.remove(-1);
        tools.remove(-1);
    }

    /** Orders that need not move. */
    static BitSet untouched(Adoption.Start start) {
        var ripple = new Ripple(start);
        var untouched = new BitSet();
        for (Placement placement : start.placements()) {
            if (!ripple.touches(placement)) {
                untouched.set(placement.demand());
            }
        }
        return untouched;
    }

    private boolean touches(Placement placement) {
        return start.affected().get(placement.demand())
                || placement.operations().stream()
                        .anyMatch(o -> o.start() < machines.getOrDefault(o.way().machine(), 0)
                                || o.start() < tools.getOrDefault(o.way().tool(), 0))
                || placement.takes().stream()
                        .anyMatch(t -> t.source() != Source.PURCHASE && materials.contains(t.item()));
    }
}

package io.sandtable.simulation.plan;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** An order as OptaPlanner moves it: its placement is the variable, null only in the middle of a move. Public for the library alone. */
@PlanningEntity
public class PlannedOrder {
    static final String PLACEMENT = "placement";

    @PlanningId
    private final int demand;

    @PlanningVariable(nullable = true)
    private @Nullable Placement placement;

    /** For the library's reflection. */
    PlannedOrder() {
        this(-1, null);
    }

    PlannedOrder(int demand, @Nullable Placement placement) {
        this.demand = demand;
        this.placement = placement;
    }

    int demand() {
        return demand;
    }

    @Nullable
    Placement placement() {
        return placement;
    }

    void place(@Nullable Placement where) {
        placement = where;
    }

    @Override
    public String toString() {
        return "order " + demand;
    }
}

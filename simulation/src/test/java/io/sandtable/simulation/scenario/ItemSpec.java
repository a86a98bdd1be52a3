package io.sandtable.simulation.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a test: whole pieces at 10 CNY unless told otherwise. */
public final class ItemSpec {
    final int index;
    double standardCost = 10;
    private final String name;
    private String unit = "件";
    private boolean whole = true;
    private double safetyStock;
    private double lotMultiple;
    private @Nullable String family;

    ItemSpec(String name, int index) {
        this.name = name;
        this.index = index;
    }

    /** Counted in kilograms, which can be divided. */
    public ItemSpec kilograms() {
        unit = "kg";
        whole = false;
        return this;
    }

    public ItemSpec standardCost(double yuan) {
        standardCost = yuan;
        return this;
    }

    public ItemSpec safetyStock(double quantity) {
        safetyStock = quantity;
        return this;
    }

    public ItemSpec lotMultiple(double quantity) {
        lotMultiple = quantity;
        return this;
    }

    public ItemSpec family(String id) {
        family = id;
        return this;
    }

    PlanningProblem.Item build(List<Integer> routings, List<Integer> offers) {
        return new PlanningProblem.Item(
                index, name, name, unit, whole, standardCost, safetyStock, lotMultiple, family, routings, offers);
    }
}

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
    private LotSize lotSize = LotSize.ANY;
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
        return lots(0, quantity, Double.POSITIVE_INFINITY);
    }

    /** Lots of at least so many, in multiples and no larger than the last. */
    public ItemSpec lots(double minimum, double multiple, double maximum) {
        lotSize = new LotSize(minimum, multiple, maximum);
        return this;
    }

    public ItemSpec family(String id) {
        family = id;
        return this;
    }

    PlanningProblem.Item build(List<Integer> routings, List<Integer> offers) {
        return new PlanningProblem.Item(
                index, name, name, unit, whole, standardCost, safetyStock, lotSize, family, routings, offers);
    }
}

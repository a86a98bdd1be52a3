package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Kpis;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A figure that sensitivity can be asked for; money in CNY. */
public enum Kpi {
    REVENUE("revenue", "CNY", k -> k.revenue().major().doubleValue()),
    GROSS_MARGIN("grossMargin", "CNY", k -> k.grossMargin().major().doubleValue()),
    GROSS_MARGIN_PERCENT("grossMarginPct", "%", Kpis::grossMarginPct),
    CASH_LOW("cashLow", "CNY", k -> k.cashLow().major().doubleValue()),
    CAPEX("capex", "CNY", k -> k.capex().major().doubleValue()),
    ON_TIME("onTimePct", "%", Kpis::onTimePct),
    LATE_ORDERS("lateOrders", "orders", Kpis::lateOrders),
    YIELD("yieldPct", "%", Kpis::yieldPct),
    ENERGY("energyKwh", "kWh", Kpis::energyKwh),
    CARBON("carbonKg", "kg", Kpis::carbonKg),
    INVENTORY_TURNS("inventoryTurns", "1/a", Kpis::inventoryTurns);

    private final String id;
    private final String unit;
    private final ToDoubleFunction<Kpis> value;

    Kpi(String id, String unit, ToDoubleFunction<Kpis> value) {
        this.id = id;
        this.unit = unit;
        this.value = value;
    }

    /** The figure of that id in the answers; empty where sensitivity has none of it. */
    public static Optional<Kpi> find(String id) {
        return Arrays.stream(values()).filter(kpi -> kpi.id.equals(id)).findFirst();
    }

    /** The field's name in the answers. */
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /** The figure's value, in {@link #unit()}. */
    public double of(Kpis kpis) {
        return value.applyAsDouble(kpis);
    }
}

package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Kpis;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A figure that sensitivity can be asked for; money in CNY. */
public enum Kpi {
    REVENUE("revenue", "CNY", true, k -> k.revenue().major().doubleValue()),
    GROSS_MARGIN("grossMargin", "CNY", true, k -> k.grossMargin().major().doubleValue()),
    GROSS_MARGIN_PERCENT("grossMarginPct", "%", true, Kpis::grossMarginPct),
    CASH_LOW("cashLow", "CNY", true, k -> k.cashLow().major().doubleValue()),
    CAPEX("capex", "CNY", false, k -> k.capex().major().doubleValue()),
    ON_TIME("onTimePct", "%", true, Kpis::onTimePct),
    LATE_ORDERS("lateOrders", "orders", false, Kpis::lateOrders),
    YIELD("yieldPct", "%", true, Kpis::yieldPct),
    ENERGY("energyKwh", "kWh", false, Kpis::energyKwh),
    CARBON("carbonKg", "kg", false, Kpis::carbonKg),
    INVENTORY_TURNS("inventoryTurns", "1/a", true, Kpis::inventoryTurns);

    private final String id;
    private final String unit;
    private final boolean betterHigh;
    private final ToDoubleFunction<Kpis> value;

    Kpi(String id, String unit, boolean betterHigh, ToDoubleFunction<Kpis> value) {
        this.id = id;
        this.unit = unit;
        this.betterHigh = betterHigh;
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

    /** Whether more of it is better. */
    public boolean isHighGood() {
        return betterHigh;
    }

    /** Whether one value of it is better than another. */
    public boolean isBetter(double one, double other) {
        return betterHigh ? one > other : one < other;
    }

    /** The figure's value, in {@link #unit()}. */
    public double of(Kpis kpis) {
        return value.applyAsDouble(kpis);
    }
}

package io.sandtable.web.ask;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Kpis;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures that plans are compared by: defined here once for the command line, the report, the pages and REST. */
public enum KeyFigure {
    ON_TIME("onTimePct", "kpi.onTime", "unit.%", k -> new Measure.Percent(k.onTimePct())),
    LATE_ORDERS("lateOrders", "kpi.lateOrders", "unit.orders", k -> new Measure.Count(k.lateOrders())),
    SHORT_ORDERS("shortOrders", "kpi.shortOrders", "unit.orders", k -> new Measure.Count(k.shortOrders())),
    REVENUE("revenue", "kpi.revenue", "unit.CNY", k -> amount(k.revenue())),
    GROSS_MARGIN("grossMargin", "kpi.margin", "unit.CNY", k -> amount(k.grossMargin())),
    GROSS_MARGIN_PCT("grossMarginPct", "kpi.marginPct", "unit.%", k -> new Measure.Percent(k.grossMarginPct())),
    CAPEX("capex", "kpi.capex", "unit.CNY", k -> new Measure.Amount(k.capex(), true)),
    /** Of what is bought: a plan that buys nothing has none. */
    NPV(
            "npv",
            "kpi.npv",
            "unit.CNY",
            k -> new Measure.Amount(k.investment().npv(), k.capex().minor() == 0)),
    /** Of what is bought, over its life. */
    IRR("irrPct", "kpi.irr", "unit.%", k -> share(k.investment().irrPercent())),
    PAYBACK("paybackYears", "kpi.payback", "", k -> quantity(k.investment().paybackYears())),
    CASH_LOW("cashLow", "kpi.cashLow", "unit.CNY", k -> amount(k.cashLow())),
    CASH_LOW_DATE("cashLowDate", "kpi.cashLowDate", "", k -> new Measure.Day(k.cashLowDate())),
    YIELD("yieldPct", "kpi.yield", "unit.%", k -> new Measure.Percent(k.yieldPct())),
    ENERGY("energyKwh", "kpi.energy", "", k -> new Measure.Quantity(k.energyKwh() / 1000)),
    CARBON("carbonKg", "kpi.carbon", "", k -> new Measure.Quantity(k.carbonKg() / 1000)),
    TURNS("inventoryTurns", "kpi.turns", "", k -> new Measure.Quantity(k.inventoryTurns()));

    private final String id;
    private final String key;
    private final String unitKey;
    private final Function<Kpis, Measure> value;

    KeyFigure(String id, String key, String unitKey, Function<Kpis, Measure> value) {
        this.id = id;
        this.key = key;
        this.unitKey = unitKey;
        this.value = value;
    }

    /** The field of that id in the answers. */
    public static Optional<KeyFigure> findFigure(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    /** The field's name in the answers. */
    public String id() {
        return id;
    }

    /** Where its name is worded. */
    public String key() {
        return key;
    }

    /** Where the unit of a table's header is worded; empty where the name says it, or there is none. */
    public String unitKey() {
        return unitKey;
    }

    public Measure of(Kpis kpis) {
        return value.apply(kpis);
    }

    public Measure of(Alternative plan) {
        return of(plan.evaluation().kpis());
    }

    private static Measure share(OptionalDouble percent) {
        return percent.isPresent() ? new Measure.Percent(percent.getAsDouble()) : Measure.NONE;
    }

    private static Measure quantity(OptionalDouble value) {
        return value.isPresent() ? new Measure.Quantity(value.getAsDouble()) : Measure.NONE;
    }

    private static Measure amount(Money money) {
        return new Measure.Amount(money, false);
    }
}

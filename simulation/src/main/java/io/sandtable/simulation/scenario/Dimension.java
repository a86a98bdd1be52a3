package io.sandtable.simulation.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One scalar each: a named lever of sensitivity and of what-if, with its unit and the stand-in range used where no history tells
 * (±10 %, ±5 days, ±2 points, ±20 CNY/t).
 */
public enum Dimension {
    DEMAND_VOLUME("demand.volume", "%", 10, "订单数量", "order quantity"),
    DEMAND_TIMING("demand.timing", "d", 5, "订单交期", "due dates"),
    SALES_PRICE("price.sales", "%", 10, "销售价格", "selling price"),
    PURCHASE_PRICE("price.purchase", "%", 10, "采购价格", "purchase price"),
    SUPPLY_LEAD_TIME("supply.leadtime", "%", 10, "采购提前期", "supplier lead time"),
    SUPPLY_ON_TIME("supply.ontime", "% points", 2, "供应商准时率", "supplier on-time rate"),
    SUPPLY_REJECT("supply.reject", "% points", 2, "来料拒收率", "reject rate at receipt"),
    SUPPLY_CAPACITY("supply.capacity", "%", 10, "供应商产能", "supplier capacity"),
    BOM_USAGE("bom.usage", "%", 10, "单位用量", "material per unit"),
    STOCK_ACCURACY("stock.accuracy", "%", 10, "库存准确度", "physical stock against book"),
    STOCK_DECAY("stock.decay", "%", 10, "库存衰减", "shelf-life consumption"),
    SUBSTITUTE_COST("substitute.cost", "%", 10, "替代料价格", "price of substitutes"),
    PROCESS_CYCLE("process.cycle", "%", 10, "单件工时", "minutes per unit"),
    PROCESS_YIELD("process.yield", "% points", 2, "工序合格率", "process yield"),
    PROCESS_SETUP("process.setup", "%", 10, "换型时间", "set-up time"),
    OUTSOURCE_PRICE("outsource.price", "%", 10, "外协价格", "subcontracting price"),
    OUTSOURCE_LEAD_TIME("outsource.leadtime", "%", 10, "外协周期", "subcontracting lead time"),
    EQUIPMENT_AVAILABILITY("equipment.availability", "% points", 2, "设备可用率", "availability"),
    TOOL_WEAR("tool.wear", "%", 10, "模具磨损", "wear per stroke"),
    EQUIPMENT_CAPEX("equipment.capex", "%", 10, "设备模具价格", "price of machines and tools"),
    LABOUR_RATE("labour.rate", "%", 10, "人工费率", "labour cost per hour"),
    ENERGY_PRICE("energy.price", "%", 10, "电价", "energy tariff"),
    ENERGY_INTENSITY("energy.intensity", "%", 10, "单位能耗", "energy per unit"),
    POLICY_DUTY("policy.duty", "% points", 2, "关税税率", "duty rate"),
    POLICY_CARBON("policy.carbon", "CNY/t", 20, "碳价", "carbon price"),
    FINANCE_FX("finance.fx", "%", 10, "汇率", "CNY per foreign currency"),
    FINANCE_RECEIVABLE("finance.receivable", "d", 5, "回款天数", "days until customers pay");

    /** Those that only say what things cost or when they are paid: a plan's times, quantities and purchases do not look at them. */
    private static final Set<Dimension> MONEY = EnumSet.of(
            SALES_PRICE,
            PURCHASE_PRICE,
            SUBSTITUTE_COST,
            OUTSOURCE_PRICE,
            EQUIPMENT_CAPEX,
            LABOUR_RATE,
            ENERGY_PRICE,
            POLICY_DUTY,
            POLICY_CARBON,
            FINANCE_FX,
            FINANCE_RECEIVABLE);

    private final String id;
    private final String unit;
    private final double standIn;
    private final String zh;
    private final String en;

    Dimension(String id, String unit, double standIn, String zh, String en) {
        this.id = id;
        this.unit = unit;
        this.standIn = standIn;
        this.zh = zh;
        this.en = en;
    }

    /** The permanent id, as the records and answers carry it. */
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /** Half width of the stand-in range, in {@link #unit()}. */
    public double standIn() {
        return standIn;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a change of this dimension multiplies (percent) or adds (points, days, CNY/t). */
    public boolean isRelative() {
        return unit.equals("%");
    }

    /** Whether it moves money alone, so that a plan whose choices stay keeps its times. */
    public boolean isMoneyOnly() {
        return MONEY.contains(this);
    }

    /** Whether the times, quantities and purchases of a plan whose choices stay look at it. */
    public boolean movesTimes() {
        return !isMoneyOnly() && this != ENERGY_INTENSITY;
    }

    /** The dimension of that id. */
    public static Dimension withId(String id) {
        return Arrays.stream(values())
                .filter(d -> d.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No dimension has the id '%s'; see docs/reference/dimensions.md.".formatted(id)));
    }
}

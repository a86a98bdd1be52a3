package io.sandtable.model;

import static io.sandtable.model.ValueKind.CURVE;
import static io.sandtable.model.ValueKind.DATE;
import static io.sandtable.model.ValueKind.DATE_RANGES;
import static io.sandtable.model.ValueKind.FLAG;
import static io.sandtable.model.ValueKind.NAMES;
import static io.sandtable.model.ValueKind.NUMBER;
import static io.sandtable.model.ValueKind.SERIES;
import static io.sandtable.model.ValueKind.TEXT;
import static io.sandtable.model.ValueKind.WEEK_PATTERN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every attribute the graph knows, one meaning each. Amounts of money are in the currency that stands beside them (CNY
 * where none does) and without VAT unless {@link #PRICE_INCLUDES_VAT} says otherwise; percentages are numbers of percent.
 */
public final class Attributes {
    private static final Map<String, Attribute> BY_NAME = new LinkedHashMap<>();

    // names
    public static final Attribute NAME = text("name", "名称", "name");
    public static final Attribute NAME_EN = text("nameEn", "英文名称", "English name");
    public static final Attribute ALIASES = attribute("aliases", NAMES, "", "别名", "aliases");
    public static final Attribute CODE = text("code", "编码", "own code or number");
    public static final Attribute KIND = text("kind", "类别", "kind");
    public static final Attribute STATUS = text("status", "状态", "status (open, closed)");
    public static final Attribute COUNTRY = text("country", "国家", "country (ISO 3166)");
    public static final Attribute CURRENCY = text("currency", "币种", "currency (ISO 4217)");

    /** Ids of the things that it stands for since they were found to be the same; no file says so. */
    public static final Attribute MERGED_IDS = attribute("mergedIds", NAMES, "", "合并的编号", "ids it stands for");

    // materials
    /** raw, part or product. */
    public static final Attribute ROLE = text("role", "角色", "role (raw, part, product)");

    public static final Attribute UNIT = text("unit", "单位", "unit");
    public static final Attribute SPECIFICATION = text("specification", "规格", "specification");
    public static final Attribute HS_CODE = text("hsCode", "海关编码", "HS code");
    public static final Attribute SALES_PRICE = number("salesPrice", "CNY/unit", "销售单价", "sales price");
    public static final Attribute STANDARD_COST = number("standardCost", "CNY/unit", "标准成本", "standard cost");
    public static final Attribute SAFETY_STOCK = number("safetyStock", "unit", "安全库存", "safety stock");
    public static final Attribute SAFETY_STOCK_DAYS =
            number("safetyStockDays", "d", "安全库存天数", "safety stock in days of use");
    public static final Attribute LOT_MULTIPLE = number("lotMultiple", "unit", "批量倍数", "lot multiple");
    public static final Attribute LOT_MINIMUM = number("lotMinimum", "unit", "最小批量", "minimum lot size");
    public static final Attribute LOT_MAXIMUM = number("lotMaximum", "unit", "最大批量", "maximum lot size");
    public static final Attribute WEIGHT_KG = number("weightKg", "kg/unit", "单重", "weight");
    public static final Attribute DENSITY = number("densityKgPerM3", "kg/m3", "密度", "density");
    public static final Attribute THICKNESS_MM = number("thicknessMm", "mm", "厚度", "thickness");
    /** What its other units are worth, with the days these factors hold: see {@link UnitFactors}. */
    public static final Attribute UNIT_FACTORS =
            attribute("unitFactors", ValueKind.UNIT_FACTORS, "", "单位换算", "unit factors");

    public static final Attribute SHELF_LIFE_DAYS = number("shelfLifeDays", "d", "保质期", "shelf life");

    // processes and routings
    /** Generic kind of operation, such as 压铸, shared by the operations of many routings. */
    public static final Attribute TECHNOLOGY = text("technology", "工艺类别", "technology");

    public static final Attribute CONFIDENTIAL = flag("confidential", "保密工序", "may not leave the house");
    public static final Attribute TRANSFER_QUANTITY = number("transferQuantity", "unit", "转移批量", "transfer lot size");
    public static final Attribute WAIT_MINUTES =
            number("waitMinutes", "min", "工序后等待", "waiting after the step (wall clock)");
    public static final Attribute RELEASE_FENCE_DAYS =
            number("releaseFenceDays", "d", "投放时界", "release fence: days from today before which nothing new begins");
    public static final Attribute SEQUENCE = number("sequence", "1", "工序号", "position in the routing");
    public static final Attribute PRIORITY = number("priority", "1", "优先级", "priority (1 first)");

    // equipment
    public static final Attribute UNITS = number("units", "1", "台数", "parallel units");
    public static final Attribute UNLIMITED = flag("unlimited", "不限产能", "unlimited capacity");
    public static final Attribute AVAILABILITY_PERCENT = number("availabilityPercent", "%", "可用率", "availability");
    public static final Attribute LABOUR_RATE = number("labourRate", "CNY/h", "人工费率", "labour rate");
    public static final Attribute OPERATORS = number("operators", "1", "操作人数", "operators per running machine");
    public static final Attribute HEADCOUNT = number("headcount", "1", "人数", "head count");
    /** A labour group with it limits what can be worked at a time; without, its people are no bottleneck. */
    public static final Attribute OPERATORS_PER_SHIFT =
            number("operatorsPerShift", "1", "每班在岗人数", "operators on duty per shift");

    public static final Attribute SKILLS = attribute("skills", NAMES, "", "技能", "skills");
    /** What an operation asks of the people who do it. */
    public static final Attribute SKILL = text("skill", "所需技能", "skill needed");
    /** Of the relations of an operation with the same one, one is enough. */
    public static final Attribute ALTERNATIVE =
            text("alternative", "替代组", "alternative group: one of those with the same name is enough");
    /** On an operation's machine: the set-up it needs; on the machine itself: the one it has today. */
    public static final Attribute SETUP = text("setup", "换型状态", "set-up (colour, format, die …)");

    public static final Attribute CHANGEOVERS =
            attribute("changeovers", ValueKind.CHANGEOVERS, "min", "换型矩阵", "changeover times between set-ups");
    public static final Attribute LIFE_STROKES = number("lifeStrokes", "strokes", "设计寿命", "life in strokes");
    public static final Attribute STROKES_USED = number("strokesUsed", "strokes", "已用模次", "strokes used");
    /** Share of life used (0 … 1) → share of good parts in percent. */
    public static final Attribute WEAR_CURVE =
            attribute("wearCurve", CURVE, "share of life=yield %", "磨损曲线", "wear curve");

    public static final Attribute BOOK_VALUE = number("bookValue", "CNY", "账面价值", "book value");
    public static final Attribute DEPRECIATION_MONTHS = number("depreciationMonths", "month", "折旧月数", "depreciation");

    // energy
    /** Time-of-use periods with price in CNY per unit: {@code MON-SUN 00:00-08:00 valley 0.31}. */
    public static final Attribute TARIFF = attribute("tariff", WEEK_PATTERN, "CNY/unit", "分时电价", "time-of-use tariff");

    public static final Attribute EMISSION_FACTOR = number("emissionFactor", "kgCO2/unit", "排放因子", "emission factor");
    public static final Attribute KILOWATTS = number("kilowatts", "kW", "功率", "power while running");
    public static final Attribute ENERGY_PER_UNIT =
            number("energyPerUnit", "unit/unit", "单位能耗", "energy per unit made");

    // policies
    public static final Attribute RATE_PERCENT = number("ratePercent", "%", "比率", "rate");
    public static final Attribute AMOUNT = number("amount", "CNY", "金额", "amount");
    public static final Attribute ORIGINAL_AMOUNT =
            number("originalAmount", "currency", "原币金额", "amount in its currency");
    /** When the bank takes an acceptance bill before it matures. */
    public static final Attribute DISCOUNT_DATE = date("discountDate", "贴现日", "day the bill is discounted");

    public static final Attribute VALID_FROM = date("validFrom", "生效日", "valid from");
    public static final Attribute VALID_TO = date("validTo", "失效日", "valid to");

    // orders, purchases, stock
    public static final Attribute QUANTITY = number("quantity", "unit", "数量", "quantity");
    public static final Attribute PRICE = number("price", "currency/unit", "单价", "price");
    public static final Attribute DUE_DATE = date("dueDate", "交期", "due date");
    /** Minutes after the due day's midnight by which it must leave; the end of that day where nothing is said. */
    public static final Attribute DUE_MINUTE = number("dueMinute", "min", "交货时刻", "minute of the due day");

    public static final Attribute ORDER_DATE = date("orderDate", "下单日", "order date");
    public static final Attribute DELIVERED_DATE = date("deliveredDate", "交付日", "delivered on");
    public static final Attribute DELIVERED_QUANTITY =
            number("deliveredQuantity", "unit", "交付数量", "delivered quantity");
    public static final Attribute REJECTED_QUANTITY = number("rejectedQuantity", "unit", "拒收数量", "rejected quantity");
    /** whole or partial. */
    public static final Attribute DELIVERY_MODE = text("deliveryMode", "交付方式", "delivery mode (whole, partial)");

    /** Of a partial delivery; absent: any quantity. */
    public static final Attribute MINIMUM_SHIPMENT =
            number("minimumShipment", "unit", "最小发货量", "smallest partial delivery");

    public static final Attribute FROZEN = flag("frozen", "冻结", "may not be moved");
    public static final Attribute UNIT_COST = number("unitCost", "CNY/unit", "单位成本", "unit cost");
    public static final Attribute RECEIVED_DATE = date("receivedDate", "入库日", "received on");
    /** Day on which goods passed from one to the other. */
    public static final Attribute MOVED_DATE = date("movedDate", "发生日", "moved on");
    /** The supplier's own number of the batch that a lot was received from. */
    public static final Attribute SUPPLIER_LOT = text("supplierLot", "供应商批号", "supplier's batch number");

    public static final Attribute EXPIRY_DATE = date("expiryDate", "失效期", "expiry date");
    public static final Attribute PENALTY_PERCENT_PER_DAY =
            number("penaltyPercentPerDay", "%/d", "逾期违约金", "penalty per day late, share of the order's value");

    // supply
    public static final Attribute PRICE_INCLUDES_VAT = flag("priceIncludesVat", "含税", "price includes VAT");
    /** Order quantity → price, a step function; overrides {@link #PRICE} where present. */
    public static final Attribute PRICE_TIERS =
            attribute("priceTiers", CURVE, "unit=currency/unit", "阶梯价", "price tiers");

    /** Quantity that arrived in the period → percent of its price that comes back; below the first point nothing. */
    public static final Attribute REBATE_TIERS =
            attribute("rebateTiers", CURVE, "unit=%", "返利阶梯", "rebate by quantity of the period");

    /** month, quarter or year of the calendar; a quarter where nothing is said. */
    public static final Attribute REBATE_PERIOD =
            text("rebatePeriod", "返利周期", "period of the rebate (month, quarter, year)");

    public static final Attribute LEAD_TIME_DAYS = number("leadTimeDays", "d", "采购提前期", "lead time (calendar days)");
    public static final Attribute LEAD_TIME_SPREAD_DAYS =
            number("leadTimeSpreadDays", "d", "提前期波动", "lead-time standard deviation");
    public static final Attribute MINIMUM_QUANTITY =
            number("minimumQuantity", "unit", "最小起订量", "minimum order quantity (MOQ)");
    public static final Attribute MULTIPLE = number("multiple", "unit", "订货倍数", "order multiple");
    public static final Attribute CAPACITY_PER_WEEK = number("capacityPerWeek", "unit/week", "周产能", "weekly capacity");
    public static final Attribute SHARE_PERCENT = number("sharePercent", "%", "采购份额", "share of purchases");
    public static final Attribute ON_TIME_PERCENT = number("onTimePercent", "%", "准时率", "on-time rate");
    public static final Attribute REJECT_PERCENT = number("rejectPercent", "%", "拒收率", "reject rate");
    public static final Attribute PAYMENT_TERM_DAYS = number("paymentTermDays", "d", "账期", "payment term");
    public static final Attribute CONTRACT = text("contract", "合同号", "contract");
    public static final Attribute CREDIT_LIMIT = number("creditLimit", "CNY", "信用额度", "credit limit");

    // numbers of the routing
    public static final Attribute QUANTITY_PER_UNIT =
            number("quantityPerUnit", "unit/unit", "单位用量", "quantity per unit");
    public static final Attribute QUANTITY_PER_LOT = number("quantityPerLot", "unit", "每批用量", "quantity per lot");
    public static final Attribute SCRAP_PERCENT = number("scrapPercent", "%", "损耗率", "scrap");
    public static final Attribute MINUTES_PER_UNIT = number("minutesPerUnit", "min/unit", "单件工时", "minutes per unit");
    public static final Attribute SETUP_MINUTES = number("setupMinutes", "min", "换型时间", "set-up time per lot");
    public static final Attribute YIELD_PERCENT = number("yieldPercent", "%", "合格率", "yield");
    public static final Attribute STROKES_PER_UNIT =
            number("strokesPerUnit", "strokes/unit", "单件模次", "strokes per unit");
    /** low, medium or high: what a subcontractor learns by doing the step. */
    public static final Attribute CONFIDENTIALITY =
            text("confidentiality", "泄密风险", "know-how exposed (low, medium, high)");

    public static final Attribute RATIO = number("ratio", "unit/unit", "替代比例", "substitution ratio");
    public static final Attribute APPROVED = flag("approved", "已认可", "approved");
    public static final Attribute CONDITION = text("condition", "条件", "condition");

    // calendars
    public static final Attribute SHIFTS = attribute("shifts", WEEK_PATTERN, "", "班次", "shifts");
    /** Country whose statutory holidays and adjusted workdays apply, such as CN; absent: none. */
    public static final Attribute HOLIDAYS = text("holidays", "节假日", "statutory holidays of (ISO 3166)");

    /** Weekly hours in which overtime may be worked beside the shifts; absent: none. */
    public static final Attribute OVERTIME = attribute("overtime", WEEK_PATTERN, "", "可加班时段", "overtime hours");

    public static final Attribute OVERTIME_HOURS_PER_MONTH =
            number("overtimeHoursPerMonth", "h", "每月加班上限", "overtime limit a month");
    public static final Attribute OVERTIME_PREMIUM_PERCENT =
            number("overtimePremiumPercent", "%", "加班加价", "overtime premium on the labour rate");
    /** Hours that hold for some time instead of the shifts. */
    public static final Attribute DATED_SHIFTS =
            attribute("datedShifts", ValueKind.DATED_WEEKS, "", "分期班次", "shifts of certain dates");

    public static final Attribute SHUTDOWNS = attribute("shutdowns", DATE_RANGES, "", "停产期", "shutdowns");
    /** Days off that are worked like a Monday instead (调休), beside those of the statutory holidays' country. */
    public static final Attribute WORKDAYS = attribute("workdays", DATE_RANGES, "", "调休上班日", "days worked instead");

    // places
    public static final Attribute X_METRES = number("xMetres", "m", "X 坐标", "x");
    public static final Attribute Y_METRES = number("yMetres", "m", "Y 坐标", "y");
    public static final Attribute LEVEL = number("level", "1", "层", "rack level");
    public static final Attribute TEMPERATURE_CLASS = text("temperatureClass", "温区", "temperature class");
    public static final Attribute TRANSFER_COST = number("transferCost", "CNY/unit", "调拨费", "transfer cost");

    // finance and markets
    public static final Attribute POINTS = attribute("points", SERIES, "", "序列", "dated values");
    public static final Attribute DAY_OF_MONTH = number("dayOfMonth", "1", "每月几号", "day of the month");
    public static final Attribute END_DATE = date("endDate", "到期日", "end");

    // alignment, rules, decisions
    public static final Attribute SCORE = number("score", "1", "相似度", "score");
    public static final Attribute REASON = text("reason", "理由", "reason");
    public static final Attribute SENTENCE = text("sentence", "原话", "sentence");
    public static final Attribute STATEMENT = text("statement", "条件", "statement (JSON)");
    public static final Attribute REPLACES = attribute("replaces", NAMES, "", "取代的规则", "rules it replaces");

    private Attributes() {}

    /** The attribute of that name; the exception names it. */
    public static Attribute named(String name) {
        Attribute attribute = BY_NAME.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException(
                    "No attribute is called '%s'; the type table has %s.".formatted(name, BY_NAME.keySet()));
        }
        return attribute;
    }

    /** All of them in the order of this page. */
    public static List<Attribute> all() {
        return Collections.unmodifiableList(new ArrayList<>(BY_NAME.values()));
    }

    private static Attribute text(String name, String zh, String en) {
        return attribute(name, TEXT, "", zh, en);
    }

    private static Attribute number(String name, String unit, String zh, String en) {
        return attribute(name, NUMBER, unit, zh, en);
    }

    private static Attribute date(String name, String zh, String en) {
        return attribute(name, DATE, "", zh, en);
    }

    private static Attribute flag(String name, String zh, String en) {
        return attribute(name, FLAG, "", zh, en);
    }

    private static Attribute attribute(String name, ValueKind kind, String unit, String zh, String en) {
        var attribute = new Attribute(name, kind, unit, zh, en, false);
        if (BY_NAME.put(name, attribute) != null) {
            throw new IllegalStateException(
                    "Attribute '%s' stands twice in the type table; one meaning, one name.".formatted(name));
        }
        return attribute;
    }
}

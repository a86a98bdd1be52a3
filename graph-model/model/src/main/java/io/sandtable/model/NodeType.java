package io.sandtable.model;

import static io.sandtable.model.Attributes.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The node half of the type table: label in the graph, word in both languages, id prefix, attributes. */
public enum NodeType {
    SUPPLIER("Supplier", "供应商", "supplier", "SUP", COUNTRY, CURRENCY, PAYMENT_TERM_DAYS),
    CUSTOMER("Customer", "客户", "customer", "CUS", COUNTRY, CURRENCY, PAYMENT_TERM_DAYS, CREDIT_LIMIT, PRIORITY),
    MATERIAL(
            "Material",
            "物料",
            "material",
            "MAT",
            ROLE.must(),
            UNIT.must(),
            SPECIFICATION,
            HS_CODE,
            SALES_PRICE,
            STANDARD_COST,
            SAFETY_STOCK,
            SAFETY_STOCK_DAYS,
            LOT_MULTIPLE,
            LOT_MINIMUM,
            LOT_MAXIMUM,
            WEIGHT_KG,
            DENSITY,
            THICKNESS_MM,
            UNIT_FACTORS,
            SHELF_LIFE_DAYS),
    FAMILY("Family", "产品族", "family", "FAM"),
    PROCESS(
            "Process",
            "工序",
            "operation",
            "PRO",
            TECHNOLOGY,
            CONFIDENTIAL,
            WAIT_MINUTES,
            TRANSFER_QUANTITY,
            RELEASE_FENCE_DAYS),
    /** {@link Attributes#KIND}: machine, line, workshop, tool or labour. */
    EQUIPMENT(
            "Equipment",
            "设备",
            "equipment",
            "EQP",
            KIND.must(),
            TECHNOLOGY,
            UNITS,
            AVAILABILITY_PERCENT,
            UNLIMITED,
            OPERATORS,
            HEADCOUNT,
            OPERATORS_PER_SHIFT,
            SKILLS,
            SETUP,
            CHANGEOVERS,
            LABOUR_RATE,
            LIFE_STROKES,
            STROKES_USED,
            WEAR_CURVE,
            BOOK_VALUE,
            DEPRECIATION_MONTHS),
    /** {@link Attributes#KIND}: electricity, gas, water, heat. */
    ENERGY("Energy", "能源", "energy", "ENE", KIND.must(), UNIT.must(), PRICE, TARIFF, EMISSION_FACTOR),
    /**
     * {@link Attributes#KIND}: duty, vat, income-tax, rebate, subsidy, carbon, cap, catalogue, licence. A subsidy of equipment pays
     * {@link Attributes#RATE_PERCENT} of the price of each piece bought, at most {@link Attributes#AMOUNT}, so many
     * {@link Attributes#PAYMENT_TERM_DAYS} after it has arrived.
     */
    POLICY(
            "Policy",
            "政策",
            "policy",
            "POL",
            KIND.must(),
            RATE_PERCENT,
            AMOUNT,
            UNIT,
            VALID_FROM,
            VALID_TO,
            COUNTRY,
            HS_CODE,
            PAYMENT_TERM_DAYS),
    ORDER(
            "Order",
            "订单",
            "order line",
            "ORD",
            STATUS.must(),
            QUANTITY.must(),
            DUE_DATE.must(),
            DUE_MINUTE,
            PRICE,
            ORDER_DATE,
            PRIORITY,
            DELIVERY_MODE,
            MINIMUM_SHIPMENT,
            DELIVERED_DATE,
            DELIVERED_QUANTITY),
    ROUTING("Routing", "工艺路线", "routing", "ROU", PRIORITY),
    CALENDAR(
            "Calendar",
            "日历",
            "calendar",
            "CAL",
            SHIFTS,
            DATED_SHIFTS,
            HOLIDAYS,
            SHUTDOWNS,
            WORKDAYS,
            OVERTIME,
            OVERTIME_PREMIUM_PERCENT,
            OVERTIME_HOURS_PER_MONTH),
    PURCHASE_ORDER(
            "PurchaseOrder",
            "采购单",
            "purchase order line",
            "PUR",
            STATUS.must(),
            QUANTITY.must(),
            DUE_DATE.must(),
            PRICE,
            PRICE_INCLUDES_VAT,
            CURRENCY,
            ORDER_DATE,
            FROZEN,
            DELIVERED_DATE,
            DELIVERED_QUANTITY,
            REJECTED_QUANTITY),
    WORK_ORDER("WorkOrder", "工单", "work order", "WOR", STATUS.must(), QUANTITY.must(), DUE_DATE.must(), FROZEN),
    SITE("Site", "仓库", "site", "SIT"),
    ZONE("Zone", "库区", "zone", "ZON", TEMPERATURE_CLASS),
    BIN("Bin", "货位", "bin", "BIN", X_METRES, Y_METRES, LEVEL, TEMPERATURE_CLASS),
    STOCK_LOT(
            "StockLot", "批次", "stock lot", "LOT", QUANTITY.must(), UNIT_COST, RECEIVED_DATE, EXPIRY_DATE, SUPPLIER_LOT),
    PRICE_SERIES("PriceSeries", "价格序列", "price series", "PRI", UNIT, CURRENCY, POINTS.must()),
    /**
     * {@link Attributes#KIND}: cash, receivable, payable, bill-receivable, bill-payable, loan, credit-line, bill-discount
     * (what a bank agrees to discount, in all), vat-credit, payroll
     * (wages of the labour hours included), salaries (they are not), rent,
     * overhead, subsidy (granted, paid on its date), fixed-asset, equity. {@link Attributes#AMOUNT} is CNY as the books have it, {@link Attributes#CURRENCY} the one in which
     * a receivable, payable or bill is paid. Items that fall due carry {@link Attributes#DUE_DATE}; monthly ones {@link Attributes#DAY_OF_MONTH}.
     */
    ACCOUNT(
            "Account",
            "科目",
            "account item",
            "ACC",
            KIND.must(),
            AMOUNT.must(),
            DUE_DATE,
            DAY_OF_MONTH,
            END_DATE,
            RATE_PERCENT,
            CURRENCY,
            ORIGINAL_AMOUNT,
            DISCOUNT_DATE),
    RULE("Rule", "规则", "rule", "RUL", SENTENCE, STATEMENT, STATUS, VALID_FROM, VALID_TO, REPLACES),
    DECISION("Decision", "决策", "decision", "DEC", SENTENCE, STATUS),
    EVIDENCE("Evidence", "依据", "evidence", "EVI");

    private static final List<Attribute> COMMON = List.of(NAME, NAME_EN, ALIASES, CODE, MERGED_IDS);

    private static final Map<String, NodeType> BY_PREFIX =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NodeType::prefix, type -> type));

    private final String label;
    private final String zh;
    private final String en;
    private final String prefix;
    private final Map<String, Attribute> attributes = new TreeMap<>();

    NodeType(String label, String zh, String en, String prefix, Attribute... own) {
        this.label = label;
        this.zh = zh;
        this.en = en;
        this.prefix = prefix;
        Arrays.stream(own).forEach(a -> attributes.put(a.name(), a));
    }

    /** The label in the graph and the type in files, such as {@code PurchaseOrder}. */
    public String label() {
        return label;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String prefix() {
        return prefix;
    }

    /** What a node of this type may carry, the names first. */
    public List<Attribute> attributes() {
        return java.util.stream.Stream.concat(COMMON.stream(), attributes.values().stream())
                .toList();
    }

    /** The attribute of that name, if nodes of this type may carry it. */
    public Optional<Attribute> find(String name) {
        return Optional.ofNullable(attributes.get(name))
                .or(() -> COMMON.stream().filter(a -> a.name().equals(name)).findFirst());
    }

    /** Whether nodes of this type carry the attribute. */
    public boolean has(Attribute attribute) {
        return COMMON.contains(attribute) || attributes.containsKey(attribute.name());
    }

    /** Whether the id has this type's prefix and is fit for files and addresses. */
    public String requireId(String id) {
        if (!id.startsWith(prefix + "-")
                || id.length() == prefix.length() + 1
                || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "'%s' is not the id of a %s; it must begin with %s- and go on with a code."
                            .formatted(id, label, prefix));
        }
        return id;
    }

    /** The type of that label. */
    public static Optional<NodeType> labelled(String label) {
        return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
    }

    /** The type an id belongs to by its prefix. */
    public static Optional<NodeType> ofId(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? Optional.empty() : Optional.ofNullable(BY_PREFIX.get(id.substring(0, dash)));
    }
}

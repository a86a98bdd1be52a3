package io.sandtable.model;

import static io.sandtable.model.Attributes.*;
import static io.sandtable.model.NodeType.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The relation half of the type table: who may stand at either end, and the numbers a planner needs. */
public enum RelationType {
    /** A supplier sells a material, a machine or tool, or energy. */
    SUPPLIES(
            "供应",
            "supplies",
            from(SUPPLIER),
            to(MATERIAL, EQUIPMENT, ENERGY),
            PRICE.must(),
            PRICE_TIERS,
            PRICE_INCLUDES_VAT,
            CURRENCY,
            LEAD_TIME_DAYS.must(),
            LEAD_TIME_SPREAD_DAYS,
            MINIMUM_QUANTITY,
            MULTIPLE,
            CAPACITY_PER_WEEK,
            SHARE_PERCENT,
            ON_TIME_PERCENT,
            REJECT_PERCENT,
            PAYMENT_TERM_DAYS,
            PRIORITY,
            CONTRACT,
            REBATE_TIERS,
            REBATE_PERIOD),
    /** One unit through the operation takes so much of the material; of a work order such as an overhaul: one unit of it. */
    CONSUMES(
            "消耗",
            "consumes",
            from(PROCESS, WORK_ORDER),
            to(MATERIAL),
            QUANTITY_PER_UNIT.must(),
            QUANTITY_PER_LOT,
            SCRAP_PERCENT),
    /** A routing makes the material; an operation may give a co-product beside it. */
    YIELDS("产出", "yields", from(ROUTING, PROCESS), to(MATERIAL), QUANTITY_PER_UNIT, QUANTITY_PER_LOT),
    STEP_OF("属于路线", "step of", from(PROCESS), to(ROUTING), SEQUENCE.must()),
    /** Order of the steps where {@link Attributes#SEQUENCE} alone does not tell. */
    NEXT("下道工序", "next", from(PROCESS), to(PROCESS), WAIT_MINUTES),
    RUNS_ON(
            "使用设备",
            "runs on",
            from(PROCESS),
            to(EQUIPMENT),
            MINUTES_PER_UNIT.must(),
            SETUP_MINUTES,
            SETUP,
            YIELD_PERCENT,
            PRIORITY),
    NEEDS_TOOL("使用模具", "needs tool", from(PROCESS), to(EQUIPMENT), STROKES_PER_UNIT, PRIORITY),
    /** Power of a running machine, or energy per unit of an operation. */
    DRAWS("耗能", "draws", from(EQUIPMENT, PROCESS), to(ENERGY), KILOWATTS, ENERGY_PER_UNIT),
    OUTSOURCED_TO(
            "可外协",
            "can be outsourced to",
            from(PROCESS),
            to(SUPPLIER),
            PRICE.must(),
            PRICE_INCLUDES_VAT,
            CURRENCY,
            LEAD_TIME_DAYS.must(),
            CAPACITY_PER_WEEK,
            YIELD_PERCENT,
            CONFIDENTIALITY,
            PAYMENT_TERM_DAYS,
            PRIORITY,
            CONTRACT),
    /** The first material may stand in for the second. */
    SUBSTITUTES("可替代", "substitutes", from(MATERIAL), to(MATERIAL), RATIO, APPROVED, CONDITION),
    APPLIES_TO(
            "适用于",
            "applies to",
            from(POLICY),
            to(MATERIAL, FAMILY, SUPPLIER, CUSTOMER, EQUIPMENT, PROCESS, ENERGY),
            RATE_PERCENT),
    ORDERED("下单", "ordered", from(CUSTOMER), to(ORDER)),
    /** What an order, a stock lot, a work order or a price series is about. */
    FOR(
            "对应",
            "for",
            from(ORDER, PURCHASE_ORDER, WORK_ORDER, STOCK_LOT, PRICE_SERIES),
            to(MATERIAL, EQUIPMENT, ENERGY, ROUTING)),
    PLACED_WITH("下给", "placed with", from(PURCHASE_ORDER), to(SUPPLIER)),
    /** A commitment to the customer beyond the order's due date. */
    PROMISED("承诺", "promised to", from(ORDER), to(CUSTOMER), DUE_DATE, PENALTY_PERCENT_PER_DAY),
    /**
     * What a lot was made or received from, or a work order was issued. {@link Attributes#QUANTITY} of what it came from; where that is no
     * lot, of the lot itself.
     */
    CAME_FROM(
            "来自",
            "came from",
            from(STOCK_LOT, WORK_ORDER),
            to(PURCHASE_ORDER, WORK_ORDER, STOCK_LOT, SUPPLIER),
            QUANTITY,
            MOVED_DATE),
    /** What was shipped to the customer out of a lot, in the lot's unit. */
    SHIPPED_FOR("发往", "shipped for", from(STOCK_LOT), to(ORDER), QUANTITY, MOVED_DATE),
    STORED_IN("存放于", "stored in", from(STOCK_LOT, MATERIAL), to(SITE, ZONE, BIN)),
    TRANSFERS_TO("可调拨至", "transfers to", from(SITE), to(SITE), LEAD_TIME_DAYS, TRANSFER_COST),
    MEMBER_OF("归属", "member of", from(MATERIAL, FAMILY), to(FAMILY)),
    PART_OF("隶属", "part of", from(EQUIPMENT, ZONE, BIN), to(EQUIPMENT, SITE, ZONE)),
    /** An operation may have hours of its own, within those of its machine. */
    FOLLOWS("遵循日历", "follows", from(PROCESS, EQUIPMENT, SUPPLIER, SITE), to(CALENDAR)),
    /** A machine is run by people of a labour group; an operation may need others besides. */
    STAFFED_BY("由…操作", "staffed by", from(EQUIPMENT, PROCESS), to(EQUIPMENT), OPERATORS, SKILL, ALTERNATIVE, PRIORITY),
    /** The first is the second under another name; the second keeps its id where they are taken for one. */
    SAME_AS(
            "同一",
            "same as",
            EnumSet.allOf(NodeType.class),
            EnumSet.allOf(NodeType.class),
            SCORE.must(),
            REASON,
            UNIT_FACTORS),
    /** A person said so, and is not asked again. */
    NOT_SAME_AS("不是同一", "not same as", EnumSet.allOf(NodeType.class), EnumSet.allOf(NodeType.class), REASON);

    private final String zh;
    private final String en;
    private final Set<NodeType> from;
    private final Set<NodeType> to;
    private final Map<String, Attribute> attributes = new TreeMap<>();

    RelationType(String zh, String en, Set<NodeType> from, Set<NodeType> to, Attribute... own) {
        this.zh = zh;
        this.en = en;
        this.from = from;
        this.to = to;
        Arrays.stream(own).forEach(a -> attributes.put(a.name(), a));
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether it records that goods passed; what has happened stays so, also to orders that are closed since. */
    public boolean isMovement() {
        return this == CAME_FROM || this == SHIPPED_FOR;
    }

    /** The types a relation may begin at. */
    public Set<NodeType> fromTypes() {
        return Set.copyOf(from);
    }

    /** The types a relation may end at. */
    public Set<NodeType> toTypes() {
        return Set.copyOf(to);
    }

    /** What a relation of this type may carry; any may also be bounded by validFrom and validTo. */
    public List<Attribute> attributes() {
        return java.util.stream.Stream.concat(
                        attributes.values().stream(), java.util.stream.Stream.of(VALID_FROM, VALID_TO))
                .toList();
    }

    /** The attribute of that name, if relations of this type may carry it. */
    public java.util.Optional<Attribute> find(String name) {
        return java.util.Optional.ofNullable(attributes.get(name))
                .or(() -> java.util.stream.Stream.of(VALID_FROM, VALID_TO)
                        .filter(a -> a.name().equals(name))
                        .findFirst());
    }

    /** Whether relations of this type carry the attribute. */
    public boolean has(Attribute attribute) {
        return attributes.containsKey(attribute.name()) || attribute.equals(VALID_FROM) || attribute.equals(VALID_TO);
    }

    private static Set<NodeType> from(NodeType first, NodeType... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<NodeType> to(NodeType first, NodeType... rest) {
        return EnumSet.of(first, rest);
    }
}

package io.sandtable.rules;

/** What a statement says; {@link #isRule} tells a restriction from a change of the world. */
public enum Kind {
    DEMAND_CHANGE(false),
    CAPACITY_RESERVATION(true),
    CAPACITY_CHANGE(false),
    PRICE_CHANGE(false),
    LEAD_TIME_CHANGE(false),
    SUPPLIER_SHUTDOWN(true),
    RESOURCE_DOWNTIME(true),
    CASH_FLOOR(true),
    BUDGET_CAP(true),
    MARGIN_FLOOR(true),
    SERVICE_LEVEL(true),
    EMISSION_CAP(true),
    ENERGY_CAP(true),
    SOURCING_BAN(true),
    SOURCING_ALLOW_ONLY(true),
    CONFIDENTIAL_PROCESS(true),
    MUST_DELIVER(true),
    OVERTIME_LIMIT(true),
    SHIFT_BAN(true),
    OBJECTIVE(false),
    WORKING_CALENDAR(true),
    PURCHASE_SHARE(true),
    PRICE_TOLERANCE(true),
    MARGIN_TARGET(true),
    SAFETY_STOCK(true),
    STOCK_LIMIT(true),
    SHELF_LIFE(true),
    MIN_ORDER_QTY(true),
    POLICY(false),
    SUBSTITUTION(true),
    /** A rule that begins to hold once a figure passes a threshold. */
    CONDITIONAL(true),
    /** Several what-ifs that hold only together. */
    COMPOUND(false),
    /** A question about the data; it changes and binds nothing. */
    QUERY(false);

    private final boolean rule;

    Kind(boolean rule) {
        this.rule = rule;
    }

    /** Whether it binds the plan; unsaid, such a statement is meant as a must, any other as a forecast. */
    public boolean isRule() {
        return rule;
    }

    /** Whether it is put together from other statements, which stand in its slots. */
    public boolean isWhole() {
        return this == CONDITIONAL || this == COMPOUND;
    }

    /** Whether it happens to the company rather than binds it, so that several of them make one what-if. */
    public boolean isEvent() {
        return switch (this) {
            case DEMAND_CHANGE,
                    PRICE_CHANGE,
                    LEAD_TIME_CHANGE,
                    CAPACITY_CHANGE,
                    SUPPLIER_SHUTDOWN,
                    RESOURCE_DOWNTIME,
                    POLICY -> true;
            default -> false;
        };
    }
}

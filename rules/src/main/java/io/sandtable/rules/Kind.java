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
    OBJECTIVE(false);

    private final boolean rule;

    Kind(boolean rule) {
        this.rule = rule;
    }

    /** Whether it binds the plan; unsaid, such a statement is meant as a must, any other as a forecast. */
    public boolean isRule() {
        return rule;
    }
}

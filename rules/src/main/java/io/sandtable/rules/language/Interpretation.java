package io.sandtable.rules.language;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The meaning of one parsed clause, type-checked: a draft, nothing where the clause is no sentence of its kind, or a question. */
final class Interpretation {
    private static final Set<Kind> BY_TIME_OF_DAY = EnumSet.of(Kind.RESOURCE_DOWNTIME, Kind.ENERGY_CAP);
    private static final Set<Kind> PER_PERIOD = EnumSet.of(
            Kind.BUDGET_CAP,
            Kind.EMISSION_CAP,
            Kind.ENERGY_CAP,
            Kind.OVERTIME_LIMIT,
            Kind.CAPACITY_CHANGE,
            Kind.DEMAND_CHANGE,
            Kind.SUPPLIER_SHUTDOWN,
            Kind.WORKING_CALENDAR);

    private Interpretation() {}

    static Optional<Draft> of(Clause clause, LocalDate asOf, Statement.Source source) {
        ClauseReading reading = reading(clause, asOf, source);
        reading.requireUsed(Sentence.TIME_OF_DAY, BY_TIME_OF_DAY.contains(clause.kind()));
        reading.requireUsed(Sentence.PER, PER_PERIOD.contains(clause.kind()));
        return reading.draft();
    }

    /** When a rule begins to hold; empty where the clause does not say it. */
    static Optional<Map<String, Object>> threshold(Clause clause, LocalDate asOf, Statement.Source source) {
        return new ThresholdReading(clause, asOf, source).condition();
    }

    private static ClauseReading reading(Clause clause, LocalDate asOf, Statement.Source source) {
        return switch (clause.kind()) {
            case DEMAND_CHANGE, PRICE_CHANGE, LEAD_TIME_CHANGE, CAPACITY_CHANGE, POLICY ->
                new ChangeReading(clause, asOf, source);
            case CASH_FLOOR,
                    BUDGET_CAP,
                    MARGIN_FLOOR,
                    MARGIN_TARGET,
                    SERVICE_LEVEL,
                    EMISSION_CAP,
                    ENERGY_CAP,
                    OVERTIME_LIMIT,
                    PURCHASE_SHARE,
                    PRICE_TOLERANCE,
                    SAFETY_STOCK,
                    STOCK_LIMIT,
                    SHELF_LIFE,
                    MIN_ORDER_QTY -> new LimitReading(clause, asOf, source);
            case CAPACITY_RESERVATION,
                    SUPPLIER_SHUTDOWN,
                    RESOURCE_DOWNTIME,
                    WORKING_CALENDAR,
                    SOURCING_BAN,
                    SOURCING_ALLOW_ONLY,
                    CONFIDENTIAL_PROCESS,
                    MUST_DELIVER,
                    SHIFT_BAN,
                    SUBSTITUTION -> new RestrictionReading(clause, asOf, source);
            case OBJECTIVE -> new ObjectiveReading(clause, asOf, source);
            case QUERY -> new QueryReading(clause, asOf, source);
            case CONDITIONAL, COMPOUND -> new ThresholdReading(clause, asOf, source);
        };
    }
}

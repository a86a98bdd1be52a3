package io.sandtable.simulation.query;

import java.util.Arrays;
import java.util.List;

/** The figure a question asks for, by the code of the contract. */
public enum Metric {
    MARGIN("margin"),
    LOSS("loss"),
    REVENUE("revenue"),
    PURCHASE("purchase"),
    LATENESS("lateness"),
    OTD("OTD"),
    FILL_RATE("FILL_RATE"),
    DOWNTIME("downtime"),
    PRICE("price"),
    CASH("cash");

    private final String code;

    Metric(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Metric of(String code) {
        return Arrays.stream(values())
                .filter(m -> m.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no figure of a question; it must be one of %s."
                        .formatted(
                                code, Arrays.stream(values()).map(Metric::code).toList())));
    }

    /** Columns of an answer, the figure itself first. */
    public List<Measure> measures(Subject subject) {
        return switch (this) {
            case MARGIN -> List.of(Measure.MARGIN, Measure.MARGIN_PERCENT, Measure.REVENUE, Measure.COST);
            case LOSS -> List.of(Measure.LOSS, Measure.MARGIN_PERCENT, Measure.REVENUE, Measure.COST);
            case REVENUE -> List.of(Measure.REVENUE, Measure.LINES);
            case PURCHASE -> List.of(Measure.PURCHASED, Measure.LINES);
            case LATENESS -> List.of(Measure.LATENESS, Measure.LATE_LINES, Measure.LINES, Measure.ON_TIME_PERCENT);
            case OTD -> List.of(Measure.ON_TIME_PERCENT, Measure.LATE_LINES, Measure.LINES, Measure.LATENESS);
            case FILL_RATE -> List.of(Measure.FILL_RATE, Measure.LINES);
            case DOWNTIME -> List.of(Measure.DOWN_DAYS);
            case PRICE ->
                switch (subject) {
                    case SALES -> List.of(Measure.SALES_PRICE, Measure.QUANTITY, Measure.LINES);
                    case SERIES -> List.of(Measure.SERIES_PRICE, Measure.LINES);
                    default -> List.of(Measure.PURCHASE_PRICE, Measure.QUANTITY, Measure.LINES);
                };
            case CASH ->
                subject == Subject.BALANCES
                        ? List.of(Measure.BALANCE)
                        : List.of(Measure.CASH_NET, Measure.CASH_IN, Measure.CASH_OUT);
        };
    }
}

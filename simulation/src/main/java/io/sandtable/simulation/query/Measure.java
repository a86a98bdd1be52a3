package io.sandtable.simulation.query;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A column of an answer: a sum over lines of the records, or one sum per another. */
public enum Measure {
    REVENUE(Unit.MONEY, Additive.REVENUE),
    COST(Unit.MONEY, Additive.COST),
    MARGIN(Unit.MONEY, Additive.MARGIN),
    /** Margin with its sign turned. */
    LOSS(Unit.MONEY, -1, Additive.MARGIN, null),
    MARGIN_PERCENT(Unit.PERCENT, 100, Additive.MARGIN, Additive.COSTED_REVENUE),
    PURCHASED(Unit.MONEY, Additive.PURCHASED),
    /** CNY a unit bought, the mean weighted by quantity. */
    PURCHASE_PRICE(Unit.UNIT_PRICE, 0.01, Additive.PURCHASED, Additive.QUANTITY),
    /** CNY a unit sold. */
    SALES_PRICE(Unit.UNIT_PRICE, 0.01, Additive.REVENUE, Additive.QUANTITY),
    /** Mean of the points of a price series. */
    SERIES_PRICE(Unit.UNIT_PRICE, 1, Additive.PRICE_POINTS, Additive.LINES),
    QUANTITY(Unit.QUANTITY, Additive.QUANTITY),
    LINES(Unit.COUNT, Additive.LINES),
    LATE_LINES(Unit.COUNT, Additive.LATE_LINES),
    /** Days late, the mean of all lines; what came early counts 0. */
    LATENESS(Unit.DAYS, 1, Additive.LATE_DAYS, Additive.LINES),
    ON_TIME_PERCENT(Unit.PERCENT, 100, Additive.ON_TIME_LINES, Additive.LINES),
    FILL_RATE(Unit.PERCENT, 100, Additive.IN_TIME, Additive.ORDERED),
    DOWN_DAYS(Unit.DAYS, Additive.DOWN_DAYS),
    CASH_NET(Unit.MONEY, Additive.CASH_NET),
    CASH_IN(Unit.MONEY, Additive.CASH_IN),
    CASH_OUT(Unit.MONEY, Additive.CASH_OUT),
    BALANCE(Unit.MONEY, Additive.BALANCE);

    /** What a value counts. */
    public enum Unit {
        /** CNY. */
        MONEY,
        /** CNY a unit. */
        UNIT_PRICE,
        PERCENT,
        DAYS,
        QUANTITY,
        COUNT
    }

    private final Unit unit;
    private final double factor;
    private final Additive of;
    private final @Nullable Additive per;

    Measure(Unit unit, Additive of) {
        this(unit, 1, of, null);
    }

    Measure(Unit unit, double factor, Additive of, @Nullable Additive per) {
        this.unit = unit;
        this.factor = factor;
        this.of = of;
        this.per = per;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it is one sum per another, so that groups do not sum to the total. */
    public boolean isRatio() {
        return per != null;
    }

    /** In its unit, money in CNY; empty where there is nothing to divide by. */
    OptionalDouble of(Sums sums) {
        double amount = factor * sums.get(of) / (unit == Unit.MONEY ? 100 : 1);
        return per == null
                ? OptionalDouble.of(amount)
                : sums.get(per) == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount / sums.get(per));
    }

    /** What it is weighted by where it is a ratio. */
    double weight(Sums sums) {
        return per == null ? 1 : sums.get(per);
    }
}

package io.sandtable.web.backtest;

import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import java.util.function.Function;

/** The figures that a plan of the past is held against. */
public enum BacktestKpi {
    REVENUE("revenue", true, Amounts::revenue),
    COST("cost", true, Amounts::cost),
    MARGIN("margin", false, Amounts::margin);

    private final String id;
    private final boolean judged;
    private final Function<Amounts, Money> of;

    BacktestKpi(String id, boolean judged, Function<Amounts, Money> of) {
        this.id = id;
        this.judged = judged;
        this.of = of;
    }

    /** As programs know it; words stand under {@code backtest.kpi.…}. */
    public String id() {
        return id;
    }

    /** Whether a goal is set for it. */
    public boolean isJudged() {
        return judged;
    }

    public Money of(Amounts amounts) {
        return of.apply(amounts);
    }
}

package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.Restriction.When;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;

/** Whether a plan's figures pass the value from which a rule holds. */
final class ThresholdCheck {
    private final Deliveries deliveries;
    private final long[] cashByDay;
    private final MoneyRuleCheck money;
    private final StockCheck stock;

    ThresholdCheck(Deliveries deliveries, long[] cashByDay, MoneyRuleCheck money, StockCheck stock) {
        this.deliveries = deliveries;
        this.cashByDay = cashByDay;
        this.money = money;
        this.stock = stock;
    }

    boolean isPassed(When when) {
        return figures(when).anyMatch(figure -> when.side().holds(figure, when.value()));
    }

    /** One for the plan, or one a day. */
    private DoubleStream figures(When when) {
        Collection<Integer> demands = when.subjects().isEmpty() ? deliveries.all() : when.subjects();
        return switch (when.figure()) {
            case CASH -> Arrays.stream(cashByDay).mapToDouble(fen -> fen / 100.0);
            case MARGIN -> money.marginPercent(when.subjects()).stream();
            case ON_TIME -> DoubleStream.of(deliveries.onTimePercent(demands));
            case FILL_RATE -> DoubleStream.of(deliveries.fillPercent(demands));
            case STOCK -> when.subjects().stream().flatMapToDouble(item -> Arrays.stream(stock.byDay(item)));
        };
    }
}

package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.Restriction.Figure;
import io.sandtable.simulation.scenario.Restriction.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a plan's figures pass the value from which a rule holds, and from which day. */
final class ThresholdCheck {
    private final PlanningProblem problem;
    private final Deliveries deliveries;
    private final long[] cashByDay;
    private final MoneyRuleCheck money;
    private final StockCheck stock;

    ThresholdCheck(
            PlanningProblem problem, Deliveries deliveries, long[] cashByDay, MoneyRuleCheck money, StockCheck stock) {
        this.problem = problem;
        this.deliveries = deliveries;
        this.cashByDay = cashByDay;
        this.money = money;
        this.stock = stock;
    }

    boolean isPassed(When when) {
        return Arrays.stream(figures(when)).anyMatch(figure -> when.side().holds(figure, when.value()));
    }

    Awaited awaited(PlannedRule rule, When when) {
        double[] figures = figures(when);
        int[] passed = IntStream.range(0, figures.length)
                .filter(day -> when.side().holds(figures[day], when.value()))
                .toArray();
        Item item = findItem(when);
        boolean daily = when.figure() == Figure.CASH || when.figure() == Figure.STOCK;
        return new Awaited(
                rule.id(),
                rule.text(),
                when.figure(),
                item == null ? "" : item.id(),
                when.side(),
                when.value(),
                farthest(figures, when),
                unit(when),
                passed.length > 0,
                daily && passed.length > 0 ? day(passed[0]) : null,
                daily && passed.length > 0 ? day(passed[passed.length - 1]) : null);
    }

    /** The lowest where a low one is waited for, the highest where a high one is. */
    private static double farthest(double[] figures, When when) {
        return Arrays.stream(figures)
                .boxed()
                .max(
                        switch (when.side()) {
                            case LT, LE -> Comparator.<Double>naturalOrder().reversed();
                            case GT, GE -> Comparator.naturalOrder();
                            case EQ -> Comparator.comparingDouble((Double f) -> -Math.abs(f - when.value()));
                        })
                .orElse(0.0);
    }

    private LocalDate day(int day) {
        return problem.asOf().plusDays(day);
    }

    private String unit(When when) {
        Item item = findItem(when);
        return switch (when.figure()) {
            case CASH -> "CNY";
            case MARGIN, ON_TIME, FILL_RATE -> "%";
            case STOCK -> Objects.requireNonNull(item).unit();
            case PRICE -> "CNY/" + Objects.requireNonNull(item).unit();
        };
    }

    private @Nullable Item findItem(When when) {
        return when.figure() == Figure.STOCK || when.figure() == Figure.PRICE
                ? problem.items().get(when.subjects().iterator().next())
                : null;
    }

    /** One for the plan, or one a day. */
    private double[] figures(When when) {
        Collection<Integer> demands = when.subjects().isEmpty() ? deliveries.all() : when.subjects();
        return switch (when.figure()) {
            case CASH ->
                Arrays.stream(cashByDay).mapToDouble(fen -> fen / 100.0).toArray();
            case MARGIN -> money.marginPercent(when.subjects()).stream().toArray();
            case ON_TIME -> new double[] {deliveries.onTimePercent(demands)};
            case FILL_RATE -> new double[] {deliveries.fillPercent(demands)};
            case STOCK -> stock.byDay(when.subjects().iterator().next());
            case PRICE -> new double[] {usualPrice(when.subjects().iterator().next())};
        };
    }

    private double usualPrice(int item) {
        return problem.offers()
                .get(problem.items().get(item).offers().getFirst())
                .price();
    }
}

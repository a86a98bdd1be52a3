package io.sandtable.simulation.backtest;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.scenario.OpenDays;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/**
 * Plans every period of the past on what was known on its eve, with a rolling horizon: the plan looks a month further than the period, so that its last weeks
 * prepare for what follows.
 */
public final class RollingReplay {
    /** Two years must be known, the month of the first order counted: one to see seasons in, and one to see growth by. */
    public static final int MONTHS_KNOWN = 24;

    private static final int DAYS_BEYOND = 28;
    private static final int DAYS_AFTER = 182;

    private final BusinessSnapshot snapshot;
    private final long seed;
    private final Function<PlanningProblem, Evaluation> planner;
    private final OpenDays open;
    private final OrderHistory orders;
    private final Performance actual;

    /** @param planner how a problem is planned; the same for every period */
    public RollingReplay(BusinessSnapshot snapshot, long seed, Function<PlanningProblem, Evaluation> planner) {
        this.snapshot = snapshot;
        this.seed = seed;
        this.planner = planner;
        this.open = openDays(snapshot);
        this.orders = OrderHistory.of(snapshot, open);
        this.actual = ActualPerformance.of(snapshot, orders);
    }

    /** From the first order to half a year after the last is due. */
    private static OpenDays openDays(BusinessSnapshot snapshot) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            LocalDate due = order.date(Attributes.DUE_DATE);
            LocalDate ordered = order.findDate(Attributes.ORDER_DATE).orElse(due);
            first = ordered.isBefore(first) ? ordered : first;
            last = due.isAfter(last) ? due : last;
        }
        return first.isAfter(last)
                ? OpenDays.of(snapshot, LocalDate.EPOCH, LocalDate.EPOCH)
                : OpenDays.of(snapshot, first, last.plusDays(DAYS_AFTER));
    }

    /** The orders it replays. */
    public OrderHistory orders() {
        return orders;
    }

    /** Goods for which today's stock stands in, because nobody wrote down when they left their lots. */
    public int goodsAtTodaysStock() {
        return KnownThen.unrecorded(snapshot);
    }

    /** The periods that can be replayed: two years are known before each, and it is over by the day that the data speaks of. */
    public List<Period> periods(LocalDate asOf, Period.Length length) {
        return orders.firstDay()
                .map(first -> Period.between(
                        YearMonth.from(first).plusMonths(MONTHS_KNOWN).atDay(1), asOf.plusDays(1), length))
                .orElse(List.of());
    }

    /** Plans a period as it would have been planned, and sets beside it what happened and what the naive rival says. */
    public Replayed replay(Period period) {
        LocalDate day = period.start();
        OrderHistory known = orders.knownBefore(day);
        int horizon = period.days() + DAYS_BEYOND;
        List<ForecastOrder> expected = DemandForecast.of(known, day, open, horizon);
        BusinessSnapshot then = KnownThen.of(snapshot, day, open, expected);
        PlanningProblem problem = new Scenario(then, day, horizon, seed).compile();
        Performance plan =
                PlannedPerformance.of(problem, planner.apply(problem)).within(period);
        return new Replayed(
                period,
                plan,
                actual.within(period),
                NaiveRival.forecast(ActualPerformance.shipped(known), period),
                share(problem, expected, period));
    }

    /** Percent of the demand planned for the period, by value, that was only expected then. */
    private static double share(PlanningProblem problem, List<ForecastOrder> expected, Period period) {
        double all = problem.demands().stream()
                .filter(demand -> demand.due() <= period.days() * PlanningProblem.DAY)
                .mapToDouble(demand -> demand.quantity() * demand.price())
                .sum();
        double only = expected.stream()
                .filter(order -> order.due().isBefore(period.end()))
                .mapToDouble(order -> order.quantity() * order.price())
                .sum();
        return all == 0 ? 0 : 100 * only / all;
    }

    /**
     * A period, four ways.
     *
     * @param expectedPercent share of the planned demand, by value, that nobody had ordered yet
     */
    public record Replayed(
            Period period, Performance plan, Performance actual, Performance naive, double expectedPercent) {}
}

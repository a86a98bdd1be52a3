package io.sandtable.simulation.annual;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Accuracy;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.NaiveRival;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.backtest.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An annual plan held against what happened since, as far as the records tell. Goods delivered are compared: revenue and cost of them, and what was made. */
public final class AgainstActual {
    private final AnnualPlan plan;
    private final Recorded recorded;
    private final Map<String, AnnualProduct> products;
    private final Performance said;
    private final Performance rival;
    private final List<MonthCompared> months;
    private final Performance planned;
    private final Performance actual;
    private final Performance naive;

    private AgainstActual(AnnualPlan plan, Recorded recorded, BusinessSnapshot snapshot) {
        this.plan = plan;
        this.recorded = recorded;
        this.said = plan.said();
        this.rival = NaiveRival.forecast(
                recorded.shippedBefore(plan.asOf()),
                new Period(plan.first(), plan.months().size()));
        this.products = new TreeMap<>(plan.products());
        recorded.actual().cells().keySet().stream()
                .filter(cell -> plan.find(cell.month()).isPresent())
                .forEach(cell -> products.computeIfAbsent(cell.product(), id -> Products.of(id, snapshot)));
        this.months = plan.months().stream().map(this::compared).toList();
        Set<YearMonth> compared = months.stream()
                .filter(month -> month.state() == State.COMPARED)
                .map(MonthCompared::month)
                .collect(Collectors.toSet());
        this.planned = said.only(cell -> compared.contains(cell.month()));
        this.actual = recorded.actual().only(cell -> compared.contains(cell.month()));
        this.naive = rival.only(cell -> compared.contains(cell.month()));
    }

    /**
     * Holds a plan against the records.
     *
     * @param snapshot the business as it is known now, {@code asOf} the day its data speaks of
     */
    public static AgainstActual of(AnnualPlan plan, BusinessSnapshot snapshot, LocalDate asOf) {
        return new AgainstActual(plan, Recorded.of(snapshot, asOf), snapshot);
    }

    /** Whether a month can be compared. */
    public enum State {
        /** It is over, and the records tell what was delivered. */
        COMPARED,
        /** It is over by the day the data speaks of, and the records tell of no delivery in it. */
        NO_RECORDS,
        /** It is not over by the day the data speaks of. */
        NOT_OVER,
        /** It was over already when this version was made. */
        WAS_ACTUAL
    }

    /**
     * A month of the plan beside what happened; {@code actual} counts only where it is COMPARED.
     *
     * @param naive last year times growth, by what was known when the plan was made
     */
    public record MonthCompared(YearMonth month, State state, Amounts plan, Amounts actual, Amounts naive) {
        /** What happened less what was planned, of a figure. */
        public Money less(Function<Amounts, Money> figure) {
            return figure.apply(actual).minus(figure.apply(plan));
        }
    }

    private MonthCompared compared(AnnualMonth month) {
        return new MonthCompared(
                month.month(),
                state(month),
                month.sold(),
                sum(recorded.actual(), month.month()),
                sum(rival, month.month()));
    }

    private State state(AnnualMonth month) {
        if (month.kind() == AnnualMonth.Kind.ACTUAL) {
            return State.WAS_ACTUAL;
        }
        return !recorded.isOver(month.month())
                ? State.NOT_OVER
                : recorded.tells(month.month()) ? State.COMPARED : State.NO_RECORDS;
    }

    private static Amounts sum(Performance of, YearMonth month) {
        return of.sum(cell -> cell.month().equals(month));
    }

    public List<MonthCompared> months() {
        return months;
    }

    /** The day the records reach to. */
    public LocalDate asOf() {
        return recorded.asOf();
    }

    /** All products of the plan or of the records in its months, by id. */
    public Map<String, AnnualProduct> products() {
        return products;
    }

    public boolean isAnyCompared() {
        return months.stream().anyMatch(month -> month.state() == State.COMPARED);
    }

    /** What was planned for the months that can be compared. */
    public Performance planned() {
        return planned;
    }

    /** What happened in them. */
    public Performance actual() {
        return actual;
    }

    /** What last year times growth would have said of them. */
    public Performance naive() {
        return naive;
    }

    /** |Σ plan − Σ actual| / Σ actual over the months that can be compared; empty where nothing happened. Percent. */
    public OptionalDouble deviationPercent(Function<Amounts, Money> figure) {
        return deviation(planned(), figure);
    }

    /** The same of last year times growth. */
    public OptionalDouble naivePercent(Function<Amounts, Money> figure) {
        return deviation(naive(), figure);
    }

    private OptionalDouble deviation(Performance of, Function<Amounts, Money> figure) {
        return Accuracy.deviationPercent(figure.apply(of.sum(cell -> true)), figure.apply(actual().sum(cell -> true)));
    }

    /** Product by product and month by month ({@link Accuracy#wapePercent}). */
    public OptionalDouble wapePercent() {
        return Accuracy.wapePercent(List.of(planned()), List.of(actual()));
    }

    public OptionalDouble naiveWapePercent() {
        return Accuracy.wapePercent(List.of(naive()), List.of(actual()));
    }

    /** Why the margin of the months that can be compared is another than planned. */
    public MarginCauses causes() {
        return MarginCauses.between(planned(), actual(), products);
    }

    /** The same of one month. */
    public MarginCauses causes(YearMonth month) {
        return MarginCauses.between(
                planned().only(cell -> cell.month().equals(month)),
                actual().only(cell -> cell.month().equals(month)),
                products);
    }

    public AnnualPlan plan() {
        return plan;
    }
}

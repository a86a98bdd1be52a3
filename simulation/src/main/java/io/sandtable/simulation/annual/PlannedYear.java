package io.sandtable.simulation.annual;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.backtest.PlannedPerformance;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes an annual plan of a plan: the whole calendar months that it covers, as sums over its ledger and its lots. Weeks of a month that it covers in part are left out. */
public final class PlannedYear {
    private final PlanningProblem problem;
    private final Evaluation evaluation;
    private final BusinessSnapshot snapshot;

    private PlannedYear(PlanningProblem problem, Evaluation evaluation, BusinessSnapshot snapshot) {
        this.problem = problem;
        this.evaluation = evaluation;
        this.snapshot = snapshot;
    }

    /**
     * The annual plan that a plan makes; empty where it covers no whole month.
     *
     * @param snapshot the business it was made on, for names
     */
    public static Optional<AnnualPlan> of(PlanningProblem problem, Evaluation evaluation, BusinessSnapshot snapshot) {
        List<YearMonth> months = months(problem);
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedYear(problem, evaluation, snapshot).plan(months));
    }

    /** The months of which the plan covers every day. */
    static List<YearMonth> months(PlanningProblem problem) {
        LocalDate first = problem.asOf();
        LocalDate after = first.plusDays(problem.horizonDays());
        var months = new ArrayList<YearMonth>();
        YearMonth month = YearMonth.from(first);
        if (first.getDayOfMonth() > 1) {
            month = month.plusMonths(1);
        }
        for (; !month.plusMonths(1).atDay(1).isAfter(after); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private AnnualPlan plan(List<YearMonth> months) {
        Map<YearMonth, Map<CostKind, Money>> costs = costs();
        Performance planned = PlannedPerformance.of(problem, evaluation);
        var made = new ArrayList<AnnualMonth>();
        for (YearMonth month : months) {
            made.add(new AnnualMonth(
                    month, AnnualMonth.Kind.PLANNED, costs.getOrDefault(month, Map.of()), planned.in(month)));
        }
        return new AnnualPlan(problem.asOf(), made, products(made));
    }

    /** All that is spent, by month and kind. */
    private Map<YearMonth, Map<CostKind, Money>> costs() {
        var costs = new TreeMap<YearMonth, Map<CostKind, Money>>();
        for (Posting posting : evaluation.ledger().postings()) {
            CostKind.of(posting.account())
                    .ifPresent(kind -> costs.computeIfAbsent(
                                    YearMonth.from(posting.date()), m -> new EnumMap<>(CostKind.class))
                            .merge(kind, posting.amount(), Money::plus));
        }
        return costs;
    }

    private SortedMap<String, AnnualProduct> products(List<AnnualMonth> months) {
        var products = new TreeMap<String, AnnualProduct>();
        for (AnnualMonth month : months) {
            for (Map.Entry<String, Amounts> made : month.products().entrySet()) {
                products.computeIfAbsent(made.getKey(), id -> Products.of(id, snapshot));
            }
        }
        return products;
    }
}

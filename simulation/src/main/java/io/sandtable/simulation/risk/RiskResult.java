package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.Summary.Estimate;
import io.sandtable.simulation.sensitivity.Kpi;
import java.time.LocalDate;
import java.util.List;

/**
 * What a risk run says about its plans, all of which saw the same points.
 *
 * @param done runs so far; {@code run.runs()} in the end
 * @param plans in the order they were asked about
 * @param duels of each plan with those after it, figure by figure
 */
public record RiskResult(RiskRun run, int done, List<PlanRisk> plans, List<Duel> duels, List<RiskWarning> warnings) {
    public RiskResult {
        plans = List.copyOf(plans);
        duels = List.copyOf(duels);
        warnings = List.copyOf(warnings);
    }

    public boolean isComplete() {
        return done == run.runs();
    }

    /**
     * One plan's risk.
     *
     * @param failed runs in which the plan could not be timed; left out of all that follows
     * @param rules all that bind the plan, the ones broken most often first
     * @param orders those that miss their day in any run, the most often first
     * @param cash at the end of each week
     */
    public record PlanRisk(
            String plan,
            int failed,
            List<FigureRisk> figures,
            List<RuleRisk> rules,
            List<OrderRisk> orders,
            List<CashBand> cash) {
        public PlanRisk {
            figures = List.copyOf(figures);
            rules = List.copyOf(rules);
            orders = List.copyOf(orders);
            cash = List.copyOf(cash);
        }

        /** One of its figures. */
        public FigureRisk figure(Kpi kpi) {
            return figures.stream()
                    .filter(f -> f.kpi() == kpi)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The run says nothing of %s; ask for one of its figures.".formatted(kpi.id())));
        }
    }

    /**
     * One figure of a plan.
     *
     * @param today with nothing moved
     * @param convergence how the mean settled: after 100 runs and each time they had doubled
     */
    public record FigureRisk(Kpi kpi, double today, Summary summary, List<Step> convergence) {
        public FigureRisk {
            convergence = List.copyOf(convergence);
        }
    }

    /** What a figure's mean was after so many runs. */
    public record Step(int runs, Estimate mean) {}

    /**
     * How likely a rule is broken.
     *
     * @param today whether it is with nothing moved
     */
    public record RuleRisk(String rule, String text, boolean must, boolean today, Chance broken) {}

    /**
     * How likely an order misses its day.
     *
     * @param today whether it does with nothing moved
     * @param missed late or never delivered in full, {@code missing} the latter alone
     */
    public record OrderRisk(String order, String number, boolean today, Chance missed, Chance missing) {}

    /** Where cash stands at the end of a day, in CNY: a tenth of the runs has {@code p10} or less. */
    public record CashBand(LocalDate day, double today, double p5, double p10, double p50, double p90, double p95) {}

    /**
     * Two plans in the same runs.
     *
     * @param better how likely the figure of {@code plan} is better than that of {@code than}, {@code worse} how likely it is worse; what is
     *     left are ties
     * @param difference mean of the one less the other, run by run: narrower than that of the means
     */
    public record Duel(String plan, String than, Kpi kpi, Chance better, Chance worse, Estimate difference) {}
}

package io.sandtable.simulation.drivers;

import io.sandtable.simulation.risk.Copula;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.global.Factor;
import io.sandtable.simulation.sensitivity.global.Model;
import io.sandtable.simulation.sensitivity.global.Morris;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.simulation.sensitivity.global.SobolSettings;
import io.sandtable.simulation.sensitivity.global.SobolSweep;
import io.sandtable.simulation.sensitivity.global.SweepProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Moves all uncertain inputs of a plan at once and shares out the variance of each of its figures. All figures come from the same runs.
 * Holds its sample, so that it can be refined; one thread at a time calls it.
 */
public final class DriverSweep {
    /** Where distributions without ends are cut for screening, whose grid goes to the ends. */
    private static final double CUT = 0.005;

    private static final double LEAST = 0x1p-53;

    private final DriverRun run;
    private final PlanResponse plan;
    private final int threads;
    private final List<Factor> factors;
    private final SobolSweep sobol;

    /**
     * A sweep of a plan.
     *
     * @param plan asked in the mode of the run
     * @param threads that work at once; no result depends on them
     * @param progress told of base points, from the working threads
     */
    public DriverSweep(PlanResponse plan, DriverRun run, int threads, SweepProgress progress) {
        if (plan.mode() != run.mode()) {
            throw new IllegalArgumentException("The run is %s and the plan was given %s; give both the same mode."
                    .formatted(run.mode().id(), plan.mode().id()));
        }
        this.run = run;
        this.plan = plan;
        this.threads = threads;
        this.factors = run.factors();
        this.sobol = new SobolSweep(model(), factors, SobolSettings.usual(threads, run.seed()), progress);
    }

    /** The factors' elementary effects on each figure, in the order of {@link Kpi#values()}: (factors + 1) runs a trajectory. */
    public Morris.Screening screening(int trajectories) throws InterruptedException {
        Model model = model();
        return Morris.screen(
                u -> model.at(Arrays.stream(u).map(p -> CUT + (1 - 2 * CUT) * p).toArray()),
                factors,
                trajectories,
                threads,
                run.seed());
    }

    /** The shares of variance from so many base points, figures in the order of {@link Kpi#values()}; more may be asked for afterwards. */
    public SobolIndices upTo(int runs) throws InterruptedException {
        return sobol.upTo(runs);
    }

    /** The shares of variance as the run is recorded. */
    public SobolIndices all() throws InterruptedException {
        return upTo(run.runs());
    }

    private Model model() {
        Copula.Tie tie = run.copula().tie();
        List<Input> inputs = run.inputs();
        return point -> {
            double[] probabilities =
                    tie.of(Arrays.stream(point).map(u -> Math.max(u, LEAST)).toArray());
            var changes = new ArrayList<Change>();
            for (int i = 0; i < probabilities.length; i++) {
                double value = inputs.get(i).distribution().quantile(probabilities[i]);
                if (value != 0) {
                    changes.add(inputs.get(i).at(value));
                }
            }
            return figures(changes);
        };
    }

    /** One number for each figure; none where the plan can't be timed or a rule can't be obeyed there, which the sweep counts. */
    private double[] figures(List<Change> changes) {
        try {
            var kpis = plan.kpis(changes);
            return Arrays.stream(Kpi.values()).mapToDouble(kpi -> kpi.of(kpis)).toArray();
        } catch (ConditionRefused | IllegalStateException e) {
            double[] none = new double[Kpi.values().length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }
}

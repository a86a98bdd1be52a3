package io.sandtable.web.drivers;

import io.sandtable.simulation.drivers.DriverRun;
import io.sandtable.simulation.drivers.DriverSweep;
import io.sandtable.simulation.risk.Exposure;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskRun;
import io.sandtable.simulation.sensitivity.BreakEven;
import io.sandtable.simulation.sensitivity.HeatMap;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.PlanSweep;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Spider;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.simulation.sensitivity.global.Morris;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.web.drivers.StagedWork.Teller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found out about plans by moving their inputs; equal studies have equal results.
 *
 * @param <R> what it finds
 */
sealed interface Study<R> {
    /** Works it out, telling what there is so far; interrupting the thread stops it. */
    R workOut(Bench bench, Teller<R> teller) throws InterruptedException;

    /**
     * A plan, and what it does when inputs move.
     *
     * @param planId says what the plan is, the inquiry which data and conditions move
     */
    record Of(String inquiryId, String planId, Mode mode) {
        Of with(String otherPlan) {
            return new Of(inquiryId, otherPlan, mode);
        }
    }

    /** Each input at both ends of its range. */
    record OneAtATime(Of of, Kpi kpi, List<Range> ranges) implements Study<Tornado> {
        @Override
        public Tornado workOut(Bench bench, Teller<Tornado> teller) throws InterruptedException {
            return new PlanSweep(bench.response(of), bench.threads()).tornado(ranges, kpi);
        }
    }

    /** Each input all the way through its range. */
    record AllTheWay(Of of, Kpi kpi, List<Range> ranges) implements Study<Spider> {
        /** An even number, so that today is a point of it. */
        static final int STEPS = 8;

        @Override
        public Spider workOut(Bench bench, Teller<Spider> teller) throws InterruptedException {
            return new PlanSweep(bench.response(of), bench.threads()).spider(ranges, kpi, STEPS);
        }
    }

    /** Two inputs, each with each. */
    record TwoAtATime(Of of, Kpi kpi, Range across, Range up) implements Study<HeatMap> {
        static final int STEPS = 6;

        @Override
        public HeatMap workOut(Bench bench, Teller<HeatMap> teller) throws InterruptedException {
            return new PlanSweep(bench.response(of), bench.threads()).heatMap(across, up, kpi, STEPS);
        }
    }

    /**
     * Two plans that come to the same figure.
     *
     * @param now the figure of the one and {@code otherNow} of the other with nothing changed
     */
    record Turn(double now, double otherNow, List<At> points) {
        public Turn {
            points = List.copyOf(points);
        }

        /** One input's turning point, with both plans' figures there. */
        record At(BreakEven breakEven, double one, double other) {}
    }

    /** Where another plan draws level. */
    record Against(Of of, String otherPlan, Kpi kpi, List<Range> ranges) implements Study<Turn> {
        @Override
        public Turn workOut(Bench bench, Teller<Turn> teller) throws InterruptedException {
            PlanResponse one = bench.response(of);
            PlanResponse other = bench.response(of.with(otherPlan));
            var points = new ArrayList<Turn.At>();
            for (BreakEven breakEven : BreakEven.between(one, other, ranges, kpi, bench.threads())) {
                var there = List.of(breakEven.range().at(breakEven.at()));
                points.add(new Turn.At(breakEven, kpi.of(one.kpis(there)), kpi.of(other.kpis(there))));
            }
            return new Turn(kpi.of(one.kpis(List.of())), kpi.of(other.kpis(List.of())), points);
        }
    }

    /** Shares of variance, the screening first; {@code shares} is null until the first of them are there. */
    record Global(Morris.Screening screening, @Nullable SobolIndices shares) {}

    /** All inputs at once: screened, then with twice as many runs again and again. */
    record AllAtOnce(Of of, DriverRun run) implements Study<Global> {
        static final int TRAJECTORIES = 8;
        /** Half the width of an interval that nobody needs to have narrower. */
        static final double NARROW = 0.03;

        private static final int FIRST = 64;

        @Override
        public Global workOut(Bench bench, Teller<Global> teller) throws InterruptedException {
            DriverSweep sweep = bench.sweep(this, teller::runs);
            Morris.Screening screening = sweep.screening(TRAJECTORIES);
            teller.found(new Global(screening, null));
            SobolIndices shares = sweep.upTo(Math.min(FIRST, run.runs()));
            while (shares.runs() < run.runs() && !isNarrow(shares)) {
                teller.found(new Global(screening, shares));
                shares = sweep.upTo(2 * shares.runs());
            }
            bench.record(this, shares);
            return new Global(screening, shares);
        }

        private static boolean isNarrow(SobolIndices shares) {
            return shares.figures().stream().allMatch(figure -> figure.widest() <= NARROW);
        }
    }

    /** All plans of an inquiry in the same uncertain worlds. */
    record Chances(String inquiryId, List<String> planIds, RiskRun run) implements Study<RiskResult> {
        @Override
        public RiskResult workOut(Bench bench, Teller<RiskResult> teller) throws InterruptedException {
            RiskResult all = bench.monteCarlo(this, soFar -> {
                teller.found(soFar);
                teller.runs(soFar.done(), run.runs());
            });
            bench.record(this, all);
            return all;
        }
    }

    /** Suppliers and machines that fail, the worst first. */
    record Outages(Of of) implements Study<List<Exposure>> {
        @Override
        public List<Exposure> workOut(Bench bench, Teller<List<Exposure>> teller) throws InterruptedException {
            return bench.outages(of);
        }
    }
}

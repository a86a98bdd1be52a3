package io.sandtable.web.drivers;

import io.sandtable.simulation.drivers.DriverSweep;
import io.sandtable.simulation.risk.Disruptions;
import io.sandtable.simulation.risk.Exposure;
import io.sandtable.simulation.risk.MonteCarlo;
import io.sandtable.simulation.risk.RiskListener;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.simulation.sensitivity.global.SweepProgress;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.drivers.Study.Of;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What studies work with: plans that answer to moved inputs, and samples that are kept to be refined. */
@Component
@Profile("service")
class Bench {
    private static final int MOST_SWEEPS = 6;

    private final Answers answers;
    private final PlanSearch search;
    private final SweepRecords records;
    private final Map<Study.AllAtOnce, Refining> sweeps = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Study.AllAtOnce, Refining> eldest) {
            return size() > MOST_SWEEPS;
        }
    };

    Bench(Answers answers, PlanSearch search, SweepRecords records) {
        this.answers = answers;
        this.search = search;
        this.records = records;
    }

    int threads() {
        return search.threads();
    }

    PlanResponse response(Of of) {
        Answer answer = answers.getAnswer(of.inquiryId());
        return search.response(
                answer.scenario(),
                answer.problem(),
                plan(answer, of.planId()).evaluation().plan(),
                of.mode(),
                answer.planner().seed());
    }

    /** The sweep of that study with the sample it has already. */
    DriverSweep sweep(Study.AllAtOnce study, SweepProgress progress) {
        synchronized (sweeps) {
            Refining refining = sweeps.computeIfAbsent(study, s -> new Refining(response(s.of()), s, threads()));
            refining.progress = progress;
            return refining.sweep;
        }
    }

    RiskResult monteCarlo(Study.Chances study, RiskListener listener) throws InterruptedException {
        Answer answer = answers.getAnswer(study.inquiryId());
        return new MonteCarlo(answer.scenario(), planAgain(answer), threads())
                .run(
                        study.run(),
                        study.planIds().stream()
                                .map(id -> plan(answer, id))
                                .map(plan -> new MonteCarlo.Named(
                                        plan.letter(), plan.evaluation().plan()))
                                .toList(),
                        listener);
    }

    List<Exposure> outages(Of of) throws InterruptedException {
        Answer answer = answers.getAnswer(of.inquiryId());
        var plan = plan(answer, of.planId()).evaluation().plan();
        var disruptions = new Disruptions(answer.scenario(), planAgain(answer), threads());
        return disruptions.rank(plan, disruptions.of(plan), answer.problem().asOf(), Map.of(), of.mode());
    }

    void record(Study.AllAtOnce study, SobolIndices shares) {
        Answer answer = answers.getAnswer(study.of().inquiryId());
        records.record(study.of().inquiryId(), answer, plan(answer, study.of().planId()), study.run(), shares);
    }

    void record(Study.Chances study, RiskResult result) {
        Answer answer = answers.getAnswer(study.inquiryId());
        records.record(
                study.inquiryId(),
                answer,
                study.planIds().stream().map(id -> plan(answer, id)).toList(),
                result);
    }

    private PlanResponse.Resolving planAgain(Answer answer) {
        return (problem, plan) ->
                search.planAgain(problem, plan, answer.planner().seed());
    }

    private static Alternative plan(Answer answer, String planId) {
        return answer.all().stream()
                .filter(plan -> plan.id().equals(planId))
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, planId));
    }

    /** A sweep whose listener changes each time somebody goes on with it. */
    private static final class Refining {
        private final DriverSweep sweep;
        private volatile SweepProgress progress = SweepProgress.SILENT;

        Refining(PlanResponse plan, Study.AllAtOnce study, int threads) {
            this.sweep = new DriverSweep(plan, study.run(), threads, (done, of) -> progress.runs(done, of));
        }
    }
}

package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.simulation.correction.Corrections;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.ResultHash;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.relief.ReliefSearch;
import io.sandtable.simulation.relief.WhatHelps;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.PlanSweep;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.PlanName;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.Strategies;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.web.settings.SimulationSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Finds the plans for a problem, has them checked independently, and moves each input to see what they rest on. */
@Component
public class PlanSearch {
    /** Moves enough to see what a decision by hand costs while a person waits. */
    private static final long FEW_STEPS = 200;

    private final SimulationSettings settings;
    private final Clock clock;

    PlanSearch(SimulationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** How a search from that seed is run. */
    public PlannerSettings settings(long seed) {
        return new PlannerSettings(
                seed, settings.steps(), settings.unimprovedSteps(), settings.threads(), settings.timeLimit());
    }

    /** The baseline and the plans that differ in kind. */
    public Strategies plans(PlanningProblem problem, PlannerSettings planner) {
        return plans(problem, planner, SearchListener.SILENT, () -> false);
    }

    /** The same for somebody who watches, and who may be content with what is found so far. */
    public Strategies plans(
            PlanningProblem problem, PlannerSettings planner, SearchListener listener, BooleanSupplier enough) {
        return new StrategySearch(clock, Evaluator::evaluate).run(problem, planner, listener, enough);
    }

    /** The plan carried on where something was decided about it since, and what comes of it: a first answer, not a whole search. */
    public Evaluation carryOn(PlanningProblem problem, Alternative plan, long seed) {
        return new StrategySearch(clock, Evaluator::evaluate)
                .carryOn(problem, plan.evaluation().plan(), few(seed));
    }

    /** The same with other levers than the plan was made with. */
    public Evaluation carryOn(PlanningProblem problem, Levers levers, Plan plan, long seed) {
        return new StrategySearch(clock, Evaluator::evaluate).carryOn(problem, levers, plan, few(seed));
    }

    /** What happens when nobody decides anything: constructed at once, not searched. */
    public Evaluation today(PlanningProblem problem) {
        return new StrategySearch(clock, Evaluator::evaluate).today(problem);
    }

    /** Which must-rules to give up where none of those plans keeps them all. */
    public Corrections corrections(PlanningProblem problem, List<Alternative> plans) {
        return Corrections.find(
                problem,
                plans.stream().map(Alternative::evaluation).toList(),
                new StrategySearch(clock, Evaluator::evaluate)::constructed);
    }

    /** What would help that order of a plan: a few moves each time the plan is carried on, one thread so that it repeats. */
    public WhatHelps whatHelps(PlanningProblem problem, Plan plan, Explanation explanation, long seed) {
        var strategies = new StrategySearch(clock, Evaluator::evaluate);
        var each =
                new PlannerSettings(seed, ReliefSearch.USUAL_STEPS, ReliefSearch.USUAL_STEPS, 1, settings.timeLimit());
        return new ReliefSearch(
                        (changed, earlier, anew) -> strategies.carryOnFor(changed, earlier, anew, each),
                        ReliefSearch.USUAL_REPLANS)
                .find(problem, plan, explanation);
    }

    private PlannerSettings few(long seed) {
        return new PlannerSettings(
                seed,
                Math.min(settings.steps(), FEW_STEPS),
                settings.unimprovedSteps(),
                settings.threads(),
                settings.timeLimit());
    }

    /** What a plan is called, in both languages. */
    public PlanName name(BusinessSnapshot snapshot, Candidate candidate) {
        return new PlanTitles(snapshot).of(candidate);
    }

    /** All of them as alternatives, the baseline first, each with what the independent checker found. */
    public List<Alternative> check(BusinessSnapshot snapshot, PlanningProblem problem, Strategies strategies) {
        var titles = new PlanTitles(snapshot);
        var alternatives = new ArrayList<Alternative>();
        alternatives.add(alternative(problem, "0", strategies.baseline(), titles));
        char letter = 'A';
        for (Candidate candidate : strategies.plans()) {
            alternatives.add(alternative(problem, String.valueOf(letter++), candidate, titles));
        }
        return alternatives;
    }

    /** The drivers of a plan's gross margin, its choices fixed. */
    public Tornado tornado(Scenario scenario, PlanningProblem problem, Alternative plan) {
        try {
            return sweep(scenario, problem, plan).tornado(Range.standIns(), Kpi.GROSS_MARGIN);
        } catch (InterruptedException e) {
            throw interrupted("the drivers", e);
        }
    }

    /** What it would take for a figure of a plan to come to another value, each input alone, its choices fixed. */
    public Counterfactual reach(
            Scenario scenario, PlanningProblem problem, Alternative plan, Kpi figure, double target) {
        List<Range> ranges =
                Arrays.stream(Dimension.values()).map(Counterfactual::sensible).toList();
        try {
            return sweep(scenario, problem, plan).reach(ranges, figure, target);
        } catch (InterruptedException e) {
            throw interrupted("what it would take", e);
        }
    }

    private PlanSweep sweep(Scenario scenario, PlanningProblem problem, Alternative plan) {
        return new PlanSweep(
                response(scenario, problem, plan.evaluation().plan(), Mode.PLAN_FIXED, 0), settings.threads());
    }

    /** What a plan comes to when inputs move, in that mode; planned again it is carried on with a few moves. */
    public PlanResponse response(Scenario scenario, PlanningProblem problem, Plan plan, Mode mode, long seed) {
        return mode == Mode.PLAN_FIXED
                ? PlanResponse.fixed(scenario, problem, plan)
                : PlanResponse.replanned(
                        changes -> scenario.with(changes).compile(),
                        problem,
                        (moved, kept) -> planAgain(moved, kept, seed),
                        plan);
    }

    /** A plan carried on with a few moves on one thread, because several of these go on at once. */
    public Plan planAgain(PlanningProblem problem, Plan plan, long seed) {
        PlannerSettings few = few(seed);
        var alone = new PlannerSettings(seed, few.steps(), few.unimprovedSteps(), 1, few.safetyNet());
        return new StrategySearch(clock, Evaluator::evaluate)
                .carryOn(problem, plan, alone)
                .plan();
    }

    /** How many threads work at once. */
    public int threads() {
        return settings.threads();
    }

    private static IllegalStateException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(
                "The run was interrupted while it looked for %s; start it again.".formatted(what), cause);
    }

    private static Alternative alternative(
            PlanningProblem problem, String letter, Candidate candidate, PlanTitles titles) {
        PlanName name = titles.of(candidate);
        Evaluation evaluation = candidate.evaluation();
        return new Alternative(
                letter,
                candidate.strategy().id(),
                name.zh(),
                name.en(),
                evaluation,
                ResultHash.of(problem, evaluation),
                evaluation.check(problem));
    }
}

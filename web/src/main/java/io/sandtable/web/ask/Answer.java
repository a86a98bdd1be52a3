package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Origin;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.simulation.strategy.Favoured;
import io.sandtable.web.company.CompanyCard;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a run found out, before it is recorded.
 *
 * @param confirmedBy who said that the question was understood
 * @param tornado of the recommended plan
 */
public record Answer(
        Question question,
        CompanyCard company,
        LocalDate asOf,
        String confirmedBy,
        BusinessSnapshot snapshot,
        List<Understanding> understandings,
        PlanningProblem problem,
        Alternative baseline,
        List<Alternative> plans,
        Tornado tornado,
        PlannerSettings planner,
        List<Stage> stages) {
    public Answer {
        understandings = List.copyOf(understandings);
        plans = List.copyOf(plans);
        stages = List.copyOf(stages);
    }

    /** The same with the times of stages that ended later. */
    Answer withStages(List<Stage> all) {
        return new Answer(
                question,
                company,
                asOf,
                confirmedBy,
                snapshot,
                understandings,
                problem,
                baseline,
                plans,
                tornado,
                planner,
                all);
    }

    /**
     * The plan the drivers and the report speak of: keeps all rules if any does, then serves best what somebody said to favour, then has the
     * fewest orders late or short, then earns most.
     */
    public Alternative recommended() {
        return recommended(problem, plans);
    }

    /** The one of those that the rule of preference puts first. */
    public static Alternative recommended(PlanningProblem problem, List<Alternative> plans) {
        Comparator<Alternative> byGoal = Favoured.goal(problem)
                .map(goal -> Comparator.comparing(
                        Alternative::evaluation, Favoured.bestFirst(goal).reversed()))
                .orElse((one, other) -> 0);
        return plans.stream()
                .max(Comparator.comparing(Alternative::feasible)
                        .thenComparing(Alternative::compliant)
                        .thenComparing(byGoal)
                        .thenComparing(Answer::missedOrders, Comparator.reverseOrder())
                        .thenComparing(a -> a.evaluation().kpis().grossMargin()))
                .orElseThrow();
    }

    /** What somebody said to favour, where that is not delivery, which comes first anyhow. */
    public Optional<Restriction.Goal> favoured() {
        return Favoured.goal(problem).filter(goal -> goal != Restriction.Goal.DELIVERY);
    }

    private static int missedOrders(Alternative a) {
        return a.evaluation().kpis().missedOrders();
    }

    /** The question made precise: the same overlay that its problem was compiled from. */
    public Scenario scenario() {
        return new Scenario(snapshot, asOf, problem.horizonDays(), question.seed())
                .confirming(Confirmation.of(
                        question.sentences(),
                        question.ruleIds(),
                        understandings.stream().map(Understanding::statements).toList(),
                        confirmedBy))
                .decidingByHand(question.interventions());
    }

    /** Baseline and plans, in the order of their letters. */
    public List<Alternative> all() {
        return Stream.concat(Stream.of(baseline), plans.stream()).toList();
    }

    /** The plan of that letter, 0 for the baseline. */
    public Optional<Alternative> findPlan(String letter) {
        return all().stream().filter(a -> a.letter().equals(letter)).findFirst();
    }

    /** Share of facts of an origin, in percent of all. */
    public double share(Origin origin) {
        Map<Origin, Integer> counts = snapshot.factsByOrigin();
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : 100.0 * java.util.Objects.requireNonNull(counts.get(origin)) / all;
    }

    /** Whether figures rest on invented facts. */
    public boolean isDemo() {
        return share(Origin.DEMO) > 0;
    }
}

package io.sandtable.simulation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomProblems;
import io.sandtable.simulation.scenario.Restriction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5, 8, 11, 12, 15, 21, 26, 38})
    void judging_saysTheSameAsKeepingEveryPosting(long seed) {
        PlanningProblem problem = withRulesOfPostings(RandomProblems.withSeed(seed, 30));
        Plan plan = new Planner(InstantSource.fixed(Instant.EPOCH))
                .construct(problem, Levers.today(), Weights.DELIVERY, "test");

        Judged judged = Evaluator.judge(problem, plan);

        Evaluation kept = Evaluator.evaluate(problem, plan);
        var deliveries = new Deliveries(problem, plan);
        assertThat(judged.kpis()).isEqualTo(kept.kpis());
        assertThat(judged.violations())
                .isEqualTo(kept.violations())
                .extracting(Violation::ruleId)
                .contains("spent", "margin");
        assertThat(problem.demands())
                .allSatisfy(d -> assertThat(judged.status(d)).isEqualTo(deliveries.status(d)));
        for (int day = 0; day < problem.horizonDays(); day += 13) {
            assertThat(judged.cashOn(day))
                    .isEqualTo(
                            kept.ledger().balance(Account.CASH, problem.asOf().plusDays(day)));
        }
    }

    /** Two that only single postings can decide, so tight that every plan breaks them. */
    private static PlanningProblem withRulesOfPostings(PlanningProblem problem) {
        var rules = new ArrayList<>(problem.rules());
        int end = problem.horizonMinutes();
        rules.add(rule(
                "spent", new Restriction.SpendingCap(Restriction.Spending.PURCHASE, Set.of(), Money.fen(1), 0, end)));
        rules.add(rule(
                "margin",
                new Restriction.MarginOf(
                        Set.copyOf(problem.demands().stream()
                                .map(PlanningProblem.Demand::index)
                                .toList()),
                        99.9,
                        0,
                        end)));
        return problem.with(List.copyOf(rules));
    }

    private static PlannedRule rule(String id, Restriction restriction) {
        return new PlannedRule(id, id, "TEST", true, 1, null, restriction);
    }
}

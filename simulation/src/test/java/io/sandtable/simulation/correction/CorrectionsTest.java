package io.sandtable.simulation.correction;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two presses that are free from 08:00 to 17:00 on weekdays; an order of 480 pieces at a minute each takes one of them about a day. */
class CorrectionsTest {
    private final StrategySearch search = new StrategySearch(InstantSource.system(), Evaluator::evaluate);

    private Corrections find(PlanningProblem problem) {
        return Corrections.find(problem, search.constructed(problem), search::constructed);
    }

    private static ProblemBuilder twoOrders() {
        return aProblem()
                .machine("压机")
                .machine("磨床")
                .make("壳", step -> step.process("压").on("压机", 1))
                .make("盖", step -> step.process("磨").on("磨床", 1))
                .demand("单1", "壳", 480, 3, demand -> demand.price(100))
                .demand("单2", "盖", 480, 3, demand -> demand.price(100));
    }

    private static ProblemBuilder reserving(ProblemBuilder problem, String id, String machine) {
        return problem.must(id, p -> new Restriction.ReserveCapacity(Set.of(p.machineIndex(machine)), 0, 10 * DAY, 90));
    }

    private static ProblemBuilder delivering(ProblemBuilder problem, String id, int demand) {
        return problem.must(id, p -> new Restriction.DeliverBy(Set.of(demand), 4 * DAY));
    }

    private static List<List<String>> rules(Corrections corrections) {
        return corrections.sets().stream()
                .map(c -> c.rules().stream().sorted().toList())
                .toList();
    }

    @Test
    void oneConflict_isEndedByEitherOfItsRulesAndByNoOther() {
        ProblemBuilder problem = delivering(reserving(twoOrders(), "预留", "压机"), "交付", 0)
                .must("现金", p -> new Restriction.CashFloor(Money.fen(-1_000_000_00), 0, 30 * DAY));

        Corrections found = find(problem.build());

        assertThat(rules(found)).containsExactlyInAnyOrder(List.of("预留"), List.of("交付"));
        assertThat(found.cutShort()).isFalse();
    }

    @Test
    void twoConflicts_takeOneRuleOutOfEach() {
        ProblemBuilder problem = reserving(reserving(twoOrders(), "预留压机", "压机"), "预留磨床", "磨床");

        Corrections found =
                find(delivering(delivering(problem, "交付1", 0), "交付2", 1).build());

        assertThat(rules(found))
                .containsExactlyInAnyOrder(
                        List.of("交付1", "交付2"), List.of("交付1", "预留磨床"), List.of("交付2", "预留压机"), List.of("预留压机", "预留磨床"));
    }

    @Test
    void priceOfACorrection_isAPlanThatKeepsAllOtherRules() {
        PlanningProblem problem =
                delivering(reserving(twoOrders(), "预留", "压机"), "交付", 0).build();

        for (Correction correction : find(problem).sets()) {
            PlanningProblem without = problem.with(problem.rules().stream()
                    .filter(rule -> !correction.rules().contains(rule.id()))
                    .toList());
            Evaluation best = correction.best();
            assertThat(Checker.check(without, best.plan()))
                    .filteredOn(Finding::must)
                    .isEmpty();
            boolean delivers = correction.rules().contains("预留");
            assertThat(best.kpis().lateOrders() + best.kpis().shortOrders()).isEqualTo(delivers ? 0 : 1);
        }
    }

    @Test
    void rulesThatHoldTogether_needNoCorrection() {
        Corrections none = find(delivering(twoOrders(), "交付", 0).build());

        assertThat(none).isEqualTo(new Corrections(List.of(), 0, false));
    }

    /** A press that stands still is no rule to give up. */
    @Test
    void fact_isNeverGivenUp() {
        ProblemBuilder problem = delivering(twoOrders(), "交付", 0)
                .must("检修", p -> new Restriction.MachineDown(p.machineIndex("压机"), 0, 10 * DAY));

        assertThat(rules(find(problem.build()))).containsExactly(List.of("交付"));
    }
}

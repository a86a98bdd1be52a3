package io.sandtable.simulation.strategy;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.Restriction;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A press with a worn mould and more orders than it can make: levers come from the problem and go with it. */
class StrategySearchTest {
    private static final PlannerSettings SETTINGS = PlannerSettings.DEFAULT.withSteps(100);

    private static Strategies run(ProblemBuilder problem) {
        return run(problem.build());
    }

    private static Strategies run(PlanningProblem problem) {
        return new StrategySearch(InstantSource.system(), Evaluator::evaluate)
                .run(problem, SETTINGS, SearchListener.SILENT, () -> false);
    }

    private static List<String> ids(Strategies found) {
        return found.plans().stream().map(c -> c.strategy().id()).toList();
    }

    /** Ten orders of 300 pieces, one a day, 3 minutes each: 900 of a day's 720 minutes; the mould lasts for half of them. */
    private static ProblemBuilder overloaded(boolean subcontractor, boolean mouldForSale) {
        ProblemBuilder problem = aProblem()
                .machine("压机", machine -> machine.overtime("SAT,SUN 08:00-20:00"))
                .machine("压机二", machine -> machine.overtime("SAT,SUN 08:00-20:00"))
                .tool("旧模", tool -> tool.life(2000, 400).wear("0=100;0.5=97;1=85"))
                .make("壳", step -> {
                    step.process("PRO-压").takes("铝", 1).on("压机", 3).on("压机二", 3).with("旧模");
                    if (subcontractor) {
                        step.outsourcedTo("协作厂", 30, 5);
                    }
                })
                .offer("甲铝厂", "铝", offer -> offer.leadDays(3).price(10))
                .offer("乙铝厂", "铝", offer -> offer.leadDays(1).price(11));
        if (mouldForSale) {
            problem.toolForSale("旧模", investment -> investment.leadDays(9).price(80_000));
        }
        for (int d = 0; d < 10; d++) {
            problem.demand("SO-" + d, "壳", 300, 7 + d, demand -> demand.price(120));
        }
        return problem;
    }

    @Test
    void strategies_comeFromTheLeversOfTheProblem() {
        Strategies found = run(overloaded(true, true));

        assertThat(ids(found)).contains("invest", "outsource").hasSizeGreaterThanOrEqualTo(3);
        assertThat(found.baseline().evaluation().kpis().shortOrders()).isPositive();
        assertThat(found.baseline().plan().search().endedBecause()).isEqualTo("constructed");
    }

    @Test
    void withoutSubcontractors_nothingIsOutsourced() {
        assertThat(ids(run(overloaded(false, true))))
                .doesNotContain("outsource")
                .contains("invest");
    }

    @Test
    void withoutAMouldForSale_nothingIsInvested() {
        assertThat(ids(run(overloaded(true, false)))).doesNotContain("invest").contains("outsource");
    }

    @Test
    void aSecondMouldSupplier_isChosenWhenHeIsFaster() {
        ProblemBuilder problem = overloaded(false, true)
                .toolForSale(
                        "旧模", investment -> investment.from("快模厂").leadDays(4).price(80_000));

        Candidate invest = run(problem).plans().stream()
                .filter(c -> c.strategy().id().equals("invest"))
                .findFirst()
                .orElseThrow();

        assertThat(invest.choices().investments())
                .extracting(Choices.Investment::supplierName)
                .contains("快模厂");
    }

    @Test
    void anInvestmentThatNothingOnOrderUses_isNotBought() {
        ProblemBuilder problem = aProblem()
                .machine("压机")
                .tool("模", tool -> {})
                .tool("别的模", tool -> {})
                .make("壳", step -> step.on("压机", 1).with("模"))
                .make("别的", step -> step.on("压机", 1).with("别的模"))
                .toolForSale("别的模", investment -> {})
                .demand("SO-1", "壳", 10, 5);

        assertThat(ids(run(problem))).doesNotContain("invest");
    }

    @Test
    void namesSayWhatSetsAPlanApart() {
        Strategies found = run(overloaded(true, true));

        assertThat(found.baseline().name()).isEqualTo(new PlanName("维持现状", "Do nothing"));
        assertThat(found.plans())
                .filteredOn(c -> c.strategy().id().equals("outsource"))
                .extracting(c -> c.name().zh())
                .allMatch(name -> name.contains("外协给协作厂"));
        assertThat(found.plans())
                .filteredOn(c -> c.strategy().id().equals("invest"))
                .extracting(c -> c.name().zh())
                .allMatch(name -> name.startsWith("购置"));
    }

    @Test
    void theMostRestrictingRule_isLiftedOnPurposeAndMarked() {
        ProblemBuilder problem = aProblem()
                .machine("压机")
                .make("壳", step -> step.on("压机", 7))
                .must("预留", p -> new Restriction.ReserveCapacity(Set.of(0), 0, 5 * DAY, 30));
        for (int d = 0; d < 5; d++) {
            problem.demand("SO-" + d, "壳", 100, d, demand -> demand.price(100));
        }

        Strategies found = run(problem);

        Candidate lifted = found.plans().stream()
                .filter(c -> c.strategy().id().equals("lift-rule"))
                .findFirst()
                .orElseThrow();
        assertThat(lifted.plan().liftedRules()).containsExactly("预留");
        assertThat(lifted.evaluation().compliant()).isFalse();
        assertThat(lifted.evaluation().kpis().lateOrders()).isZero();
        assertThat(found.baseline().evaluation().kpis().lateOrders()).isPositive();
        assertThat(found.baseline().evaluation().compliant()).isTrue();
    }

    @Test
    void theSameProblemAndSeed_giveTheSamePlans() {
        PlanningProblem problem = overloaded(true, true).build();

        Strategies first = run(problem);
        Strategies second = run(problem);

        assertThat(second.plans().stream().map(Candidate::plan))
                .containsExactlyElementsOf(
                        first.plans().stream().map(Candidate::plan).toList());
    }
}

package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.risk.Disruption.MachineDown;
import io.sandtable.simulation.risk.Disruption.Policy;
import io.sandtable.simulation.risk.Disruption.SupplierLost;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import io.sandtable.simulation.sensitivity.Mode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisruptionsTest {
    private static final LocalDate NOW = SmallCompany.AS_OF;

    private static Plan construct(PlanningProblem problem, Levers levers) {
        return new Planner(InstantSource.fixed(Instant.EPOCH)).construct(problem, levers, Weights.DELIVERY, "test");
    }

    private static Plan best(PlanningProblem problem) {
        return construct(problem, Levers.today().withSourcing(Levers.Sourcing.BEST));
    }

    private static final Scenario SCENARIO = SmallCompany.complete().scenario();
    private static final Plan PLAN = best(SCENARIO.compile());

    private static Disruptions disruptions(Scenario scenario) {
        return new Disruptions(scenario, (problem, plan) -> best(problem), 2);
    }

    private static Exposure only(Disruption disruption, Map<String, Integer> recovery, Mode mode)
            throws InterruptedException {
        return disruptions(SCENARIO)
                .rank(PLAN, List.of(disruption), NOW, recovery, mode)
                .getFirst();
    }

    @Test
    void whatAPlanHangsOn_isItsSuppliersAndMachines() {
        assertThat(disruptions(SCENARIO).of(PLAN))
                .extracting(Disruption::subject)
                .contains("SUP-near", "EQP-mill", "EQP-cast")
                .doesNotContain("SUP-mould");
    }

    @Test
    void timeToSurvive_isTheLastLengthWithNothingMoreLate() throws InterruptedException {
        Exposure exposure = only(new SupplierLost("SUP-near"), Map.of(), Mode.PLAN_FIXED);

        assertThat(exposure.survives()).isFalse();
        assertThat(exposure.timeToSurviveDays()).isBetween(1, 180);
        Exposure asLong =
                only(new SupplierLost("SUP-near"), Map.of("SUP-near", exposure.timeToSurviveDays()), Mode.PLAN_FIXED);
        Exposure aDayMore = only(
                new SupplierLost("SUP-near"), Map.of("SUP-near", exposure.timeToSurviveDays() + 1), Mode.PLAN_FIXED);
        assertThat(asLong.late()).isEmpty();
        assertThat(asLong.broken()).isEmpty();
        assertThat(asLong.isExposed()).isFalse();
        assertThat(aDayMore.late().size() + aDayMore.broken().size()).isPositive();
        assertThat(aDayMore.isExposed()).isTrue();
        assertThat(aDayMore.warnings()).isEmpty();
        assertThat(exposure.warnings()).containsExactly(new RiskWarning(Code.RECOVERY_NOT_KNOWN, "SUP-near"));
    }

    /** The far supplier stands in when the planner may choose again. */
    @Test
    void replanned_aPlanLivesAtLeastAsLong() throws InterruptedException {
        Exposure fixed = only(new SupplierLost("SUP-near"), Map.of(), Mode.PLAN_FIXED);
        Exposure again = only(new SupplierLost("SUP-near"), Map.of(), Mode.REPLAN);

        assertThat(again.mode()).isEqualTo(Mode.REPLAN);
        assertThat(again.timeToSurviveDays()).isGreaterThanOrEqualTo(fixed.timeToSurviveDays());
    }

    @Test
    void longerOutage_neverLosesLessOfAPlanThatStays() throws InterruptedException {
        long before = 0;
        for (int days : List.of(0, 20, 60, 120)) {
            Exposure exposure =
                    only(new MachineDown("EQP-mill", machine("EQP-mill")), Map.of("EQP-mill", days), Mode.PLAN_FIXED);
            assertThat(exposure.late().size()).isGreaterThanOrEqualTo((int) before);
            before = exposure.late().size();
        }
        assertThat(before).isPositive();
    }

    private static int machine(String equipment) {
        return SCENARIO.compile().machines().stream()
                .filter(m -> m.id().equals(equipment))
                .findFirst()
                .orElseThrow()
                .index();
    }

    @Test
    void whatIsOnItsWay_comesWhenItIsOver() {
        Scenario scenario = SmallCompany.complete()
                .node(
                        NodeType.PURCHASE_ORDER,
                        "PUR-1",
                        "status",
                        "open",
                        "quantity",
                        100.0,
                        "dueDate",
                        NOW.plusDays(5),
                        "price",
                        20.0)
                .relation(RelationType.FOR, "PUR-1", "MAT-alu")
                .relation(RelationType.PLACED_WITH, "PUR-1", "SUP-near")
                .scenario();
        PlanningProblem problem = scenario.compile();

        PlanningProblem lost = new SupplierLost("SUP-near").during(scenario, problem, NOW, 30);
        PlanningProblem over = new SupplierLost("SUP-near").during(scenario, problem, NOW.plusDays(6), 30);

        assertThat(lost.day(lost.receipts().getFirst().arrives())).isEqualTo(NOW.plusDays(30));
        assertThat(over.receipts()).isEqualTo(problem.receipts());
    }

    @Test
    void policyFromADay_costsWithoutMakingAnythingLate() throws InterruptedException {
        var duty = new Policy(Change.of(Dimension.POLICY_CARBON, 500));

        Exposure exposure = only(duty, Map.of("policy.carbon", 90), Mode.PLAN_FIXED);

        assertThat(exposure.survives()).isTrue();
        assertThat(exposure.isExposed()).isFalse();
        assertThat(exposure.days()).isEqualTo(90);
        assertThat(exposure.late()).isEmpty();
    }

    @Test
    void ranking_putsWhoIsExposedFirstAndTheWorstLossAtOne() throws InterruptedException {
        Disruptions disruptions = disruptions(SCENARIO);

        List<Exposure> ranking = disruptions.rank(
                PLAN,
                disruptions.of(PLAN),
                NOW,
                Map.of("SUP-near", 150, "EQP-mill", 2, "EQP-cast", 150),
                Mode.PLAN_FIXED);

        assertThat(ranking).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ranking.getFirst().isExposed()).isTrue();
        assertThat(ranking).extracting(Exposure::index).contains(1.0);
        assertThat(ranking).extracting(Exposure::isExposed).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        assertThat(new Disruptions(SCENARIO, (problem, plan) -> best(problem), 1)
                        .rank(
                                PLAN,
                                disruptions.of(PLAN),
                                NOW,
                                Map.of("SUP-near", 150, "EQP-mill", 2, "EQP-cast", 150),
                                Mode.PLAN_FIXED))
                .isEqualTo(ranking);
    }

    @Test
    void dayOutsideTheHorizon_isRefused() {
        assertThatThrownBy(
                        () -> disruptions(SCENARIO).rank(PLAN, List.of(), NOW.minusDays(1), Map.of(), Mode.PLAN_FIXED))
                .hasMessageContaining("within the horizon");
    }
}

package io.sandtable.simulation.relief;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Day 0 is a Monday; the press works Monday to Friday from 8 to 20 h unless a test says otherwise. */
class ReliefSearchTest {
    private static final int DAY = PlanningProblem.DAY;

    @Test
    void expediting_isFoundToTheDay() {
        PlanningProblem problem = aProblem()
                .machine("压机")
                .offer("供应商", "铝板", o -> o.leadDays(10))
                .make("壳", s -> s.process("冲压").takes("铝板", 1).on("压机", 1))
                .demand("单1", "壳", 60, 7)
                .build();

        WhatHelps found = helps(problem, ReliefSearch.USUAL_REPLANS);

        Help help = only(found, Kind.SOONER_SUPPLY);
        // there on Thursday day 10 in the morning; ready on the day it is due, three days sooner, is day 7: the next
        // Monday
        assertThat(help.onTime()).isTrue();
        assertThat(help.relief().on()).isEqualTo("供应商");
        assertThat(help.relief().of()).isEqualTo("铝板");
        assertThat(help.relief().size()).isEqualTo(3);
        assertThat(help.otherOrders()).isZero();
    }

    @Test
    void hoursInWhichTheMachineStoodStill_helpAndArePaid() {
        // 20 h of work, due on the first day; the press has 12 h of it
        PlanningProblem problem = aProblem()
                .machine("压机", m -> m.rate(60).premium(50))
                .make("壳", s -> s.process("冲压").on("压机", 20))
                .demand("单1", "壳", 60, 0)
                .build();

        WhatHelps found = helps(problem, ReliefSearch.USUAL_REPLANS);

        // another promise costs nothing here and still stands behind what makes the order come sooner
        assertThat(found.helps())
                .extracting(h -> h.relief().kind())
                .startsWith(Kind.MORE_HOURS)
                .endsWith(Kind.LATER_PROMISE);
        Help help = only(found, Kind.MORE_HOURS);
        assertThat(help.onTime()).isTrue();
        assertThat(help.relief().on()).isEqualTo("压机");
        assertThat(help.relief().size()).isGreaterThanOrEqualTo(8);
        assertThat(help.margin().minor()).isNegative();
    }

    @Test
    void hoursAreGivenWhereTheOrderReallyWaits_notWhereItIsDoneJustInTime() {
        // four days of grinding before it: the pressing is put off until then
        PlanningProblem problem = aProblem()
                .machine("压机")
                .machine("磨床")
                .make("盖", s -> s.process("磨盖").on("磨床", 1))
                .make(
                        "壳",
                        s -> s.process("冲压").on("压机", 1),
                        s -> s.process("磨壳").on("磨床", 1))
                .demand("单1", "盖", 4 * 12 * 60, 3, d -> d.priority(1))
                .demand("单2", "壳", 60, 3, d -> d.priority(3))
                .build();

        Help help = only(helps(problem, ReliefSearch.USUAL_REPLANS), Kind.MORE_HOURS);

        assertThat(help.relief().on()).isEqualTo("磨床");
        // the last ones before it is done: nine of them reach back into the day it is due, in half shifts twelve
        assertThat(help.relief().size()).isEqualTo(12);
        assertThat(help.onTime()).isTrue();
        assertThat(help.otherOrders()).isZero();
    }

    @Test
    void aRuleThatClosesTheMachine_canBeLifted() {
        PlanningProblem problem = aProblem()
                .machine("压机")
                .make("壳", s -> s.process("冲压").on("压机", 1))
                .demand("单1", "壳", 60, 1)
                .must("检修", p -> new MachineDown(p.machineIndex("压机"), 0, 4 * DAY))
                .build();

        Help help = only(helps(problem, ReliefSearch.USUAL_REPLANS), Kind.RULE_LIFTED);

        assertThat(help.onTime()).isTrue();
        assertThat(help.relief().on()).isEqualTo("检修");
    }

    @Test
    void whatWorksAroundTheClock_hasNoMoreHoursToGive() {
        PlanningProblem problem = aProblem()
                .machine("压机", "MON-SUN 00:00-24:00")
                .make("壳", s -> s.process("冲压").on("压机", 60))
                .demand("单1", "壳", 60, 0)
                .build();

        WhatHelps found = helps(problem, ReliefSearch.USUAL_REPLANS);

        assertThat(found.helps()).extracting(h -> h.relief().kind()).containsOnly(Kind.LATER_PROMISE);
        assertThat(found.helps().getFirst().relief().size()).isEqualTo(found.daysLate());
    }

    @Test
    void theBound_isKeptAndSaid() {
        PlanningProblem problem = aProblem()
                .machine("压机")
                .offer("供应商", "铝板", o -> o.leadDays(60))
                .make("壳", s -> s.process("冲压").takes("铝板", 1).on("压机", 1))
                .demand("单1", "壳", 60, 7)
                .build();

        WhatHelps found = helps(problem, 3);

        assertThat(found.replans()).isEqualTo(3);
        assertThat(found.cutShort()).isTrue();
        assertThatThrownBy(() -> new ReliefSearch((p, plan, anew) -> today(p), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }

    private static Evaluation today(PlanningProblem problem) {
        return new StrategySearch(InstantSource.system(), Evaluator::evaluate).today(problem);
    }

    /** What helps the only late order; every plan on the way is one that can be carried out. */
    private static WhatHelps helps(PlanningProblem problem, int mostReplans) {
        var strategies = new StrategySearch(InstantSource.system(), Evaluator::evaluate);
        var settings = new PlannerSettings(1, 20, 20, 1, Duration.ofMinutes(5));
        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        List<Explanation> late = Why.explain(problem, plan);
        assertThat(late).hasSize(1);
        return new ReliefSearch(
                        (changed, earlier, anew) -> {
                            Evaluation evaluation = strategies.carryOnFor(changed, earlier, anew, settings);
                            // a rule that was lifted is broken on purpose
                            assertThat(Checker.check(changed, evaluation.plan()))
                                    .allMatch(finding ->
                                            evaluation.plan().liftedRules().contains(finding.on()));
                            return evaluation;
                        },
                        mostReplans)
                .find(problem, plan, late.getFirst());
    }

    private static Help only(WhatHelps found, Kind kind) {
        Optional<Help> help =
                found.helps().stream().filter(h -> h.relief().kind() == kind).findFirst();
        assertThat(help).as("%s among %s", kind, found).isPresent();
        return help.orElseThrow();
    }
}

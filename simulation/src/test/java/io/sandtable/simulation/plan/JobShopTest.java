package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.StepSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Job shops as one order of an assembly: its parts are the jobs, and it is done when the last of them is. A row is a job: machine and
 * minutes of its steps in turn. All twelve are in {@code ./sandtable bench jobshop}.
 */
class JobShopTest {
    private static final Planner PLANNER = new Planner(InstantSource.system());
    private static final PlannerSettings SETTINGS = new PlannerSettings(1, 3_000, 500, 1, Duration.ofMinutes(10));

    /** H. Fisher and G. L. Thompson 1963; optimum 55. */
    private static final int[][] FT06 = {
        {2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6},
        {1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4},
        {2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7},
        {1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9},
        {2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1},
        {1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1},
    };

    /** S. Lawrence 1984; optimum 655. */
    private static final int[][] LA02 = {
        {0, 20, 3, 87, 1, 31, 4, 76, 2, 17},
        {4, 25, 2, 32, 0, 24, 1, 18, 3, 81},
        {1, 72, 2, 23, 4, 28, 0, 58, 3, 99},
        {2, 86, 1, 76, 4, 97, 0, 45, 3, 90},
        {4, 27, 0, 42, 3, 48, 2, 17, 1, 46},
        {1, 67, 0, 98, 4, 48, 3, 27, 2, 62},
        {4, 28, 1, 12, 3, 19, 0, 80, 2, 50},
        {1, 63, 0, 94, 2, 98, 3, 50, 4, 80},
        {4, 14, 0, 75, 2, 50, 1, 41, 3, 55},
        {4, 72, 2, 18, 1, 37, 3, 79, 0, 61},
    };

    @Test
    void sixJobsOnSixMachines_areDoneWithinFivePercentOfTheOptimum() {
        assertThat(makespan(problem(FT06, 1))).isBetween(55, 55 * 105 / 100);
    }

    @Test
    void tenJobsOnFiveMachines_areDoneWithinFivePercentOfTheOptimum() {
        assertThat(makespan(problem(LA02, 1))).isBetween(655, 655 * 105 / 100);
    }

    @Test
    void tools_keepTheirSequenceToo() {
        // one hand tool for the first two machines: nothing is done on both at a time
        PlanningProblem problem = problem(FT06, 2);
        assertThat(makespan(problem)).isGreaterThan(55);
    }

    @Test
    void nothingIsTried_whereNothingIsLate() {
        PlanningProblem problem = aProblem()
                .machine("冲床", m -> m.roundTheClock())
                .make("壳", step -> step.on("冲床", 1))
                .demand("SO-1", "壳", 100, 9)
                .build();
        var shop = new Shop(problem, Levers.today());
        Plan plan = PLANNER.construct(problem, Levers.today(), Weights.DELIVERY, "test");

        assertThat(new CriticalSwaps(shop, Scoring.of(shop, Weights.DELIVERY), new SplittableRandom(1))
                        .improve(plan, 100, () -> false))
                .isSameAs(plan);
    }

    private static int makespan(PlanningProblem problem) {
        Plan plan =
                PLANNER.plan(problem, Levers.today(), Weights.DELIVERY, "test", SETTINGS, () -> false, progress -> {});
        Plan again =
                PLANNER.plan(problem, Levers.today(), Weights.DELIVERY, "test", SETTINGS, () -> false, progress -> {});

        assertThat(again).isEqualTo(plan);
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan.deliveries().getFirst().minute() - 1;
    }

    /** @param withTool how many of the first machines share one tool; 1 for none */
    private static PlanningProblem problem(int[][] jobs, int withTool) {
        ProblemBuilder problem =
                aProblem().machine("发货", m -> m.roundTheClock().unlimited()).tool("手模", tool -> {});
        for (int m = 0; m < jobs[0].length / 2; m++) {
            problem.machine("M" + m, machine -> machine.roundTheClock());
        }
        for (int j = 0; j < jobs.length; j++) {
            problem.make("零件" + j, steps(jobs[j], withTool));
        }
        problem.make("整机", step -> {
            for (int j = 0; j < jobs.length; j++) {
                step.takes("零件" + j, 1);
            }
            step.on("发货", 1);
        });
        return problem.demand("SO-1", "整机", 1, -1).build();
    }

    @SuppressWarnings("unchecked")
    private static Consumer<StepSpec>[] steps(int[] job, int withTool) {
        List<Consumer<StepSpec>> steps = new ArrayList<>();
        for (int k = 0; k < job.length; k += 2) {
            int machine = job[k];
            int minutes = job[k + 1];
            boolean shares = withTool > 1 && machine < withTool;
            steps.add(step -> {
                step.on("M" + machine, minutes);
                if (shares) {
                    step.with("手模");
                }
            });
        }
        return steps.toArray(Consumer[]::new);
    }
}

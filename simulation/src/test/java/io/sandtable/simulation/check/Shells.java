package io.sandtable.simulation.check;

import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.ItemSpec;
import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.util.List;

/** A small maker of shells and controllers with a plan that uses everything it has: nothing is left over and no minute is lost. */
final class Shells {
    static final int DAY = PlanningProblem.DAY;
    /** 8 h on the Monday of the second and third week. */
    static final int SECOND_MONDAY = 7 * DAY + 480;

    static final int THIRD_MONDAY = 14 * DAY + 480;

    private Shells() {}

    static List<Finding.Kind> kinds(PlanningProblem problem, Plan plan) {
        return Checker.check(problem, plan).stream().map(Finding::kind).toList();
    }

    /** One machine, one product without material: 60 minutes a piece on weekdays from 8 to 20 h. */
    static ProblemBuilder turning() {
        return aProblem()
                .machine("车床")
                .make("轴", step -> step.on("车床", 60))
                .demand("SO-1", "轴", 2, 5)
                .demand("SO-2", "轴", 2, 5);
    }

    static PlanningProblem problem() {
        return aProblem()
                .machine("压铸机")
                .machine("铣床")
                .machine("装配台")
                .tool("模具", tool -> tool.life(1000, 500).wear("0=100;1=80"))
                .item("铝锭", ItemSpec::kilograms)
                .offer("铝厂", "铝锭", offer -> offer.minimum(50).multiple(10))
                .stock("铝锭", 60)
                .stock("螺钉", 472)
                .make(
                        "壳体",
                        step -> step.takes("铝锭", 2).on("压铸机", 2, 30, 100).with("模具"),
                        step -> step.on("铣床", 3).outsourcedTo("协力", 8, 2))
                .make("控制器", step -> step.takes("壳体", 1).takes("螺钉", 4).on("装配台", 5))
                .toolForSale("模具", tool -> tool.leadDays(10))
                .demand("SO-1", "控制器", 90, 20)
                .demand("SO-2", "控制器", 10, 20)
                .demand("SO-3", "控制器", 18, 20)
                .build();
    }

    static PlanBuilder plan(PlanningProblem problem) {
        int newTool = problem.tools().size();
        return aPlan(problem)
                .investing(0)
                .purchase("铝厂", "铝锭", 200, 0, 5 * DAY)
                .lot("SO-1", "控制器", 90, lot -> lot.run("装配台", SECOND_MONDAY + 500))
                .lot(
                        "SO-1",
                        "壳体",
                        90,
                        lot -> lot.forLot(0)
                                .run("压铸机", "模具", 100, 90, SECOND_MONDAY)
                                .run("铣床", SECOND_MONDAY + 230))
                .lot("SO-2", "控制器", 10, lot -> lot.run("装配台", SECOND_MONDAY + 284 + 2 * DAY))
                .lot(
                        "SO-2",
                        "壳体",
                        10,
                        lot -> lot.forLot(2)
                                .run("压铸机", "模具", 12, 10, SECOND_MONDAY + 230)
                                .outsource(SECOND_MONDAY + 284))
                .lot("SO-3", "控制器", 18, lot -> lot.run("装配台", THIRD_MONDAY + 120))
                .lot(
                        "SO-3",
                        "壳体",
                        18,
                        lot -> lot.forLot(4)
                                .run(0, newTool, 18, 18, THIRD_MONDAY)
                                .run("铣床", THIRD_MONDAY + 66))
                .deliver("SO-1", 90, 8 * DAY + 480 + 230)
                .deliver("SO-2", 10, SECOND_MONDAY + 284 + 2 * DAY + 50)
                .deliver("SO-3", 18, THIRD_MONDAY + 120 + 90)
                .take("SO-1", 0, 0, "螺钉", Plan.Source.STOCK, 1, 360)
                .take("SO-1", 1, 0, "铝锭", Plan.Source.PURCHASE, 0, 200)
                .take("SO-2", 2, 0, "螺钉", Plan.Source.STOCK, 1, 40)
                .take("SO-2", 3, 0, "铝锭", Plan.Source.STOCK, 0, 24)
                .take("SO-3", 4, 0, "螺钉", Plan.Source.STOCK, 1, 72)
                .take("SO-3", 5, 0, "铝锭", Plan.Source.STOCK, 0, 36);
    }
}

package io.sandtable.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plan is recommended, of plans for twice the orders of the demo company's largest family. */
class RecommendedTest {
    private static final String MUCH = "电池壳的订单翻倍";

    @TempDir
    private Path folder;

    @Test
    void recommendedPlan_servesWhatSomebodySaidToFavour() throws IOException {
        DemoQuestions company = DemoQuestions.in(folder);
        List<Alternative> plans = company.plans(MUCH);
        List<Alternative> offered = plans.subList(1, plans.size());

        Alternative usual = Answer.recommended(company.problem(MUCH), offered);
        Alternative earning = Answer.recommended(problem(company, "毛利优先"), offered);
        Alternative saving = Answer.recommended(problem(company, "先保现金"), offered);

        assertThat(offered).allMatch(plan -> missed(usual) <= missed(plan));
        assertThat(offered).allMatch(plan -> earned(earning) >= earned(plan));
        assertThat(offered)
                .allMatch(plan -> saving.evaluation()
                                .kpis()
                                .cashLow()
                                .compareTo(plan.evaluation().kpis().cashLow())
                        >= 0);
        assertThat(List.of(earning.letter(), saving.letter())).isNotEqualTo(List.of(usual.letter(), usual.letter()));
    }

    private static PlanningProblem problem(DemoQuestions company, String objective) throws IOException {
        return company.problem(MUCH, objective);
    }

    private static int missed(Alternative plan) {
        return plan.evaluation().kpis().missedOrders();
    }

    private static long earned(Alternative plan) {
        var kpis = plan.evaluation().kpis();
        return kpis.grossMargin().minus(kpis.penalties()).minor();
    }
}

package io.sandtable.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing about the demo question is written into the planner: other tables and other sentences give other plans. */
class LeversComeFromTheGraphTest {
    @TempDir
    Path folder;

    @Test
    void demoQuestion_findsKeepBuyAndOutsource_allOfThemFeasible() throws IOException {
        List<Alternative> plans = DemoQuestions.in(folder).plans(DemoQuestions.GROWTH, DemoQuestions.RESERVE);

        assertThat(plans).hasSizeGreaterThanOrEqualTo(4);
        assertThat(plans)
                .extracting(Alternative::strategy)
                .contains("baseline", "keep-assets", "lift-rule", "invest", "outsource");
        assertThat(plans).allSatisfy(p -> assertThat(p.findings()).noneMatch(Finding::must));
        assertThat(plans).extracting(Alternative::resultHash).doesNotHaveDuplicates();
    }

    @Test
    void withoutOutsourcingRelations_thatPlanIsGone() throws IOException {
        DemoQuestions demo = DemoQuestions.in(folder);
        demo.write("OUTSOURCED_TO.csv", demo.table("OUTSOURCED_TO.csv").subList(0, 1));

        List<Alternative> plans = demo.plans(DemoQuestions.GROWTH, DemoQuestions.RESERVE);

        assertThat(plans).extracting(Alternative::strategy).contains("invest").doesNotContain("outsource");
    }

    @Test
    void secondMouldMaker_addsAChoice_andABetterOneIsTaken() throws IOException {
        DemoQuestions demo = DemoQuestions.in(folder);
        int before = moulds(demo.problem()).size();
        List<String> supplies = demo.table("SUPPLIES.csv");
        String maker = supplies.stream()
                .filter(l -> l.contains(",EQP-MOULD-BAT01,"))
                .findFirst()
                .orElseThrow();
        String other = demo.table("Supplier.csv").stream()
                .map(l -> l.substring(0, l.indexOf(',')))
                .filter(id -> id.startsWith("SUP-") && !maker.startsWith(id + ","))
                .findFirst()
                .orElseThrow();
        supplies.add(maker.replaceFirst("^[^,]+", other).replace(",680000,", ",410000,"));
        demo.write("SUPPLIES.csv", supplies);

        assertThat(moulds(demo.problem())).hasSize(before + 1);
        Alternative invest = demo.plans(DemoQuestions.GROWTH, DemoQuestions.RESERVE).stream()
                .filter(p -> p.strategy().equals("invest"))
                .findFirst()
                .orElseThrow();
        assertThat(invest.evaluation().plan().investments())
                .extracting(i -> demo.problem().investments().get(i).supplier())
                .contains(other);
    }

    @Test
    void anotherFamilyWithLessDemand_getsOtherStrategies() throws IOException {
        DemoQuestions demo = DemoQuestions.in(folder);

        List<Alternative> less = demo.plans("预计下季度控制器壳体订单减少20%");

        // nothing is late, so that, unlike where demand grows, nobody needs overtime on the old mould, and there is no
        // rule to lift
        assertThat(less.getFirst().evaluation().kpis().onTimePct()).isGreaterThan(99);
        assertThat(less).extracting(Alternative::strategy).doesNotContain("keep-assets", "lift-rule");
    }

    @Test
    void aLostSupplier_changesWhomThePlanBuysFrom() throws IOException {
        DemoQuestions demo = DemoQuestions.in(folder);
        PlanningProblem problem = demo.problem();
        PlanningProblem.Offer first = problem.offers().stream()
                .filter(o -> problem.items().get(o.item()).offers().size() > 1
                        && problem.items().get(o.item()).offers().getFirst() == o.index())
                .findFirst()
                .orElseThrow();

        List<Alternative> plans = demo.plans(first.supplierName() + "断供");

        assertThat(plans)
                .allSatisfy(p -> assertThat(p.evaluation().plan().purchases())
                        .noneMatch(
                                x -> problem.offers().get(x.offer()).supplier().equals(first.supplier())));
    }

    private static List<PlanningProblem.Investment> moulds(PlanningProblem problem) {
        return problem.investments().stream()
                .filter(i -> i.equipment().equals("EQP-MOULD-BAT01"))
                .toList();
    }
}

package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.InquiryRefused;
import java.time.LocalDate;

/** The plan that a page is about, in the language of the page. */
record ShownPlan(String inquiryId, Answer answer, Alternative alternative, Language language) {
    PlanningProblem problem() {
        return answer.problem();
    }

    Evaluation evaluation() {
        return alternative.evaluation();
    }

    Plan plan() {
        return evaluation().plan();
    }

    Ledger ledger() {
        return evaluation().ledger();
    }

    Kpis kpis() {
        return evaluation().kpis();
    }

    Names names() {
        return new Names(answer.snapshot(), problem(), language);
    }

    /** The order of that id or number. */
    Demand getOrder(String order) {
        return problem().demands().stream()
                .filter(d -> d.id().equals(order) || d.number().equals(order))
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.ORDER_GONE, order));
    }

    /** The last day that figures are reported for; postings run past it. */
    LocalDate lastDay() {
        return problem().asOf().plusDays(problem().horizonDays() - 1L);
    }

    /** Address of the plan's pages, without the tab. */
    String address() {
        return "/runs/" + inquiryId + "/plans/" + alternative.letter();
    }
}

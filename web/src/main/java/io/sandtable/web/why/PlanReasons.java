package io.sandtable.web.why;

import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.inquiry.AnswerViews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why orders of a plan are late or short, worked out once for each plan. */
@Component
public class PlanReasons {
    private final AnswerViews views;

    PlanReasons(AnswerViews views) {
        this.views = views;
    }

    private record Explained(String letter) {}

    private record Worded(String letter, Language language) {}

    /** Every late or short order of the plan with all its reasons. */
    public List<Explanation> explanations(String inquiryId, Answer answer, Alternative plan) {
        return views.get(
                inquiryId,
                answer,
                new Explained(plan.letter()),
                () -> Why.explain(answer.problem(), plan.evaluation().plan()));
    }

    /** The same as lines of a list, the earliest due first. */
    public List<LateOrder> lateOrders(String inquiryId, Answer answer, Alternative plan, Language language) {
        return views.get(
                inquiryId,
                answer,
                new Worded(plan.letter(), language),
                () -> LateOrder.of(answer, plan.evaluation().plan(), explanations(inquiryId, answer, plan), language));
    }
}

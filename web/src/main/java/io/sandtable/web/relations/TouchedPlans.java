package io.sandtable.web.relations;

import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What plans make use of, worked out once for each. */
@Component
@Profile("service")
class TouchedPlans {
    private final Answers answers;
    private final AnswerViews views;

    TouchedPlans(Answers answers, AnswerViews views) {
        this.answers = answers;
        this.views = views;
    }

    /** @param plan as {@link Address#plan} says it */
    PlanTouches getPlan(String plan) {
        int slash = plan.lastIndexOf('/');
        String inquiry = plan.substring(0, Math.max(0, slash));
        String letter = plan.substring(slash + 1);
        Answer answer = answers.getAnswer(inquiry);
        var found = Answers.planOf(answer, letter);
        return views.get(
                inquiry,
                answer,
                new Key(letter),
                () -> PlanTouches.of(answer.problem(), found.evaluation().plan()));
    }

    private record Key(String letter) {}
}

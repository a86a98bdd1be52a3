package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds plans to show, and keeps what was worked out of them. */
@Component
class ShownPlans {
    private final Answers answers;
    private final AnswerViews views;

    ShownPlans(Answers answers, AnswerViews views) {
        this.answers = answers;
        this.views = views;
    }

    /** The plan of a question by its letter, 0 for the baseline. */
    ShownPlan getPlan(String inquiryId, String letter, Language language) {
        Answer answer = answers.getAnswer(inquiryId);
        return new ShownPlan(inquiryId, answer, Answers.planOf(answer, letter), language);
    }

    /**
     * The plan of that id.
     *
     * @param inquiryId the question it is meant in, null for the newest that came to it
     */
    ShownPlan byId(String planId, @Nullable String inquiryId, Language language) {
        Answers.OfAnswer found = answers.getPlan(planId, inquiryId);
        return new ShownPlan(found.inquiryId(), found.answer(), found.plan(), language);
    }

    /** What was worked out of the plan under that name; an answer never changes, so it is worked out once for each language. */
    <T> T view(ShownPlan shown, String name, Function<ShownPlan, T> make) {
        var key = new Key(name, shown.alternative().letter(), shown.language());
        return views.get(shown.inquiryId(), shown.answer(), key, () -> make.apply(shown));
    }

    private record Key(String name, String letter, Language language) {}
}

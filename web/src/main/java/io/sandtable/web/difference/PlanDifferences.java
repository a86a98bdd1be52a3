package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import org.springframework.stereotype.Component;

/** Differences between the plans of an answer, each worked out once. */
@Component
public class PlanDifferences {
    private final AnswerViews views;

    PlanDifferences(AnswerViews views) {
        this.views = views;
    }

    private record Key(String of, String scenario, String against, DifferenceFigure figure) {}

    private record Done(String of, String scenario, String against) {}

    /** Why the figure of a plan is another than that of a second one. */
    Difference between(Pair pair) {
        return views.get(
                pair.of().inquiryId(),
                pair.of().answer(),
                new Key(
                        pair.of().plan().letter(),
                        pair.against().inquiryId(),
                        pair.against().plan().id(),
                        pair.figure()),
                () -> Difference.between(Pair.side(pair.of()), Pair.side(pair.against()), pair.figure()));
    }

    /** Why a plan earns more or less than a second one, in short. */
    public Gap gap(String inquiryId, Answer answer, Alternative of, Alternative against, Words words) {
        var pair = new Pair(
                new OfAnswer(inquiryId, answer, of),
                new OfAnswer(inquiryId, answer, against),
                DifferenceFigure.GROSS_MARGIN);
        return Gap.of(pair, between(pair), words);
    }

    /** What a plan does that a second one does not; for two on the same data. */
    DoneDifferently done(Pair pair) {
        return views.get(
                pair.of().inquiryId(),
                pair.of().answer(),
                new Done(
                        pair.of().plan().letter(),
                        pair.against().inquiryId(),
                        pair.against().plan().id()),
                () -> DoneDifferently.between(Pair.side(pair.of()), Pair.side(pair.against())));
    }
}

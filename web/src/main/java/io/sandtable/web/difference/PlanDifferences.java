package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.simulation.difference.Side;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.AnswerViews;
import org.springframework.stereotype.Component;

/** Differences between the plans of an answer, each worked out once. */
@Component
public class PlanDifferences {
    private final AnswerViews views;

    PlanDifferences(AnswerViews views) {
        this.views = views;
    }

    private record Key(String of, String against, DifferenceFigure figure) {}

    private record Done(String of, String against) {}

    /** Why the figure of a plan is another than that of a second one. */
    Difference between(Pair pair) {
        return views.get(
                pair.inquiryId(),
                pair.answer(),
                new Key(pair.of().letter(), pair.against().letter(), pair.figure()),
                () -> Difference.between(
                        side(pair.answer(), pair.of()), side(pair.answer(), pair.against()), pair.figure()));
    }

    /** Why a plan earns more or less than a second one, in short. */
    public Gap gap(String inquiryId, Answer answer, Alternative of, Alternative against, Words words) {
        var pair = new Pair(inquiryId, answer, of, against, DifferenceFigure.GROSS_MARGIN);
        return Gap.of(pair, between(pair), words);
    }

    /** What a plan does that a second one does not. */
    DoneDifferently done(Pair pair) {
        return views.get(
                pair.inquiryId(),
                pair.answer(),
                new Done(pair.of().letter(), pair.against().letter()),
                () -> DoneDifferently.between(side(pair.answer(), pair.of()), side(pair.answer(), pair.against())));
    }

    private static Side side(Answer answer, Alternative plan) {
        return Side.of(answer.problem(), plan.evaluation());
    }
}

package io.sandtable.web.difference;

import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import org.jspecify.annotations.Nullable;

/** Two plans of a question and the figure that is compared. */
record Pair(String inquiryId, Answer answer, Alternative of, Alternative against, DifferenceFigure figure) {
    /** By letters; the recommended plan against the baseline where none is named. */
    static Pair of(
            String inquiryId, Answer answer, @Nullable String of, @Nullable String against, @Nullable String figure) {
        return new Pair(
                inquiryId,
                answer,
                of == null || of.isBlank() ? answer.recommended() : Answers.planOf(answer, of),
                against == null || against.isBlank() ? answer.baseline() : Answers.planOf(answer, against),
                figure(figure));
    }

    /** The figure of that id, gross margin where none is named. */
    static DifferenceFigure figure(@Nullable String id) {
        return id == null || id.isBlank()
                ? DifferenceFigure.GROSS_MARGIN
                : DifferenceFigure.find(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, id));
    }
}

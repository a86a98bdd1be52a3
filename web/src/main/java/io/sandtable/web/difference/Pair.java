package io.sandtable.web.difference;

import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.Side;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.InquiryRefused;
import org.jspecify.annotations.Nullable;

/** Two plans, of one question or of two, and the figure that is compared. */
record Pair(OfAnswer of, OfAnswer against, DifferenceFigure figure) {
    /**
     * By letters. Where none is named: the recommended plan; held against the baseline of the same question, or against the recommended
     * plan of another one.
     */
    static Pair of(
            OfAnswer any, OfAnswer other, @Nullable String of, @Nullable String against, @Nullable String figure) {
        boolean apart = !any.inquiryId().equals(other.inquiryId());
        return new Pair(
                any.with(of == null || of.isBlank() ? any.answer().recommended() : Answers.planOf(any.answer(), of)),
                other.with(
                        against != null && !against.isBlank()
                                ? Answers.planOf(other.answer(), against)
                                : apart
                                        ? other.answer().recommended()
                                        : other.answer().baseline()),
                figure(figure));
    }

    /** The figure of that id, gross margin where none is named. */
    static DifferenceFigure figure(@Nullable String id) {
        return id == null || id.isBlank()
                ? DifferenceFigure.GROSS_MARGIN
                : DifferenceFigure.find(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, id));
    }

    /** Whether they are plans of two questions. */
    boolean isApart() {
        return !of.inquiryId().equals(against.inquiryId());
    }

    /** Whether what they do can be set side by side: machines and orders are the same things on the same data from the same day. */
    boolean isOnTheSameData() {
        return of.answer().asOf().equals(against.answer().asOf())
                && of.answer()
                        .snapshot()
                        .hash()
                        .equals(against.answer().snapshot().hash());
    }

    static Side side(OfAnswer plan) {
        return Side.of(plan.answer().problem(), plan.plan().evaluation());
    }
}

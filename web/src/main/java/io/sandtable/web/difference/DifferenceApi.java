package io.sandtable.web.difference;

import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.InquiryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/plans/compare/difference}: the difference of two plans of one question over REST. */
@RestController
@Profile("service")
@Tag(name = "plans")
class DifferenceApi {
    private final Answers answers;
    private final PlanDifferences differences;

    DifferenceApi(Answers answers, PlanDifferences differences) {
        this.answers = answers;
        this.differences = differences;
    }

    @GetMapping("/api/v1/plans/compare/difference")
    @Operation(
            summary =
                    "Plan less plan (or less the baseline) by driver, to the fen, and what they do differently; figure grossMargin or cashAtEnd. With againstScenario the other plan is one of another scenario; what they do differently is told where both rest on the same data")
    ObjectNode difference(
            @RequestParam String of,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String againstScenario,
            @Parameter(hidden = true) Language language) {
        OfAnswer plan = answers.getPlan(of, scenario);
        OfAnswer other = against == null || against.isBlank()
                ? plan.baseline()
                : answers.getPlan(against, againstScenario == null ? scenario : againstScenario);
        var pair = new Pair(plan, other, Pair.figure(figure));
        if (pair.isApart() && againstScenario == null) {
            throw new InquiryRefused(InquiryRefused.Code.PLANS_APART, of + ", " + against);
        }
        return DifferenceJson.of(
                pair, differences.between(pair), pair.isOnTheSameData() ? differences.done(pair) : null, language);
    }
}

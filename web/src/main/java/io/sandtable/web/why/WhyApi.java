package io.sandtable.web.why;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.InquiryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/plans/{id}/why}: reasons of late and short orders, or the sums of postings behind an amount. */
@RestController
@Profile("service")
@Tag(name = "plans")
class WhyApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answers answers;
    private final PlanReasons reasons;
    private final WhyViews views;

    WhyApi(Answers answers, PlanReasons reasons, WhyViews views) {
        this.answers = answers;
        this.reasons = reasons;
        this.views = views;
    }

    @GetMapping("/api/v1/plans/{id}/why")
    @Operation(
            summary =
                    "Why orders are late or short; with figure (revenue, grossMargin, capex, cashLow) the postings behind it")
    ObjectNode why(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String scenario) {
        OfAnswer of = answers.getPlan(id, scenario);
        ObjectNode json = JSON.objectNode();
        json.put("id", id).put("scenario", of.inquiryId());
        if (figure != null) {
            figure(of, figure, json);
        } else {
            List<Explanation> explanations = order == null
                    ? reasons.explanations(of.inquiryId(), of.answer(), of.plan())
                    : List.of(views.explanation(of.inquiryId(), of.answer(), of.plan(), order));
            ArrayNode orders = json.putArray("orders");
            explanations.forEach(e -> order(of, e, orders.addObject()));
        }
        return json;
    }

    private static void order(OfAnswer of, Explanation explanation, ObjectNode json) {
        Answer answer = of.answer();
        PlanningProblem problem = answer.problem();
        Demand demand = problem.demands().get(explanation.demand());
        LateOrder late = LateOrder.of(answer, of.plan().evaluation().plan(), List.of(explanation), Language.ZH)
                .getFirst();
        json.put("order", demand.id()).put("name", demand.number());
        json.put("customer", demand.customer()).put("due", late.due().toString());
        json.put("delivered", late.delivered() == null ? null : late.delivered().toString());
        json.put("status", explanation.isShort() ? "short" : "late");
        ArrayNode array = json.putArray("reasons");
        for (Reason reason : explanation.reasons()) {
            ObjectNode row = array.addObject();
            row.put("kind", reason.kind().id()).put("on", reason.on());
            row.putObject("name")
                    .put("zh", LateOrder.named(answer, reason.on(), Language.ZH))
                    .put("en", LateOrder.named(answer, reason.on(), Language.EN));
            row.put("from", problem.day(reason.from()).toString());
            row.put("to", problem.day(Math.max(reason.from(), reason.to() - 1)).toString());
            ArrayNode behind = row.putArray("behind");
            reason.behind().forEach(behind::add);
        }
    }

    private static void figure(OfAnswer of, String id, ObjectNode json) {
        KeyFigure figure = KeyFigure.findFigure(id)
                .filter(FigureSums::isSum)
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, id));
        FigureSums sums = FigureSums.of(figure, of.answer().problem(), of.plan());
        json.put("figure", id);
        json.put("by", sums.by() == FigureSums.By.ACCOUNT ? "account" : "counter-account");
        json.set("total", KpiJson.money(sums.total()));
        ArrayNode array = json.putArray("sums");
        for (FigureSums.Sum sum : sums.sums()) {
            ObjectNode row = array.addObject();
            row.put("account", sum.account().name()).put("lines", sum.lines());
            row.set("amount", KpiJson.money(sum.amount()));
        }
    }
}

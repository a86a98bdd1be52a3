package io.sandtable.web.why;

import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.InquiryRefused;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reasons ready to be shown, each worked out once for each answer and language. */
@Component
class WhyViews {
    private final AnswerViews views;
    private final PlanReasons reasons;

    WhyViews(AnswerViews views, PlanReasons reasons) {
        this.views = views;
        this.reasons = reasons;
    }

    private record Key(String letter, String order, String figure, Language language) {}

    /** All late and short orders of a plan. */
    WhyView plan(String inquiryId, Answer answer, Alternative plan, Language language) {
        return views.get(inquiryId, answer, new Key(plan.letter(), "", "", language), () -> {
            var words = Words.in(language);
            var figures = new Figures(language);
            List<LateOrder> late = reasons.lateOrders(inquiryId, answer, plan, language);
            Kpis kpis = plan.evaluation().kpis();
            return new WhyView.OfPlan(
                    words.say("why.plan.title", named(answer, plan, words)),
                    late.isEmpty()
                            ? words.say("why.plan.none")
                            : words.say("why.plan.answer", late.size(), kpis.lateOrders(), kpis.shortOrders()),
                    late.stream()
                            .map(o -> line(inquiryId, plan, o, words, figures))
                            .toList());
        });
    }

    private static WhyView.OrderLine line(
            String inquiryId, Alternative plan, LateOrder order, Words words, Figures figures) {
        return new WhyView.OrderLine(
                order.number(),
                order.customer(),
                figures.date(order.due()),
                order.delivered() == null ? words.say("why.short") : figures.date(order.delivered()),
                order.delivered() == null
                        ? Figures.MISSING
                        : figures.number(ChronoUnit.DAYS.between(order.due(), order.delivered())),
                order.words(words),
                "/runs/%s/why?plan=%s&order=%s".formatted(inquiryId, plan.letter(), order.id()));
    }

    /** One order, by the id of its node or by its number; refused with ORDER_ON_TIME where there is nothing to explain. */
    WhyView order(String inquiryId, Answer answer, Alternative plan, String order, Language language) {
        Explanation explanation = explanation(inquiryId, answer, plan, order);
        String id = answer.problem().demands().get(explanation.demand()).id();
        return views.get(inquiryId, answer, new Key(plan.letter(), id, "", language), () -> {
            LateOrder late = LateOrder.of(answer, plan.evaluation().plan(), List.of(explanation), language)
                    .getFirst();
            return new OrderChain(inquiryId, answer, plan, Words.in(language)).view(explanation, late);
        });
    }

    Explanation explanation(String inquiryId, Answer answer, Alternative plan, String order) {
        return reasons.explanations(inquiryId, answer, plan).stream()
                .filter(e -> {
                    var demand = answer.problem().demands().get(e.demand());
                    return demand.id().equals(order) || demand.number().equals(order);
                })
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.NOT_LATE, order, plan.letter()));
    }

    /** One figure, by its id in the answers, or {@code risk}. */
    WhyView figure(String inquiryId, Answer answer, Alternative plan, String id, Language language) {
        return views.get(inquiryId, answer, new Key(plan.letter(), "", id, language), () -> {
            var words = Words.in(language);
            if (id.equals("risk")) {
                return risk(answer, plan, words);
            }
            KeyFigure figure =
                    KeyFigure.findFigure(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, id));
            return figure(inquiryId, answer, plan, figure, words);
        });
    }

    private static WhyView figure(String inquiryId, Answer answer, Alternative plan, KeyFigure figure, Words words) {
        var figures = new Figures(words.language());
        String title = words.say("why.figure.title", words.say(figure.key()), named(answer, plan, words));
        String said = words.say(
                "why.figure.answer",
                words.say(figure.key()),
                figure.of(plan).brief(figures),
                figure.unitKey().isEmpty() || !figure.unitKey().equals("unit.orders")
                        ? ""
                        : words.say(figure.unitKey()));
        String meaning = words.say("why.figure." + figure.id());
        if (!FigureSums.isSum(figure)) {
            return new WhyView.OfFigure(title, said, meaning, null, List.of(), null, null);
        }
        FigureSums sums = FigureSums.of(figure, answer.problem(), plan);
        String ledger = "/runs/%s/plans/%s/ledger".formatted(inquiryId, plan.letter());
        return new WhyView.OfFigure(
                title,
                said,
                meaning,
                words.say(sums.by() == FigureSums.By.ACCOUNT ? "why.account" : "why.account.other"),
                sums.sums().stream()
                        .map(s -> new WhyView.AccountLine(
                                words.language()
                                        .choose(s.account().zh(), s.account().en()),
                                figures.exactYuan(s.amount()),
                                figures.number(s.lines()),
                                ledger + "?account="
                                        + (sums.by() == FigureSums.By.ACCOUNT
                                                ? s.account().name()
                                                : "CASH")))
                        .toList(),
                figures.exactYuan(sums.total()),
                ledger);
    }

    private static WhyView risk(Answer answer, Alternative plan, Words words) {
        var figures = new Figures(words.language());
        return new WhyView.OfFigure(
                words.say("why.figure.title", words.say("kpi.risk"), named(answer, plan, words)),
                words.say(
                        "why.figure.answer",
                        words.say("kpi.risk"),
                        new AnswerTable(answer, words.language()).risk(plan),
                        ""),
                words.say("why.figure.risk"),
                words.say("why.risk.on"),
                plan.evaluation().kpis().risks().stream()
                        .map(r -> new WhyView.AccountLine(
                                words.say("risk." + r.kind()) + " · "
                                        + LateOrder.named(answer, r.on(), words.language()),
                                figures.fixed(r.score(), 0),
                                "",
                                ""))
                        .toList(),
                null,
                null);
    }

    private static String named(Answer answer, Alternative plan, Words words) {
        return plan == answer.baseline() ? plan.name(words.language()) : words.say("why.plan", plan.letter());
    }
}

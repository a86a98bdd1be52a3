package io.sandtable.web.why;

import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/why}: from a figure or an order to its causes; a page of its own, or a sheet over the comparison. */
@Controller
@Profile("service")
class WhyPage {
    private final Answers answers;
    private final WhyViews views;

    WhyPage(Answers answers, WhyViews views) {
        this.answers = answers;
        this.views = views;
    }

    @GetMapping("/runs/{id}/why")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String figure,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String swapped,
            Language language,
            Model model) {
        Answer answer = answers.getAnswer(id);
        Alternative of = plan == null ? answer.recommended() : Answers.planOf(answer, plan);
        WhyView view = order != null
                ? views.order(id, answer, of, order, language)
                : figure != null
                        ? views.figure(id, answer, of, figure, language)
                        : views.plan(id, answer, of, language);
        model.addAttribute("why", view);
        model.addAttribute("kind", view.getClass().getSimpleName());
        model.addAttribute("compare", "/runs/" + id + "/compare?selected=" + of.letter());
        model.addAttribute("all", "/runs/" + id + "/why?plan=" + of.letter());
        model.addAttribute(
                "relief",
                order == null
                        ? null
                        : "/runs/%s/relief?plan=%s&order=%s"
                                .formatted(id, of.letter(), URLEncoder.encode(order, StandardCharsets.UTF_8)));
        model.addAttribute("swapped", swapped != null);
        return swapped == null ? "why/why" : "why/why :: sheet";
    }
}

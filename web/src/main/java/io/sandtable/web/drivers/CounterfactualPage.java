package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.page.Tab;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/counterfactual}: what it would take for a plan to have the baseline's margin, cash low or deliveries on time. */
@Controller
@Profile("service")
class CounterfactualPage {
    private static final List<Kpi> OFFERED = List.of(Kpi.GROSS_MARGIN, Kpi.CASH_LOW, Kpi.ON_TIME);

    private final Answers answers;
    private final PlanTargets targets;

    CounterfactualPage(Answers answers, PlanTargets targets) {
        this.answers = answers;
        this.targets = targets;
    }

    @GetMapping("/runs/{id}/counterfactual")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(defaultValue = "grossMargin") String figure,
            Language language,
            Model model) {
        Answer answer = answers.getAnswer(id);
        Alternative of = plan == null ? answer.recommended() : Answers.planOf(answer, plan);
        Kpi kpi = Kpi.find(figure)
                .filter(OFFERED::contains)
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, figure));
        Words words = Words.in(language);
        Optional<Counterfactual> found = of == answer.baseline()
                ? Optional.empty()
                : targets.findOrBegin(new Answers.OfAnswer(id, answer, of), kpi, null);
        String here = "/runs/%s/counterfactual?plan=%s&figure=".formatted(id, of.letter());
        model.addAttribute("baseline", of == answer.baseline());
        model.addAttribute(
                "takes", found.map(f -> CounterfactualView.of(f, words)).orElse(null));
        model.addAttribute(
                "plans",
                answer.plans().stream()
                        .map(a -> new Tab(
                                words.say("why.plan", a.letter()),
                                "/runs/%s/counterfactual?plan=%s&figure=%s".formatted(id, a.letter(), kpi.id()),
                                a == of))
                        .toList());
        model.addAttribute(
                "figures",
                OFFERED.stream()
                        .map(k -> new Tab(CounterfactualView.name(k, words), here + k.id(), k == kpi))
                        .toList());
        model.addAttribute("letter", of == answer.baseline() ? words.say("compare.today") : of.letter());
        model.addAttribute("name", of.name(language));
        model.addAttribute("here", here + kpi.id());
        model.addAttribute("drivers", "/runs/%s/drivers?plan=%s".formatted(id, of.letter()));
        return "drivers/counterfactual";
    }
}

package io.sandtable.web.why;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/relief}: what would help one late order; the sheet of its reasons takes the middle of this page in. */
@Controller
@Profile("service")
class ReliefPage {
    private final Answers answers;
    private final PlanReliefs reliefs;

    ReliefPage(Answers answers, PlanReliefs reliefs) {
        this.answers = answers;
        this.reliefs = reliefs;
    }

    @GetMapping("/runs/{id}/relief")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam String order,
            Language language,
            Model model) {
        Answer answer = answers.getAnswer(id);
        Alternative of = plan == null ? answer.recommended() : Answers.planOf(answer, plan);
        var asked = new Answers.OfAnswer(id, answer, of);
        Demand demand = reliefs.getOrder(asked, order);
        Words words = Words.in(language);
        model.addAttribute(
                "relief",
                reliefs.findOrBegin(asked, order)
                        .map(found -> new ReliefWords(answer, words).view(found))
                        .orElse(null));
        model.addAttribute("heading", words.say("relief.heading", demand.number()));
        model.addAttribute("here", "/runs/%s/relief?plan=%s&order=%s".formatted(id, of.letter(), demand.id()));
        model.addAttribute("why", "/runs/%s/why?plan=%s&order=%s".formatted(id, of.letter(), demand.id()));
        return "why/relief";
    }
}

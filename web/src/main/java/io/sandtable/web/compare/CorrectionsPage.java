package io.sandtable.web.compare;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /runs/{id}/corrections}: which must-conditions to give up where no plan keeps them all, and what each costs. */
@Controller
@Profile("service")
class CorrectionsPage {
    private final Answers answers;
    private final PlanCorrections corrections;

    CorrectionsPage(Answers answers, PlanCorrections corrections) {
        this.answers = answers;
        this.corrections = corrections;
    }

    @GetMapping("/runs/{id}/corrections")
    String show(@PathVariable String id, Language language, Model model) {
        Answer answer = answers.getAnswer(id);
        Words words = Words.in(language);
        model.addAttribute(
                "view",
                corrections
                        .findOrBegin(id, answer)
                        .map(found -> CorrectionsView.of(found, answer, words))
                        .orElse(null));
        model.addAttribute("here", "/runs/" + id + "/corrections");
        model.addAttribute("compare", "/runs/" + id + "/compare");
        return "compare/corrections";
    }
}

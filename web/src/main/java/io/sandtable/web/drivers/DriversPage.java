package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.page.Tab;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/drivers}: what to watch, and how much slack there is. */
@Controller
@Profile("service")
class DriversPage {
    private final Answers answers;
    private final PlanDrivers drivers;
    private final AnswerViews views;

    DriversPage(Answers answers, PlanDrivers drivers, AnswerViews views) {
        this.answers = answers;
        this.drivers = drivers;
        this.views = views;
    }

    private record Key(String letter, boolean all, Language language) {}

    @GetMapping("/runs/{id}/drivers")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(defaultValue = "false") boolean all,
            Language language,
            Model model) {
        Answer answer = answers.getAnswer(id);
        Alternative of = plan == null ? answer.recommended() : Answers.planOf(answer, plan);
        Words words = Words.in(language);
        Optional<Tornado> tornado = drivers.findOrBegin(id, answer, of);
        model.addAttribute(
                "drivers",
                tornado.map(t -> views.get(
                                id,
                                answer,
                                new Key(of.letter(), all, language),
                                () -> DriversView.of(t, words, all ? Integer.MAX_VALUE : DriversView.SHOWN)))
                        .orElse(null));
        String page = "/runs/" + id;
        model.addAttribute(
                "tabs",
                answer.all().stream()
                        .map(a -> new Tab(
                                a == answer.baseline() ? words.say("compare.today") : words.say("why.plan", a.letter()),
                                page + "/drivers?plan=" + a.letter(),
                                a == of))
                        .toList());
        model.addAttribute("name", of.name(language));
        model.addAttribute("letter", of == answer.baseline() ? words.say("compare.today") : of.letter());
        model.addAttribute("here", page + "/drivers?plan=" + of.letter());
        model.addAttribute("everything", page + "/drivers?plan=" + of.letter() + "&all=true");
        model.addAttribute("counterfactual", page + "/counterfactual?plan=" + of.letter());
        model.addAttribute("compare", page + "/compare?selected=" + of.letter());
        return "drivers/drivers";
    }
}

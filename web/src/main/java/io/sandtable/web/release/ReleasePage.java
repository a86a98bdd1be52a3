package io.sandtable.web.release;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.people.Person;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /decisions/NUMBER/release}: what an approved plan becomes elsewhere, and the acts on it. */
@Controller
@Profile("service")
@RequestMapping("/decisions/{number}/release")
class ReleasePage {
    private final Releases releases;
    private final Decisions decisions;
    private final Deliveries deliveries;

    ReleasePage(Releases releases, Decisions decisions, Deliveries deliveries) {
        this.releases = releases;
        this.decisions = decisions;
        this.deliveries = deliveries;
    }

    @GetMapping
    String show(@PathVariable String number, Person person, Language language, Model model) {
        KeptDecision decision = decisions.getDecision(number);
        model.addAttribute("view", ReleaseView.of(decision, releases, decisions, deliveries, person, language));
        return "release/release";
    }

    @PostMapping
    String release(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act("release", number, note, language, then, () -> releases.release(number, note, person));
    }

    @PostMapping("/recall")
    String recall(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act("recall", number, note, language, then, () -> releases.recall(number, note, person));
    }

    @PostMapping("/send")
    String send(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act("send_again", number, note, language, then, () -> releases.sendAgain(number, note, person));
    }

    /** Says on the page what was done, or why it was not; what was typed is kept. */
    private static String act(
            String act,
            String number,
            String note,
            Language language,
            RedirectAttributes then,
            Supplier<KeptDecision> work) {
        try {
            then.addFlashAttribute(
                    "done",
                    Words.in(language).say("release.done." + act, work.get().number()));
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            then.addFlashAttribute("refused", ReleaseView.words(refusal, language));
            then.addFlashAttribute("typedNote", note);
        }
        return "redirect:/decisions/" + number + "/release";
    }
}

package io.sandtable.web.compare;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /runs/{id}/compare}: the plans next to each other, to choose one; {@code /runs/{id}} comes here once they exist. */
@Controller
@Profile("service")
class ComparePage {
    /** Of the company's other questions with plans, that can be compared with. */
    private static final int OTHERS = 50;

    private final Inquiries inquiries;
    private final Answers answers;
    private final RevisionNotes notes;
    private final CompareViews views;
    private final Asking asking;
    private final SentForms forms;

    ComparePage(
            Inquiries inquiries,
            Answers answers,
            RevisionNotes notes,
            CompareViews views,
            Asking asking,
            SentForms forms) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.notes = notes;
        this.views = views;
        this.asking = asking;
        this.forms = forms;
    }

    @GetMapping("/runs/{id}/compare")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String selected,
            @RequestParam(required = false) @Nullable String baseline,
            @RequestParam(defaultValue = "") List<String> plans,
            @RequestParam(defaultValue = "false") boolean differences,
            @RequestParam(defaultValue = "cards") String view,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "up") String order,
            Language language,
            Model model) {
        Answer answer = answers.getAnswer(id);
        Inquiry inquiry = inquiries.getInquiry(id);
        var options = new CompareOptions(
                selected,
                baseline,
                plans.stream().filter(p -> !p.isEmpty()).toList(),
                differences,
                view.equals("table"),
                sort,
                order.equals("down"));
        model.addAttribute("view", views.view(id, answer, options, language));
        model.addAttribute("options", options);
        model.addAttribute("inquiry", inquiry);
        model.addAttribute(
                "others",
                inquiries.listDone(inquiry.company(), OTHERS).stream()
                        .filter(other -> !other.id().equals(id))
                        .toList());
        model.addAttribute("stale", StaleLine.of(inquiry, notes.since(inquiry), Words.in(language)));
        return "compare/compare";
    }

    /** The same question on today's data. Runs at once unless rules have joined or gone, which the person has to see first. */
    @PostMapping("/runs/{id}/again")
    String again(
            @PathVariable String id,
            Person person,
            Language language,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            return "redirect:/runs/" + forms.once(request, () -> again(id, person));
        } catch (InquiryRefused e) {
            flash.addFlashAttribute(
                    "refused",
                    Words.in(language).say("problem." + e.code(), e.arguments().toArray()));
            return "redirect:/runs/" + id + "/compare";
        }
    }

    /** The new question's id; one that could not be queued leaves nothing behind. */
    private String again(String id, Person person) {
        Inquiry old = inquiries.getInquiry(id);
        Inquiry again = asking.again(id, person.name());
        if (ruleIds(again).equals(ruleIds(old)) && again.isRunnable()) {
            try {
                asking.confirmAllAndRun(again.id(), person.name());
            } catch (InquiryRefused e) {
                asking.discard(again.id());
                throw e;
            }
        }
        return again.id();
    }

    private static Set<String> ruleIds(Inquiry inquiry) {
        return inquiry.chips().stream()
                .filter(Chip::addedBySystem)
                .map(Chip::ruleId)
                .collect(Collectors.toSet());
    }
}

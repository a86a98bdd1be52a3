package io.sandtable.web.decide;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.people.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /runs/{id}/decide}: everything that will be frozen, before it is. */
@Controller
@Profile("service")
@RequestMapping("/runs/{id}/decide")
class DecidePage {
    private final Decisions decisions;
    private final DecisionReports reports;
    private final Inquiries inquiries;
    private final Answers answers;
    private final TypedText typed;

    DecidePage(Decisions decisions, DecisionReports reports, Inquiries inquiries, Answers answers, TypedText typed) {
        this.decisions = decisions;
        this.reports = reports;
        this.inquiries = inquiries;
        this.answers = answers;
        this.typed = typed;
    }

    @GetMapping
    String review(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String plan,
            HttpServletRequest request,
            Person person,
            Language language,
            Model model) {
        model.addAttribute("typedReason", typed.take(request, "reason").orElse(null));
        model.addAttribute("typedNote", typed.take(request, "note").orElse(null));
        return page(id, plan, person, language, model);
    }

    private String page(String id, String plan, Person person, Language language, Model model) {
        Inquiry inquiry = inquiries.getInquiry(id);
        Answer answer = answers.getAnswer(id);
        Alternative chosen = plan.isEmpty() ? answer.recommended() : Decisions.plan(answer, plan);
        var changes = decisions.changes(inquiry);
        model.addAttribute(
                "view",
                DecideView.of(
                        inquiry,
                        answer,
                        chosen,
                        decisions.runs(id),
                        changes,
                        decisions.findOpen(id).orElse(null),
                        language));
        model.addAttribute("report", ReportView.of(reports.draft(id, chosen.letter(), changes, person)));
        model.addAttribute("mayPropose", person.is(Role.MANAGER));
        return "decide/review";
    }

    /** @param reviewed id of the plan that stood on the page: what was not reviewed is not frozen */
    @PostMapping
    String propose(
            @PathVariable String id,
            @RequestParam String plan,
            @RequestParam(defaultValue = "") String reviewed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes then) {
        try {
            if (!Decisions.plan(answers.getAnswer(id), plan).id().equals(reviewed)) {
                throw Refusal.conflict("CHANGED_MEANWHILE");
            }
            KeptDecision decision = decisions.propose(id, plan, reason, note, person);
            then.addFlashAttribute(
                    "done", Words.in(language).say("decide.done", decision.planLetter(), decision.number()));
            return "redirect:/decisions/" + decision.number();
        } catch (Refusal refusal) {
            model.addAttribute("refusal", new RefusalView(refusal, language));
            model.addAttribute("typedReason", reason);
            model.addAttribute("typedNote", note);
            response.setStatus(refusal.status().value());
            return page(id, plan, person, language, model);
        }
    }

    @GetMapping("/report.pdf")
    ResponseEntity<byte[]> preview(@PathVariable String id, @RequestParam String plan, Person person) {
        var changes = decisions.changes(inquiries.getInquiry(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(reports.pdf(reports.draft(id, plan, changes, person)));
    }
}

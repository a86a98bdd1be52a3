package io.sandtable.web.decide;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.page.Pages;
import io.sandtable.web.page.Tab;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /decisions}: what was decided, and each decision with all that the log says of it. */
@Controller
@Profile("service")
@RequestMapping("/decisions")
class DecisionsPage {
    private static final int ROWS = 20;

    private final Decisions decisions;
    private final DecisionTrails trails;
    private final DecisionReports reports;
    private final Companies companies;
    private final TypedText typed;

    DecisionsPage(
            Decisions decisions, DecisionTrails trails, DecisionReports reports, Companies companies, TypedText typed) {
        this.decisions = decisions;
        this.trails = trails;
        this.reports = reports;
        this.companies = companies;
        this.typed = typed;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable DecisionState state,
            @RequestParam(defaultValue = "1") int page,
            Language language,
            Model model) {
        String company = companies.current();
        int all = decisions.count(company, state);
        int last = Math.max(1, (all + ROWS - 1) / ROWS);
        int here = Math.clamp(page, 1, last);
        model.addAttribute("decisions", decisions.listDecisions(company, state, (here - 1) * ROWS, ROWS));
        model.addAttribute("tabs", tabs(company, state, language));
        model.addAttribute(
                "pages", new Pages(here, last, state == null ? "?page=" : "?state=" + state.name() + "&page="));
        model.addAttribute("filtered", state != null);
        return "decide/list";
    }

    private List<Tab> tabs(String company, @Nullable DecisionState chosen, Language language) {
        Words words = Words.in(language);
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(words.say("decisions.all", decisions.count(company, null)), "/decisions", chosen == null));
        for (DecisionState state : DecisionState.values()) {
            tabs.add(new Tab(
                    words.say(
                            "decisions.tab",
                            words.say("decision.state." + state.code()),
                            decisions.count(company, state)),
                    "/decisions?state=" + state.name(),
                    state == chosen));
        }
        return tabs;
    }

    @GetMapping("/{number}")
    String show(
            @PathVariable String number, HttpServletRequest request, Person person, Language language, Model model) {
        typed.takeSent(request, "note").ifPresent(sent -> {
            model.addAttribute(
                    "refusedAct", sent.address().substring(sent.address().lastIndexOf('/') + 1));
            model.addAttribute("typedNote", sent.text());
        });
        RecordedDecision decision = trails.read(number);
        model.addAttribute("decision", decision.kept());
        model.addAttribute("view", DecisionView.of(decision, reports.answer(decision), person, decisions, language));
        model.addAttribute("report", ReportView.of(reports.document(decision)));
        return "decide/decision";
    }

    @PostMapping("/{number}/approve")
    String approve(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") long seen,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act(Act.APPROVE, number, note, language, then, () -> decisions.approve(number, note, seen, person));
    }

    @PostMapping("/{number}/return")
    String returnIt(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act(Act.RETURN, number, note, language, then, () -> decisions.returnIt(number, note, person));
    }

    @PostMapping("/{number}/withdraw")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            RedirectAttributes then) {
        return act(Act.WITHDRAW, number, note, language, then, () -> decisions.withdraw(number, note, person));
    }

    /** Says on the page what was done, or why it was not; what was typed is kept. */
    private static String act(
            Act act,
            String number,
            String note,
            Language language,
            RedirectAttributes then,
            Supplier<KeptDecision> work) {
        try {
            KeptDecision decision = work.get();
            then.addFlashAttribute(
                    "done",
                    Words.in(language).say("decision.done." + act.code(), decision.planLetter(), decision.number()));
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            then.addFlashAttribute("refusal", new RefusalView(refusal, language));
            then.addFlashAttribute("refusedAct", act.code());
            then.addFlashAttribute("typedNote", note);
        }
        return "redirect:/decisions/" + number;
    }
}

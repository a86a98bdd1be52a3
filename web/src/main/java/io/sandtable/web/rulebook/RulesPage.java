package io.sandtable.web.rulebook;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.page.Tab;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.people.TypedText;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /rules}: conditions that always hold. */
@Controller
@Profile("service")
@RequestMapping("/rules")
class RulesPage {
    private final RuleBook book;
    private final NewRules newRules;
    private final RuleUses uses;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final TypedText typed;

    RulesPage(
            RuleBook book,
            NewRules newRules,
            RuleUses uses,
            Companies companies,
            LoadedCompanies loaded,
            TypedText typed) {
        this.book = book;
        this.newRules = newRules;
        this.uses = uses;
        this.companies = companies;
        this.loaded = loaded;
        this.typed = typed;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean retired,
            HttpServletRequest request,
            Person person,
            Language language,
            Model model) {
        typed.take(request, "sentence").ifPresent(text -> model.addAttribute("typed", text));
        typed.takeSent(request, "reason").ifPresent(sent -> {
            model.addAttribute("retiring", ruleOf(sent.address()));
            model.addAttribute("typedReason", sent.text());
        });
        Business business = loaded.business(companies.current());
        String company = companies.current();
        Map<String, RuleUses.Use> counts = uses.ofCompany(company);
        List<StandingRule> rules = book.listRules(company);
        Map<String, StandingRule> byId = RuleBook.byId(rules);
        List<RuleRow> all = rules.stream()
                .map(rule -> RuleRow.of(
                        rule,
                        byId,
                        counts.getOrDefault(rule.id(), RuleUses.Use.NONE),
                        business.snapshot(),
                        business.card().asOf(),
                        language))
                .toList();
        long active = all.stream().filter(row -> row.rule().isActive()).count();
        Words words = Words.in(language);
        model.addAttribute(
                "rows",
                all.stream().filter(row -> row.rule().isActive() != retired).toList());
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(words.say("rules.tab.active", active), "/rules", !retired),
                        new Tab(words.say("rules.tab.retired", all.size() - active), "/rules?retired=true", retired)));
        model.addAttribute("retired", retired);
        model.addAttribute("drafts", newRules.listDrafts(company));
        model.addAttribute("mayChange", mayChange(person));
        model.addAttribute("longest", NewRules.LONGEST_SENTENCE);
        return "rulebook/rules";
    }

    @PostMapping
    String say(
            @RequestParam(defaultValue = "") String sentence,
            @RequestParam(defaultValue = "") List<String> replaces,
            Person person,
            Language language,
            RedirectAttributes then) {
        try {
            return "redirect:/rules/drafts/"
                    + newRules.say(companies.current(), sentence, replaces, person.name())
                            .id();
        } catch (Refusal refusal) {
            refused(refusal, language, then);
            then.addFlashAttribute("typed", sentence);
            return "redirect:/rules";
        }
    }

    @GetMapping("/drafts/{id}")
    String draft(@PathVariable String id, HttpServletRequest request, Person person, Language language, Model model) {
        typed.take(request, "sentence").ifPresent(text -> model.addAttribute("typed", text));
        RuleReading reading = newRules.read(id);
        model.addAttribute(
                "view",
                DraftView.of(
                        reading,
                        reading.isConfirmable() ? newRules.touched(reading) : List.of(),
                        loaded.business(reading.draft().company()).snapshot(),
                        language));
        model.addAttribute("mayChange", mayChange(person));
        model.addAttribute("longest", NewRules.LONGEST_SENTENCE);
        return "rulebook/draft";
    }

    @PostMapping("/drafts/{id}/choose")
    String choose(
            @PathVariable String id,
            @RequestParam int question,
            @RequestParam int choice,
            Language language,
            RedirectAttributes then) {
        return change(id, language, then, () -> newRules.choose(id, question, choice));
    }

    @PostMapping("/drafts/{id}/reword")
    String reword(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sentence,
            Language language,
            RedirectAttributes then) {
        then.addFlashAttribute("typed", sentence);
        return change(id, language, then, () -> newRules.reword(id, sentence));
    }

    @PostMapping("/drafts/{id}/replace")
    String replace(@PathVariable String id, @RequestParam String rule, Language language, RedirectAttributes then) {
        return change(id, language, then, () -> newRules.replace(id, rule));
    }

    @PostMapping("/drafts/{id}/discard")
    String discard(@PathVariable String id) {
        newRules.discard(id);
        return "redirect:/rules";
    }

    @PostMapping("/drafts/{id}/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            Person person,
            Language language,
            RedirectAttributes then) {
        try {
            List<StandingRule> rules = newRules.confirm(id, seen, person);
            then.addFlashAttribute(
                    "done",
                    Words.in(language)
                            .say("rules.done.confirm", rules.getFirst().sentence()));
            return "redirect:/rules";
        } catch (Refusal refusal) {
            refused(refusal, language, then);
            // a yes said twice finds the draft gone and its rule in the book
            return refusal.status().value() == 404 ? "redirect:/rules" : "redirect:/rules/drafts/" + id;
        }
    }

    @PostMapping("/{id}/retire")
    String retire(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            Language language,
            RedirectAttributes then) {
        try {
            if (reason.isBlank()) {
                throw Refusal.badInput("EXPLANATION_MISSING");
            }
            String company = companies.current();
            String sentence = book.getRule(company, id).sentence();
            book.retire(company, id, reason.strip(), person);
            then.addFlashAttribute("done", Words.in(language).say("rules.done.retire", sentence));
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            refused(refusal, language, then);
            then.addFlashAttribute("retiring", id);
            then.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/rules";
    }

    /** The id within {@code /rules/{id}/retire}. */
    private static String ruleOf(String address) {
        String[] parts = address.split("/", -1);
        return parts[parts.length - 2];
    }

    private static String change(String id, Language language, RedirectAttributes then, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            if (refusal.status().value() == 404) {
                throw refusal;
            }
            refused(refusal, language, then);
        }
        return "redirect:/rules/drafts/" + id;
    }

    private static void refused(Refusal refusal, Language language, RedirectAttributes then) {
        then.addFlashAttribute(
                "refused",
                Words.in(language)
                        .say("problem." + refusal.code(), refusal.arguments().toArray()));
    }

    private static boolean mayChange(Person person) {
        return person.is(Role.MANAGER) || person.is(Role.PLANNER);
    }
}

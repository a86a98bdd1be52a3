package io.sandtable.web.relations;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.rules.Question;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.ripple.RippleAnswer;
import io.sandtable.web.ripple.RippleWords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /relations}: what depends on what, from one thing outwards; and what hangs on a what-if. */
@Controller
@Profile("service")
class RelationsPage {
    private final Around around;
    private final Ripples ripples;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final TouchedPlans plans;

    RelationsPage(Around around, Ripples ripples, Companies companies, LoadedCompanies loaded, TouchedPlans plans) {
        this.around = around;
        this.ripples = ripples;
        this.companies = companies;
        this.loaded = loaded;
        this.plans = plans;
    }

    /** A thing that what was typed may mean. */
    public record Found(String name, String type, String code, String address) {}

    /** What could be done about a what-if. */
    public record Mitigation(String what, String effect, String cost) {}

    @GetMapping("/relations")
    String show(
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String say,
            @RequestParam(defaultValue = "" + Address.FIRST_STEPS) int steps,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "false") boolean priced,
            Language language,
            Model model) {
        Business business = loaded.business(companies.current());
        PlanTouches only = plan.isEmpty() ? null : plans.getPlan(plan);
        String start = about.isEmpty() && say.isBlank() && only != null ? only.start() : about;
        var page = new Address(start, to, say.strip(), steps, sure, plan, node);
        var finder = new Finder(business.snapshot());
        model.addAttribute("page", page);
        model.addAttribute("longest", Asking.LONGEST_TEXT);
        model.addAttribute("find", find);
        model.addAttribute("everything", page.withPlan("").toString());
        if (!find.isBlank()) {
            List<Node> found = finder.find(find);
            if (found.size() == 1) {
                return "redirect:" + Address.around(found.getFirst().id()).withPlan(plan);
            }
            model.addAttribute("found", found(business, found, plan, language));
        }
        model.addAttribute(
                "example", ExampleChange.of(business.snapshot(), language).orElse(null));
        if (!page.say().isEmpty()) {
            whatIf(page, priced, language, model);
        } else if (!start.isEmpty() && find.isBlank()) {
            around(business, finder, only, page, language, model);
        }
        return "relations/relations";
    }

    /** What could be done about the what-if; it takes a plan for each, so the page asks for it once it is there. */
    @GetMapping("/relations/mitigations")
    String mitigations(@RequestParam String say, Language language, Model model) {
        price(ripples.follow(ripples.understand(say.strip(), language)), language, model);
        return "relations/mitigations :: mitigations";
    }

    private void price(RippleAnswer answer, Language language, Model model) {
        var words = new RippleWords(answer.understood().snapshot(), language);
        model.addAttribute(
                "mitigations",
                ripples.price(answer).stream()
                        .map(one -> new Mitigation(words.what(one.response()), words.effect(one), words.cost(one)))
                        .toList());
    }

    private void whatIf(Address page, boolean priced, Language language, Model model) {
        Words words = Words.in(language);
        try {
            Understood understood = ripples.understand(page.say(), language);
            if (!understood.isAccepted()) {
                model.addAttribute("questions", questions(understood, language));
                return;
            }
            RippleAnswer answer = ripples.follow(understood);
            WhatIf whatIf = WhatIf.of(answer, page, language);
            if (priced) {
                price(answer, language, model);
            }
            model.addAttribute("whatIf", whatIf);
            model.addAttribute("view", whatIf.view());
        } catch (ConditionRefused refused) {
            model.addAttribute(
                    "refused",
                    words.say("refused." + refused.code(), refused.arguments().toArray()));
        } catch (InquiryRefused refused) {
            model.addAttribute(
                    "refused",
                    words.say("problem." + refused.code(), refused.arguments().toArray()));
        } catch (Refusal refusal) {
            model.addAttribute(
                    "refused",
                    words.say("problem." + refusal.code(), refusal.arguments().toArray()));
        }
    }

    private static List<String> questions(Understood understood, Language language) {
        return understood.understandings().stream()
                .map(Understanding::questions)
                .flatMap(List::stream)
                .map(Question::words)
                .map(said -> language.choose(said.zh(), said.en()))
                .toList();
    }

    private void around(
            Business business,
            Finder finder,
            @Nullable PlanTouches only,
            Address page,
            Language language,
            Model model) {
        Optional<Node> start = business.snapshot().findNode(page.about());
        List<Node> ends = page.to().isEmpty() ? List.of() : finder.find(page.to());
        if (start.isEmpty() || (!page.to().isEmpty() && ends.isEmpty())) {
            String missing = start.isEmpty() ? page.about() : page.to();
            model.addAttribute("refused", Words.in(language).say("relations.unknown", missing));
        }
        start.ifPresent(node -> {
            model.addAttribute("start", new RippleWords(business.snapshot(), language).name(node));
            model.addAttribute(
                    "view", around.view(business, node, ends.isEmpty() ? null : ends.getFirst(), only, page, language));
        });
    }

    private static List<Found> found(Business business, List<Node> nodes, String plan, Language language) {
        var said = new RippleWords(business.snapshot(), language);
        return nodes.stream()
                .map(node -> new Found(
                        said.name(node),
                        said.type(node),
                        node.findText(Attributes.CODE).orElse(node.id()),
                        Address.around(node.id()).withPlan(plan).toString()))
                .toList();
    }
}

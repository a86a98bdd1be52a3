package io.sandtable.web.alignment;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.Opening;
import io.sandtable.web.page.Pages;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.page.Tab;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /data/alignment}: what the sources list twice, side by side, for a person to decide. */
@Controller
@Profile("service")
@RequestMapping("/data/alignment")
class AlignmentPage {
    private static final int A_PAGE = 10;
    private static final String HERE = "/data/alignment";

    private final Alignments alignments;
    private final Companies companies;
    private final Opening opening;
    private final SentForms forms;

    AlignmentPage(Alignments alignments, Companies companies, Opening opening, SentForms forms) {
        this.alignments = alignments;
        this.companies = companies;
        this.opening = opening;
        this.forms = forms;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "ask") String view,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Language language,
            Model model) {
        String company = companies.current();
        model.addAttribute("mayDecide", person.is(Role.ADMINISTRATOR) || person.is(Role.PLANNER));
        model.addAttribute("view", view);
        boolean there = companies.findCard(company).isPresent();
        if (there && !opening.isOpen(company)) {
            return "redirect:/data";
        }
        model.addAttribute("there", there);
        if (there) {
            fill(alignments.state(company), view, page, language, model);
        }
        return "alignment/alignment";
    }

    private static void fill(AlignmentState state, String view, int page, Language language, Model model) {
        Words words = Words.in(language);
        List<?> all = switch (view) {
            case "linked" -> state.links();
            case "refused" -> state.refused();
            case "units" -> state.unitCosts();
            default -> state.unsure();
        };
        int last = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
        int here = Math.clamp(page, 1, last);
        List<?> shown = all.subList((here - 1) * A_PAGE, Math.min(here * A_PAGE, all.size()));
        model.addAttribute("pages", new Pages(here, last, "?view=" + view + "&page="));
        model.addAttribute(
                "sure",
                state.sure().stream()
                        .limit(A_PAGE)
                        .map(m -> MatchView.of(m, language))
                        .toList());
        model.addAttribute("sureCount", state.sure().size());
        model.addAttribute("mistakenTotal", Math.round(state.mistakenTotal()));
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(row -> switch (row) {
                            case Match match -> MatchView.of(match, language);
                            case Judgement judgement -> JudgementView.of(judgement, words);
                            default -> row;
                        })
                        .toList());
        model.addAttribute(
                "tabs",
                List.of(
                        tab(words, "ask", state.unsure().size(), view),
                        tab(words, "linked", state.links().size(), view),
                        tab(words, "refused", state.refused().size(), view),
                        tab(words, "units", state.unitCosts().size(), view)));
    }

    private static Tab tab(Words words, String name, int count, String view) {
        return new Tab(
                words.say("alignment.tab." + name, count),
                name.equals("ask") ? HERE : HERE + "?view=" + name,
                name.equals(view));
    }

    @PostMapping("/sure")
    String takeSure(HttpServletRequest request, Language language, RedirectAttributes then) {
        return decide(request, language, then, HERE, () -> {
            int taken = alignments.takeSure(companies.current()).size();
            return Words.in(language).say("alignment.done.sure", taken);
        });
    }

    @PostMapping("/same")
    String same(
            @RequestParam String kept,
            @RequestParam String other,
            @RequestParam(defaultValue = "") String worth,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Person person,
            Language language,
            RedirectAttributes then) {
        then.addFlashAttribute("typedWorth", worth);
        then.addFlashAttribute("typedFor", other);
        return decide(request, language, then, HERE, () -> {
            alignments.accept(companies.current(), kept, other, number(worth), note.strip(), person.name());
            return Words.in(language).say("alignment.done.same", kept, other);
        });
    }

    private static @org.jspecify.annotations.Nullable Double number(String text) {
        try {
            return text.isBlank() ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return -1.0;
        }
    }

    @PostMapping("/different")
    String different(
            @RequestParam String kept,
            @RequestParam String other,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "ask") String view,
            HttpServletRequest request,
            Person person,
            Language language,
            RedirectAttributes then) {
        return decide(request, language, then, back(view), () -> {
            alignments.refuse(companies.current(), kept, other, note.strip(), person.name());
            return Words.in(language).say("alignment.done.different", kept, other);
        });
    }

    @PostMapping("/undo")
    String undo(
            @RequestParam String kept,
            @RequestParam String other,
            @RequestParam(defaultValue = "linked") String view,
            HttpServletRequest request,
            Language language,
            RedirectAttributes then) {
        return decide(request, language, then, back(view), () -> {
            alignments.forget(companies.current(), kept, other);
            return Words.in(language).say("alignment.done.undo", kept, other);
        });
    }

    private static String back(String view) {
        return view.equals("linked") || view.equals("refused") ? HERE + "?view=" + view : HERE;
    }

    private String decide(
            HttpServletRequest request,
            Language language,
            RedirectAttributes then,
            String address,
            java.util.function.Supplier<String> act) {
        try {
            then.addFlashAttribute("done", forms.once(request, act));
        } catch (Refusal refusal) {
            then.addFlashAttribute(
                    "refused",
                    Words.in(language)
                            .say(
                                    "problem." + refusal.code(),
                                    refusal.arguments().toArray()));
        }
        return "redirect:" + address;
    }
}

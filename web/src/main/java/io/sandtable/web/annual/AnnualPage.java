package io.sandtable.web.annual;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.annual.AnnualPlans.Choice;
import io.sandtable.web.annual.AnnualPlans.Reach;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** An annual plan with its months, and what will be frozen before it is. */
@Controller
@Profile("service")
@RequestMapping("/annual")
class AnnualPage {
    private final AnnualPlans plans;
    private final SentForms forms;

    AnnualPage(AnnualPlans plans, SentForms forms) {
        this.plans = plans;
        this.forms = forms;
    }

    @GetMapping("/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            Language language,
            Model model) {
        List<KeptAnnualPlan> versions = plans.listVersions(number);
        KeptAnnualPlan plan = plans.getPlan(number, version);
        model.addAttribute("plan", plan);
        model.addAttribute("versions", versions);
        model.addAttribute("view", AnnualView.of(plans.compare(plan), language));
        return "annual/plan";
    }

    /**
     * @param roll number of the annual plan that it becomes the next version of; empty makes a new one
     * @param year whether it is carried to twelve months by a forecast
     */
    @GetMapping("/new")
    String review(
            @RequestParam String inquiry,
            @RequestParam String plan,
            @RequestParam(defaultValue = "") String roll,
            @RequestParam(defaultValue = "false") boolean year,
            Person person,
            Language language,
            Model model,
            HttpServletResponse response) {
        return page(choice(inquiry, plan, roll, year), person, language, model, response);
    }

    private static Choice choice(String inquiry, String plan, String roll, boolean year) {
        return new Choice(inquiry, plan, year ? Reach.YEAR : Reach.COVERED, roll.isEmpty() ? null : roll);
    }

    /** Where it cannot be done as chosen, the page says why, shows what the plan covers and lets somebody choose otherwise. */
    private String page(Choice choice, Person person, Language language, Model model, HttpServletResponse response) {
        Choice plain = Choice.of(choice.inquiryId(), choice.letter());
        AnnualPlans.Draft draft;
        model.addAttribute("impossible", false);
        try {
            draft = plans.draft(choice);
        } catch (Refusal refusal) {
            if (choice.equals(plain)) {
                throw refusal;
            }
            draft = plans.draft(plain);
            model.addAttribute("impossible", true);
            refused(refusal, language, model, response);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("roll", choice.rolled() == null ? "" : choice.rolled());
        model.addAttribute("year", choice.reach() == Reach.YEAR);
        model.addAttribute("others", plans.listPlans(draft.inquiry().company()));
        model.addAttribute("view", AnnualView.of(draft.plan(), language));
        model.addAttribute("mayFreeze", person.is(Role.MANAGER));
        return "annual/review";
    }

    /** @param reviewed id of the plan that stood on the page: what was not reviewed is not frozen */
    @PostMapping
    String freeze(
            @RequestParam String inquiry,
            @RequestParam String plan,
            @RequestParam(defaultValue = "") String roll,
            @RequestParam(defaultValue = "false") boolean year,
            @RequestParam(defaultValue = "") String reviewed,
            @RequestParam(defaultValue = "") String note,
            Person person,
            Language language,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes then) {
        Choice choice = choice(inquiry, plan, roll, year);
        try {
            String address = forms.once(request, () -> {
                if (!plans.draft(Choice.of(inquiry, plan)).chosen().id().equals(reviewed)) {
                    throw Refusal.conflict("CHANGED_MEANWHILE");
                }
                KeptAnnualPlan frozen = plans.freeze(choice, note, person);
                return "/annual/" + frozen.number() + "?version=" + frozen.version();
            });
            then.addFlashAttribute("done", Words.in(language).say("annual.done"));
            return "redirect:" + address;
        } catch (Refusal refusal) {
            model.addAttribute("typedNote", note);
            String shown = page(choice, person, language, model, response);
            refused(refusal, language, model, response);
            return shown;
        }
    }

    private static void refused(Refusal refusal, Language language, Model model, HttpServletResponse response) {
        model.addAttribute(
                "refused",
                Words.in(language)
                        .say("problem." + refusal.code(), refusal.arguments().toArray()));
        response.setStatus(refusal.status().value());
    }
}

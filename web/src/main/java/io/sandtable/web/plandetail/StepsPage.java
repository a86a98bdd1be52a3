package io.sandtable.web.plandetail;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DecidedByHand;
import io.sandtable.web.ask.InterventionJson;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.plandetail.PlannedSteps.PlannedStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code …/steps?order=ID}: the steps of an order, and what somebody decides about one by hand. What it would cost is shown before it is
 * kept; to keep it asks the question anew, so that the plans of before stay as they were.
 */
@Controller
@Profile("service")
@RequestMapping("/runs/{id}/plans/{letter}/steps")
class StepsPage {
    static final int LONGEST_REASON = 500;
    private static final int MOST_MOVED = 10;

    private final ShownPlans plans;
    private final Trial trial;
    private final Asking asking;
    private final SentForms forms;

    StepsPage(ShownPlans plans, Trial trial, Asking asking, SentForms forms) {
        this.plans = plans;
        this.trial = trial;
        this.asking = asking;
        this.forms = forms;
    }

    /** A row of the table. */
    record Row(
            String key,
            String item,
            String operation,
            String resource,
            String tool,
            LocalDateTime start,
            LocalDateTime end,
            double quantity,
            String unit,
            List<DecidedByHand> decided) {}

    /**
     * What a form says.
     *
     * @param step key of the step
     * @param how kind of the decision
     */
    record Form(String order, String step, String how, String place, String start, String reason) {
        /** What a request leaves out is empty. */
        Form {
            order = Objects.requireNonNullElse(order, "");
            step = Objects.requireNonNullElse(step, "");
            how = Objects.requireNonNullElse(how, "pin");
            place = Objects.requireNonNullElse(place, "");
            start = Objects.requireNonNullElse(start, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        static Form empty(String order, String step) {
            return new Form(order, step, "pin", "", "", "");
        }
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String step,
            Person person,
            Language language,
            Model model) {
        return page(plans.getPlan(id, letter, language), Form.empty(order, step), person, model);
    }

    private String page(ShownPlan shown, Form form, Person person, Model model) {
        Demand demand = shown.getOrder(form.order());
        var steps = new PlannedSteps(shown, demand);
        model.addAttribute("head", PlanHead.of(shown, "orders"));
        model.addAttribute("order", demand.number());
        model.addAttribute("item", shown.names().item(demand.item()));
        model.addAttribute("customer", shown.names().customer(demand));
        model.addAttribute("due", shown.problem().day(demand.due() - 1));
        model.addAttribute(
                "rows", steps.inTime().stream().map(s -> row(s, shown, demand)).toList());
        model.addAttribute("sources", Sourced.of(shown, demand));
        model.addAttribute("form", form);
        model.addAttribute("decided", DecidedByHand.all(shown.answer(), shown.language()));
        model.addAttribute("mayDecide", person.is(Role.MANAGER) || person.is(Role.PLANNER));
        find(steps, form.step()).ifPresent(s -> {
            model.addAttribute("chosen", row(s, shown, demand));
            model.addAttribute("places", steps.placesOf(s));
            model.addAttribute("now", form.place().isEmpty() ? steps.place(s) : form.place());
            model.addAttribute(
                    "begins",
                    form.start().isEmpty()
                            ? shown.problem().time(s.operation().start()).toString()
                            : form.start());
            model.addAttribute(
                    "mayLeave",
                    !s.step().confidential() && !s.step().subcontracts().isEmpty());
        });
        return "plandetail/steps";
    }

    private static Row row(PlannedStep step, ShownPlan shown, Demand demand) {
        Names names = shown.names();
        var decided = shown.answer().question().interventions().stream()
                .filter(i -> i.order().equals(demand.id()))
                .filter(i -> i.operation().equals(step.step().process()))
                .filter(i -> i.lot() == 0 || i.lot() == step.number())
                .map(i -> DecidedByHand.of(i, shown.answer(), shown.language()))
                .toList();
        return new Row(
                step.key(),
                names.item(step.lot().item()),
                names.operation(step.lot(), step.operation().step()),
                names.resource(step.lot(), step.operation()),
                step.operation().tool() < 0 ? "" : names.tool(step.operation().tool()),
                shown.problem().time(step.operation().start()),
                shown.problem().time(step.operation().end()),
                step.operation().quantityOut(),
                shown.problem().items().get(step.lot().item()).unit(),
                decided);
    }

    private static Optional<PlannedStep> find(PlannedSteps steps, String key) {
        return steps.inTime().stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** 看代价: the plan carried on around the decision; nothing is kept. */
    @PostMapping("/price")
    String price(
            @PathVariable String id,
            @PathVariable String letter,
            Form form,
            Person person,
            Language language,
            Model model,
            HttpServletResponse response) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        return unlessRefused(shown, form, person, model, response, decision -> {
            Words words = Words.in(language);
            Trial.Price price = trial.price(shown, List.of(decision), others(shown, decision));
            List<Trial.MovedOrder> moved = price.moved();
            model.addAttribute("said", DecidedByHand.of(decision, shown.answer(), language));
            model.addAttribute("figures", price.figures(words));
            model.addAttribute("moved", moved.subList(0, Math.min(moved.size(), MOST_MOVED)));
            model.addAttribute("moreMoved", Math.max(0, moved.size() - MOST_MOVED));
            model.addAttribute("brokenThen", price.broken(words));
            return page(shown, form, person, model);
        });
    }

    /** What was decided about the same step before: the new decision takes its place. */
    private static List<String> others(ShownPlan shown, Intervention decision) {
        return shown.answer().question().interventions().stream()
                .filter(i -> i.order().equals(decision.order()))
                .filter(i -> i.operation().equals(decision.operation()))
                .filter(i -> i.lot() == 0 || decision.lot() == 0 || i.lot() == decision.lot())
                .map(Intervention::id)
                .toList();
    }

    /** 保留并按此重排: the question anew with the decision beside those before it. */
    @PostMapping("/keep")
    String keep(
            @PathVariable String id,
            @PathVariable String letter,
            Form form,
            Person person,
            Language language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        return unlessRefused(shown, form, person, model, response, decision -> {
            List<Intervention> all = Trial.decided(shown, List.of(decision), others(shown, decision));
            Trial.problem(shown, all);
            return keep(id, all, person, request);
        });
    }

    /** Does what the form asks for; where it cannot be, the page says why and keeps what was typed. */
    private String unlessRefused(
            ShownPlan shown,
            Form form,
            Person person,
            Model model,
            HttpServletResponse response,
            Function<Intervention, String> act) {
        Words words = Words.in(shown.language());
        try {
            return act.apply(decision(shown, form, person));
        } catch (InterventionRefused e) {
            response.setStatus(422);
            model.addAttribute(
                    "refused", words.say("refused." + e.code(), e.arguments().toArray()));
        } catch (InquiryRefused e) {
            response.setStatus(e.code().status());
            model.addAttribute(
                    "refused", words.say("problem." + e.code(), e.arguments().toArray()));
        }
        return page(shown, form, person, model);
    }

    /** 撤回: the question anew without the decision. */
    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam String decision,
            Person person,
            Language language,
            HttpServletRequest request) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        List<Intervention> rest = Trial.decided(shown, List.of(), List.of(decision));
        // it is taken back already: nothing to plan anew
        return rest.size() == shown.answer().question().interventions().size()
                ? "redirect:/runs/" + id + "/compare"
                : keep(id, rest, person, request);
    }

    private String keep(String id, List<Intervention> all, Person person, HttpServletRequest request) {
        return "redirect:/runs/"
                + forms.once(
                        request,
                        () -> asking.decideByHand(id, all, person.name()).id());
    }

    /** @throws InterventionRefused where the form says too little; what it says wrongly the compiler finds */
    private static Intervention decision(ShownPlan shown, Form form, Person person) {
        Demand demand = shown.getOrder(form.order());
        var steps = new PlannedSteps(shown, demand);
        PlannedStep step = find(steps, form.step())
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.STEP_GONE, demand.number()));
        Intervention.Kind kind = InterventionJson.kind(form.how());
        boolean pin = kind == Intervention.Kind.PIN;
        String place = kind == Intervention.Kind.AVOID ? steps.place(step) : form.place();
        return InterventionJson.withId(steps.completed(new Intervention(
                "",
                kind,
                demand.id(),
                step.step().process(),
                pin ? step.number() : 0,
                place.isEmpty() ? null : place,
                null,
                pin ? time(form.start()) : null,
                0,
                form.reason()
                        .strip()
                        .substring(
                                0,
                                Math.min(LONGEST_REASON, form.reason().strip().length())),
                person.name())));
    }

    private static @Nullable LocalDateTime time(String typed) {
        try {
            return typed.isBlank() ? null : LocalDateTime.parse(typed);
        } catch (DateTimeParseException e) {
            throw new InquiryRefused(
                    InquiryRefused.Code.WRONG_VALUE,
                    "开始时间“" + typed + "”不是日期和时间，例如 2026-12-01T08:00",
                    "the beginning “" + typed + "” is no date and time such as 2026-12-01T08:00");
        }
    }
}

package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code …/bottlenecks}: what holds orders up, and how many it hurts. */
@Controller
class BottlenecksPage {
    private final ShownPlans plans;

    BottlenecksPage(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/runs/{id}/plans/{letter}/bottlenecks")
    String show(@PathVariable String id, @PathVariable String letter, Language language, Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        model.addAttribute("head", PlanHead.of(shown, "bottlenecks"));
        model.addAttribute("lines", plans.view(shown, "bottlenecks", BottleneckLine::all));
        return "plandetail/bottlenecks";
    }
}

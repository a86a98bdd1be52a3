package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.Restriction.CashFloor;
import io.sandtable.web.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code …/cash}: cash by week, with its lowest point. */
@Controller
class CashPage {
    private final ShownPlans plans;

    CashPage(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/runs/{id}/plans/{letter}/cash")
    String show(@PathVariable String id, @PathVariable String letter, Language language, Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        List<CashWeek> weeks = plans.view(shown, "cash", CashWeek::all);
        model.addAttribute("head", PlanHead.of(shown, "cash"));
        model.addAttribute("weeks", weeks);
        model.addAttribute(
                "lowest",
                weeks.stream().min(Comparator.comparing(CashWeek::low)).orElseThrow());
        model.addAttribute("in", sum(weeks.stream().map(CashWeek::in).toList()));
        model.addAttribute("out", sum(weeks.stream().map(CashWeek::out).toList()));
        model.addAttribute("floor", floor(shown).orElse(null));
        model.addAttribute("ledger", shown.address() + "/ledger");
        return "plandetail/cash";
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.fen(0), Money::plus);
    }

    /** The highest balance that a must-rule demands. */
    private static Optional<Money> floor(ShownPlan shown) {
        return shown.problem().rules().stream()
                .filter(PlannedRule::must)
                .map(PlannedRule::restriction)
                .filter(CashFloor.class::isInstance)
                .map(r -> ((CashFloor) r).floor())
                .max(Comparator.naturalOrder());
    }
}

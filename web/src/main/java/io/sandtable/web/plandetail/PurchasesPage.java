package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.page.Pages;
import io.sandtable.web.page.Tab;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code …/purchases}: what to order from whom by when, and what it costs. */
@Controller
class PurchasesPage {
    static final int PAGE_SIZE = 100;

    private final ShownPlans plans;

    PurchasesPage(ShownPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/runs/{id}/plans/{letter}/purchases")
    String show(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(defaultValue = "week") String group,
            @RequestParam(defaultValue = "1") int page,
            Language language,
            Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        List<PurchaseLine> lines = plans.view(shown, "purchases", PurchaseLine::all);
        boolean bySupplier = group.equals("supplier");
        Address address = Address.of(shown.address() + "/purchases");
        Words words = Words.in(language);
        model.addAttribute("head", PlanHead.of(shown, "purchases"));
        model.addAttribute("bySupplier", bySupplier);
        model.addAttribute(
                "groupings",
                List.of(
                        new Tab(words.say("detail.purchases.byWeek"), address.toString(), !bySupplier),
                        new Tab(
                                words.say("detail.purchases.bySupplier"),
                                address.with("group", "supplier").toString(),
                                bySupplier)));
        List<PurchaseLine.Group> groups = bySupplier ? PurchaseLine.bySupplier(lines) : PurchaseLine.byWeek(lines);
        int last = Math.max(1, (lines.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int here = Math.clamp(page, 1, last);
        model.addAttribute("groups", PurchaseLine.part(groups, (here - 1) * PAGE_SIZE, PAGE_SIZE));
        model.addAttribute(
                "pages",
                new Pages(
                        here,
                        last,
                        address.with("group", bySupplier ? group : "").pagePrefix()));
        model.addAttribute("count", lines.size());
        model.addAttribute("total", PurchaseLine.sum(lines));
        model.addAttribute("investments", Bought.all(shown));
        model.addAttribute("transfers", TransferLine.all(shown.problem(), shown.plan(), shown.names()));
        return "plandetail/purchases";
    }
}

package io.sandtable.web.relations;

import io.sandtable.model.trace.Direction;
import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.trace.TraceAnswer;
import io.sandtable.web.trace.TraceLots;
import java.util.EnumSet;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /relations/trace}: where a batch came from, where it went, and which open orders today's plan gives it to. */
@Controller
@Profile("service")
class TracePage {
    private final TraceLots lots;
    private final Companies companies;

    TracePage(TraceLots lots, Companies companies) {
        this.lots = lots;
        this.companies = companies;
    }

    @GetMapping("/relations/trace")
    String show(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "false") boolean planned,
            Language language,
            Model model) {
        model.addAttribute("lot", lot.strip());
        if (!lot.isBlank()) {
            try {
                TraceAnswer answer = follow(lot);
                model.addAttribute("view", TraceView.of(answer, language));
                if (planned) {
                    plan(answer, language, model);
                }
            } catch (Refusal refusal) {
                model.addAttribute(
                        "refused",
                        Words.in(language)
                                .say(
                                        "problem." + refusal.code(),
                                        refusal.arguments().toArray()));
            }
        }
        return "relations/trace";
    }

    /** Today's plan takes a moment to make, so the page asks for it once it is there. */
    @GetMapping("/relations/trace/planned")
    String planned(@RequestParam String lot, Language language, Model model) {
        plan(follow(lot), language, model);
        return "relations/planned :: planned";
    }

    private TraceAnswer follow(String lot) {
        return lots.follow(companies.current(), lot, EnumSet.allOf(Direction.class));
    }

    private void plan(TraceAnswer answer, Language language, Model model) {
        model.addAttribute("planned", TraceView.planned(answer, lots.plannedFor(answer, Progress.SILENT), language));
    }
}

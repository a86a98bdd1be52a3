package io.sandtable.web.plandetail;

import io.sandtable.web.Words;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.AwaitedRule;
import io.sandtable.web.page.Tab;
import java.util.List;

/**
 * What stands over every tab of a plan.
 *
 * @param tab the one that is shown
 * @param tabs of this plan, {@code plans} the same tab of the other plans
 * @param infeasible what cannot be done and {@code broken} the must-rules broken, as the comparison says it
 * @param awaited rules that wait for a figure of the plan, with whether they hold in it
 */
record PlanHead(
        String inquiryId,
        String letter,
        String planId,
        String title,
        String tab,
        String tabTitle,
        List<Tab> tabs,
        List<Tab> plans,
        boolean feasible,
        int findings,
        List<String> broken,
        List<String> awaited) {
    private static final List<String> TABS =
            List.of("orders", "bottlenecks", "machines", "purchases", "cash", "ledger");

    PlanHead {
        tabs = List.copyOf(tabs);
        plans = List.copyOf(plans);
        broken = List.copyOf(broken);
        awaited = List.copyOf(awaited);
    }

    static PlanHead of(ShownPlan shown, String tab) {
        Words words = Words.in(shown.language());
        var table = new AnswerTable(shown.answer(), shown.language());
        return new PlanHead(
                shown.inquiryId(),
                shown.alternative().letter(),
                shown.alternative().id(),
                table.title(shown.alternative()),
                tab,
                words.say("detail.tab." + tab),
                TABS.stream()
                        .map(t -> new Tab(words.say("detail.tab." + t), shown.address() + "/" + t, t.equals(tab)))
                        .toList(),
                shown.answer().all().stream()
                        .map(a -> new Tab(
                                table.letter(a),
                                "/runs/" + shown.inquiryId() + "/plans/" + a.letter() + "/" + tab,
                                a == shown.alternative()))
                        .toList(),
                shown.alternative().feasible(),
                shown.alternative().findings().size(),
                mustRules(shown, table),
                table.awaited(shown.alternative()).stream()
                        .map(AwaitedRule::sentence)
                        .toList());
    }

    private static List<String> mustRules(ShownPlan shown, AnswerTable table) {
        return shown.alternative().compliant() ? List.of() : table.violations(shown.alternative());
    }
}

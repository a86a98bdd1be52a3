package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Subject;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import java.time.LocalDate;
import java.util.List;

/**
 * A machine or tool that the plan buys, ordered on the first day.
 *
 * @param amount as posted, without VAT
 */
record Bought(String what, String supplier, LocalDate orderBy, LocalDate arrives, Money amount) {
    static List<Bought> all(ShownPlan shown) {
        Names names = shown.names();
        return shown.plan().investments().stream()
                .map(i -> shown.problem().investments().get(i))
                .map((Investment i) -> new Bought(
                        names.of(i.equipment(), i.name()),
                        names.of(i.supplier(), i.supplierName()),
                        shown.problem().asOf(),
                        shown.problem().day(i.leadTimeMinutes()),
                        shown.ledger()
                                .sum(p -> p.account() == Account.FIXED_ASSETS
                                        && p.cause().event().subject() == Subject.INVESTMENT
                                        && p.cause().index() == i.index())))
                .toList();
    }
}

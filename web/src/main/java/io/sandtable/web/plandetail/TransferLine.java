package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Stock that the plan fetches from another site.
 *
 * @param stock id of the stock lot
 * @param departs day on which it leaves at the latest, {@code arrives} day on which it is used
 * @param cost of the carrier, without VAT
 */
record TransferLine(
        String itemId,
        String item,
        String stock,
        String siteId,
        String site,
        LocalDate departs,
        LocalDate arrives,
        double quantity,
        String unit,
        Money cost) {
    /** All of a plan, by the day they leave. */
    static List<TransferLine> all(PlanningProblem problem, Plan plan, Names names) {
        return Transfer.all(problem, plan).stream()
                .map(transfer -> of(problem, transfer, names))
                .sorted(Comparator.comparing(TransferLine::departs)
                        .thenComparing(TransferLine::siteId)
                        .thenComparing(TransferLine::stock))
                .toList();
    }

    private static TransferLine of(PlanningProblem problem, Transfer transfer, Names names) {
        Stock stock = problem.stocks().get(transfer.stock());
        Item item = problem.items().get(stock.item());
        Elsewhere from = Objects.requireNonNull(stock.elsewhere());
        return new TransferLine(
                item.id(),
                names.item(stock.item()),
                stock.id(),
                from.site(),
                names.of(from.site(), from.name()),
                problem.day(transfer.departs()),
                problem.day(transfer.arrives()),
                transfer.quantity(),
                item.unit(),
                Money.of(Money.CNY, transfer.cost(problem)));
    }
}

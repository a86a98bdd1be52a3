package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;
import java.time.YearMonth;

/** What a plan brings by month and product: sums over the postings of its ledger that a delivery caused, and the lots it makes. */
public final class PlannedPerformance {
    private PlannedPerformance() {}

    public static Performance of(PlanningProblem problem, Evaluation evaluation) {
        var planned = new Performance();
        for (Posting posting : evaluation.ledger().postings()) {
            if (posting.cause().event().subject() == Cause.Subject.DELIVERY) {
                add(problem, evaluation.plan(), posting, planned);
            }
        }
        for (Plan.Lot lot : evaluation.plan().lots()) {
            if (lot.parent() < 0) {
                LocalDate done = problem.asOf().plusDays(Math.max(0, lot.end() - 1L) / PlanningProblem.DAY);
                planned.add(
                        YearMonth.from(done),
                        problem.items().get(lot.item()).id(),
                        new Amounts(0, Money.fen(0), Money.fen(0), lot.quantity()));
            }
        }
        return planned;
    }

    private static void add(PlanningProblem problem, Plan plan, Posting posting, Performance planned) {
        Plan.Delivery delivery = plan.deliveries().get(posting.cause().index());
        String product = problem.items()
                .get(problem.demands().get(delivery.demand()).item())
                .id();
        YearMonth month = YearMonth.from(posting.date());
        if (posting.account() == Account.REVENUE) {
            Money revenue = Money.fen(-posting.amount().minor());
            planned.add(month, product, new Amounts(posting.quantity(), revenue, Money.fen(0), 0));
        } else if (posting.account().group() == Account.Group.COST_OF_GOODS) {
            planned.add(month, product, new Amounts(0, Money.fen(0), posting.amount(), 0));
        }
    }
}

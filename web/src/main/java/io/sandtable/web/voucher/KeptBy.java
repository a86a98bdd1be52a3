package io.sandtable.web.voucher;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;

/**
 * Whom and what an event is about, for the auxiliary accounts.
 *
 * @param item index, −1 where there is none
 */
record KeptBy(String customer, String supplier, int item) {
    private static final KeptBy NOTHING = new KeptBy("", "", -1);

    /** Of a line on an account: goods that move from stock into work are one item on the one side and another on the other. */
    static KeptBy of(PlanningProblem problem, Plan plan, Cause cause, Account account) {
        return switch (cause.event()) {
            case STOCK_EXPIRED -> new KeptBy("", "", cause.index());
            case CONSUMPTION, UNCOVERED, COPRODUCT -> {
                int lot = plan.lots().get(cause.index()).item();
                yield new KeptBy("", "", account == Account.INVENTORY ? cause.item() : lot);
            }
            case SUBCONTRACT,
                    SUBCONTRACT_DUTY,
                    SUBCONTRACT_VAT,
                    SUBCONTRACT_IMPORT_TAXES_PAID,
                    SUBCONTRACTOR_PAID,
                    SUBCONTRACT_REVALUED -> {
                Lot lot = plan.lots().get(cause.index());
                yield new KeptBy("", subcontractor(problem, lot, cause.step()), lot.item());
            }
            default -> ofSubject(problem, plan, cause);
        };
    }

    private static KeptBy ofSubject(PlanningProblem problem, Plan plan, Cause cause) {
        return switch (cause.event().subject()) {
            case DEMAND -> ofDemand(problem.demands().get(cause.index()));
            case DELIVERY ->
                ofDemand(problem.demands()
                        .get(plan.deliveries().get(cause.index()).demand()));
            case STOCK -> new KeptBy("", "", problem.stocks().get(cause.index()).item());
            case RECEIPT -> {
                Receipt receipt = problem.receipts().get(cause.index());
                yield new KeptBy("", receipt.made() ? "" : receipt.supplier(), receipt.item());
            }
            case PURCHASE -> {
                Offer offer =
                        problem.offers().get(plan.purchases().get(cause.index()).offer());
                yield new KeptBy("", offer.supplier(), offer.item());
            }
            case OFFER -> {
                Offer offer = problem.offers().get(cause.index());
                yield new KeptBy("", offer.supplier(), offer.item());
            }
            case INVESTMENT ->
                new KeptBy("", problem.investments().get(cause.index()).supplier(), -1);
            case LOT -> new KeptBy("", "", plan.lots().get(cause.index()).item());
            case NOTHING, CASH_ITEM, MONTH -> NOTHING;
        };
    }

    private static KeptBy ofDemand(Demand demand) {
        return new KeptBy(demand.customer(), "", demand.item());
    }

    private static String subcontractor(PlanningProblem problem, Lot lot, int step) {
        int by = lot.operations().stream()
                .filter(op -> op.step() == step)
                .findFirst()
                .orElseThrow()
                .subcontract();
        return problem.routings()
                .get(lot.routing())
                .steps()
                .get(step)
                .subcontracts()
                .get(by)
                .supplier();
    }
}

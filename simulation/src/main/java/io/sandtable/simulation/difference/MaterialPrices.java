package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;

/** What a unit of a material has cost where a plan takes it from, in fen without VAT: of purchases the average that was posted. */
final class MaterialPrices {
    private static final double FEN = 100;

    private final PlanningProblem problem;
    private final double[] bought;
    private final double[] paid;
    private final double[] duty;

    MaterialPrices(Side side) {
        this.problem = side.problem();
        this.bought = new double[problem.offers().size()];
        this.paid = new double[bought.length];
        this.duty = new double[bought.length];
        for (Purchase purchase : side.plan().purchases()) {
            bought[purchase.offer()] += purchase.usable();
        }
        for (Posting posting : side.ledger().postings()) {
            if (posting.account() == Account.INVENTORY) {
                if (posting.cause().event() == Event.PURCHASE) {
                    paid[offer(side, posting)] += posting.amount().minor();
                } else if (posting.cause().event() == Event.DUTY) {
                    duty[offer(side, posting)] += posting.amount().minor();
                }
            }
        }
    }

    private static int offer(Side side, Posting posting) {
        return side.plan().purchases().get(posting.cause().index()).offer();
    }

    /** Fen per unit, duty apart. */
    double of(Take take) {
        return switch (take.source()) {
            case STOCK -> problem.stocks().get(take.index()).unitCost() * FEN;
            case RECEIPT -> problem.receipts().get(take.index()).price() * FEN;
            case PURCHASE ->
                bought[take.index()] > 0
                        ? paid[take.index()] / bought[take.index()]
                        : problem.offers().get(take.index()).price() * FEN;
            case LOT -> problem.items().get(take.item()).standardCost() * FEN;
        };
    }

    /** Fen of duty per unit. */
    double duty(Take take) {
        return switch (take.source()) {
            case PURCHASE -> bought[take.index()] > 0 ? duty[take.index()] / bought[take.index()] : 0;
            case RECEIPT -> of(take) * problem.receipts().get(take.index()).dutyPercent() / 100;
            case STOCK, LOT -> 0;
        };
    }
}

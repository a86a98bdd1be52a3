package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.Rebate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.TreeMap;

/**
 * What suppliers give back for what arrived from them in a month, quarter or year: a share of its price by its quantity, credited with its
 * VAT on the period's last day and paid when their term has run. It is taken off the cost of goods of that day, whether the goods are sold
 * yet or not. What a supplier offers a material by in several variants counts together and is credited once, by the terms of the first of them that
 * has any. Periods that end behind the horizon are left out, since not all that will be bought in them is known.
 */
final class Rebates {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Books books;
    private final Accruals accruals;
    private final ForeignDebts debts;

    Rebates(PlanningProblem problem, Plan plan, Books books, Accruals accruals) {
        this.problem = problem;
        this.plan = plan;
        this.books = books;
        this.accruals = accruals;
        this.debts = new ForeignDebts(problem, books);
    }

    /** What was bought in a period. */
    private static final class Bought {
        private double quantity;
        private long fen;

        void add(double units, long price) {
            quantity += units;
            fen += price;
        }
    }

    /** Whom a rebate is agreed with, and on which item. */
    private record Agreement(String supplier, int item) {
        static Agreement of(Offer offer) {
            return new Agreement(offer.supplier(), offer.item());
        }
    }

    void post() {
        var credited = new HashSet<Agreement>();
        for (Offer offer : problem.offers()) {
            if (offer.rebate() != null && credited.add(Agreement.of(offer))) {
                post(offer, offer.rebate());
            }
        }
    }

    private void post(Offer offer, Rebate rebate) {
        var periods = new TreeMap<Integer, Bought>();
        Bought running = period(periods, rebate, 0);
        running.add(rebate.quantityBefore(), Fen.of(rebate.valueBefore()));
        for (Receipt receipt : problem.receipts()) {
            if (!receipt.made()
                    && receipt.item() == offer.item()
                    && receipt.supplier().equals(offer.supplier())) {
                int day = Days.at(receipt.arrives());
                double yuan = debts.yuanOn(day, receipt.currency(), receipt.quantity() * receipt.price());
                period(periods, rebate, day).add(receipt.quantity(), Fen.of(yuan));
            }
        }
        for (Purchase purchase : plan.purchases()) {
            Offer variant = problem.offers().get(purchase.offer());
            if (Agreement.of(variant).equals(Agreement.of(offer))) {
                int day = Days.at(purchase.arrives());
                double agreed = purchase.usable() * variant.price(purchase.quantity());
                period(periods, rebate, day)
                        .add(purchase.usable(), Fen.of(debts.yuanOn(day, variant.currency(), agreed)));
            }
        }
        periods.headMap(problem.horizonDays()).forEach((end, bought) -> credit(offer, rebate, end, bought));
    }

    private Bought period(TreeMap<Integer, Bought> periods, Rebate rebate, int day) {
        LocalDate last = rebate.lastDay(problem.asOf().plusDays(day));
        int end = Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), last));
        return periods.computeIfAbsent(end, e -> new Bought());
    }

    private void credit(Offer offer, Rebate rebate, int end, Bought bought) {
        long net = Fen.percent(bought.fen, rebate.percent(bought.quantity));
        books.post(end, Account.PAYABLES, Account.COST_REBATES, net, bought.quantity, Event.REBATE, offer.index(), -1);
        // what comes from abroad has paid its VAT at the border
        long vat = offer.foreign()
                ? 0
                : -accruals.inputVat(end, -net, Account.PAYABLES, Event.REBATE_VAT, offer.index(), -1);
        int payDay = end + offer.paymentTermDays();
        books.post(payDay, Account.CASH, Account.PAYABLES, net + vat, 0, Event.REBATE_PAID, offer.index(), -1);
    }
}

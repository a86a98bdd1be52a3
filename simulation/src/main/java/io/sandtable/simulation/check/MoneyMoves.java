package io.sandtable.simulation.check;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.ExchangeRate;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.Rebate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The money that a plan moves, worked out from its purchases, operations and deliveries and from the terms alone, by day and without
 * accounts. Income tax is left out, since it follows from what the goods sold have cost.
 */
final class MoneyMoves {
    private static final double NOTHING = 1e-6;
    private static final int SETTLED_ON = 15;

    final DailySums cash = new DailySums();
    final DailySums revenue = new DailySums();
    final DailySums penalties = new DailySums();
    final DailySums depreciation = new DailySums();
    final DailySums rebates = new DailySums();
    /** What is put into stock or work in process. */
    final DailySums intoStock = new DailySums();

    long capex;

    private final DailySums vatPaid = new DailySums();
    private final DailySums vatTaken = new DailySums();
    private final DailySums energy = new DailySums();
    private final DailySums wages = new DailySums();
    private final PlanningProblem problem;
    private final Plan plan;

    MoneyMoves(ShopFloor floor) {
        this.problem = floor.problem();
        this.plan = floor.plan();
        opening();
        problem.receipts().forEach(this::receipt);
        plan.purchases().forEach(this::purchase);
        var costs = new WorkCosts(floor);
        floor.operations().forEach(work -> operation(work, costs));
        plan.deliveries().forEach(this::delivery);
        leftShort();
        Transfer.all(problem, plan)
                .forEach(transfer -> cash.add(day(transfer.arrives()), -Cents.of(transfer.cost(problem))));
        problem.offers().forEach(this::rebate);
        plan.investments().forEach(i -> buy(problem.investments().get(i)));
        settleMonths();
    }

    private static int day(int minute) {
        return Math.max(0, minute) / PlanningProblem.DAY;
    }

    /** The day that ends with the minute, where it is midnight. */
    private static int dayOfEnd(int minute) {
        return day(Math.max(0, minute - 1));
    }

    private int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), date));
    }

    private void opening() {
        cash.add(0, problem.finance().openingCash().minor());
        for (CashItem item : problem.finance().cashItems()) {
            int day = Math.max(0, day(item.date()));
            cash.add(day, item.original() == null ? item.amount().minor() : inYuan(item.original(), day));
        }
        problem.stocks().forEach(stock -> intoStock.add(0, Cents.of(stock.quantity() * stock.unitCost())));
    }

    private long inYuan(Money owed, int day) {
        ExchangeRate rate = problem.finance().rates().get(owed.currency().getCurrencyCode());
        return rate == null ? 0 : Cents.of(owed.major().doubleValue() * rate.on(day));
    }

    /** How many times as much CNY a currency is worth on one day as on another. */
    private double rise(String currency, int from, int to) {
        ExchangeRate rate = problem.finance().rates().get(currency);
        return rate == null ? 1 : rate.on(to) / rate.on(from);
    }

    private long vat(long net) {
        return Cents.percent(net, problem.finance().vatPercent());
    }

    /** A bill with its VAT, paid when its term has run. */
    private void bill(int day, long net, int termDays, String currency) {
        vatPaid.add(day, vat(net));
        pay(day, net + vat(net), termDays, currency);
    }

    /** At the rate of the day on which it is paid. */
    private void pay(int day, long fen, int termDays, String currency) {
        cash.add(day + termDays, -Cents.of(fen / 100.0 * rise(currency, day, day + termDays)));
    }

    private void receipt(Receipt receipt) {
        int day = day(receipt.arrives());
        long net = price(receipt);
        intoStock.add(receipt.made() ? 0 : day, net);
        if (!receipt.made()) {
            bill(day, net, receipt.paymentTermDays(), receipt.currency());
        }
    }

    /** Duty is paid at the border, and so is the VAT of what comes from abroad. */
    private void purchase(Plan.Purchase purchase) {
        Offer offer = problem.offers().get(purchase.offer());
        int day = day(purchase.arrives());
        long price = price(purchase);
        long duty = Cents.percent(price, offer.dutyPercent());
        long vat = vat(price + duty);
        intoStock.add(day, price + duty);
        vatPaid.add(day, vat);
        cash.add(day, -duty - (offer.foreign() ? vat : 0));
        pay(day, price + (offer.foreign() ? 0 : vat), offer.paymentTermDays(), offer.currency());
    }

    private long price(Plan.Purchase purchase) {
        Offer offer = problem.offers().get(purchase.offer());
        return Cents.of(purchase.usable()
                * offer.price(purchase.quantity())
                * rise(offer.currency(), 0, day(purchase.arrives())));
    }

    private long price(Receipt receipt) {
        return Cents.of(receipt.quantity() * receipt.price() * rise(receipt.currency(), 0, day(receipt.arrives())));
    }

    /** Of all that arrived from the supplier in each of the rebate's periods that ends in time. */
    private void rebate(Offer offer) {
        Rebate rebate = offer.rebate();
        if (rebate == null) {
            return;
        }
        LocalDate today = problem.asOf();
        LocalDate behind = today.plusDays(problem.horizonDays());
        LocalDate from = today.withDayOfMonth(1);
        while ((from.getMonthValue() - 1) % rebate.months() != 0) {
            from = from.minusMonths(1);
        }
        for (LocalDate next = from.plusMonths(rebate.months());
                !next.isAfter(behind);
                next = next.plusMonths(rebate.months())) {
            int first = day(next.minusMonths(rebate.months()));
            int last = day(next) - 1;
            double units = first <= 0 ? rebate.quantityBefore() : 0;
            long fen = first <= 0 ? Cents.of(rebate.valueBefore()) : 0;
            for (Receipt r : problem.receipts()) {
                boolean his = r.supplier().equals(offer.supplier()) && r.item() == offer.item() && !r.made();
                if (his && isIn(first, last, day(r.arrives()))) {
                    units += r.quantity();
                    fen += price(r);
                }
            }
            for (Plan.Purchase p : plan.purchases()) {
                if (p.offer() == offer.index() && isIn(first, last, day(p.arrives()))) {
                    units += p.usable();
                    fen += price(p);
                }
            }
            long back = Cents.percent(fen, rebate.percent(units));
            long vat = offer.foreign() ? 0 : vat(back);
            rebates.add(last, back);
            vatPaid.add(last, -vat);
            cash.add(last + offer.paymentTermDays(), back + vat);
        }
    }

    private static boolean isIn(int first, int last, int day) {
        return first <= day && day <= last;
    }

    private void operation(ShopFloor.Work work, WorkCosts costs) {
        int day = dayOfEnd(work.end());
        if (!work.inHouse()) {
            Subcontract by = work.subcontract();
            long net = Cents.of(work.operation().quantityIn() * by.price() * rise(by.currency(), 0, day));
            intoStock.add(day, net);
            bill(day, net, by.paymentTermDays(), by.currency());
            return;
        }
        long usual = costs.usualWages(work);
        long premium = costs.overtimePremium(work);
        long drawn = costs.energy(work);
        wages.add(day, premium + (problem.finance().labourInPayroll() ? 0 : usual));
        energy.add(day, drawn);
        intoStock.add(day, usual + premium + drawn + costs.carbon(work));
    }

    private void delivery(Plan.Delivery delivery) {
        Demand demand = problem.demands().get(delivery.demand());
        int day = dayOfEnd(delivery.minute());
        long net = Cents.of(delivery.quantity() * demand.price());
        long penalty = penalty(demand, net, delivery.minute());
        revenue.add(day, net);
        vatTaken.add(day, vat(net));
        penalties.add(day, penalty);
        cash.add(day + demand.paymentTermDays(), net + vat(net) - penalty);
    }

    private void leftShort() {
        var open = problem.demands().stream().mapToDouble(Demand::quantity).toArray();
        plan.deliveries().forEach(d -> open[d.demand()] -= d.quantity());
        for (Demand demand : problem.demands()) {
            if (open[demand.index()] > NOTHING) {
                long value = Cents.of(open[demand.index()] * demand.price());
                penalties.add(problem.horizonDays() - 1, penalty(demand, value, problem.horizonMinutes()));
            }
        }
    }

    /** For each begun day after the due one, never more than the goods are worth. */
    private static long penalty(Demand demand, long value, int minute) {
        int late = Math.max(0, minute - demand.due());
        int days = late / PlanningProblem.DAY + (late % PlanningProblem.DAY == 0 ? 0 : 1);
        return Math.min(value, Cents.percent(value, demand.penaltyPercentPerDay() * days));
    }

    private void buy(Investment investment) {
        int day = day(investment.leadTimeMinutes());
        long net = Cents.of(investment.price() * rise(investment.currency(), 0, day));
        capex += net;
        bill(day, net, investment.paymentTermDays(), investment.currency());
        int months = Math.max(1, investment.depreciationMonths());
        YearMonth arrival = YearMonth.from(problem.asOf().plusDays(day));
        for (int m = 1; m <= months; m++) {
            long written = Cents.of(net / 100.0 * m / months) - Cents.of(net / 100.0 * (m - 1) / months);
            depreciation.add(day(arrival.plusMonths(m).atEndOfMonth()), written);
        }
        if (investment.subsidy() != null) {
            cash.add(
                    day + investment.subsidy().days(),
                    Cents.of(investment.subsidy().amount()));
        }
    }

    /** Energy and wages are paid on the 15th for the month before, and so is its VAT; what was paid too much of that is kept for the next. */
    private void settleMonths() {
        YearMonth month = YearMonth.from(problem.asOf());
        long tooMuch = problem.finance().openingVatCredit().minor();
        for (int from = 0; from < problem.horizonDays(); month = month.plusMonths(1)) {
            int end = day(month.atEndOfMonth());
            int settled = day(month.plusMonths(1).atDay(SETTLED_ON));
            bill(end, energy.sum(from, end), settled - end, PlanningProblem.CNY);
            cash.add(settled, -wages.sum(from, end));
            long due = vatTaken.sum(from, end) - vatPaid.sum(from, end) - tooMuch;
            cash.add(settled, -Math.max(0, due));
            tooMuch = Math.max(0, -due);
            from = end + 1;
        }
    }
}

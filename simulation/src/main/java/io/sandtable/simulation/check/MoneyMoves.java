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
import io.sandtable.simulation.scenario.PlanningProblem.Subsidy;
import io.sandtable.simulation.scenario.Rebate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * The money that a plan moves, worked out from its purchases, operations and deliveries and from the terms alone, by day and without
 * accounts. Left out are what the goods sold have cost ({@link GoodsCosts}) and the tax that follows from it ({@link IncomeTax}).
 */
final class MoneyMoves {
    private static final double NOTHING = 1e-6;
    private static final int SETTLED_ON = 15;

    final DailySums cash = new DailySums();
    final DailySums revenue = new DailySums();
    final DailySums penalties = new DailySums();
    final DailySums depreciation = new DailySums();
    final DailySums rebates = new DailySums();
    final DailySums transfers = new DailySums();
    /** What else lessens the profit: wages, rent, interest and the like, less subsidies and other income. */
    final DailySums otherCosts = new DailySums();

    /** What is put into stock or work in process. */
    final DailySums intoStock = new DailySums();

    /** Bills whose money is not in yet: see {@link BillSales}. */
    final List<CashItem> bills = new ArrayList<>();

    final WorkCosts costs;
    long capex;

    private final Map<Plan.Operation, SpentOn> spentOn = new IdentityHashMap<>();
    private final DailySums vatPaid = new DailySums();
    private final DailySums vatTaken = new DailySums();
    private final DailySums energy = new DailySums();
    private final DailySums wages = new DailySums();
    private final PlanningProblem problem;
    private final Plan plan;

    MoneyMoves(ShopFloor floor) {
        this.problem = floor.problem();
        this.plan = floor.plan();
        this.costs = new WorkCosts(floor);
        opening();
        problem.receipts().forEach(this::receipt);
        plan.purchases().forEach(this::purchase);
        floor.operations().forEach(this::operation);
        plan.deliveries().forEach(this::delivery);
        leftShort();
        Transfer.all(problem, plan).forEach(this::transfer);
        problem.offers().stream().filter(this::speaksForItsSupplier).forEach(this::rebate);
        plan.investments().forEach(i -> buy(problem.investments().get(i)));
        settleMonths();
    }

    private void transfer(Transfer transfer) {
        long cost = Cents.of(transfer.cost(problem));
        cash.add(day(transfer.arrives()), -cost);
        transfers.add(day(transfer.arrives()), cost);
    }

    static int day(int minute) {
        return Math.max(0, minute) / PlanningProblem.DAY;
    }

    /** The day that ends with the minute, where it is midnight. */
    static int dayOfEnd(int minute) {
        return day(Math.max(0, minute - 1));
    }

    private int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), date));
    }

    private void opening() {
        cash.add(0, problem.finance().openingCash().minor());
        for (CashItem item : problem.finance().cashItems()) {
            int day = Math.max(0, day(item.date()));
            long booked = item.amount().minor();
            Money owed = item.original();
            if (BillSales.isForSale(problem.finance(), item)) {
                bills.add(item);
            } else if (owed == null) {
                cash.add(day, booked);
            } else {
                cash.add(day, inYuan(owed, day));
                revalue(0, day, booked, end -> inYuan(owed, end));
            }
            if (!isOnlyOwed(item.kind().toLowerCase(Locale.ROOT))) {
                otherCosts.add(day, -booked);
            }
        }
        problem.stocks().forEach(stock -> intoStock.add(0, Cents.of(stock.quantity() * stock.unitCost())));
    }

    /** Items that are owed already, or that go through the balance sheet alone, are no profit or loss any more. */
    private static boolean isOnlyOwed(String kind) {
        boolean owed = Stream.of("bill", "acceptance", "receivable", "payable").anyMatch(kind::contains);
        boolean cost = Stream.of("payroll", "wage", "salar", "rent", "overhead").anyMatch(kind::contains);
        boolean income = kind.contains("subsid") && !kind.contains("vat");
        boolean lent = kind.contains("loan") && !kind.contains("interest");
        boolean tax = (kind.contains("vat") || kind.contains("tax")) && !kind.contains("interest");
        return owed || lent || (tax && !cost && !income);
    }

    /** What something owed gains or loses at the end of each month until it is paid, and on that day; worth more is a gain. */
    private void revalue(int booked, int paid, long fen, IntToLongFunction worthOn) {
        long before = fen;
        LocalDate end =
                problem.asOf().plusDays(booked).plusMonths(1).withDayOfMonth(1).minusDays(1);
        for (int day = day(end); day < paid; day = day(end)) {
            long now = worthOn.applyAsLong(day);
            otherCosts.add(day, before - now);
            before = now;
            end = end.plusDays(1).plusMonths(1).minusDays(1);
        }
        otherCosts.add(paid, before - worthOn.applyAsLong(paid));
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

    private long vat(int day, long net) {
        return Cents.percent(net, problem.finance().vatPercentOn(day));
    }

    /** A bill from the country with its VAT, paid when its term has run. */
    private void bill(int day, long net, int termDays, String currency) {
        bill(day, net, 0, false, termDays, currency);
    }

    /** A bill whose duty is paid at the border, and the VAT too of what comes from abroad. */
    private void bill(int day, long price, long duty, boolean foreign, int termDays, String currency) {
        long vat = vat(day, price + duty);
        vatPaid.add(day, vat);
        cash.add(day, -duty - (foreign ? vat : 0));
        pay(day, price + (foreign ? 0 : vat), termDays, currency);
    }

    /** At the rate of the day on which it is paid. */
    private void pay(int day, long fen, int termDays, String currency) {
        IntToLongFunction worth = on -> -Cents.of(fen / 100.0 * rise(currency, day, on));
        cash.add(day + termDays, worth.applyAsLong(day + termDays));
        if (problem.finance().rates().containsKey(currency)) {
            revalue(day, day + termDays, -fen, worth);
        }
    }

    private void receipt(Receipt receipt) {
        int day = day(receipt.arrives());
        intoStock.add(receipt.made() ? 0 : day, priceWithDuty(receipt));
        if (!receipt.made()) {
            long price = price(receipt);
            long duty = Cents.percent(price, receipt.dutyPercent());
            bill(day, price, duty, receipt.foreign(), receipt.paymentTermDays(), receipt.currency());
        }
    }

    private void purchase(Plan.Purchase purchase) {
        Offer offer = problem.offers().get(purchase.offer());
        int day = day(purchase.arrives());
        long price = price(purchase);
        long duty = Cents.percent(price, offer.dutyPercentOn(day));
        intoStock.add(day, price + duty);
        bill(day, price, duty, offer.foreign(), offer.paymentTermDays(), offer.currency());
    }

    long priceWithDuty(Plan.Purchase purchase) {
        long price = price(purchase);
        return price
                + Cents.percent(price, problem.offers().get(purchase.offer()).dutyPercentOn(day(purchase.arrives())));
    }

    private long price(Plan.Purchase purchase) {
        Offer offer = problem.offers().get(purchase.offer());
        return Cents.of(purchase.usable()
                * offer.price(purchase.quantity())
                * rise(offer.currency(), 0, day(purchase.arrives())));
    }

    long priceWithDuty(Receipt receipt) {
        long price = price(receipt);
        return price + Cents.percent(price, receipt.dutyPercent());
    }

    private long price(Receipt receipt) {
        return Cents.of(receipt.quantity() * receipt.price() * rise(receipt.currency(), 0, day(receipt.arrives())));
    }

    /** Whether no variant before it of the same supplier and material has a rebate too. */
    private boolean speaksForItsSupplier(Offer offer) {
        return problem.offers().stream()
                .filter(o -> o.rebate() != null && isVariantOf(offer, o))
                .allMatch(o -> o.index() >= offer.index());
    }

    private static boolean isVariantOf(Offer offer, Offer other) {
        return other.item() == offer.item() && other.supplier().equals(offer.supplier());
    }

    /** Of all that arrived of the material from the supplier in each of the rebate's periods that ends in time. */
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
                if (isVariantOf(offer, problem.offers().get(p.offer())) && isIn(first, last, day(p.arrives()))) {
                    units += p.usable();
                    fen += price(p);
                }
            }
            long back = Cents.percent(fen, rebate.percent(units));
            long vat = offer.foreign() ? 0 : vat(last, back);
            rebates.add(last, back);
            vatPaid.add(last, -vat);
            cash.add(last + offer.paymentTermDays(), back + vat);
        }
    }

    private static boolean isIn(int first, int last, int day) {
        return first <= day && day <= last;
    }

    /** Puts what an operation costs besides its material with what was spent before. */
    void addWork(ShopFloor.Work work, SpentOn into) {
        into.add(Objects.requireNonNull(spentOn.get(work.operation())));
    }

    private void operation(ShopFloor.Work work) {
        int day = dayOfEnd(work.end());
        var spent = new SpentOn();
        spentOn.put(work.operation(), spent);
        if (!work.inHouse()) {
            Subcontract by = work.subcontract();
            long net = Cents.of(work.operation().quantityIn() * by.price() * rise(by.currency(), 0, day));
            long duty = Cents.percent(net, by.dutyPercent());
            spent.add(SpentOn.SUBCONTRACT, net + duty);
            intoStock.add(day, net + duty);
            bill(day, net, duty, by.foreign(), by.paymentTermDays(), by.currency());
            return;
        }
        long usual = costs.usualWages(work);
        long premium = costs.overtimePremium(work);
        long drawn = costs.energy(work);
        wages.add(day, premium + (problem.finance().labourInPayroll() ? 0 : usual));
        energy.add(day, drawn);
        if (problem.finance().labourInPayroll()) {
            otherCosts.add(day, -usual);
        }
        spent.add(SpentOn.LABOUR, usual + premium);
        spent.add(SpentOn.ENERGY, drawn);
        spent.add(SpentOn.CARBON, costs.carbon(work));
        intoStock.add(day, spent.total());
    }

    private void delivery(Plan.Delivery delivery) {
        Demand demand = problem.demands().get(delivery.demand());
        int day = dayOfEnd(delivery.minute());
        long net = Cents.of(delivery.quantity() * demand.price());
        long penalty = penalty(demand, net, delivery.minute());
        revenue.add(day, net);
        vatTaken.add(day, vat(day, net));
        penalties.add(day, penalty);
        cash.add(day + demand.paymentTermDays(), net + vat(day, net) - penalty);
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
        long price = Cents.of(investment.price() * rise(investment.currency(), 0, day));
        long duty = Cents.percent(price, investment.dutyPercent());
        long cost = price + duty;
        capex += cost;
        bill(day, price, duty, investment.foreign(), investment.paymentTermDays(), investment.currency());
        int months = Math.max(1, investment.depreciationMonths());
        YearMonth arrival = YearMonth.from(problem.asOf().plusDays(day));
        for (int m = 1; m <= months; m++) {
            long written = Cents.of(cost / 100.0 * m / months) - Cents.of(cost / 100.0 * (m - 1) / months);
            depreciation.add(day(arrival.plusMonths(m).atEndOfMonth()), written);
        }
        if (investment.subsidy() != null) {
            subsidy(investment.subsidy(), day, arrival.plusMonths(months));
        }
    }

    /** Earned in equal parts over the months from the one behind its payment to the last that the equipment is written off in. */
    private void subsidy(Subsidy subsidy, int arrival, YearMonth last) {
        int paid = arrival + subsidy.days();
        long fen = Cents.of(subsidy.amount());
        cash.add(paid, fen);
        YearMonth first = YearMonth.from(problem.asOf().plusDays(paid)).plusMonths(1);
        if (first.isAfter(last)) {
            otherCosts.add(paid, -fen);
            return;
        }
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        long before = 0;
        for (int m = 1; m <= months; m++) {
            long upTo = Cents.of(fen / 100.0 * m / months);
            otherCosts.add(day(first.plusMonths(m - 1).atEndOfMonth()), before - upTo);
            before = upTo;
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

package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Subsidy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Money that moves apart from goods: the opening, what is fixed to come, investments, orders left short, income tax. */
final class Treasury {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int TAX_DAY = 15;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Books books;
    private final ForeignDebts debts;
    private final Bills bankBills;
    private final SupplierBills bills;
    private final CreditInterest interest;
    /** Places of the bills whose day is not settled yet. */
    private final List<Integer> openBills = new ArrayList<>();

    Treasury(PlanningProblem problem, Plan plan, Books books, Accruals accruals) {
        this.problem = problem;
        this.plan = plan;
        this.books = books;
        this.debts = new ForeignDebts(problem, books);
        this.interest = new CreditInterest(problem);
        this.bankBills = new Bills(problem, books);
        this.bills = new SupplierBills(problem, books, accruals);
    }

    /** Opening cash, VAT credit and fixed assets, and everything dated that does not depend on the plan. */
    void postFixed() {
        long opening = problem.finance().openingCash().minor();
        books.post(0, Account.CASH, Account.EQUITY, opening, 0, Event.OPENING_CASH, -1, -1);
        long vatCredit = problem.finance().openingVatCredit().minor();
        books.post(0, Account.VAT_CREDIT, Account.EQUITY, vatCredit, 0, Event.OPENING_VAT_CREDIT, -1, -1);
        long fixedAssets = problem.finance().openingFixedAssets().minor();
        books.post(0, Account.FIXED_ASSETS_BEFORE, Account.EQUITY, fixedAssets, 0, Event.OPENING_FIXED_ASSETS, -1, -1);
        List<CashItem> items = problem.finance().cashItems();
        for (int i = 0; i < items.size(); i++) {
            post(items.get(i), i);
        }
    }

    /** What was owed on the as-of day opens as a balance; its date in the past means that it is due at once. */
    private void post(CashItem item, int index) {
        Account account = accountOf(item);
        long fen = item.amount().minor();
        if (isOwed(account, fen)) {
            books.post(0, account, Account.EQUITY, fen, 0, Event.OPENING_ITEM, index, -1, -1, item.original());
        }
        int day = Math.max(0, day(item.date()));
        if (bankBills.mayBeDiscounted(item, account)) {
            openBills.add(index);
        } else if (item.original() == null) {
            books.post(day, Account.CASH, account, fen, 0, Event.CASH_ITEM, index, -1);
        } else {
            var debt = new ForeignDebts.Debt(account, Event.CASH_ITEM, Event.ITEM_REVALUED, index, -1);
            debts.pay(debt, negative(item.original()), day, -fen);
        }
    }

    private static Money negative(Money money) {
        return new Money(money.currency(), -money.minor());
    }

    private static boolean isOwed(Account account, long fen) {
        return switch (account.group()) {
            case ASSET -> fen > 0;
            case LIABILITY -> fen < 0;
            case EQUITY, REVENUE, COST_OF_GOODS, EXPENSE, TAX -> false;
        };
    }

    /** Kinds are words of whoever filled the table; what no account claims is other income or expense. */
    private static Account accountOf(CashItem item) {
        String kind = item.kind().toLowerCase(Locale.ROOT);
        boolean in = item.amount().minor() >= 0;
        if (kind.contains("bill") || kind.contains("acceptance")) {
            return in ? Account.BILLS_RECEIVABLE : Account.BILLS_PAYABLE;
        } else if (kind.contains("receivable")) {
            return Account.RECEIVABLES;
        } else if (kind.contains("payable")) {
            return Account.PAYABLES;
        } else if (kind.contains("interest")) {
            return Account.INTEREST;
        } else if (kind.contains("loan")) {
            return Account.LOANS;
        } else if (kind.contains("payroll") || kind.contains("wage") || kind.contains("salar")) {
            return Account.WAGES;
        } else if (kind.contains("rent")) {
            return Account.RENT;
        } else if (kind.contains("overhead")) {
            return Account.OVERHEAD;
        } else if (kind.contains("vat")) {
            return Account.VAT_PAYABLE;
        } else if (kind.contains("subsid")) {
            return Account.SUBSIDIES;
        } else if (kind.contains("tax")) {
            return Account.TAX_PAYABLE;
        }
        return Account.OTHER_EXPENSE;
    }

    /** Machines and tools bought: ordered on the as-of day, an asset when they arrive, depreciated from the next month on. */
    void postInvestments() {
        for (int index : plan.investments()) {
            Investment bought = problem.investments().get(index);
            int day = Days.at(bought.leadTimeMinutes());
            long cost = bills.post(
                    SupplierBills.Kind.INVESTMENT,
                    index,
                    -1,
                    day,
                    Account.FIXED_ASSETS,
                    bought.price(),
                    1,
                    new SupplierBills.Terms(
                            bought.foreign(), bought.dutyPercent(), bought.currency(), bought.paymentTermDays()));
            depreciate(bought, cost, problem.asOf().plusDays(day));
            if (bought.subsidy() != null) {
                subsidise(bought, bought.subsidy(), day);
            }
        }
    }

    /** Income over the months that are left of the equipment's life when the money comes, at once where none is (CAS 16 art. 8). */
    private void subsidise(Investment bought, Subsidy subsidy, int arrival) {
        int payDay = arrival + subsidy.days();
        long fen = Fen.of(subsidy.amount());
        books.post(payDay, Account.CASH, Account.DEFERRED_INCOME, fen, 0, Event.SUBSIDY_PAID, bought.index(), -1);
        YearMonth paid = YearMonth.from(problem.asOf().plusDays(payDay));
        YearMonth lastMonth =
                YearMonth.from(problem.asOf().plusDays(arrival)).plusMonths(Math.max(1, bought.depreciationMonths()));
        int months = Math.toIntExact(Math.max(0, ChronoUnit.MONTHS.between(paid, lastMonth)));
        long done = 0;
        for (int m = 1; m <= Math.max(1, months); m++) {
            int day = months == 0 ? payDay : day(paid.plusMonths(m).atEndOfMonth());
            if (day >= problem.horizonDays()) {
                return;
            }
            long upToNow = Fen.share(fen, (double) m / Math.max(1, months));
            books.post(
                    day,
                    Account.DEFERRED_INCOME,
                    Account.SUBSIDIES,
                    upToNow - done,
                    0,
                    Event.SUBSIDY_EARNED,
                    bought.index(),
                    -1);
            done = upToNow;
        }
    }

    private void depreciate(Investment bought, long cost, LocalDate arrival) {
        int months = Math.max(1, bought.depreciationMonths());
        YearMonth month = YearMonth.from(arrival);
        long done = 0;
        for (int m = 1; m <= months; m++) {
            int day = day(month.plusMonths(m).atEndOfMonth());
            if (day >= problem.horizonDays()) {
                return;
            }
            long upToNow = Fen.share(cost, (double) m / months);
            books.post(
                    day,
                    Account.DEPRECIATION,
                    Account.ACCUMULATED_DEPRECIATION,
                    upToNow - done,
                    0,
                    Event.DEPRECIATION,
                    bought.index(),
                    -1);
            done = upToNow;
        }
    }

    /** Penalties up to the end of the horizon on what is never delivered. */
    void postShortfalls() {
        double[] open = new double[problem.demands().size()];
        problem.demands().forEach(d -> open[d.index()] = d.quantity());
        plan.deliveries().forEach(d -> open[d.demand()] -= d.quantity());
        for (Demand demand : problem.demands()) {
            if (open[demand.index()] > Deliveries.TOLERANCE) {
                long value = Fen.of(open[demand.index()] * demand.price());
                books.post(
                        problem.horizonDays() - 1,
                        Account.PENALTIES,
                        Account.PENALTIES_PAYABLE,
                        GoodsFlow.penalty(demand, value, problem.horizonMinutes()),
                        0,
                        Event.SHORT_PENALTY,
                        demand.index(),
                        -1);
            }
        }
    }

    /** Bills, when everything else is posted but interest on credit lines and income tax: these are estimated without the bills that money runs out for. */
    void postBills(Totals totals) {
        if (openBills.isEmpty()) {
            return;
        }
        long[] cash = totals.cashByDay();
        for (Tax tax : incomeTax(totals)) {
            for (int day = tax.payDay(); day < cash.length; day++) {
                cash[day] -= tax.fen();
            }
        }
        bankBills.post(openBills, cash);
    }

    private record Tax(int month, int end, int payDay, long fen) {}

    /** Interest on credit lines and income tax, month by month: what one of them pays is drawn or taxed in the next month. */
    void postMonthEnds(Totals totals) {
        YearMonth month = YearMonth.from(problem.asOf());
        for (int index = 0; day(month.atEndOfMonth()) < problem.horizonDays(); index++, month = month.plusMonths(1)) {
            int end = day(month.atEndOfMonth());
            if (interest.mayBeDue()) {
                long due = interest.dueOn(end, totals.cashByDay());
                books.post(end, Account.INTEREST, Account.CASH, due, 0, Event.CREDIT_LINE_INTEREST, index, -1);
            }
            if (month.getMonthValue() % MONTHS_OF_QUARTER == 0) {
                postIncomeTax(index, totals);
            }
        }
    }

    private void postIncomeTax(int month, Totals totals) {
        for (Tax tax : incomeTax(totals)) {
            if (tax.month() == month) {
                books.post(
                        tax.end(), Account.INCOME_TAX, Account.TAX_PAYABLE, tax.fen(), 0, Event.INCOME_TAX, month, -1);
                books.post(
                        tax.payDay(),
                        Account.TAX_PAYABLE,
                        Account.CASH,
                        tax.fen(),
                        0,
                        Event.INCOME_TAX_PAID,
                        month,
                        -1);
            }
        }
    }

    /**
     * An estimate of income tax for each quarter that ends in the horizon: the rate times the year's profit from the as-of day on,
     * less what was posted for earlier quarters, paid on the 15th after it. Left out where the fixed items already hold income tax.
     */
    private List<Tax> incomeTax(Totals totals) {
        var taxes = new ArrayList<Tax>();
        if (problem.finance().cashItems().stream().anyMatch(i -> i.kind().equalsIgnoreCase("income-tax"))) {
            return taxes;
        }
        YearMonth month = YearMonth.from(problem.asOf());
        long paid = 0;
        for (int index = 0; day(month.atEndOfMonth()) < problem.horizonDays(); index++, month = month.plusMonths(1)) {
            if (month.getMonthValue() % MONTHS_OF_QUARTER != 0) {
                continue;
            }
            int end = day(month.atEndOfMonth());
            int yearStart = Math.max(0, day(LocalDate.of(month.getYear(), 1, 1)));
            long profit = Math.max(0, totals.result(yearStart, end));
            long tax = Math.max(0, Fen.percent(profit, problem.finance().incomeTaxPercent()) - paid);
            taxes.add(new Tax(index, end, day(month.plusMonths(1).atDay(TAX_DAY)), tax));
            paid = month.getMonthValue() == 12 ? 0 : paid + tax;
        }
        return taxes;
    }

    private int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), date));
    }
}

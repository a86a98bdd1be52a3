package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.DiscountLine;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Acceptance bills that the bank may take before they mature (贴现): on the day that the data says, or, where a bank has agreed to, on the first
 * day that would end below what the banks lend, those that mature first before others, whole. The bank keeps face × rate × days to maturity
 * ÷ 360, which is a cost of that day.
 */
final class Bills {
    private static final int DAYS_OF_BANK_YEAR = 360;

    private final Finance finance;
    private final PlanningProblem problem;
    private final Books books;
    private final long[] discountedBy;
    private final CreditInterest interest;
    private long[] cash = {};

    Bills(PlanningProblem problem, Books books) {
        this.problem = problem;
        this.finance = problem.finance();
        this.books = books;
        this.interest = new CreditInterest(problem);
        this.discountedBy = new long[finance.discountLines().size()];
    }

    /** A bill by its place among the cash items. */
    private record Bill(int index, long face, int matures) {}

    /** Whether an item is left to {@link #post}. */
    boolean mayBeDiscounted(CashItem item, Account account) {
        return account == Account.BILLS_RECEIVABLE
                && item.amount().minor() > 0
                && item.original() == null
                && (item.discount() != null || !finance.discountLines().isEmpty());
    }

    /** Posts the bills of those places; {@code cashByDay} is what every day of the horizon would end with without them and without interest. */
    void post(List<Integer> bills, long[] cashByDay) {
        cash = cashByDay.clone();
        var kept = new ArrayList<Bill>();
        for (int index : bills) {
            CashItem item = finance.cashItems().get(index);
            var bill = new Bill(index, item.amount().minor(), Math.max(0, day(item)));
            if (item.discount() == null) {
                kept.add(bill);
                receive(bill.matures(), bill.face());
            } else {
                int day = (int)
                        ChronoUnit.DAYS.between(problem.asOf(), item.discount().date());
                discount(bill, day, item.discount().ratePercent(), Event.BILL_DISCOUNTED);
            }
        }
        kept.sort(Comparator.comparingInt(Bill::matures));
        for (int day = 0; day < cash.length; day++) {
            // what the lines ask is a little less where bills are discounted on this very day
            receive(day, -interest.dueOn(day, cash));
            keepAbove(-finance.lentOn(day), day, kept);
        }
        for (Bill bill : kept) {
            books.post(
                    bill.matures(),
                    Account.CASH,
                    Account.BILLS_RECEIVABLE,
                    bill.face(),
                    0,
                    Event.CASH_ITEM,
                    bill.index(),
                    -1);
        }
    }

    private int day(CashItem item) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), item.date()));
    }

    private void keepAbove(long floor, int day, List<Bill> kept) {
        for (Bill bill : List.copyOf(kept)) {
            Optional<DiscountLine> line = cheapest(bill, day);
            if (cash[day] < floor && bill.matures() > day && line.isPresent()) {
                kept.remove(bill);
                discountedBy[finance.discountLines().indexOf(line.get())] += bill.face();
                receive(bill.matures(), -bill.face());
                discount(bill, day, line.get().ratePercent(), Event.BILL_DISCOUNTED_FOR_CASH);
            }
        }
    }

    private Optional<DiscountLine> cheapest(Bill bill, int day) {
        List<DiscountLine> lines = finance.discountLines();
        return lines.stream()
                .filter(line -> day <= line.lastDay())
                .filter(line -> discountedBy[lines.indexOf(line)] + bill.face()
                        <= line.most().minor())
                .min(Comparator.comparingDouble(DiscountLine::ratePercent));
    }

    private void discount(Bill bill, int day, double ratePercent, Event event) {
        double years = (double) (bill.matures() - day) / DAYS_OF_BANK_YEAR;
        long cost = Math.min(bill.face(), Fen.percent(bill.face(), ratePercent * years));
        receive(day, bill.face() - cost);
        books.post(day, Account.CASH, Account.BILLS_RECEIVABLE, bill.face() - cost, 0, event, bill.index(), -1);
        books.post(
                day, Account.BILL_DISCOUNT, Account.BILLS_RECEIVABLE, cost, 0, Event.BILL_DISCOUNT, bill.index(), -1);
    }

    private void receive(int from, long fen) {
        for (int day = from; day < cash.length; day++) {
            cash[day] += fen;
        }
    }
}

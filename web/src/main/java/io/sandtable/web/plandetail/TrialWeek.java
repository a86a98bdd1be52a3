package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account in one week of the horizon: what it began with, what was posted and what it ended with, in fen, debit positive. Of all accounts
 * of a week the beginnings sum to zero, debit is credit, and so do the ends.
 */
record TrialWeek(LocalDate from, LocalDate to, Account account, long opening, long debit, long credit) {
    private static final int SIDES = 2;

    long closing() {
        return opening + debit - credit;
    }

    /** All accounts that moved by then, week by week; what opens the books is there when the first week begins. */
    static List<TrialWeek> all(ShownPlan shown) {
        List<CashWeek> weeks = CashWeek.all(shown);
        int accounts = Account.values().length;
        long[] opening = new long[accounts];
        long[][][] turnover = new long[weeks.size()][accounts][SIDES];
        for (Posting posting : shown.ledger().postings()) {
            int account = posting.account().ordinal();
            long fen = posting.amount().minor();
            if (isOpening(posting)) {
                opening[account] += fen;
                continue;
            }
            int week = weekOf(posting.date(), weeks);
            if (week < weeks.size()) {
                turnover[week][account][fen > 0 ? 0 : 1] += Math.abs(fen);
            }
        }
        var rows = new ArrayList<TrialWeek>();
        for (int week = 0; week < weeks.size(); week++) {
            for (Account account : Account.values()) {
                int a = account.ordinal();
                long[] sides = turnover[week][a];
                var row = new TrialWeek(
                        weeks.get(week).from(), weeks.get(week).to(), account, opening[a], sides[0], sides[1]);
                if (row.opening() != 0 || row.debit() != 0 || row.credit() != 0) {
                    rows.add(row);
                }
                opening[a] = row.closing();
            }
        }
        return rows;
    }

    private static boolean isOpening(Posting posting) {
        return switch (posting.cause().event()) {
            case OPENING_CASH, OPENING_VAT_CREDIT, OPENING_FIXED_ASSETS, OPENING_STOCK, OPENING_ITEM, OPENING_WORK ->
                true;
            default -> false;
        };
    }

    private static int weekOf(LocalDate date, List<CashWeek> weeks) {
        int week = (int) ((date.toEpochDay() - weeks.getFirst().from().toEpochDay()) / 7);
        // the first week may be short, as it ends on its Sunday
        while (week < weeks.size() && date.isAfter(weeks.get(week).to())) {
            week++;
        }
        return week;
    }
}

package io.sandtable.simulation.evaluate;

import static io.sandtable.simulation.evaluate.Account.CASH;
import static io.sandtable.simulation.evaluate.Account.INVENTORY;
import static io.sandtable.simulation.evaluate.Account.WORK_IN_PROCESS;

import io.sandtable.model.Money;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The books that only sum: balances at the end of the horizon, and what must be known by day. */
final class Totals implements Books {
    private static final boolean[] RESULT = new boolean[Account.values().length];

    static {
        for (Account account : Account.values()) {
            RESULT[account.ordinal()] = account.group().isResult();
        }
    }

    private final int horizonDays;
    private final long[] inHorizon = new long[Account.values().length];
    private final long[] ever = new long[Account.values().length];
    private final long[] cashMoves;
    private final long[] stockMoves;
    private long[] resultMoves;

    Totals(int horizonDays) {
        this.horizonDays = horizonDays;
        this.cashMoves = new long[horizonDays];
        this.stockMoves = new long[horizonDays];
        this.resultMoves = new long[horizonDays];
    }

    @Override
    public void post(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item,
            @Nullable Money original) {
        line(day, debit, fen);
        line(day, credit, -fen);
    }

    private void line(int day, Account account, long fen) {
        int a = account.ordinal();
        ever[a] += fen;
        if (RESULT[a]) {
            if (day >= resultMoves.length) {
                resultMoves = Arrays.copyOf(resultMoves, day + day / 2 + 1);
            }
            resultMoves[day] += fen;
        }
        if (day >= horizonDays) {
            return;
        }
        inHorizon[a] += fen;
        if (account == CASH) {
            cashMoves[day] += fen;
        } else if (account == INVENTORY || account == WORK_IN_PROCESS) {
            stockMoves[day] += fen;
        }
    }

    /** Sum of the postings in the horizon, debit positive. */
    long of(Account account) {
        return inHorizon[account.ordinal()];
    }

    /** Sum of all postings, those after the horizon included. */
    long ever(Account account) {
        return ever[account.ordinal()];
    }

    /** Sum of the postings in the horizon on all accounts of a group. */
    long of(Account.Group group) {
        long sum = 0;
        for (Account account : Account.values()) {
            if (account.group() == group) {
                sum += inHorizon[account.ordinal()];
            }
        }
        return sum;
    }

    /** Result before tax earned from day {@code from} to day {@code to} inclusive; profit is positive. */
    long result(int from, int to) {
        long sum = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, resultMoves.length - 1); day++) {
            sum -= resultMoves[day];
        }
        return sum;
    }

    /** Cash at the end of each day of the horizon. */
    long[] cashByDay() {
        long[] balances = cashMoves.clone();
        for (int day = 1; day < balances.length; day++) {
            balances[day] += balances[day - 1];
        }
        return balances;
    }

    /** Average over the days of the horizon of inventory and work in process. */
    double averageStock() {
        double sum = 0;
        long balance = 0;
        for (long move : stockMoves) {
            balance += move;
            sum += balance;
        }
        return sum / horizonDays;
    }
}

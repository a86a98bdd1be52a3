package io.sandtable.simulation.check;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;

/** Interest on credit lines, counted evening by evening in fen-days of each line and charged when a month is over. */
final class LineInterest {
    private static final double PERCENT_DAYS = 36_500;
    private static final double FEN = 100;

    private final CreditLine[] lines;
    private final long[] fenDays;

    LineInterest(Finance finance) {
        this.lines = finance.creditLines().toArray(CreditLine[]::new);
        this.fenDays = new long[lines.length];
        Arrays.sort(lines, Comparator.comparingDouble(CreditLine::ratePercent));
    }

    /** Whether a month ends with the day. */
    static boolean isChargedOn(LocalDate date) {
        return date.plusDays(1).getDayOfMonth() == 1;
    }

    /** Counts an evening. */
    void count(int day, long evening) {
        long reached = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].lastDay() >= day) {
                long most = lines[i].amount().minor();
                fenDays[i] += Math.clamp(-evening - reached, 0, most);
                reached += most;
            }
        }
    }

    /** Fen for the evenings counted, which begin anew. */
    long charge() {
        double fen = 0;
        for (int i = 0; i < lines.length; i++) {
            fen += fenDays[i] * (lines[i].ratePercent() / PERCENT_DAYS);
        }
        Arrays.fill(fenDays, 0);
        return Cents.of(fen / FEN);
    }

    /** Takes it off cash and profit month by month: what one month pays is drawn or taxed in the next. */
    static void charge(PlanningProblem problem, MoneyMoves moves, IntToLongFunction earnedBy) {
        var interest = new LineInterest(problem.finance());
        DailySums tax = new IncomeTax(problem, earnedBy).paid;
        long evening = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            evening += moves.cash.sum(day, day) - tax.sum(day, day);
            interest.count(day, evening);
            if (isChargedOn(problem.asOf().plusDays(day))) {
                long due = interest.charge();
                evening -= due;
                moves.cash.add(day, -due);
                moves.otherCosts.add(day, due);
                tax = new IncomeTax(problem, earnedBy).paid;
            }
        }
    }
}

package io.sandtable.simulation.check;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.DiscountLine;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which bills go to the bank before they mature, followed from evening to evening: those that the data says, and the next ones to mature where money runs out. */
final class BillSales {
    private static final double BANK_YEAR = 360;

    private final PlanningProblem problem;
    private final Finance finance;
    private final MoneyMoves moves;
    private final Map<DiscountLine, Long> used = new HashMap<>();

    BillSales(PlanningProblem problem, MoneyMoves moves) {
        this.problem = problem;
        this.finance = problem.finance();
        this.moves = moves;
    }

    /** Whether a bill's money may come sooner than it matures. */
    static boolean isForSale(Finance finance, CashItem item) {
        String kind = item.kind().toLowerCase(Locale.ROOT);
        return (kind.contains("bill") || kind.contains("acceptance"))
                && item.amount().minor() > 0
                && item.original() == null
                && (item.discount() != null || !finance.discountLines().isEmpty());
    }

    private int matures(CashItem bill) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(problem.asOf(), bill.date()));
    }

    /** Adds the money of those whose day nobody has said, where {@code tax} is what would be paid without any discount or interest. */
    void follow(List<CashItem> bills, DailySums tax) {
        var waiting = new ArrayDeque<>(bills.stream()
                .filter(bill -> bill.discount() == null)
                .sorted(Comparator.comparingInt(this::matures))
                .toList());
        var interest = new LineInterest(finance);
        long evening = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            while (!waiting.isEmpty() && matures(waiting.element()) == day) {
                moves.cash.add(day, waiting.remove().amount().minor());
            }
            evening += moves.cash.sum(day, day) - tax.sum(day, day);
            boolean charged = LineInterest.isChargedOn(problem.asOf().plusDays(day));
            if (charged) {
                interest.count(day, evening);
                evening -= interest.charge();
            }
            evening += sellWhatIsNeeded(evening, day, waiting);
            if (!charged) {
                interest.count(day, evening);
            }
        }
    }

    /** Those of which the data says when. */
    void sellAsStated(List<CashItem> bills) {
        for (CashItem bill : bills) {
            if (bill.discount() != null) {
                int day = (int)
                        ChronoUnit.DAYS.between(problem.asOf(), bill.discount().date());
                sell(bill, day, bill.discount().ratePercent());
            }
        }
    }

    private long sellWhatIsNeeded(long evening, int day, ArrayDeque<CashItem> waiting) {
        long got = 0;
        Iterator<CashItem> inOrder = waiting.iterator();
        while (evening + got < -finance.lentOn(day) && inOrder.hasNext()) {
            CashItem bill = inOrder.next();
            DiscountLine line = line(bill, day);
            if (line != null) {
                used.merge(line, bill.amount().minor(), Long::sum);
                inOrder.remove();
                got += sell(bill, day, line.ratePercent());
            }
        }
        return got;
    }

    private @Nullable DiscountLine line(CashItem bill, int day) {
        DiscountLine best = null;
        for (DiscountLine line : finance.discountLines()) {
            long together = used.getOrDefault(line, 0L) + bill.amount().minor();
            boolean open = day <= line.lastDay() && together <= line.most().minor();
            if (open && (best == null || line.ratePercent() < best.ratePercent())) {
                best = line;
            }
        }
        return best;
    }

    private long sell(CashItem bill, int day, double ratePercent) {
        long face = bill.amount().minor();
        long kept = Math.min(face, Cents.percent(face, ratePercent * ((matures(bill) - day) / BANK_YEAR)));
        moves.cash.add(day, face - kept);
        moves.otherCosts.add(day, kept);
        return face - kept;
    }
}

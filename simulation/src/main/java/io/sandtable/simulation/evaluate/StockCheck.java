package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction.ShelfLife;
import io.sandtable.simulation.scenario.Restriction.StockCeiling;
import io.sandtable.simulation.scenario.Restriction.StockFloor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules about how much of an item is there, and for how long. Stock counts wherever it lies and until somebody uses it. */
final class StockCheck {
    /** Each movement may be rounded to a millionth. */
    private static final double TOLERANCE = 1e-3;

    private final PlanningProblem problem;
    private final Plan plan;

    StockCheck(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** Units that come (positive) or go at a minute. */
    private record Move(int minute, double quantity) {}

    void floor(StockFloor rule, Breaches breaches) {
        double[] stock = byDay(rule.item());
        int worst = -1;
        int first = -1;
        int last = -1;
        for (int day = Days.at(rule.from()); day < Math.min(stock.length, end(rule.to())); day++) {
            if (stock[day] < rule.quantity() - TOLERANCE) {
                first = first < 0 ? day : first;
                last = day;
                worst = worst < 0 || stock[day] < stock[worst] ? day : worst;
            }
        }
        report(rule.item(), rule.quantity(), stock, new int[] {first, last, worst}, breaches);
    }

    void ceiling(StockCeiling rule, Breaches breaches) {
        double[] stock = byDay(rule.item());
        int worst = -1;
        int first = -1;
        int last = -1;
        for (int day = Days.at(rule.from()); day < Math.min(stock.length, end(rule.to())); day++) {
            if (stock[day] > rule.quantity() + TOLERANCE) {
                first = first < 0 ? day : first;
                last = day;
                worst = worst < 0 || stock[day] > stock[worst] ? day : worst;
            }
        }
        report(rule.item(), rule.quantity(), stock, new int[] {first, last, worst}, breaches);
    }

    private void report(int item, double limit, double[] stock, int[] days, Breaches breaches) {
        if (days[0] >= 0) {
            Item of = problem.items().get(item);
            int from = days[0] * PlanningProblem.DAY;
            int to = (days[1] + 1) * PlanningProblem.DAY;
            breaches.add(of.id(), from, to, limit, stock[days[2]], of.unit());
        }
    }

    private static int end(int to) {
        return to == Integer.MAX_VALUE ? to : Math.ceilDiv(to, PlanningProblem.DAY);
    }

    /** What is there at the end of each day of the horizon. */
    double[] byDay(int item) {
        double[] stock = new double[problem.horizonDays()];
        for (Move move : moves(item)) {
            int day = Days.at(move.minute());
            if (day < stock.length) {
                stock[day] += move.quantity();
            }
        }
        for (int day = 1; day < stock.length; day++) {
            stock[day] += stock[day - 1];
        }
        return stock;
    }

    /** First in, first out: what lay too long when it was used, the oldest of it; stock of the as-of day has a date of its own. */
    void shelfLife(ShelfLife rule, Breaches breaches) {
        List<Move> moves = moves(rule.item());
        List<Move> in = moves.stream()
                .filter(m -> m.quantity() > 0)
                .sorted(Comparator.comparingInt(Move::minute))
                .toList();
        int next = 0;
        double left = 0;
        int came = 0;
        int oldest = 0;
        var when = new ArrayList<Integer>();
        for (Move out : moves.stream()
                .filter(m -> m.quantity() < 0)
                .sorted(Comparator.comparingInt(Move::minute))
                .toList()) {
            double rest = -out.quantity();
            while (rest > TOLERANCE && (left > TOLERANCE || next < in.size())) {
                if (left <= TOLERANCE) {
                    left += in.get(next).quantity();
                    came = in.get(next++).minute();
                }
                double part = Math.min(rest, left);
                rest -= part;
                left -= part;
                int age = out.minute() - came;
                if (came > Integer.MIN_VALUE && age > rule.minutes()) {
                    oldest = Math.max(oldest, age);
                    when.add(out.minute());
                }
            }
        }
        if (!when.isEmpty()) {
            breaches.add(
                    problem.items().get(rule.item()).id(),
                    when.getFirst(),
                    when.getLast() + 1,
                    (double) rule.minutes() / PlanningProblem.DAY,
                    (double) oldest / PlanningProblem.DAY,
                    "d");
        }
    }

    private List<Move> moves(int item) {
        var moves = new ArrayList<Move>();
        problem.stocks().stream()
                .filter(s -> s.item() == item)
                .forEach(s -> moves.add(new Move(Integer.MIN_VALUE, s.quantity())));
        problem.receipts().stream()
                .filter(r -> r.item() == item)
                .forEach(r -> moves.add(new Move(r.arrives(), r.quantity())));
        plan.purchases().stream()
                .filter(p -> problem.offers().get(p.offer()).item() == item)
                .forEach(p -> moves.add(new Move(p.arrives(), p.usable())));
        plan.deliveries().stream()
                .filter(d -> problem.demands().get(d.demand()).item() == item)
                .forEach(d -> moves.add(new Move(d.minute(), -d.quantity())));
        plan.lots().forEach(lot -> addMoves(lot, item, moves));
        return moves;
    }

    private void addMoves(Lot lot, int item, List<Move> moves) {
        if (lot.item() == item) {
            moves.add(new Move(lot.end(), lot.quantity()));
        }
        for (Operation op : lot.operations()) {
            Step step = problem.routings().get(lot.routing()).steps().get(op.step());
            for (Consumption c : step.consumptions()) {
                if (c.item() == item) {
                    moves.add(new Move(op.start(), -c.of(op.quantityIn())));
                }
            }
            for (Coproduct c : step.coproducts()) {
                if (c.item() == item) {
                    moves.add(new Move(lot.end(), problem.comesOut(c, op.quantityIn())));
                }
            }
        }
    }
}

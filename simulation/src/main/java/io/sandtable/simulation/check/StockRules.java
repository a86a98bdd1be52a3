package io.sandtable.simulation.check;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.Restriction;
import java.util.Map;
import java.util.TreeMap;

/** Which rules about stock are broken, by its movements in the order of time. */
final class StockRules {
    /** Each movement may be rounded to a millionth. */
    private static final double ROUNDED = 1e-3;

    private final ShopFloor floor;
    private final PlanningProblem problem;
    private final RuleCheck.Broken broken;

    StockRules(ShopFloor floor, RuleCheck.Broken broken) {
        this.floor = floor;
        this.problem = floor.problem();
        this.broken = broken;
    }

    void floor(PlannedRule rule, Restriction.StockFloor r) {
        endOfDay(r.item(), r.from(), r.to()).forEach((day, stock) -> {
            if (stock < r.quantity() - ROUNDED) {
                broken.tell(rule, day * PlanningProblem.DAY, r.quantity() - stock);
            }
        });
    }

    void ceiling(PlannedRule rule, Restriction.StockCeiling r) {
        endOfDay(r.item(), r.from(), r.to()).forEach((day, stock) -> {
            if (stock > r.quantity() + ROUNDED) {
                broken.tell(rule, day * PlanningProblem.DAY, stock - r.quantity());
            }
        });
    }

    /** What is there at the end of each day of the range that lies in the horizon. */
    private Map<Integer, Double> endOfDay(int item, int from, int to) {
        var moves = new TreeMap<Integer, Double>();
        comes(item).forEach((minute, quantity) -> moves.merge(dayOf(minute), quantity, Double::sum));
        goes(item).forEach((minute, quantity) -> moves.merge(dayOf(minute), -quantity, Double::sum));
        var stock = new TreeMap<Integer, Double>();
        double now = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            now += moves.getOrDefault(day, 0.0);
            boolean meant = (day + 1L) * PlanningProblem.DAY > from && (long) day * PlanningProblem.DAY < to;
            if (meant) {
                stock.put(day, now);
            }
        }
        return stock;
    }

    private static int dayOf(int minute) {
        return Math.max(0, minute) / PlanningProblem.DAY;
    }

    /** The oldest is used first; what lay there on the as-of day has a date of its own. */
    void shelfLife(PlannedRule rule, Restriction.ShelfLife r) {
        TreeMap<Integer, Double> there = comes(r.item());
        for (Map.Entry<Integer, Double> use : goes(r.item()).entrySet()) {
            double wanted = use.getValue();
            while (wanted > ROUNDED && !there.isEmpty()) {
                Map.Entry<Integer, Double> oldest = there.firstEntry();
                double part = Math.min(wanted, oldest.getValue());
                wanted -= part;
                if (oldest.getValue() - part > ROUNDED) {
                    there.put(oldest.getKey(), oldest.getValue() - part);
                } else {
                    there.pollFirstEntry();
                }
                long age = (long) use.getKey() - oldest.getKey();
                if (oldest.getKey() > Integer.MIN_VALUE && age > r.minutes()) {
                    broken.tell(rule, use.getKey(), part);
                }
            }
        }
    }

    private TreeMap<Integer, Double> comes(int item) {
        var in = new TreeMap<Integer, Double>();
        for (PlanningProblem.Stock stock : problem.stocks()) {
            if (stock.item() == item) {
                in.merge(Integer.MIN_VALUE, stock.quantity(), Double::sum);
            }
        }
        for (PlanningProblem.Receipt receipt : problem.receipts()) {
            if (receipt.item() == item) {
                in.merge(receipt.arrives(), receipt.quantity(), Double::sum);
            }
        }
        for (Plan.Purchase purchase : floor.plan().purchases()) {
            if (problem.offers().get(purchase.offer()).item() == item) {
                in.merge(purchase.arrives(), purchase.usable(), Double::sum);
            }
        }
        for (Plan.Lot lot : floor.plan().lots()) {
            double units = (lot.item() == item ? lot.quantity() : 0)
                    + Coproducts.of(problem, lot).getOrDefault(item, 0.0);
            if (units > 0) {
                in.merge(lot.end(), units, Double::sum);
            }
        }
        return in;
    }

    private TreeMap<Integer, Double> goes(int item) {
        var out = new TreeMap<Integer, Double>();
        for (Work work : floor.operations()) {
            for (Consumption c : work.step().consumptions()) {
                if (c.item() == item) {
                    out.merge(work.start(), c.of(work.operation().quantityIn()), Double::sum);
                }
            }
        }
        for (Plan.Delivery delivery : floor.plan().deliveries()) {
            if (problem.demands().get(delivery.demand()).item() == item) {
                out.merge(delivery.minute(), delivery.quantity(), Double::sum);
            }
        }
        return out;
    }
}

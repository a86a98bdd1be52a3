package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.PEGGING;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether each lot is there when the lot or the customer it was made for needs it. A plan that also says where the rest of the material comes from is
 * taken at its word: no source gives more than it has or before it has it, and every lot and delivery gets all it needs.
 */
final class PeggingCheck {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Findings findings;
    private final int[] shipped;

    PeggingCheck(ShopFloor floor, Findings findings) {
        this.problem = floor.problem();
        this.plan = floor.plan();
        this.findings = findings;
        this.shipped = new int[problem.demands().size()];
        Arrays.fill(shipped, -1);
        for (Plan.Delivery delivery : plan.deliveries()) {
            shipped[delivery.demand()] = Math.max(shipped[delivery.demand()], delivery.minute());
        }
        Arrays.setAll(shipped, d -> shipped[d] < 0 ? Integer.MAX_VALUE : shipped[d]);
    }

    /** An item that a lot (−1: the delivery) of an order needs. */
    private record Need(int demand, int lot, int item) {}

    void run() {
        for (Plan.Lot lot : plan.lots()) {
            if (lot.parent() >= 0) {
                checkInTime(lot, plan.lots().get(lot.parent()));
            } else if (problem.demands().get(lot.demand()).item() != lot.item() || lot.end() > shipped(lot.demand())) {
                findings.add(PEGGING, name(lot), lot.end(), lot.quantity());
            }
        }
        if (!plan.takes().isEmpty()) {
            checkSources();
            checkPurchases();
            checkCovered();
        }
    }

    private void checkInTime(Plan.Lot child, Plan.Lot parent) {
        int neededBy = Integer.MIN_VALUE;
        for (Plan.Operation operation : parent.operations()) {
            if (consumes(parent, operation, child.item())) {
                neededBy = Math.max(neededBy, operation.start());
            }
        }
        if (child.end() > neededBy) {
            findings.add(PEGGING, name(child), child.end(), child.quantity());
        }
    }

    private boolean consumes(Plan.Lot lot, Plan.Operation operation, int item) {
        return step(lot, operation).consumptions().stream().anyMatch(c -> c.item() == item);
    }

    private void checkSources() {
        var left = new HashMap<String, Double>();
        for (Plan.Take take : plan.takes()) {
            int used = minuteOf(take);
            switch (take.source()) {
                case STOCK -> {
                    Stock stock = problem.stocks().get(take.index());
                    check(take, used < stock.expires() && used >= stock.available(), used);
                    draw(left, stock.id(), stock.quantity(), take, used);
                }
                case RECEIPT -> {
                    Receipt receipt = problem.receipts().get(take.index());
                    check(take, used >= receipt.arrives(), used);
                    draw(left, receipt.id(), receipt.quantity(), take, used);
                }
                case LOT -> {
                    Plan.Lot lot = plan.lots().get(take.index());
                    check(take, used >= lot.end(), used);
                    if (lot.item() != take.item()) {
                        double beside = Coproducts.of(problem, lot).getOrDefault(take.item(), 0.0);
                        draw(
                                left,
                                name(lot) + " "
                                        + problem.items().get(take.item()).id(),
                                beside,
                                take,
                                used);
                    }
                }
                case PURCHASE -> {
                    // what is bought arrives in several orders: see checkPurchases
                }
            }
        }
    }

    private void check(Plan.Take take, boolean there, int when) {
        if (!there) {
            findings.add(PEGGING, problem.items().get(take.item()).id(), when, take.quantity());
        }
    }

    private void draw(Map<String, Double> left, String source, double quantity, Plan.Take take, int when) {
        double rest = left.merge(source, quantity - take.quantity(), (old, _) -> old - take.quantity());
        if (rest < -SAME_QUANTITY) {
            findings.add(PEGGING, source, when, -rest);
        }
    }

    /** What orders from an offer bring must be there before it is taken, all in all. */
    private void checkPurchases() {
        var byOffer = new TreeMap<Integer, List<Plan.Take>>();
        for (Plan.Take take : plan.takes()) {
            if (take.source() == Plan.Source.PURCHASE) {
                byOffer.computeIfAbsent(take.index(), o -> new ArrayList<>()).add(take);
            }
        }
        var bought = new HashMap<Integer, TreeMap<Integer, Double>>();
        for (Plan.Purchase purchase : plan.purchases()) {
            bought.computeIfAbsent(purchase.offer(), o -> new TreeMap<>())
                    .merge(purchase.arrives(), purchase.usable(), Double::sum);
        }
        byOffer.forEach((offer, takes) -> {
            double taken = 0;
            double there = 0;
            TreeMap<Integer, Double> coming = bought.getOrDefault(offer, new TreeMap<>());
            double tolerance = SAME_QUANTITY * takes.size();
            for (Plan.Take take : takes.stream()
                    .sorted(Comparator.comparingInt(this::minuteOf))
                    .toList()) {
                taken += take.quantity();
                int used = minuteOf(take);
                while (!coming.isEmpty() && coming.firstKey() <= used) {
                    there += coming.pollFirstEntry().getValue();
                }
                if (taken > there + tolerance) {
                    findings.add(PEGGING, problem.items().get(take.item()).id(), used, taken - there);
                    return;
                }
            }
        });
    }

    private void checkCovered() {
        var covered = new HashMap<Need, Double>();
        for (Plan.Take t : plan.takes()) {
            covered.merge(new Need(t.demand(), t.lot(), t.item()), t.quantity(), Double::sum);
            if (t.source() == Plan.Source.LOT) {
                Plan.Lot lot = plan.lots().get(t.index());
                if (lot.item() == t.item()) {
                    covered.merge(new Need(lot.demand(), lot.parent(), lot.item()), -t.quantity(), Double::sum);
                }
            }
        }
        for (Plan.Lot l : plan.lots()) {
            covered.merge(new Need(l.demand(), l.parent(), l.item()), l.quantity(), Double::sum);
        }
        var needed = new TreeMap<Need, Double>(Comparator.comparingInt(Need::demand)
                .thenComparingInt(Need::lot)
                .thenComparingInt(Need::item));
        for (Plan.Lot lot : plan.lots()) {
            for (Plan.Operation operation : lot.operations()) {
                for (Consumption c : step(lot, operation).consumptions()) {
                    needed.merge(
                            new Need(lot.demand(), lot.index(), c.item()), c.of(operation.quantityIn()), Double::sum);
                }
            }
        }
        for (Plan.Delivery d : plan.deliveries()) {
            Demand demand = problem.demands().get(d.demand());
            needed.merge(new Need(d.demand(), -1, demand.item()), d.quantity(), Double::sum);
        }
        needed.forEach((need, quantity) -> {
            double missing = quantity - covered.getOrDefault(need, 0.0);
            // the parts are rounded to millionths each
            if (missing > SAME_QUANTITY * (1 + plan.takes().size())) {
                findings.add(PEGGING, problem.items().get(need.item()).id(), minuteOf(need), missing);
            }
        });
    }

    private int minuteOf(Plan.Take take) {
        return take.lot() < 0
                ? shipped(take.demand())
                : plan.lots().get(take.lot()).operations().get(take.step()).start();
    }

    private int minuteOf(Need need) {
        return need.lot() < 0
                ? shipped(need.demand())
                : plan.lots().get(need.lot()).start();
    }

    /** When the order is delivered; never, where it is not. */
    private int shipped(int demand) {
        return shipped[demand];
    }

    private Step step(Plan.Lot lot, Plan.Operation operation) {
        return problem.routings().get(lot.routing()).steps().get(operation.step());
    }

    private String name(Plan.Lot lot) {
        return Findings.name(problem.demands().get(lot.demand()), lot);
    }
}

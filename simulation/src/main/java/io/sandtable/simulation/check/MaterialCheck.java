package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.MATERIAL;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Whether what is used and delivered is there by then, whoever it was meant for; what expires first is used first. */
final class MaterialCheck {
    private final PlanningProblem problem;
    private final Findings findings;
    private final List<List<Batch>> batches = new ArrayList<>();
    private final List<List<Use>> uses = new ArrayList<>();

    MaterialCheck(ShopFloor floor, Findings findings) {
        this.problem = floor.problem();
        this.findings = findings;
        problem.items().forEach(item -> {
            batches.add(new ArrayList<>());
            uses.add(new ArrayList<>());
        });
        collectSupply(floor.plan());
        collectUse(floor);
    }

    /** Some of an item that can be used from one minute until just before another. */
    private static final class Batch {
        private final int from;
        private final int until;
        private double left;

        Batch(int from, int until, double quantity) {
            this.from = from;
            this.until = until;
            this.left = quantity;
        }
    }

    private record Use(int minute, double quantity) {}

    private void collectSupply(Plan plan) {
        problem.stocks()
                .forEach(s -> batches.get(s.item())
                        .add(new Batch(
                                s.elsewhere() == null
                                        ? Integer.MIN_VALUE
                                        : s.elsewhere().minutes(),
                                s.expires(),
                                s.quantity())));
        problem.receipts().forEach(r -> supply(r.item(), r.arrives(), r.quantity()));
        plan.purchases().forEach(p -> supply(problem.offers().get(p.offer()).item(), p.arrives(), p.usable()));
        plan.lots().forEach(l -> supply(l.item(), l.end(), l.quantity()));
        plan.lots().forEach(l -> Coproducts.of(problem, l).forEach((item, q) -> supply(item, l.end(), q)));
    }

    private void supply(int item, int minute, double quantity) {
        batches.get(item).add(new Batch(minute, Integer.MAX_VALUE, quantity));
    }

    private void collectUse(ShopFloor floor) {
        for (Work work : floor.operations()) {
            for (Consumption c : work.step().consumptions()) {
                uses.get(c.item())
                        .add(new Use(work.start(), c.of(work.operation().quantityIn())));
            }
        }
        for (Plan.Delivery d : floor.plan().deliveries()) {
            uses.get(problem.demands().get(d.demand()).item()).add(new Use(d.minute(), d.quantity()));
        }
    }

    void run() {
        problem.items().forEach(this::follow);
    }

    private void follow(Item item) {
        List<Batch> coming = batches.get(item.index());
        coming.sort(Comparator.comparingInt(b -> b.from));
        List<Use> wanted = uses.get(item.index());
        wanted.sort(Comparator.comparingInt(Use::minute));
        var onHand = new PriorityQueue<Batch>(Comparator.comparingInt((Batch b) -> b.until));
        int next = 0;
        double missing = 0;
        int since = 0;
        for (Use use : wanted) {
            while (next < coming.size() && coming.get(next).from <= use.minute()) {
                onHand.add(coming.get(next++));
            }
            double lacking = use.quantity() - take(onHand, use);
            if (lacking > 0) {
                since = missing <= tolerance(wanted) ? use.minute() : since;
                missing += lacking;
            }
        }
        if (missing > tolerance(wanted)) {
            findings.add(MATERIAL, item.id(), since, missing);
        }
    }

    /** Takes what it can and says how much that is. */
    private static double take(PriorityQueue<Batch> onHand, Use use) {
        double taken = 0;
        while (taken < use.quantity() && !onHand.isEmpty()) {
            Batch first = onHand.element();
            double part = first.until <= use.minute() ? 0 : Math.min(first.left, use.quantity() - taken);
            taken += part;
            first.left -= part;
            if (part == 0 || first.left <= 0) {
                onHand.remove();
            }
        }
        return taken;
    }

    private static double tolerance(List<Use> uses) {
        // each of them may have been rounded to a millionth
        return SAME_QUANTITY * Math.max(1, uses.size());
    }
}

package io.sandtable.simulation.why;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks back from a delivery: from each operation to what it had to wait for last, until material, the as-of day or free choice. */
final class CriticalPath {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final Waits waits;
    private final List<List<Lot>> children = new ArrayList<>();
    private final List<List<Take>> takesOf = new ArrayList<>();

    CriticalPath(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = new Shopfloor(problem, plan);
        this.waits = new Waits(problem, plan, shopfloor);
        for (int i = 0; i < plan.lots().size(); i++) {
            children.add(new ArrayList<>());
            takesOf.add(new ArrayList<>());
        }
        for (Lot lot : plan.lots()) {
            if (lot.parent() >= 0) {
                children.get(lot.parent()).add(lot);
            }
        }
        for (Take take : plan.takes()) {
            if (take.lot() >= 0) {
                takesOf.get(take.lot()).add(take);
            }
        }
    }

    /** What made an operation ready: the operation before (with its lot), or a reason that lies outside the shop, or neither. */
    private record Release(
            int minute,
            @Nullable Lot lot,
            int operation,
            @Nullable Reason outside) {
        static final Release AT_ONCE = new Release(0, null, -1, null);

        Release later(Release other) {
            return other.minute > minute ? other : this;
        }
    }

    /** Why a demand was delivered no earlier than at a minute. */
    List<Reason> of(Demand demand, int delivered) {
        var reasons = new ArrayList<Reason>();
        Release release = Release.AT_ONCE;
        for (Lot lot : plan.lots()) {
            if (lot.demand() == demand.index() && lot.parent() < 0) {
                release = release.later(
                        new Release(lot.end(), lot, lot.operations().size() - 1, null));
            }
        }
        for (Take take : plan.takes()) {
            if (take.demand() == demand.index() && take.lot() < 0) {
                release = release.later(arrival(take.source(), take.index(), take.item(), delivered));
            }
        }
        follow(release, reasons);
        if (reasons.isEmpty()) {
            reasons.add(processing(demand, release, delivered));
        }
        return reasons;
    }

    private void follow(Release last, List<Reason> reasons) {
        Release release = last;
        while (release.lot() != null) {
            Lot lot = release.lot();
            int at = release.operation();
            Operation op = lot.operations().get(at);
            Step step = shopfloor.step(lot, op);
            if (op.machine() < 0) {
                reasons.add(new Reason(Kind.PROCESS_LEAD_TIME, step.process(), op.start(), op.end()));
            }
            Release before = release(lot, at, step);
            if (before.minute() < op.start()) {
                Optional<Reason> wait = waits.reason(lot, op, before.minute());
                if (wait.isEmpty()) {
                    return;
                }
                reasons.add(wait.get());
            }
            release = before;
        }
        if (release.outside() != null) {
            reasons.add(release.outside());
        }
    }

    private Release release(Lot lot, int at, Step step) {
        Operation op = lot.operations().get(at);
        Release release = Release.AT_ONCE;
        if (at > 0) {
            Operation previous = lot.operations().get(at - 1);
            int wait = shopfloor.step(lot, previous).waitMinutes();
            release = release.later(new Release(previous.end() + wait, lot, at - 1, null));
        }
        for (Consumption c : step.consumptions()) {
            for (Lot child : children.get(lot.index())) {
                if (child.item() == c.item()) {
                    release = release.later(
                            new Release(child.end(), child, child.operations().size() - 1, null));
                }
            }
        }
        for (Take take : takesOf.get(lot.index())) {
            if (take.step() == op.step()) {
                release = release.later(arrival(take.source(), take.index(), take.item(), op.start()));
            }
        }
        return plan.takes().isEmpty() ? laterPurchases(release, step, op.start()) : release;
    }

    /** Plans without pegging: whatever of the item arrived last before it was used. */
    private Release laterPurchases(Release earlier, Step step, int before) {
        Release release = earlier;
        for (Consumption c : step.consumptions()) {
            for (int offer : problem.items().get(c.item()).offers()) {
                release = release.later(arrival(Source.PURCHASE, offer, c.item(), before));
            }
        }
        return release;
    }

    private Release arrival(Source source, int index, int item, int before) {
        return switch (source) {
            case STOCK -> Release.AT_ONCE;
            case RECEIPT -> {
                Receipt receipt = problem.receipts().get(index);
                yield new Release(
                        receipt.arrives(), null, -1, new Reason(Kind.MATERIAL, receipt.id(), 0, receipt.arrives()));
            }
            case PURCHASE -> lastPurchase(index, item, before);
        };
    }

    /** Ordered on the first day, only the supplier's lead time holds it up; ordered later, the supplier could not take it sooner. */
    private Release lastPurchase(int offerIndex, int item, int before) {
        Release release = Release.AT_ONCE;
        Offer offer = problem.offers().get(offerIndex);
        for (Purchase p : plan.purchases()) {
            if (p.offer() == offerIndex && p.arrives() <= before) {
                boolean atOnce = p.ordered() < PlanningProblem.DAY;
                Reason reason = atOnce
                        ? new Reason(Kind.SUPPLIER_LEAD_TIME, offer.supplier(), p.ordered(), p.arrives())
                        : new Reason(Kind.MATERIAL, problem.items().get(item).id(), 0, p.arrives());
                release = release.later(new Release(p.arrives(), null, -1, reason));
            }
        }
        return release;
    }

    /** Nothing was waited for: the operations themselves take that long. */
    private Reason processing(Demand demand, Release last, int delivered) {
        if (last.lot() == null) {
            return new Reason(
                    Kind.PROCESS_LEAD_TIME, problem.items().get(demand.item()).id(), Math.min(0, delivered), delivered);
        }
        Lot lot = last.lot();
        Operation longest = lot.operations().getFirst();
        for (Operation op : lot.operations()) {
            if (op.end() - op.start() > longest.end() - longest.start()) {
                longest = op;
            }
        }
        String process = shopfloor.step(lot, longest).process();
        return new Reason(Kind.PROCESS_LEAD_TIME, process, longest.start(), longest.end());
    }
}

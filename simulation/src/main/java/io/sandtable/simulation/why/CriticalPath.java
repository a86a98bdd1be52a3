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
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks back from a delivery: from each operation to what it had to wait for last, until material, the as-of day or free choice. */
final class CriticalPath {
    private static final int WEEK = 7 * PlanningProblem.DAY;
    /** From this share on there is no room worth the name. */
    private static final double NEARLY = 0.8;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final Waits waits;
    private final List<List<Lot>> children = new ArrayList<>();
    private final List<List<Take>> takesOf = new ArrayList<>();
    private final Bookings machines;
    private final Map<Integer, List<Lot>> lotsOf;
    /** What is delivered as it is taken, by demand. */
    private final Map<Integer, List<Take>> goodsOf;

    private final Map<Integer, List<Purchase>> purchasesOf;
    /** Quantity that arrives, by offer and week. */
    private final Map<Integer, Map<Integer, Double>> weeksOf;

    CriticalPath(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = new Shopfloor(problem, plan);
        this.machines = new Bookings(plan, shopfloor.machines(), Operation::machine);
        this.waits = new Waits(problem, plan, shopfloor, machines);
        this.lotsOf = plan.lots().stream().collect(Collectors.groupingBy(Lot::demand));
        this.goodsOf =
                plan.takes().stream().filter(take -> take.lot() < 0).collect(Collectors.groupingBy(Take::demand));
        this.purchasesOf = plan.purchases().stream().collect(Collectors.groupingBy(Purchase::offer));
        this.weeksOf = plan.purchases().stream()
                .collect(Collectors.groupingBy(
                        Purchase::offer,
                        Collectors.groupingBy(p -> p.arrives() / WEEK, Collectors.summingDouble(Purchase::quantity))));
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
        for (Lot lot : lotsOf.getOrDefault(demand.index(), List.of())) {
            if (lot.parent() < 0) {
                release = release.later(
                        new Release(lot.end(), lot, lot.operations().size() - 1, null));
            }
        }
        for (Take take : goodsOf.getOrDefault(demand.index(), List.of())) {
            release = release.later(arrival(take.source(), take.index(), take.item(), delivered));
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
        Release release = new Release(
                step.releaseFence(),
                null,
                -1,
                step.releaseFence() == 0
                        ? null
                        : new Reason(Kind.PROCESS_LEAD_TIME, step.process(), 0, step.releaseFence()));
        if (at > 0) {
            Operation previous = lot.operations().get(at - 1);
            int wait = shopfloor.step(lot, previous).waitMinutes();
            // transfer lots let it begin before all is done
            release = release.later(new Release(Math.min(op.start(), previous.end() + wait), lot, at - 1, null));
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
            case STOCK -> {
                Stock stock = problem.stocks().get(index);
                yield stock.elsewhere() == null
                        ? Release.AT_ONCE
                        : new Release(
                                stock.available(),
                                null,
                                -1,
                                new Reason(Kind.MATERIAL, stock.id(), 0, stock.available()));
            }
            case RECEIPT -> {
                Receipt receipt = problem.receipts().get(index);
                yield new Release(
                        receipt.arrives(), null, -1, new Reason(Kind.MATERIAL, receipt.id(), 0, receipt.arrives()));
            }
            case PURCHASE -> lastPurchase(index, item, before);
            case LOT -> {
                Lot lot = plan.lots().get(index);
                yield new Release(lot.end(), lot, lot.operations().size() - 1, null);
            }
        };
    }

    /** The last delivery of the offer before it was used. */
    private Release lastPurchase(int offerIndex, int item, int before) {
        Offer offer = problem.offers().get(offerIndex);
        return purchasesOf.getOrDefault(offerIndex, List.of()).stream()
                .filter(p -> p.arrives() <= before)
                .max(Comparator.comparingInt(Purchase::arrives))
                .map(p -> release(offer, item, p))
                .orElse(Release.AT_ONCE);
    }

    /**
     * Ordered on the first day, only the supplier's lead time holds it up. Ordered later, the supplier's weeks before were all taken; else it
     * comes just in time, and could have been there after the lead time.
     */
    private Release release(Offer offer, int item, Purchase p) {
        if (p.ordered() >= PlanningProblem.DAY && weeksBeforeAreTaken(offer, p)) {
            String id = problem.items().get(item).id();
            return new Release(p.arrives(), null, -1, new Reason(Kind.MATERIAL, id, 0, p.arrives()));
        }
        int ordered = p.ordered() < PlanningProblem.DAY ? p.ordered() : 0;
        int there = p.arrives() - p.ordered() + ordered;
        return new Release(there, null, -1, new Reason(Kind.SUPPLIER_LEAD_TIME, offer.supplier(), ordered, there));
    }

    private boolean weeksBeforeAreTaken(Offer offer, Purchase purchase) {
        int first = (purchase.arrives() - purchase.ordered()) / WEEK;
        int last = purchase.arrives() / WEEK;
        Map<Integer, Double> weeks = weeksOf.getOrDefault(offer.index(), Map.of());
        for (int week = first; week < last; week++) {
            double taken = weeks.getOrDefault(week, 0.0);
            if (taken < NEARLY * offer.capacityPerWeek()) {
                return false;
            }
        }
        return last > first;
    }

    /** Nothing was waited for: it is the busiest of its machines that let others go first, or the operations take that long. */
    private Reason processing(Demand demand, Release last, int delivered) {
        Optional<Reason> busiest = busiest(demand, delivered);
        if (busiest.isPresent()) {
            return busiest.get();
        }
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

    /** The machine of the order that was used most from its due date to its delivery, where others left little of it. */
    private Optional<Reason> busiest(Demand demand, int delivered) {
        int from = Math.max(0, demand.due());
        int best = -1;
        double most = NEARLY;
        var own = new TreeSet<Integer>();
        for (Lot lot : lotsOf.getOrDefault(demand.index(), List.of())) {
            lot.operations().stream().filter(op -> op.machine() >= 0).forEach(op -> own.add(op.machine()));
        }
        for (int machine : own) {
            double used = used(machine, from, delivered);
            if (used > most) {
                most = used;
                best = machine;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Reason(Kind.CAPACITY, shopfloor.machine(best).id(), from, delivered));
    }

    /** Share of the machine's working time in the stretch that is taken. */
    private double used(int machine, int from, int to) {
        double taken = 0;
        for (Bookings.Booking booking : machines.between(machine, from, to)) {
            Operation op = booking.op();
            taken += shopfloor.time(machine).workedBetween(Math.max(from, op.start()), Math.min(to, op.end()));
            taken += op.start() >= from ? op.changeoverMinutes() : 0;
        }
        int works = shopfloor.timeLeftByRules(machine).workedBetween(from, to);
        return works == 0 ? 0 : taken / works;
    }
}

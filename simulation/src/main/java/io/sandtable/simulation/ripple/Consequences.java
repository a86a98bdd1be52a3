package io.sandtable.simulation.ripple;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change does to the orders: when it reaches each, and how each is delivered with and without it. */
public final class Consequences {
    private final PlanningProblem after;
    private final Plan doNothing;
    private final Struck struck;
    private final FirstHits hits;
    private final List<OrderHit> orders;

    /**
     * @param today how the problem before the change is planned
     * @param doNothing how the problem under the change is planned where nobody does anything about it
     */
    public Consequences(PlanningProblem before, Plan today, PlanningProblem after, Plan doNothing) {
        this.after = after;
        this.doNothing = doNothing;
        struck = Struck.between(before, after);
        hits = new FirstHits(before, today, struck);
        var was = new Deliveries(before, today);
        var is = new Deliveries(after, doNothing);
        Map<String, Demand> now = after.demands().stream().collect(Collectors.toMap(Demand::id, Function.identity()));
        orders = new ArrayList<>();
        for (Demand demand : before.demands()) {
            Demand then = now.get(demand.id());
            if (then != null) {
                orders.add(order(before, demand, was, then, is));
            }
        }
    }

    /** Every order that is still one, whether the change reaches it or not, in the order of the problem. */
    public List<OrderHit> orders() {
        return Collections.unmodifiableList(orders);
    }

    /** The order of that id; empty where it is not planned. */
    public Optional<OrderHit> find(String order) {
        return orders.stream().filter(hit -> hit.demand().id().equals(order)).findFirst();
    }

    /** Those whose customers are worse off. */
    public List<OrderHit> hurt() {
        return orders.stream().filter(OrderHit::isHurt).toList();
    }

    /** What they are worth together. */
    public Money valueHurt() {
        return hurt().stream().map(OrderHit::value).reduce(Money.fen(0), Money::plus);
    }

    /** The first day on which a new purchase of the item can arrive, whoever sells it; empty where nobody may. */
    public Optional<LocalDate> nextArrival(String item) {
        return after.offers().stream()
                .filter(offer -> after.items().get(offer.item()).id().equals(item))
                .map(offer -> after.day(offer.leadTimeMinutes()))
                .min(LocalDate::compareTo);
    }

    /** What suppliers offer on other terms than before, or not at all for a time. */
    public List<Offer> changedOffers() {
        return after.offers().stream()
                .filter(offer -> struck.offers().isStruck(offer.index()))
                .toList();
    }

    /** The problem under the change. */
    public PlanningProblem problem() {
        return after;
    }

    Plan doNothing() {
        return doNothing;
    }

    Struck struck() {
        return struck;
    }

    BitSet itemsHit() {
        return hits.items();
    }

    private OrderHit order(PlanningProblem before, Demand demand, Deliveries was, Demand now, Deliveries is) {
        int index = demand.index();
        return new OrderHit(
                now,
                hits.reaches(index) ? before.day(hits.minute(index)) : null,
                after.day(now.due() - 1),
                delivered(before, was, demand),
                delivered(after, is, now),
                !was.isOnTime(demand),
                !is.isOnTime(now));
    }

    private static @Nullable LocalDate delivered(PlanningProblem problem, Deliveries deliveries, Demand demand) {
        return deliveries.isShort(demand) ? null : problem.day(Math.max(0, deliveries.lastMinute(demand) - 1));
    }
}

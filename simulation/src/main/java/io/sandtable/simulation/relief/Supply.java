package io.sandtable.simulation.relief;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.why.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reliefs of material: sooner, or more of it. */
final class Supply {
    /** Into how many parts at most a quantity is divided to find the smallest that does. */
    private static final int PARTS = 20;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Plan early;

    /** @param early the plan as explanations see it: as soon as possible */
    Supply(PlanningProblem problem, Plan plan, Plan early) {
        this.problem = problem;
        this.plan = plan;
        this.early = early;
    }

    /** The supplier delivers what the order takes of him fewer days after it was ordered; one loosening for each item. */
    List<Loosening> sooner(int demand, Reason reason) {
        return early.purchases().stream()
                // just in time it comes later than it could
                .filter(p -> p.arrives() == reason.to() || p.arrives() - p.ordered() == reason.to())
                .map(p -> problem.offers().get(p.offer()))
                .filter(o -> o.supplier().equals(reason.on()) && takes(demand, o))
                .distinct()
                .flatMap(o -> sooner(demand, o, reason).stream())
                .toList();
    }

    private boolean takes(int demand, Offer offer) {
        return early.takes().isEmpty()
                || early.takes().stream()
                        .anyMatch(t -> t.demand() == demand
                                && t.source() == Plan.Source.PURCHASE
                                && t.index() == offer.index());
    }

    private Optional<Loosening> sooner(int demand, Offer offer, Reason reason) {
        String item = problem.items().get(offer.item()).id();
        return days(
                offer.leadTimeMinutes(),
                Kind.SOONER_SUPPLY,
                offer.supplier(),
                item,
                reason,
                minutes -> new Edit(problem, plan)
                        .offer(offer.index(), o -> o.withLeadTime(Math.max(0, o.leadTimeMinutes() - minutes)))
                        .placing(List.of(demand)));
    }

    /** What the id of a reason names, whichever it is: an open purchase or work order, stock elsewhere, or an item that is short. */
    List<Loosening> material(int demand, Reason reason) {
        var found = new ArrayList<Loosening>();
        for (Receipt receipt : problem.receipts()) {
            if (receipt.id().equals(reason.on())) {
                days(
                                receipt.arrives(),
                                Kind.SOONER_ARRIVAL,
                                receipt.id(),
                                problem.items().get(receipt.item()).id(),
                                reason,
                                minutes -> new Edit(problem, plan)
                                        .receipt(receipt.index(), r -> arriving(r, Math.max(0, r.arrives() - minutes)))
                                        .placing(List.of(demand)))
                        .ifPresent(found::add);
            }
        }
        for (Stock stock : problem.stocks()) {
            if (stock.id().equals(reason.on())) {
                days(
                                stock.available(),
                                Kind.SOONER_ARRIVAL,
                                stock.id(),
                                problem.items().get(stock.item()).id(),
                                reason,
                                minutes -> new Edit(problem, plan)
                                        .stock(stock.index(), s -> sooner(s, minutes))
                                        .placing(List.of(demand)))
                        .ifPresent(found::add);
            }
        }
        for (Item item : problem.items()) {
            if (item.id().equals(reason.on())) {
                found.add(more(demand, item));
            }
        }
        return found;
    }

    private static Receipt arriving(Receipt r, int minute) {
        return new Receipt(
                r.index(),
                r.id(),
                r.item(),
                r.quantity(),
                minute,
                r.price(),
                r.supplier(),
                r.paymentTermDays(),
                r.made(),
                r.currency(),
                r.foreign(),
                r.dutyPercent());
    }

    private static Stock sooner(Stock s, int minutes) {
        Elsewhere there = s.elsewhere();
        return there == null
                ? s
                : new Stock(
                        s.index(),
                        s.id(),
                        s.item(),
                        s.quantity(),
                        s.unitCost(),
                        s.expires(),
                        new Elsewhere(
                                there.site(),
                                there.name(),
                                Math.max(0, there.minutes() - minutes),
                                there.costPerUnit()));
    }

    /** Up to all that the order needs of the item, bought at the price of its first offer, else at its standard cost. */
    private Loosening more(int demand, Item item) {
        double need = Math.max(new Needs(problem).of(problem.demands().get(demand), item.index()), taken(demand, item));
        double step = Math.max(1, Math.ceil(need / PARTS));
        Optional<Offer> offer =
                item.offers().stream().map(problem.offers()::get).findFirst();
        return new Loosening(
                (int) Math.max(1, Math.ceil(need / step)),
                steps -> new Relief(Kind.MORE_MATERIAL, item.id(), "", steps * step, 0, 0),
                steps -> new Edit(problem, plan)
                        .receipt(new Receipt(
                                problem.receipts().size(),
                                "+" + item.id(),
                                item.index(),
                                steps * step,
                                0,
                                offer.map(Offer::price).orElse(item.standardCost()),
                                offer.map(Offer::supplier).orElse(""),
                                offer.map(Offer::paymentTermDays).orElse(0),
                                false,
                                offer.map(Offer::currency).orElse(PlanningProblem.CNY),
                                offer.map(Offer::foreign).orElse(false),
                                offer.map(Offer::dutyPercent).orElse(0.0)))
                        .placing(List.of(demand)));
    }

    private double taken(int demand, Item item) {
        return early.takes().stream()
                .filter(t -> t.demand() == demand && t.item() == item.index())
                .mapToDouble(Take::quantity)
                .sum();
    }

    /** The subcontractor has the goods for fewer days. */
    Optional<Loosening> subcontract(int demand, String supplier, String process, int leadTime, Reason reason) {
        return days(
                leadTime,
                Kind.SOONER_SUBCONTRACT,
                supplier,
                process,
                reason,
                minutes -> new Edit(problem, plan)
                        .steps(s -> s.process().equals(process) ? Steps.sooner(s, supplier, minutes) : s)
                        .placing(List.of(demand)));
    }

    /** The operation may begin sooner than is settled on the shop floor. */
    Optional<Loosening> earlierStart(int demand, String process, int fence, Reason reason) {
        return days(
                fence,
                Kind.EARLIER_START,
                process,
                "",
                reason,
                minutes -> new Edit(problem, plan)
                        .steps(s -> s.process().equals(process)
                                ? Steps.withReleaseFence(s, Math.max(0, s.releaseFence() - minutes))
                                : s)
                        .placing(List.of(demand)));
    }

    private static Optional<Loosening> days(
            int minutes, Kind kind, String on, String of, Reason reason, IntFunction<Given> give) {
        return minutes <= 0
                ? Optional.empty()
                : Optional.of(new Loosening(
                        Math.ceilDiv(minutes, DAY),
                        days -> new Relief(kind, on, of, days, reason.from(), reason.to()),
                        days -> give.apply(days * DAY)));
    }
}

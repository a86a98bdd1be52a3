package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Cause.Subject;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.web.Words;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What postings are about, in names: worked out once for a plan, since a hundred thousand postings have a few thousand causes. */
final class Subjects {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Names names;
    private final Words words;
    private final Map<Subject, List<About>> bySubject = new EnumMap<>(Subject.class);
    private final Map<Event, String> events = new EnumMap<>(Event.class);

    /**
     * What a posting is about.
     *
     * @param demand index of the order it is for, −1 where it is for none or for several
     */
    record About(String name, int demand) {
        static final About NOTHING = new About("", -1);
    }

    Subjects(ShownPlan shown) {
        this.problem = shown.problem();
        this.plan = shown.plan();
        this.names = shown.names();
        this.words = Words.in(shown.language());
        for (Event event : Event.values()) {
            events.put(event, words.say("detail.event." + event.name()));
        }
        put(
                Subject.DEMAND,
                problem.demands().size(),
                i -> new About(ofDemand(problem.demands().get(i)), i));
        put(
                Subject.STOCK,
                problem.stocks().size(),
                i -> new About(names.item(problem.stocks().get(i).item()), -1));
        put(Subject.RECEIPT, problem.receipts().size(), this::ofReceipt);
        put(Subject.INVESTMENT, problem.investments().size(), this::ofInvestment);
        put(Subject.CASH_ITEM, problem.finance().cashItems().size(), this::ofCashItem);
        put(Subject.LOT, plan.lots().size(), this::ofLot);
        put(
                Subject.OFFER,
                problem.offers().size(),
                i -> ofOffer(problem.offers().get(i)));
        put(Subject.PURCHASE, plan.purchases().size(), this::ofPurchase);
        put(Subject.DELIVERY, plan.deliveries().size(), i -> {
            int demand = plan.deliveries().get(i).demand();
            return new About(ofDemand(problem.demands().get(demand)), demand);
        });
    }

    private void put(Subject subject, int size, IntFunction<About> about) {
        bySubject.put(subject, IntStream.range(0, size).mapToObj(about).toList());
    }

    /** What happened, in a word. */
    String event(Event event) {
        return java.util.Objects.requireNonNull(events.get(event));
    }

    /** What it happened to. */
    About about(Cause cause) {
        if (cause.event() == Event.STOCK_EXPIRED) {
            return new About(names.item(cause.index()), -1);
        }
        return switch (cause.event().subject()) {
            case NOTHING -> About.NOTHING;
            case MONTH ->
                new About(
                        YearMonth.from(problem.asOf()).plusMonths(cause.index()).toString(), -1);
            case DEMAND, STOCK, RECEIPT, INVESTMENT, CASH_ITEM, LOT, OFFER, PURCHASE, DELIVERY ->
                java.util.Objects.requireNonNull(bySubject.get(cause.event().subject()))
                        .get(cause.index());
        };
    }

    /** The operation it happened at, null where it is not about one. */
    @Nullable
    String operation(Cause cause) {
        return cause.step() < 0 || cause.event().subject() != Subject.LOT
                ? null
                : names.operation(plan.lots().get(cause.index()), cause.step());
    }

    /** Number of the order it is for, null where it is for none or for several. */
    @Nullable
    String order(About about) {
        return about.demand() < 0 ? null : problem.demands().get(about.demand()).number();
    }

    /** The unit that its quantity is counted in; empty where the posting does not tell it. */
    String unit(Cause cause) {
        return switch (cause.event()) {
            case SETUP_LABOUR, RUN_LABOUR, OVERTIME -> words.say("detail.unit.hours");
            case CARBON -> "kg";
            case ENERGY -> energyUnit(cause);
            case CONSUMPTION, UNCOVERED, COPRODUCT -> unitOf(cause.item());
            case SALE, COST_OF_SALE, UNCOVERED_DELIVERY ->
                unitOf(problem.demands()
                        .get(plan.deliveries().get(cause.index()).demand())
                        .item());
            case OPENING_STOCK, TRANSFER ->
                unitOf(problem.stocks().get(cause.index()).item());
            case RECEIPT -> unitOf(problem.receipts().get(cause.index()).item());
            case PURCHASE -> unitOf(offer(cause.index()).item());
            case REBATE -> unitOf(problem.offers().get(cause.index()).item());
            case STOCK_EXPIRED -> unitOf(cause.index());
            case SUBCONTRACT, LOT_DONE -> unitOf(plan.lots().get(cause.index()).item());
            default -> "";
        };
    }

    private String unitOf(int item) {
        return problem.items().get(item).unit();
    }

    private String energyUnit(Cause cause) {
        var units = new TreeSet<String>();
        Plan.Lot lot = plan.lots().get(cause.index());
        PlanningProblem.Step step = names.step(lot, cause.step());
        if (step.energy() >= 0) {
            units.add(problem.energies().get(step.energy()).unit());
        }
        step.machines().stream()
                .map(m -> problem.machines().get(m.machine()).energy())
                .filter(e -> e >= 0)
                .forEach(e -> units.add(problem.energies().get(e).unit()));
        return units.size() == 1 ? units.first() : "";
    }

    private String ofDemand(Demand demand) {
        return joined(names.customer(demand), names.item(demand.item()));
    }

    private About ofReceipt(int index) {
        PlanningProblem.Receipt receipt = problem.receipts().get(index);
        return new About(joined(names.item(receipt.item()), names.of(receipt.supplier(), receipt.supplier())), -1);
    }

    private About ofInvestment(int index) {
        PlanningProblem.Investment bought = problem.investments().get(index);
        return new About(
                joined(names.of(bought.equipment(), bought.name()), names.of(bought.supplier(), bought.supplierName())),
                -1);
    }

    private About ofCashItem(int index) {
        PlanningProblem.CashItem item = problem.finance().cashItems().get(index);
        String key = "detail.cashItem." + item.kind().toLowerCase(Locale.ROOT);
        String name = names.of(item.id(), item.kind());
        return new About(words.knows(key) ? joined(words.say(key), name) : name, -1);
    }

    private About ofLot(int index) {
        Plan.Lot lot = plan.lots().get(index);
        return new About(names.item(lot.item()), lot.demand());
    }

    private About ofPurchase(int index) {
        return ofOffer(offer(index));
    }

    private About ofOffer(Offer offer) {
        return new About(joined(names.item(offer.item()), names.of(offer.supplier(), offer.supplierName())), -1);
    }

    private Offer offer(int purchase) {
        return problem.offers().get(plan.purchases().get(purchase).offer());
    }

    private static String joined(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b) ? (a.isEmpty() ? b : a) : a + " · " + b;
    }
}

package io.sandtable.web.why;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.LateOrder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why one order is late or short in a plan: from what was ordered over what it waited for to its delivery, at most five links. */
final class OrderChain {
    private static final int MOST_LINKS = 5;
    /** Beside the links of order, deferral and delivery. */
    private static final int MOST_REASONS = MOST_LINKS - 2;

    /** A machine that is less used than this while the order waits is held up by the plan's sequence, not by its load. */
    private static final double BUSY = 0.8;

    private static final int BEHIND_SHOWN = 3;

    private final String page;
    private final Answer answer;
    private final Alternative alternative;
    private final Words words;
    private final Figures figures;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;

    OrderChain(String inquiryId, Answer answer, Alternative alternative, Words words) {
        this.page = "/runs/" + inquiryId;
        this.answer = answer;
        this.alternative = alternative;
        this.words = words;
        this.figures = new Figures(words.language());
        this.problem = answer.problem();
        this.plan = alternative.evaluation().plan();
        this.shopfloor = new Shopfloor(problem, plan);
    }

    WhyView view(Explanation explanation, LateOrder late) {
        Demand demand = problem.demands().get(explanation.demand());
        int first = explanation.reasons().getFirst().from();
        // walking back, the first thing it waited for began after it was due: until then the plan let other orders go
        // first
        boolean deferred = late.delivered() != null && first > Math.max(0, demand.due());
        List<Reason> reasons = explanation.reasons().stream()
                .sorted(Comparator.comparingInt(Reason::minutes).reversed())
                .limit(deferred ? MOST_REASONS - 1 : MOST_REASONS)
                .sorted(Comparator.comparingInt(Reason::from).thenComparingInt(Reason::to))
                .toList();
        var facts = new ReasonFacts(answer, plan, words);
        var chain = new ArrayList<WhyView.Link>();
        chain.add(ordered(demand, late));
        String until = figures.date(problem.day(Math.max(0, first)));
        if (deferred) {
            chain.add(new WhyView.Link(words.say("why.link.deferred", letter(), until), "computed", List.of()));
        }
        reasons.forEach(r -> chain.add(new WhyView.Link(reason(r), "computed", facts.of(demand, r))));
        chain.add(new WhyView.Link(delivered(late), "computed", List.of()));
        return new WhyView.OfOrder(
                words.say("why.order.title", late.number()),
                words.say(
                        late.delivered() == null
                                ? "why.order.short"
                                : deferred ? "why.order.deferred" : "why.order.late",
                        late.number(),
                        letter(),
                        late.delivered() == null ? "" : days(late),
                        late.words(words),
                        until),
                chain,
                conditions(demand, reasons),
                otherwise(demand, late));
    }

    private WhyView.Link ordered(Demand demand, LateOrder late) {
        var sources = new FactSources(words);
        var facts = new ArrayList<WhyView.Fact>();
        Node order = answer.snapshot().node(demand.id());
        String item = LateOrder.named(answer, problem.items().get(demand.item()).id(), words.language());
        sources.fact(late.number(), order, Attributes.DUE_DATE).ifPresent(facts::add);
        sources.fact(late.number(), order, Attributes.QUANTITY).ifPresent(facts::add);
        String said = words.say(
                "why.link.ordered",
                late.customer(),
                item,
                figures.fixed(demand.quantity(), 0),
                problem.items().get(demand.item()).unit(),
                figures.date(late.due()));
        double open = order.number(Attributes.QUANTITY) - order.numberOr(Attributes.DELIVERED_QUANTITY, 0);
        return Math.rint(open) == demand.quantity()
                ? new WhyView.Link(said, badge(order), facts)
                : new WhyView.Link(
                        said + words.say("why.link.ordered.changed", figures.fixed(open, 0)), "whatif", facts);
    }

    private static String badge(Node order) {
        return switch (order.source(Attributes.DUE_DATE).evidence().origin()) {
            case REAL -> "imported";
            case DERIVED -> "computed";
            case DEFAULT -> "default";
            case DEMO -> "demo";
            case USER -> "typed";
        };
    }

    private String reason(Reason reason) {
        String said = words.say(
                "reason." + reason.kind().id(),
                LateOrder.named(answer, reason.on(), words.language()),
                figures.date(problem.day(reason.from())),
                figures.date(problem.day(Math.max(reason.from(), reason.to() - 1))));
        if (!reason.behind().isEmpty()) {
            String first = String.join(
                    words.language().choose("、", ", "),
                    reason.behind()
                            .subList(0, Math.min(BEHIND_SHOWN, reason.behind().size())));
            said += words.say(
                    reason.behind().size() > BEHIND_SHOWN ? "why.behind.more" : "why.behind",
                    first,
                    reason.behind().size());
        }
        double load = load(reason);
        return Double.isNaN(load) || load < BUSY ? said : said + words.say("why.load", figures.percent(100 * load));
    }

    /** Share of the machines' working time, as rules leave it, that the plan uses while the order waits; NaN for what is no machine. */
    private double load(Reason reason) {
        if (reason.kind() != Reason.Kind.CAPACITY) {
            return Double.NaN;
        }
        double works = 0;
        Set<Integer> machines = new LinkedHashSet<>();
        for (int m = 0; m < shopfloor.machines(); m++) {
            if (shopfloor.machine(m).id().equals(reason.on())) {
                machines.add(m);
                works += shopfloor.timeLeftByRules(m).workedBetween(reason.from(), reason.to());
            }
        }
        double used = plan.lots().stream()
                .flatMap(lot -> lot.operations().stream())
                .filter(op -> machines.contains(op.machine()))
                .mapToDouble(op -> op.workMinutes() * shopfloor.share(op, reason.from(), reason.to()))
                .sum();
        return works == 0 ? Double.NaN : used / works;
    }

    private String delivered(LateOrder late) {
        return late.delivered() == null
                ? words.say("why.link.short", letter(), problem.horizonDays())
                : words.say("why.link.delivered", letter(), figures.date(late.delivered()), days(late));
    }

    private String days(LateOrder late) {
        return figures.dayDifference(Math.toIntExact(
                ChronoUnit.DAYS.between(late.due(), java.util.Objects.requireNonNull(late.delivered()))));
    }

    private String letter() {
        return alternative == answer.baseline()
                ? alternative.name(words.language())
                : words.say("why.plan", alternative.letter());
    }

    /** Conditions that are a reason themselves, or that keep capacity free on a machine that the order waits for. */
    private List<String> conditions(Demand demand, List<Reason> reasons) {
        var acted = new LinkedHashSet<String>();
        for (PlannedRule rule : problem.rules()) {
            if (plan.liftedRules().contains(rule.id())) {
                continue;
            }
            for (Reason reason : reasons) {
                if (reason.kind() == Reason.Kind.RULE && reason.on().equals(rule.id())) {
                    acted.add(words.say("why.condition", rule.text()));
                } else if (reason.kind() == Reason.Kind.CAPACITY
                        && rule.restriction() instanceof ReserveCapacity reserve
                        && reserve.from() < reason.to()
                        && reserve.to() > reason.from()
                        && reserve.machines().stream()
                                .anyMatch(m -> shopfloor.machine(m).id().equals(reason.on()))) {
                    acted.add(words.say(
                            "why.condition.reserve",
                            rule.text(),
                            LateOrder.named(answer, reason.on(), words.language()),
                            figures.percent(reserve.percent())));
                }
            }
        }
        return List.copyOf(acted);
    }

    /** Only what was worked out: the other plans of this answer in which the order comes on time, or at least earlier. */
    private List<WhyView.Otherwise> otherwise(Demand demand, LateOrder late) {
        var found = new ArrayList<WhyView.Otherwise>();
        for (Alternative other : answer.plans()) {
            Plan.Delivery last = other.evaluation().plan().lastDelivery(demand.index());
            var deliveries = new Deliveries(problem, other.evaluation().plan());
            if (other == alternative || last == null || deliveries.isShort(demand)) {
                continue;
            }
            var day = problem.day(Math.max(0, last.minute() - 1));
            boolean onTime = deliveries.isOnTime(demand);
            if (onTime || late.delivered() == null || day.isBefore(late.delivered())) {
                found.add(new WhyView.Otherwise(
                        words.say(
                                onTime ? "why.otherwise.onTime" : "why.otherwise.earlier",
                                other.letter(),
                                other.name(words.language()),
                                figures.date(day)),
                        page + "/plans/" + other.letter()));
            }
        }
        return found;
    }
}

package io.sandtable.web.why;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Reason;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The facts of the data that a reason rests on. */
final class ReasonFacts {
    private static final int MOST = 2;

    private final BusinessSnapshot snapshot;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Words words;
    private final FactSources sources;

    ReasonFacts(Answer answer, Plan plan, Words words) {
        this.snapshot = answer.snapshot();
        this.problem = answer.problem();
        this.plan = plan;
        this.words = words;
        this.sources = new FactSources(words);
    }

    List<WhyView.Fact> of(Demand demand, Reason reason) {
        var facts = new ArrayList<WhyView.Fact>();
        Node on = snapshot.findNode(reason.on()).orElse(null);
        if (on == null) {
            return facts;
        }
        switch (reason.kind()) {
            case CAPACITY -> capacity(demand, on, facts);
            case MATERIAL -> material(on, facts);
            case SUPPLIER_LEAD_TIME -> supplies(demand, on).ifPresent(r -> add(facts, r, Attributes.LEAD_TIME_DAYS));
            case PROCESS_LEAD_TIME -> process(on, facts);
            case TOOL -> {
                add(facts, on, Attributes.LIFE_STROKES);
                add(facts, on, Attributes.STROKES_USED);
            }
            case SKILL -> {
                add(facts, on, Attributes.OPERATORS_PER_SHIFT);
                add(facts, on, Attributes.SKILLS);
            }
            case CALENDAR ->
                on.out(RelationType.FOLLOWS).forEach(follows -> {
                    add(facts, follows.to(), Attributes.SHUTDOWNS);
                    add(facts, follows.to(), Attributes.SHIFTS);
                });
            case OVERDUE -> add(facts, on, Attributes.DUE_DATE);
            case RULE -> {
                // the condition itself is said where conditions are
            }
        }
        return facts.subList(0, Math.min(MOST, facts.size()));
    }

    private void capacity(Demand demand, Node on, List<WhyView.Fact> facts) {
        if (on.type() == NodeType.SUPPLIER) {
            used(demand).stream()
                    .flatMap(p -> snapshot.node(p).out(RelationType.OUTSOURCED_TO).stream())
                    .filter(r -> r.to().equals(on))
                    .filter(r -> r.has(Attributes.CAPACITY_PER_WEEK))
                    .findFirst()
                    .ifPresent(r -> add(facts, r, Attributes.CAPACITY_PER_WEEK));
            return;
        }
        used(demand).stream()
                .flatMap(p -> snapshot.node(p).out(RelationType.RUNS_ON).stream())
                .filter(r -> r.to().equals(on))
                .findFirst()
                .ifPresent(r -> add(facts, r, Attributes.MINUTES_PER_UNIT));
        add(facts, on, Attributes.UNITS);
        add(facts, on, Attributes.AVAILABILITY_PERCENT);
    }

    private void material(Node on, List<WhyView.Fact> facts) {
        if (on.type() == NodeType.PURCHASE_ORDER) {
            add(facts, on, Attributes.DUE_DATE);
            add(facts, on, Attributes.QUANTITY);
            return;
        }
        for (Relation supplies : on.in(RelationType.SUPPLIES)) {
            add(facts, supplies, Attributes.CAPACITY_PER_WEEK);
        }
    }

    private void process(Node on, List<WhyView.Fact> facts) {
        Stream.of(RelationType.OUTSOURCED_TO, RelationType.RUNS_ON)
                .flatMap(type -> on.out(type).stream())
                .findFirst()
                .ifPresent(r -> add(
                        facts,
                        r,
                        r.type() == RelationType.RUNS_ON ? Attributes.MINUTES_PER_UNIT : Attributes.LEAD_TIME_DAYS));
    }

    /** What the supplier sells for this order, the longest lead time first. */
    private Optional<Relation> supplies(Demand demand, Node supplier) {
        Set<String> items = new TreeSet<>();
        plan.takes().stream()
                .filter(t -> t.demand() == demand.index() && t.source() == Source.PURCHASE)
                .filter(t -> problem.offers().get(t.index()).supplier().equals(supplier.id()))
                .forEach(t -> items.add(problem.items().get(t.item()).id()));
        return supplier.out(RelationType.SUPPLIES).stream()
                .filter(r -> items.contains(r.to().id()))
                .max(Comparator.comparingDouble(r -> r.numberOr(Attributes.LEAD_TIME_DAYS, 0)));
    }

    /** Operations that the order's lots go through. */
    private List<String> used(Demand demand) {
        return plan.lots().stream()
                .filter(lot -> lot.demand() == demand.index())
                .flatMap(lot -> lot.operations().stream()
                        .map(op -> problem.routings()
                                .get(lot.routing())
                                .steps()
                                .get(op.step())
                                .process()))
                .filter(p -> snapshot.findNode(p).isPresent())
                .distinct()
                .toList();
    }

    private void add(List<WhyView.Fact> facts, Thing thing, Attribute attribute) {
        sources.fact(name(thing), thing, attribute).ifPresent(facts::add);
    }

    private String name(Thing thing) {
        return switch (thing) {
            case Node node -> name(node);
            case Relation relation -> words.say("why.fact.of", name(relation.from()), name(relation.to()));
        };
    }

    private String name(Node node) {
        return words.language().choose(node.name(), node.nameEn());
    }
}

package io.sandtable.simulation.ripple;

import static io.sandtable.model.Attributes.APPROVED;

import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Levers.Sourcing;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.ripple.Response.Kind;
import io.sandtable.simulation.ripple.Response.Start;
import io.sandtable.simulation.scenario.Approval;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.Scenario;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What could be done about a change. Every lever is a fact of the business; whether it helps, only a plan tells. */
public final class Responses {
    /** Two working weeks, as the strategy that builds ahead takes. */
    private static final int BUFFER_DAYS = 14;

    private final Scenario scenario;
    private final Consequences consequences;
    private final PlanningProblem problem;
    private final List<Item> items;

    private Responses(Scenario scenario, Consequences consequences) {
        this.scenario = scenario;
        this.consequences = consequences;
        this.problem = consequences.problem();
        this.items =
                consequences.itemsHit().stream().mapToObj(problem.items()::get).toList();
    }

    /** All that the business offers, in a fixed order; none where the change reaches no order. */
    public static List<Response> to(Scenario scenario, Consequences consequences) {
        if (consequences.orders().stream().allMatch(hit -> hit.first() == null && !hit.isHurt())) {
            return List.of();
        }
        var responses = new Responses(scenario, consequences);
        var all = new ArrayList<Response>();
        all.addAll(responses.substitutes());
        all.addAll(responses.secondSources());
        all.addAll(responses.safetyStock());
        all.addAll(responses.overtime());
        all.addAll(responses.outsourcing());
        all.addAll(responses.buildAhead());
        all.addAll(responses.rePromise());
        return all;
    }

    /** Approved ones need no decision: every plan takes them where something is short. */
    private List<Response> substitutes() {
        Set<String> missing = items.stream().map(Item::id).collect(Collectors.toSet());
        return scenario.snapshot().relations(RelationType.SUBSTITUTES).stream()
                .filter(r -> missing.contains(r.to().id()) && !r.flag(APPROVED) && r.validOn(scenario.asOf()))
                .map(this::approving)
                .toList();
    }

    private Response approving(Relation substitutes) {
        String other = substitutes.from().id();
        String material = substitutes.to().id();
        return new Response(
                Kind.SUBSTITUTE,
                List.of(other, material),
                scenario.approving(new Approval(other, material)),
                Levers.today(),
                Start.TODAY);
    }

    private List<Response> secondSources() {
        Set<String> suppliers = items.stream()
                .flatMap(item -> item.offers().stream())
                .filter(offer -> !consequences.struck().offers().isStruck(offer))
                .map(offer -> problem.offers().get(offer).supplier())
                .collect(Collectors.toCollection(TreeSet::new));
        return one(Kind.SECOND_SOURCE, suppliers, Levers.today().withSourcing(Sourcing.BEST));
    }

    private List<Response> safetyStock() {
        Set<String> kept = items.stream()
                .filter(item -> item.safetyStock() > 0)
                .map(Item::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return one(Kind.SAFETY_STOCK, kept, Levers.today().usingSafetyStock());
    }

    private List<Response> overtime() {
        Set<Integer> machines = lotsHurt().stream()
                .flatMap(lot -> lot.operations().stream())
                .map(Operation::machine)
                .filter(m -> m >= 0 && m < problem.machines().size())
                .filter(m -> mayWorkLonger(problem.machines().get(m)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ids = machines.stream()
                .map(m -> problem.machines().get(m).id())
                .collect(Collectors.toCollection(TreeSet::new));
        return one(Kind.EXPEDITE, ids, Levers.today().withOvertime(machines));
    }

    private static boolean mayWorkLonger(Machine machine) {
        return !machine.overtime().equals(machine.time());
    }

    private List<Response> outsourcing() {
        if (!consequences.struck().strikesTheShop()) {
            return List.of();
        }
        Set<String> subcontractors = lotsHurt().stream()
                .flatMap(lot -> problem.routings().get(lot.routing()).steps().stream())
                .filter(step -> !step.confidential())
                .flatMap(step -> step.subcontracts().stream())
                .map(PlanningProblem.Subcontract::supplier)
                .collect(Collectors.toCollection(TreeSet::new));
        return one(Kind.OUTSOURCE, subcontractors, Levers.today().withOutsourcing());
    }

    private List<Response> buildAhead() {
        Set<String> things = items.stream().map(Item::id).collect(Collectors.toCollection(TreeSet::new));
        things.addAll(consequences.hurt().stream()
                .map(hit -> problem.items().get(hit.demand().item()).id())
                .toList());
        return one(Kind.BUILD_AHEAD, things, Levers.today().withBufferDays(BUFFER_DAYS));
    }

    /** Each customer who is worse off is told the day on which the plan delivers, where it does. */
    private List<Response> rePromise() {
        Scenario promised = scenario;
        var orders = new ArrayList<String>();
        for (OrderHit hit : consequences.hurt()) {
            if (hit.after() != null) {
                String order = hit.demand().id();
                long days = ChronoUnit.DAYS.between(hit.due(), hit.after());
                promised = promised.with(
                        new Change(Dimension.DEMAND_TIMING, Set.of(order), Change.Form.DELTA, days, null, null));
                orders.add(order);
            }
        }
        return orders.isEmpty()
                ? List.of()
                : List.of(new Response(Kind.RE_PROMISE, orders, promised, Levers.today(), Start.DO_NOTHING));
    }

    private List<Lot> lotsHurt() {
        var hurt = new BitSet();
        consequences.hurt().forEach(hit -> hurt.set(hit.demand().index()));
        return consequences.doNothing().lots().stream()
                .filter(lot -> hurt.get(lot.demand()))
                .toList();
    }

    private List<Response> one(Kind kind, Set<String> on, Levers levers) {
        return on.isEmpty() ? List.of() : List.of(new Response(kind, List.copyOf(on), scenario, levers, Start.TODAY));
    }
}

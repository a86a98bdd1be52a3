package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.APPROVED;
import static io.sandtable.model.Attributes.RATIO;
import static io.sandtable.model.Attributes.VALID_FROM;
import static io.sandtable.model.Attributes.VALID_TO;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Condition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approved substitutes, and after them those that the scenario takes as approved: a routing of one step that takes the substitute and no time, at a place without limit that is open as long as the
 * substitute may be used. So pegging, checks and the ledger need not know that there are substitutes.
 */
final class SubstitutePart {
    private final LocalDate asOf;
    private final int days;
    private final SupplyPart supply;
    private final List<PlanningProblem.Routing> routings;
    private final List<PlanningProblem.Machine> machines;

    SubstitutePart(
            BusinessSnapshot snapshot,
            LocalDate asOf,
            int days,
            SupplyPart supply,
            RoutingPart made,
            ShopFloorPart shopFloor,
            Scenario scenario) {
        this.asOf = asOf;
        this.days = days;
        this.supply = supply;
        routings = new ArrayList<>(made.all());
        machines = new ArrayList<>(shopFloor.machines());
        List<Relation> all = snapshot.relations(RelationType.SUBSTITUTES);
        all.stream().filter(s -> s.flag(APPROVED)).forEach(this::add);
        // behind the others, so that these keep their places in plans made without them
        all.stream()
                .filter(s -> !s.flag(APPROVED))
                .filter(s -> scenario.approvals().contains(new Approval(s.from().id(), s.to().id())))
                .forEach(this::add);
        scenario.conditions().stream()
                .map(ConfirmedCondition::condition)
                .filter(Condition.Substitution.class::isInstance)
                .map(Condition.Substitution.class::cast)
                .filter(Condition.Substitution::allowed)
                .filter(s -> !isThere(s))
                .forEach(s -> add(snapshot, s));
    }

    /** Those of the items' own and after them the substitutions. */
    List<PlanningProblem.Routing> routings() {
        return routings;
    }

    List<PlanningProblem.Machine> machines() {
        return machines;
    }

    private boolean isThere(Condition.Substitution s) {
        return routings.stream().anyMatch(r -> r.id().equals(id(s.replaced(), s.by())));
    }

    private static String id(String replaced, String by) {
        return replaced + " ← " + by;
    }

    /** A ratio that nobody says is the data's, where that knows the pair. */
    private void add(BusinessSnapshot snapshot, Condition.Substitution s) {
        Node replaced = snapshot.node(s.replaced());
        Node by = snapshot.node(s.by());
        double known = replaced.in(RelationType.SUBSTITUTES).stream()
                .filter(r -> r.from().equals(by))
                .findFirst()
                .map(r -> r.numberOr(RATIO, 1))
                .orElse(1.0);
        add(
                replaced,
                by,
                s.ratio() == 1 ? known : s.ratio(),
                s.window().from(),
                s.window().to());
    }

    private void add(Relation s) {
        add(
                s.to(),
                s.from(),
                s.numberOr(RATIO, 1),
                s.findDate(VALID_FROM).orElse(null),
                s.findDate(VALID_TO).orElse(null));
    }

    private void add(Node replaced, Node other, double ratio, @Nullable LocalDate first, @Nullable LocalDate last) {
        int from = minute(first == null ? asOf : first);
        int to = last == null ? days * DAY : minute(last.plusDays(1));
        if (from >= to) {
            return;
        }
        WorkingTime open = WorkingTime.of(List.of(new int[] {from, to}));
        var step = new PlanningProblem.Step(
                other.id(),
                other.name(),
                other.name(),
                false,
                0,
                0,
                List.of(new PlanningProblem.Consumption(supply.placeOf(other), ratio)),
                List.of(new PlanningProblem.MachineOption(machines.size(), 0, 0, 100)),
                List.of(),
                List.of(),
                0,
                -1);
        routings.add(new PlanningProblem.Routing(
                routings.size(), id(replaced.id(), other.id()), supply.placeOf(replaced), List.of(step), true));
        machines.add(
                new PlanningProblem.Machine(machines.size(), other.id(), other.name(), open, open, 0, 0, 0, -1, true));
    }

    private int minute(LocalDate day) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(asOf, day), 0, days) * DAY;
    }
}

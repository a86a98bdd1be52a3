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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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
            List<Approval> approvals) {
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
                .filter(s -> approvals.contains(new Approval(s.from().id(), s.to().id())))
                .forEach(this::add);
    }

    /** Those of the items' own and after them the substitutions. */
    List<PlanningProblem.Routing> routings() {
        return routings;
    }

    List<PlanningProblem.Machine> machines() {
        return machines;
    }

    private void add(Relation substitutes) {
        Node other = substitutes.from();
        int from = minute(substitutes.findDate(VALID_FROM).orElse(asOf));
        int to = substitutes
                .findDate(VALID_TO)
                .map(last -> minute(last.plusDays(1)))
                .orElse(days * DAY);
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
                List.of(new PlanningProblem.Consumption(supply.placeOf(other), substitutes.numberOr(RATIO, 1))),
                List.of(new PlanningProblem.MachineOption(machines.size(), 0, 0, 100)),
                List.of(),
                List.of(),
                0,
                -1);
        routings.add(new PlanningProblem.Routing(
                routings.size(),
                substitutes.to().id() + " ← " + other.id(),
                supply.placeOf(substitutes.to()),
                List.of(step),
                true));
        machines.add(
                new PlanningProblem.Machine(machines.size(), other.id(), other.name(), open, open, 0, 0, 0, -1, true));
    }

    private int minute(LocalDate day) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(asOf, day), 0, days) * DAY;
    }
}

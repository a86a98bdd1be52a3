package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the must-rules that a strategy keeps take out of the search, or steer it towards. */
final class Masks {
    private final PlanningProblem problem;
    private final List<Restriction> all;

    private Masks(PlanningProblem problem, List<Restriction> all) {
        this.problem = problem;
        this.all = all;
    }

    static Masks of(PlanningProblem problem, Levers levers) {
        return new Masks(
                problem,
                problem.rules().stream()
                        .filter(PlannedRule::must)
                        .filter(rule -> !levers.liftedRules().contains(rule.id()))
                        .map(PlannedRule::restriction)
                        .toList());
    }

    List<Restriction> all() {
        return all;
    }

    private <R extends Restriction> Stream<R> of(Class<R> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Takes out of each machine's time what the rules leave free or close. */
    void limit(WorkingTime[] times) {
        for (Restriction mask : all) {
            switch (mask) {
                case Restriction.ReserveCapacity reserve ->
                    reserve.machines()
                            .forEach(m -> times[m] =
                                    times[m].keeping(1 - reserve.percent() / 100, reserve.from(), reserve.to()));
                case Restriction.MachineDown down ->
                    times[down.machine()] = times[down.machine()].keeping(0, down.from(), down.to());
                case Restriction.NotWorked closed ->
                    closed.machines().forEach(m -> times[m] = times[m].without(closed.closed()));
                case Restriction.OvertimeCap cap ->
                    cap.machines().forEach(m -> {
                        Machine machine = problem.machines().get(m);
                        times[m] = times[m].beyond(machine.time(), cap.minutes(), cap.from(), cap.to());
                    });
                case Restriction.NoSubstitution no ->
                    no.routings()
                            .forEach(r -> placeOf(r).forEach(m -> times[m] = times[m].keeping(0, no.from(), no.to())));
                default -> {}
            }
        }
    }

    /** Where a substitution is done: each has a place of its own. */
    private Stream<Integer> placeOf(int routing) {
        return problem.routings().get(routing).steps().stream()
                .flatMap(step -> step.machines().stream())
                .map(MachineOption::machine);
    }

    void closeTools(BiConsumer<Integer, int[]> close) {
        of(Restriction.ToolDown.class).forEach(down -> close.accept(down.tool(), new int[] {down.from(), down.to()}));
    }

    /** When nothing may be out with the subcontractor. */
    Closures closures(WorkOutside outside) {
        Subcontract offer = outside.offer();
        var closed = new ArrayList<int[]>();
        of(Restriction.NoOutsourcing.class)
                .filter(no -> no.processes().contains(outside.process()))
                .forEach(no -> closed.add(new int[] {no.from(), no.to()}));
        if (!offer.valid().isAlways()) {
            closed.add(new int[] {Integer.MIN_VALUE, offer.valid().from()});
            closed.add(new int[] {offer.valid().until(), Integer.MAX_VALUE});
        }
        addShutdowns(offer.supplier(), closed);
        return Closures.of(closed);
    }

    private void addShutdowns(String supplier, List<int[]> closed) {
        of(Restriction.SupplierClosed.class)
                .filter(shut -> shut.supplier().equals(supplier))
                .forEach(shut -> closed.add(new int[] {shut.from(), shut.to()}));
    }

    /** The offer as the rules leave it: closed at times, and never for less than the least order. */
    Vendor vendor(Offer offer) {
        var delivers = new ArrayList<>(offer.closed());
        addShutdowns(offer.supplier(), delivers);
        var orders = new ArrayList<>(delivers);
        of(Restriction.BannedOffers.class)
                .filter(banned -> banned.offers().contains(offer.index()))
                .forEach(banned -> orders.add(new int[] {banned.from(), banned.to()}));
        of(Restriction.PriceLimit.class)
                .filter(limit -> isRuledOut(limit, offer))
                .forEach(limit -> orders.add(new int[] {limit.from(), limit.to()}));
        double least = of(Restriction.MinimumOrder.class)
                .filter(minimum -> minimum.offers().contains(offer.index()))
                .mapToDouble(Restriction.MinimumOrder::quantity)
                .reduce(offer.minimumQuantity(), Math::max);
        // more than a week brings cannot be ordered at once: then the breach is named
        double possible = Math.min(least, offer.capacityPerWeek());
        Offer taken = possible > offer.minimumQuantity() ? offer.withMinimum(possible) : offer;
        return Vendor.of(taken, Closures.of(delivers), Closures.of(orders));
    }

    /** Too dear, where somebody else sells it for less: what nobody sells for less is bought, and the breach named. */
    private boolean isRuledOut(Restriction.PriceLimit limit, Offer offer) {
        Set<Integer> dearer = dearer(limit, problem.offers());
        return dearer.contains(offer.index())
                && problem.items().get(offer.item()).offers().stream().anyMatch(o -> !dearer.contains(o));
    }

    /** The offers that ask more than they may. */
    static Set<Integer> dearer(Restriction.PriceLimit limit, List<Offer> offers) {
        return limit.most().entrySet().stream()
                .filter(most -> offers.get(most.getKey()).price() > most.getValue() * (1 + 1e-9))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<Restriction.PurchaseShare> shares() {
        return of(Restriction.PurchaseShare.class).toList();
    }

    /** What of an item is to be there, whatever is used. */
    double leastStock(int item) {
        return of(Restriction.StockFloor.class)
                .filter(floor -> floor.item() == item)
                .mapToDouble(Restriction.StockFloor::quantity)
                .max()
                .orElse(0);
    }

    /** Whether any stock is to be kept by rule. */
    boolean keepsStock() {
        return all.stream().anyMatch(Restriction.StockFloor.class::isInstance);
    }
}

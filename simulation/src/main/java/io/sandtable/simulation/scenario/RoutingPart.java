package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.CAPACITY_PER_WEEK;
import static io.sandtable.model.Attributes.CONFIDENTIAL;
import static io.sandtable.model.Attributes.CONFIDENTIALITY;
import static io.sandtable.model.Attributes.ENERGY_PER_UNIT;
import static io.sandtable.model.Attributes.LEAD_TIME_DAYS;
import static io.sandtable.model.Attributes.MINUTES_PER_UNIT;
import static io.sandtable.model.Attributes.PRIORITY;
import static io.sandtable.model.Attributes.QUANTITY_PER_LOT;
import static io.sandtable.model.Attributes.QUANTITY_PER_UNIT;
import static io.sandtable.model.Attributes.RELEASE_FENCE_DAYS;
import static io.sandtable.model.Attributes.SCRAP_PERCENT;
import static io.sandtable.model.Attributes.SEQUENCE;
import static io.sandtable.model.Attributes.SETUP;
import static io.sandtable.model.Attributes.SETUP_MINUTES;
import static io.sandtable.model.Attributes.STROKES_PER_UNIT;
import static io.sandtable.model.Attributes.TECHNOLOGY;
import static io.sandtable.model.Attributes.TRANSFER_QUANTITY;
import static io.sandtable.model.Attributes.VALID_FROM;
import static io.sandtable.model.Attributes.VALID_TO;
import static io.sandtable.model.Attributes.WAIT_MINUTES;
import static io.sandtable.model.Attributes.YIELD_PERCENT;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Routings with their steps and the ways each step can be done. */
final class RoutingPart {
    /** A yield below this would make quantities explode; a fact below it is read as this. */
    private static final double LEAST_YIELD_PERCENT = 1;
    /** A day further away than this is as good as never. */
    private static final long FURTHEST_DAYS = 365_000;

    private final LocalDate asOf;
    private final Adjustments adjustments;
    private final ShopFloorPart shopFloor;
    private final SupplyPart supply;
    private final EnergyPart energies;
    private final Prices prices;
    private final CrewPart crews;
    private final List<PlanningProblem.Routing> all = new ArrayList<>();
    private final Map<Integer, List<Integer>> byItem = new HashMap<>();
    /** What routings are written for. */
    private final Set<Integer> ownRoutings = new HashSet<>();

    RoutingPart(
            BusinessSnapshot snapshot,
            LocalDate asOf,
            Adjustments adjustments,
            ShopFloorPart shopFloor,
            SupplyPart supply,
            EnergyPart energies,
            Prices prices,
            CrewPart crews) {
        this.asOf = asOf;
        this.adjustments = adjustments;
        this.shopFloor = shopFloor;
        this.supply = supply;
        this.energies = energies;
        this.prices = prices;
        this.crews = crews;
        snapshot.nodes(NodeType.ROUTING).stream()
                .sorted(Comparator.comparingDouble((Node r) -> r.numberOr(PRIORITY, 1))
                        .thenComparing(Node::id))
                .forEach(this::add);
        List.copyOf(all).forEach(this::addForCoproducts);
    }

    /** What only comes out beside, and nobody sells, is made for its own sake where it is ordered. */
    private void addForCoproducts(PlanningProblem.Routing routing) {
        for (int k = 0; k < routing.steps().size(); k++) {
            for (PlanningProblem.Coproduct coproduct : routing.steps().get(k).coproducts()) {
                int item = coproduct.item();
                if (coproduct.quantityPerUnit() > 0 && !supply.isSold(item) && !ownRoutings.contains(item)) {
                    byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(all.size());
                    all.add(JointProduction.of(routing, k, coproduct, all.size(), supply.idOf(item)));
                }
            }
        }
    }

    List<PlanningProblem.Routing> all() {
        return all;
    }

    /** Places of the routings that make an item, best priority first. */
    Map<Integer, List<Integer>> byItem() {
        return byItem;
    }

    private void add(Node routing) {
        List<PlanningProblem.Step> steps = routing.in(RelationType.STEP_OF).stream()
                .filter(s -> s.validOn(asOf))
                .sorted(Comparator.comparingDouble(s -> s.number(SEQUENCE)))
                .map(s -> step(s.from()))
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        for (Relation yields : routing.out(RelationType.YIELDS)) {
            int item = supply.placeOf(yields.to());
            byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(all.size());
            all.add(new PlanningProblem.Routing(all.size(), routing.id(), item, steps, false));
            ownRoutings.add(item);
        }
    }

    private PlanningProblem.Step step(Node process) {
        List<Relation> draws = process.out(RelationType.DRAWS);
        double perUnit = draws.isEmpty() ? 0 : draws.getFirst().numberOr(ENERGY_PER_UNIT, 0);
        return new PlanningProblem.Step(
                process.id(),
                process.name(),
                process.findText(TECHNOLOGY).orElse(process.name()),
                process.flag(CONFIDENTIAL),
                (int) Math.round(process.numberOr(WAIT_MINUTES, 0)),
                Math.max(0, process.numberOr(TRANSFER_QUANTITY, 0)),
                (int) Math.round(Math.max(0, process.numberOr(RELEASE_FENCE_DAYS, 0)) * DAY),
                process.out(RelationType.CONSUMES).stream()
                        .filter(c -> c.validOn(asOf))
                        .map(c -> consumption(process, c))
                        .toList(),
                byPriority(process, RelationType.RUNS_ON)
                        .flatMap(r -> machineOptions(process, r).stream())
                        .toList(),
                byPriority(process, RelationType.NEEDS_TOOL)
                        .filter(n -> n.validOn(asOf))
                        .map(n -> new PlanningProblem.ToolOption(
                                shopFloor.toolOf(n.to()), n.numberOr(STROKES_PER_UNIT, 1)))
                        .filter(o -> o.tool() >= 0)
                        .toList(),
                subcontracts(process),
                coproducts(process),
                adjustments.value(Dimension.ENERGY_INTENSITY, perUnit, process),
                draws.isEmpty() ? -1 : energies.placeOf(draws.getFirst().to()),
                shopFloor.hoursOf(process));
    }

    private PlanningProblem.Consumption consumption(Node process, Relation consumes) {
        double quantity = consumes.number(QUANTITY_PER_UNIT) * (1 + consumes.numberOr(SCRAP_PERCENT, 0) / 100);
        if (!consumes.to().in(RelationType.YIELDS).isEmpty()) {
            // a housing needs one body whatever happens to usage; it is bought material that is used more or less
            // sparingly
            return new PlanningProblem.Consumption(
                    supply.placeOf(consumes.to()), quantity, consumes.numberOr(QUANTITY_PER_LOT, 0));
        }
        return new PlanningProblem.Consumption(
                supply.placeOf(consumes.to()),
                Math.max(0, adjustments.value(Dimension.BOM_USAGE, quantity, consumes.to(), process)),
                Math.max(0, consumes.numberOr(QUANTITY_PER_LOT, 0)));
    }

    /** What comes out of an operation beside what its routing makes. */
    private List<PlanningProblem.Coproduct> coproducts(Node process) {
        Set<String> made = process.out(RelationType.STEP_OF).stream()
                .flatMap(step -> step.to().out(RelationType.YIELDS).stream())
                .map(yields -> yields.to().id())
                .collect(Collectors.toSet());
        return process.out(RelationType.YIELDS).stream()
                .filter(yields -> !made.contains(yields.to().id()))
                .map(yields -> new PlanningProblem.Coproduct(
                        supply.placeOf(yields.to()),
                        yields.numberOr(QUANTITY_PER_UNIT, 1),
                        yields.numberOr(QUANTITY_PER_LOT, 0)))
                .filter(coproduct -> coproduct.of(1) > 0)
                .toList();
    }

    private List<PlanningProblem.MachineOption> machineOptions(Node process, Relation runsOn) {
        double minutes = Math.max(
                0, adjustments.value(Dimension.PROCESS_CYCLE, runsOn.number(MINUTES_PER_UNIT), process, runsOn.to()));
        double setup = Math.max(
                0, adjustments.value(Dimension.PROCESS_SETUP, runsOn.numberOr(SETUP_MINUTES, 0), process, runsOn.to()));
        double yield =
                adjustments.value(Dimension.PROCESS_YIELD, runsOn.numberOr(YIELD_PERCENT, 100), process, runsOn.to());
        String setting = runsOn.findText(SETUP).orElse("");
        return shopFloor.machinesOf(runsOn.to()).stream()
                .map(shopFloor.machines()::get)
                .map(machine -> new PlanningProblem.MachineOption(
                        machine.index(),
                        minutes,
                        (int) Math.round(setup),
                        Math.clamp(yield, LEAST_YIELD_PERCENT, 100),
                        machine.setups().indexOf(setting),
                        shopFloor.crewNeeds(machine, process, crews),
                        validity(runsOn)))
                .toList();
    }

    private List<PlanningProblem.Subcontract> subcontracts(Node process) {
        var subcontracts = new ArrayList<PlanningProblem.Subcontract>();
        byPriority(process, RelationType.OUTSOURCED_TO).forEach(outsourced -> {
            Node supplier = outsourced.to();
            double days = adjustments.value(
                    Dimension.OUTSOURCE_LEAD_TIME, outsourced.number(LEAD_TIME_DAYS), supplier, process);
            subcontracts.add(new PlanningProblem.Subcontract(
                    subcontracts.size(),
                    supplier.id(),
                    supplier.name(),
                    adjustments.value(Dimension.OUTSOURCE_PRICE, prices.outsourced(outsourced), supplier, process),
                    (int) Math.round(Math.max(0, days) * DAY),
                    Math.clamp(outsourced.numberOr(YIELD_PERCENT, 100), LEAST_YIELD_PERCENT, 100),
                    outsourced.numberOr(CAPACITY_PER_WEEK, Double.POSITIVE_INFINITY),
                    outsourced.findText(CONFIDENTIALITY).orElse("medium"),
                    PaymentTerms.of(outsourced, supplier),
                    validity(outsourced),
                    Prices.outsourcedIn(outsourced),
                    Prices.isForeign(supplier),
                    prices.dutyPercent(supplier, process)));
        });
        return subcontracts;
    }

    private Validity validity(Relation relation) {
        return new Validity(
                relation.findDate(VALID_FROM).map(this::minute).orElse(Integer.MIN_VALUE),
                relation.findDate(VALID_TO).map(day -> minute(day.plusDays(1))).orElse(Integer.MAX_VALUE));
    }

    private int minute(LocalDate day) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(asOf, day), -FURTHEST_DAYS, FURTHEST_DAYS) * DAY;
    }

    private static java.util.stream.Stream<Relation> byPriority(Node process, RelationType type) {
        return process.out(type).stream().sorted(Comparator.comparingDouble(r -> r.numberOr(PRIORITY, 1)));
    }
}

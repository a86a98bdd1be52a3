package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.AVAILABILITY_PERCENT;
import static io.sandtable.model.Attributes.CHANGEOVERS;
import static io.sandtable.model.Attributes.DEPRECIATION_MONTHS;
import static io.sandtable.model.Attributes.KILOWATTS;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.LABOUR_RATE;
import static io.sandtable.model.Attributes.LEAD_TIME_DAYS;
import static io.sandtable.model.Attributes.LIFE_STROKES;
import static io.sandtable.model.Attributes.OPERATORS;
import static io.sandtable.model.Attributes.PAYMENT_TERM_DAYS;
import static io.sandtable.model.Attributes.SETUP;
import static io.sandtable.model.Attributes.STROKES_USED;
import static io.sandtable.model.Attributes.UNITS;
import static io.sandtable.model.Attributes.UNLIMITED;
import static io.sandtable.model.Attributes.WEAR_CURVE;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Changeovers;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Machines, tools, and those that can be bought. */
final class ShopFloorPart {
    /** What a bought tool or machine is written off over where the graph does not say. */
    private static final int DEFAULT_DEPRECIATION_MONTHS = 60;

    private final List<PlanningProblem.Machine> machines = new ArrayList<>();
    private final List<PlanningProblem.Tool> tools = new ArrayList<>();
    private final List<PlanningProblem.Investment> investments = new ArrayList<>();
    private final Map<String, List<Integer>> machinesOf = new HashMap<>();
    private final Map<String, Integer> toolOf = new HashMap<>();
    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final Adjustments adjustments;
    private final Calendars calendars;
    private final EnergyPart energies;

    ShopFloorPart(
            BusinessSnapshot snapshot,
            LocalDate asOf,
            Adjustments adjustments,
            Calendars calendars,
            Prices prices,
            EnergyPart energies) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.adjustments = adjustments;
        this.calendars = calendars;
        this.energies = energies;
        for (Node equipment : snapshot.nodes(NodeType.EQUIPMENT)) {
            switch (equipment.text(KIND)) {
                case "tool" -> addTool(equipment);
                case "machine", "line" -> addMachines(equipment);
                default -> {
                    // workshops group machines, labour groups staff them: neither runs an operation itself
                }
            }
        }
        for (Relation supplies : snapshot.relations(RelationType.SUPPLIES)) {
            if (supplies.to().type() == NodeType.EQUIPMENT && supplies.validOn(asOf)) {
                addInvestment(supplies, prices);
            }
        }
    }

    List<PlanningProblem.Machine> machines() {
        return machines;
    }

    List<PlanningProblem.Tool> tools() {
        return tools;
    }

    List<PlanningProblem.Investment> investments() {
        return investments;
    }

    /** The machines a piece of equipment stands for: its units, or those of the workshop's members. */
    List<Integer> machinesOf(Node equipment) {
        List<Integer> own = machinesOf.getOrDefault(equipment.id(), List.of());
        if (!own.isEmpty()) {
            return own;
        }
        return equipment.in(RelationType.PART_OF).stream()
                .flatMap(r -> machinesOf(r.from()).stream())
                .toList();
    }

    /** The place of a tool, −1 where the equipment is none. */
    int toolOf(Node equipment) {
        return toolOf.getOrDefault(equipment.id(), -1);
    }

    private void addTool(Node tool) {
        toolOf.put(tool.id(), tools.size());
        double life = tool.numberOr(LIFE_STROKES, Double.POSITIVE_INFINITY);
        // faster wear per stroke is the same as a shorter life in strokes, counted from now
        double used = tool.numberOr(STROKES_USED, 0);
        double wear = adjustments.value(Dimension.TOOL_WEAR, 1, tool);
        double left = Double.isInfinite(life) ? life : used + (life - used) / Math.max(0.01, wear);
        tools.add(new PlanningProblem.Tool(
                tools.size(),
                tool.id(),
                tool.name(),
                left,
                used,
                tool.findCurve(WEAR_CURVE).orElse(null)));
    }

    private void addMachines(Node equipment) {
        double available = adjustments.value(
                        Dimension.EQUIPMENT_AVAILABILITY, equipment.numberOr(AVAILABILITY_PERCENT, 100), equipment)
                / 100;
        Calendars.Shifts shifts = calendars.available(equipment, Math.clamp(available, 0.0, 1.0));
        List<Relation> draws = equipment.out(RelationType.DRAWS);
        int energy = draws.isEmpty() ? -1 : energies.placeOf(draws.getFirst().to());
        double kilowatts = draws.isEmpty() ? 0 : draws.getFirst().numberOr(KILOWATTS, 0);
        int units = (int) Math.max(1, Math.round(equipment.numberOr(UNITS, 1)));
        Setups setups = setups(equipment);
        var own = new ArrayList<Integer>();
        for (int unit = 1; unit <= units; unit++) {
            own.add(machines.size());
            machines.add(new PlanningProblem.Machine(
                    machines.size(),
                    equipment.id(),
                    units == 1 ? equipment.name() : equipment.name() + " " + unit + "#",
                    shifts.time(),
                    shifts.overtime(),
                    operatorRate(equipment),
                    shifts.overtimePremiumPercent(),
                    adjustments.value(Dimension.ENERGY_INTENSITY, kilowatts, equipment),
                    energy,
                    equipment.flag(UNLIMITED),
                    setups));
        }
        machinesOf.put(equipment.id(), own);
    }

    private Setups setups(Node equipment) {
        List<Node> groups = withItsGroups(equipment);
        Optional<Changeovers> said = groups.stream()
                .flatMap(group -> group.findChangeovers(CHANGEOVERS).stream())
                .findFirst();
        if (said.isEmpty()) {
            return Setups.NONE;
        }
        var rules = new Changeovers(said.get().rules().stream()
                .map(r -> new Changeovers.Rule(r.from(), r.to(), (int) Math.round(Math.clamp(
                        adjustments.value(Dimension.PROCESS_SETUP, r.minutes(), equipment), 0, Setups.MOST_MINUTES))))
                .toList());
        var names = new TreeSet<String>();
        for (Node group : groups) {
            group.in(RelationType.RUNS_ON).forEach(r -> r.findText(SETUP).ifPresent(names::add));
        }
        equipment.findText(SETUP).ifPresent(names::add);
        rules.rules().forEach(r -> names.addAll(List.of(r.from(), r.to())));
        names.remove(Changeovers.ANY);
        return Setups.of(List.copyOf(names), rules, equipment.findText(SETUP).orElse(""));
    }

    /** The machine and the workshops it belongs to, the nearest first. */
    private static List<Node> withItsGroups(Node equipment) {
        var all = new ArrayList<>(List.of(equipment));
        var seen = new HashSet<>(Set.of(equipment.id()));
        for (int i = 0; i < all.size(); i++) {
            for (Relation partOf : all.get(i).out(RelationType.PART_OF)) {
                // a workshop that belongs to itself would have no end
                if (partOf.to().type() == NodeType.EQUIPMENT
                        && seen.add(partOf.to().id())) {
                    all.add(partOf.to());
                }
            }
        }
        return all;
    }

    /** The operation's own hours, null where its machine decides. */
    @Nullable
    WorkingTime hoursOf(Node process) {
        return calendars.hoursOf(process).orElse(null);
    }

    /** Who is needed besides the machine itself while an operation runs on it. */
    List<PlanningProblem.CrewNeed> crewNeeds(PlanningProblem.Machine machine, Node process, CrewPart crews) {
        Node equipment = snapshot.node(machine.id());
        var needs = new ArrayList<PlanningProblem.CrewNeed>();
        for (Relation staffed : equipment.out(RelationType.STAFFED_BY)) {
            if (CrewPart.limits(staffed.to())) {
                needs.add(crews.need(staffed, equipment.numberOr(OPERATORS, 1)));
            }
        }
        needs.addAll(crews.needs(process));
        return needs;
    }

    private double operatorRate(Node equipment) {
        double rate = 0;
        boolean crewed = false;
        for (Relation staffed : equipment.out(RelationType.STAFFED_BY)) {
            if (CrewPart.limits(staffed.to())) {
                // these are paid as the crew that the operation takes
                crewed = true;
                continue;
            }
            double operators = staffed.numberOr(OPERATORS, equipment.numberOr(OPERATORS, 1));
            rate += operators
                    * adjustments.value(Dimension.LABOUR_RATE, staffed.to().numberOr(LABOUR_RATE, 0), staffed.to());
        }
        if (rate == 0 && !crewed) {
            rate = equipment.numberOr(OPERATORS, 1)
                    * adjustments.value(Dimension.LABOUR_RATE, equipment.numberOr(LABOUR_RATE, 0), equipment);
        }
        return rate;
    }

    private void addInvestment(Relation supplies, Prices prices) {
        Node equipment = supplies.to();
        int tool = toolOf(equipment);
        List<Integer> units = machinesOf.getOrDefault(equipment.id(), List.of());
        if (tool < 0 && units.isEmpty()) {
            return;
        }
        Node supplier = supplies.from();
        double price = adjustments.value(Dimension.EQUIPMENT_CAPEX, prices.withoutVat(supplies, 1), equipment);
        investments.add(new PlanningProblem.Investment(
                investments.size(),
                equipment.id(),
                equipment.name(),
                supplier.id(),
                supplier.name(),
                tool,
                tool >= 0 ? -1 : units.getFirst(),
                price,
                (int) Math.round(supplies.number(LEAD_TIME_DAYS) * DAY),
                (int) Math.round(equipment.numberOr(DEPRECIATION_MONTHS, DEFAULT_DEPRECIATION_MONTHS)),
                (int) Math.round(supplies.numberOr(PAYMENT_TERM_DAYS, supplier.numberOr(PAYMENT_TERM_DAYS, 0))),
                Prices.currency(supplies),
                Prices.isForeign(supplier),
                prices.dutyPercent(supplier, equipment, asOf.plusDays(Math.round(supplies.number(LEAD_TIME_DAYS)))),
                prices.subsidy(equipment, price)));
    }
}

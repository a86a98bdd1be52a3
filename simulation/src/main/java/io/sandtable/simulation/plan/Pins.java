package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Restriction.ByHand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was decided by hand about single steps of orders, by order. */
final class Pins {
    private static final double[] NO_LOTS = {};

    private final PlanningProblem problem;
    private final Map<Integer, List<ByHand>> byDemand = new HashMap<>();
    private final List<Integer> pinned;

    Pins(PlanningProblem problem, List<Restriction> masks) {
        this.problem = problem;
        for (Restriction mask : masks) {
            if (mask instanceof ByHand byHand) {
                byDemand.computeIfAbsent(byHand.demand(), d -> new ArrayList<>(1))
                        .add(byHand);
            }
        }
        pinned = byDemand.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(ByHand::pins))
                .sorted(Comparator.comparingInt((Map.Entry<Integer, List<ByHand>> e) -> firstStart(e.getValue()))
                        .thenComparingInt(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int firstStart(List<ByHand> all) {
        return all.stream().filter(ByHand::pins).mapToInt(ByHand::start).min().orElse(Integer.MAX_VALUE);
    }

    /** Orders with a step that begins at a given minute, the earliest first. */
    List<Integer> pinned() {
        return pinned;
    }

    /** What was decided about when the order's steps begin. */
    List<ByHand> startsOf(int demand) {
        return isAbout(demand)
                ? byDemand.getOrDefault(demand, List.of()).stream()
                        .filter(ByHand::pins)
                        .toList()
                : List.of();
    }

    /** Whether anything was decided about the order. */
    boolean isAbout(int demand) {
        // asked for every step of every order that is placed: without decisions nothing is looked up
        return !byDemand.isEmpty() && byDemand.containsKey(demand);
    }

    /** What was decided about the step of the order's lot of that number, counted from 1. */
    List<ByHand> of(int demand, Step step, int lot) {
        List<ByHand> all = byDemand.get(demand);
        return all == null
                ? List.of()
                : all.stream()
                        .filter(h -> h.process().equals(step.process()) && h.isAbout(lot))
                        .toList();
    }

    /** The minute at which the step begins, {@link ByHand#ANY_TIME} where nobody said. */
    static int start(List<ByHand> decided) {
        for (ByHand byHand : decided) {
            if (byHand.pins()) {
                return byHand.start();
            }
        }
        return ByHand.ANY_TIME;
    }

    static boolean allow(List<ByHand> decided, Step step, Way way) {
        for (ByHand byHand : decided) {
            if (!byHand.allows(step, way.machine(), way.tool(), way.subcontract())) {
                return false;
            }
        }
        return true;
    }

    /** A step as it is done somewhere and some time, in a plan or on the way to one. */
    private record Done(Step step, int machine, int tool, int subcontract, int start) {
        boolean keeps(ByHand byHand) {
            return byHand.allows(step, machine, tool, subcontract) && (!byHand.pins() || byHand.start() == start);
        }
    }

    /**
     * Good units of the order's lots of an item that are pinned, by their number; 0 where a lot before them is not. Empty where none is.
     * What they make is not taken from elsewhere.
     */
    double[] lots(int demand, int item) {
        if (!isAbout(demand)) {
            return NO_LOTS;
        }
        List<ByHand> all = byDemand.getOrDefault(demand, List.of());
        List<ByHand> ofItem = all.stream()
                .filter(h -> h.pins() && h.quantity() > 0 && isStepOf(h.process(), item))
                .toList();
        var quantities = new double[ofItem.stream().mapToInt(ByHand::lot).max().orElse(0)];
        for (ByHand byHand : ofItem) {
            quantities[byHand.lot() - 1] = Math.max(quantities[byHand.lot() - 1], byHand.quantity());
        }
        return quantities;
    }

    private boolean isStepOf(String process, int item) {
        return problem.routings().stream()
                .filter(r -> r.item() == item)
                .flatMap(r -> r.steps().stream())
                .anyMatch(s -> s.process().equals(process));
    }

    /** Of an item's alternate routings those that have the steps that something was decided about; all where none has. */
    List<Integer> routings(Demand demand, List<Integer> routings) {
        if (routings.size() < 2 || !isAbout(demand.index())) {
            return routings;
        }
        List<ByHand> all = byDemand.getOrDefault(demand.index(), List.of());
        List<Integer> having = routings.stream()
                .filter(r -> all.stream()
                        .anyMatch(h -> h.pins() && has(problem.routings().get(r), h.process())))
                .toList();
        return having.isEmpty() ? routings : having;
    }

    private static boolean has(Routing routing, String process) {
        return routing.steps().stream().anyMatch(s -> s.process().equals(process));
    }

    /** Whether all that was decided about the order is so. */
    boolean areKept(Placement placement) {
        List<Done> done = placement.operations().stream()
                .map(o -> new Done(
                        step(placement.lots().get(o.lot()).routing(), o.step()),
                        o.way().machine(),
                        o.way().tool(),
                        o.way().subcontract(),
                        o.start()))
                .toList();
        return byDemand.getOrDefault(placement.demand(), List.of()).stream().allMatch(h -> isKept(h, done));
    }

    /** How many decisions the plan does not keep. */
    long broken(Plan plan) {
        var done = new HashMap<Integer, List<Done>>();
        for (Plan.Lot lot : plan.lots()) {
            if (isAbout(lot.demand())) {
                for (Plan.Operation o : lot.operations()) {
                    done.computeIfAbsent(lot.demand(), d -> new ArrayList<>())
                            .add(new Done(
                                    step(lot.routing(), o.step()), o.machine(), o.tool(), o.subcontract(), o.start()));
                }
            }
        }
        return byDemand.values().stream()
                .flatMap(List::stream)
                .filter(h -> !isKept(h, done.getOrDefault(h.demand(), List.of())))
                .count();
    }

    private Step step(int routing, int step) {
        return problem.routings().get(routing).steps().get(step);
    }

    /** A step that is done nowhere breaks only what says when. */
    private static boolean isKept(ByHand byHand, List<Done> all) {
        int number = 0;
        boolean found = false;
        for (Done done : all) {
            if (done.step().process().equals(byHand.process()) && byHand.isAbout(++number)) {
                found = true;
                if (!done.keeps(byHand)) {
                    return false;
                }
            }
        }
        return found || !byHand.pins();
    }
}

package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Exact.ExactLot;
import io.sandtable.simulation.plan.Exact.ExactOperation;
import io.sandtable.simulation.plan.Exact.Part;
import io.sandtable.simulation.plan.Exact.Use;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times a plan anew on a problem of the same structure whose numbers may have moved: choices and the sequence on each machine and tool
 * stay (but who waits for material lets others pass), quantities follow yields, wear and usage, what no longer fits is late.
 */
public final class Redispatch {
    /** Timing may reveal orders that fail or stock that has expired; each round removes at least one of them. */
    private static final int MAX_ROUNDS = 60;
    /** Rounds after which nobody passes anybody any more, so that the sequence settles. */
    private static final int LOOSE_ROUNDS = 8;

    private final Shop shop;
    private final ExactStructure structure;

    Redispatch(Shop shop, Plan plan) {
        this.shop = shop;
        this.structure = new ExactStructure(shop, plan);
    }

    /** The plan on the problem, exact in quantities and times. */
    public static Plan of(PlanningProblem problem, Plan plan) {
        return of(new Shop(problem, Levers.asIn(plan, problem).withOutsourcing()), plan);
    }

    /**
     * The plan as it would be carried out where things come out other than planned: what is missing is taken from safety stock first, which
     * is kept for just that.
     */
    public static Plan drawingOnSafetyStock(PlanningProblem problem, Plan plan) {
        return of(drawing(problem, plan), plan);
    }

    private static Shop drawing(PlanningProblem problem, Plan plan) {
        return new Shop(problem, Levers.asIn(plan, problem).withOutsourcing().usingSafetyStock());
    }

    /** The same, but of what it takes only what figures look at: what lots leave over, and what is fetched from elsewhere. */
    public static Plan forFigures(PlanningProblem problem, Plan plan) {
        return new Redispatch(drawing(problem, plan), plan).plan(plan, false);
    }

    static Plan of(Shop shop, Plan plan) {
        return new Redispatch(shop, plan).plan(plan, true);
    }

    /** The plan on the problem with nothing done just in time: what then stands still waits for something. */
    public static Plan asSoonAsPossible(PlanningProblem problem, Plan plan) {
        return asSoonAsPossible(new Shop(problem, Levers.asIn(plan, problem).withOutsourcing()), plan);
    }

    /** The plan timed once and as early as can be: it can be carried out, and is there sooner. */
    static Plan asSoonAsPossible(Shop shop, Plan plan) {
        var redispatch = new Redispatch(shop, plan);
        ExactTiming timing = redispatch.time();
        timing.noteChangeovers();
        return redispatch.write(plan, timing);
    }

    private Plan plan(Plan plan, boolean allTakes) {
        ExactTiming timing = time();
        timing.backward();
        timing.noteChangeovers();
        return write(plan, timing, allTakes);
    }

    private ExactTiming time() {
        var quantities = new ExactQuantities(shop, structure);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int failures = structure.failures();
            structure.beginRound();
            quantities.size();
            var timing = new ExactTiming(shop, structure, quantities.materials(), round >= LOOSE_ROUNDS);
            boolean timed = timing.forward();
            if (timed && failures == structure.failures()) {
                if (timing.keepsToolSequence()) {
                    return timing;
                }
                structure.resequence();
            }
        }
        throw new IllegalStateException(
                "The plan could not be timed in %d rounds; report it with the scenario, plan it anew meanwhile."
                        .formatted(MAX_ROUNDS));
    }

    ExactStructure structure() {
        return structure;
    }

    /** Quantities, and everything as early as can be in the sequence as it stands; null where something fails or tools would wear in another sequence. */
    @Nullable
    ExactTiming sizeAndTime() {
        int failures = structure.failures();
        structure.beginRound();
        new ExactQuantities(shop, structure).size();
        ExactTiming timing = timeAgain();
        return timing != null && failures == structure.failures() ? timing : null;
    }

    /** The same quantities in the sequence as it stands now; null where something fails. */
    @Nullable
    ExactTiming timeAgain() {
        var timing = new ExactTiming(shop, structure, new Materials(shop), false);
        return timing.forward() && timing.keepsToolSequence() ? timing : null;
    }

    Plan write(Plan plan, ExactTiming timing) {
        return write(plan, timing, true);
    }

    private Plan write(Plan plan, ExactTiming timing, boolean allTakes) {
        var numbered = new ArrayList<ExactLot>();
        for (int d = 0; d < shop.problem().demands().size(); d++) {
            if (structure.isPlanned(d)) {
                number(structure.root(d), numbered);
            }
        }
        List<Lot> lots = numbered.stream().map(Redispatch::lot).toList();
        var takes = new ArrayList<Take>();
        var purchasing = new Purchasing(shop);
        var deliveries = new ArrayList<Delivery>();
        for (int d = 0; d < shop.problem().demands().size(); d++) {
            if (structure.isPlanned(d)) {
                Use root = structure.root(d);
                deliver(root, timing.ready(d), deliveries);
                write(root, ExactTiming.delivery(shop.demand(d), timing.ready(d)), takes, purchasing, allTakes);
            }
        }
        return new Plan(
                plan.investments(),
                plan.overtime(),
                plan.liftedRules(),
                lots,
                purchasing.orders(),
                deliveries,
                plan.search(),
                takes,
                plan.mode());
    }

    private static void number(Use use, List<ExactLot> numbered) {
        for (ExactLot lot : use.lots) {
            if (lot.quantity > 0) {
                lot.index = numbered.size();
                numbered.add(lot);
                for (ExactOperation operation : lot.operations) {
                    operation.uses.forEach(u -> number(u, numbered));
                }
            }
        }
    }

    private static Lot lot(ExactLot lot) {
        ExactOperation consumer = lot.use.by;
        var operations = new Operation[lot.operations.size()];
        for (int k = 0; k < operations.length; k++) {
            operations[k] = operation(lot.operations.get(k));
        }
        return new Lot(
                lot.index,
                lot.demand,
                consumer == null ? -1 : consumer.lot.index,
                lot.item,
                lot.routing,
                lot.quantity,
                List.of(operations));
    }

    private static Operation operation(ExactOperation operation) {
        Way way = operation.way;
        return new Operation(
                operation.step,
                way.machine(),
                way.tool(),
                way.subcontract(),
                way.crewing().crews(),
                operation.in,
                operation.out,
                operation.changeover,
                way.outsourced() ? 0 : way.setupMinutes(),
                way.outsourced() ? 0 : way.workMinutes(operation.in),
                operation.start,
                operation.end);
    }

    /** Writes down what the use takes and what its lots' operations take. */
    private void write(Use use, int minute, List<Take> takes, Purchasing purchasing, boolean all) {
        for (int p = 0; p < use.parts.size(); p++) {
            Part part = use.parts.get(p);
            if (part.taken > 0) {
                if (all || isInFigures(part)) {
                    takes.add(take(use, part));
                }
                if (part.source == Source.PURCHASE) {
                    purchasing.need(part, minute);
                }
            }
        }
        for (ExactLot lot : use.lots) {
            if (lot.quantity > 0) {
                for (ExactOperation operation : lot.operations) {
                    for (Use below : operation.uses) {
                        write(below, operation.start, takes, purchasing, all);
                    }
                }
            }
        }
    }

    private boolean isInFigures(Part part) {
        return part.source == Source.LOT
                || part.source == Source.STOCK
                        && shop.problem().stocks().get(part.index).elsewhere() != null;
    }

    private static Take take(Use use, Part part) {
        return new Take(
                use.demand,
                use.by == null ? -1 : use.by.lot.index,
                use.by == null ? -1 : use.by.step,
                use.item,
                part.source,
                part.lot == null ? part.index : part.lot.index,
                Micro.toUnits(part.taken));
    }

    /** Whole orders leave at once; others may send ahead what is there when they would be late. */
    private void deliver(Use root, int ready, List<Delivery> deliveries) {
        Demand demand = shop.demand(root.demand);
        double rest = structure.quantity(root.demand);
        if (!demand.whole() && ready > demand.due()) {
            double there = 0;
            int since = 0;
            for (Part part : root.parts) {
                if (part.taken > 0 && part.available <= demand.due()) {
                    there += Micro.toUnits(part.taken);
                    since = Math.max(since, part.available);
                }
            }
            for (ExactLot lot : root.lots) {
                if (lot.quantity > 0 && lot.operations.getLast().end <= demand.due()) {
                    there += Math.max(0, lot.quantity - Micro.toUnits(lot.promised));
                    since = Math.max(since, lot.operations.getLast().end);
                }
            }
            double least = Math.max(demand.minimumShipment(), Micro.toUnits(1));
            if (there >= least && rest - there >= least) {
                deliveries.add(new Delivery(root.demand, there, ExactTiming.delivery(demand, since)));
                rest -= there;
            }
        }
        deliveries.add(new Delivery(root.demand, rest, ExactTiming.delivery(demand, ready)));
    }
}

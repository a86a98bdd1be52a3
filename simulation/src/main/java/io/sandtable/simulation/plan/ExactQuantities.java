package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Exact.ExactLot;
import io.sandtable.simulation.plan.Exact.ExactOperation;
import io.sandtable.simulation.plan.Exact.Part;
import io.sandtable.simulation.plan.Exact.Use;
import io.sandtable.simulation.plan.Materials.Supply;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Shop.StepCoproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much enters every operation. The yield of a lot on a worn tool is that of the strokes made before it begins; these depend on the
 * quantities of earlier lots, which depend on the yields of later steps: hence a fixed point, reached because more strokes only ever
 * mean more pieces.
 */
final class ExactQuantities {
    /** After so many rounds quantities may only grow, so that rounding cannot swing between two values. */
    private static final int FREE_ROUNDS = 8;

    private static final int MAX_ROUNDS = 200;
    /** A tool or process that yields less makes scrap and nothing else. */
    private static final double USELESS = 0.01;

    private final Shop shop;
    private final ExactStructure structure;
    /** What each demand was sized for the last time. */
    private final double[] sizedFor;

    private Materials materials;
    /** Tools that had to give work away; they take none back. */
    private final Set<Integer> wornOut = new HashSet<>();

    /** Demands that would be sized as they are: nothing they are sized by has moved since. */
    private final BitSet settled = new BitSet();

    private boolean changed;
    private int round;
    /** Whether the demand that is being sized would be sized so again. */
    private boolean steady;

    ExactQuantities(Shop shop, ExactStructure structure) {
        this.shop = shop;
        this.structure = structure;
        this.materials = new Materials(shop);
        this.sizedFor = new double[shop.problem().demands().size()];
    }

    Materials materials() {
        return materials;
    }

    /** Sizes everything, from a full store; demands that cannot be sized fail. */
    void size() {
        materials = new Materials(shop);
        wornOut.clear();
        allot();
        for (int attempt = 0; attempt < 50; attempt++) {
            settle();
            if (!cutCoproducts() && !coverMissing() && !changeWornOutTools()) {
                break;
            }
        }
    }

    /** Stock, receipts and what lots leave over go to the uses they are pegged to, as far as they last, the earliest first. */
    private void allot() {
        for (ExactLot lot : structure.everyLot()) {
            if (!lot.others.isEmpty()) {
                lot.promised = 0;
                settled.clear(lot.demand);
            }
        }
        for (Use use : structure.pegged()) {
            if (!structure.isPlanned(use.demand)) {
                continue;
            }
            for (Part part : use.parts) {
                if (part.lot != null) {
                    promise(use, part, part.lot);
                } else if (part.source != Source.PURCHASE) {
                    Supply supply = materials.supply(part.source, part.index);
                    part.allowed = part.allowed < 0 ? -1 : Math.min(part.planned, supply.free);
                    supply.free -= Math.max(0, part.allowed);
                    part.available = supply.available;
                }
                if (part.allowed != part.allotted) {
                    part.allotted = part.allowed;
                    settled.clear(use.demand);
                }
            }
        }
    }

    /** The lot becomes so large that others get their part too; of what comes out beside there is as much as there is. */
    private void promise(Use use, Part part, ExactLot lot) {
        part.allowed = structure.isPlanned(lot.demand) ? part.planned : 0;
        if (use.item == lot.item) {
            lot.promised += part.allowed;
        }
    }

    /** Whether somebody was to get more of a co-product than comes out. */
    private boolean cutCoproducts() {
        var left = new HashMap<LotGoods, Long>();
        boolean cut = false;
        for (Use use : structure.ofCoproducts()) {
            if (!structure.isPlanned(use.demand)) {
                continue;
            }
            for (Part part : use.parts) {
                if (part.lot != null && part.lot.item != use.item && part.taken > 0) {
                    ExactLot lot = part.lot;
                    long there = left.computeIfAbsent(new LotGoods(lot, use.item), g -> yielded(lot, use.item));
                    cut |= part.taken > there;
                    if (there < part.allowed) {
                        part.allowed = there;
                        part.allotted = there;
                        settled.clear(use.demand);
                    }
                    left.put(new LotGoods(lot, use.item), there - Math.min(there, part.taken));
                }
            }
        }
        return cut;
    }

    private record LotGoods(ExactLot lot, int item) {}

    private long yielded(ExactLot lot, int item) {
        long all = 0;
        for (StepCoproduct coproduct : shop.coproducts(lot.routing)) {
            if (coproduct.item() == item && lot.quantity > 0) {
                all += shop.yielded(coproduct, lot.operations.get(coproduct.step()).in);
            }
        }
        return all;
    }

    private void settle() {
        List<List<ExactOperation>> byTool = structure.byTool();
        // whoever fails meanwhile counts until the next time
        BitSet failed = structure.failed();
        changed = true;
        for (round = 0; changed && round < MAX_ROUNDS; round++) {
            changed = false;
            byTool.forEach(sequence -> countStrokes(sequence, failed));
            for (int d = 0; d < shop.problem().demands().size(); d++) {
                if (structure.isPlanned(d)) {
                    double quantity = structure.quantity(d);
                    if (!settled.get(d) || sizedFor[d] != quantity) {
                        sizedFor[d] = quantity;
                        steady = true;
                        size(structure.root(d), quantity);
                        settled.set(d, steady);
                    }
                }
            }
        }
    }

    private void countStrokes(List<ExactOperation> sequence, BitSet failed) {
        long strokes = 0;
        for (ExactOperation operation : sequence) {
            if (failed.get(operation.lot.demand)) {
                continue;
            }
            if (operation.strokesBefore != strokes) {
                operation.strokesBefore = strokes;
                settled.clear(operation.lot.demand);
            }
            strokes += operation.way.strokes(operation.in);
        }
    }

    private void size(Use use, double quantity) {
        long rest = Micro.of(shop.whole(use.item, quantity));
        List<Part> parts = use.parts;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part.source != Source.PURCHASE) {
                part.taken = Math.min(Math.max(0, part.allowed), rest);
                rest -= part.taken;
            }
        }
        for (int i = 0; i < use.lots.size(); i++) {
            ExactLot lot = use.lots.get(i);
            boolean last = i == use.lots.size() - 1;
            long planned = last ? rest : Math.min(rest, Math.max(0, Micro.of(lot.quantity) - lot.promised));
            long share = Math.min(planned, Math.max(0, Micro.limit(shop.largestLotBy(lot.routing)) - lot.promised));
            double before = lot.quantity;
            size(lot, Micro.toUnits(share + lot.promised));
            steady &= last || lot.quantity == before;
            rest -= share;
        }
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part.source == Source.PURCHASE) {
                part.taken = Math.min(part.planned, rest);
                rest -= part.taken;
            }
        }
        use.missing = rest;
        if (rest > 0) {
            structure.noteShort(use);
        }
    }

    private void size(ExactLot lot, double quantity) {
        lot.quantity = quantity <= 0 ? 0 : shop.lotSizeBy(lot.routing, quantity);
        double out = lot.quantity;
        for (int k = lot.operations.size() - 1; k >= 0; k--) {
            ExactOperation operation = lot.operations.get(k);
            double good = goodShare(operation);
            if (good < USELESS) {
                steady = false;
                structure.fail(lot.demand);
                return;
            }
            double in = shop.whole(lot.item, out / good);
            if (round >= FREE_ROUNDS && operation.in > in) {
                steady = false;
                in = operation.in;
            }
            changed |= Math.abs(in - operation.in) > 1e-9 * Math.max(1, in);
            operation.in = in;
            operation.out = out;
            out = in;
        }
        for (int k = 0; k < lot.operations.size(); k++) {
            ExactOperation operation = lot.operations.get(k);
            List<Consumption> consumptions =
                    shop.step(lot.routing, operation.step).consumptions();
            for (int c = 0; c < consumptions.size(); c++) {
                Consumption consumption = consumptions.get(c);
                size(operation.uses.get(c), operation.in <= 0 ? 0 : consumption.of(operation.in));
            }
        }
    }

    private double goodShare(ExactOperation operation) {
        Way way = operation.way;
        if (way.tool() < 0) {
            return way.yield();
        }
        Tool tool = shop.tool(way.tool());
        return way.yield() * tool.goodShare(tool.strokesUsed() + Micro.toUnits(operation.strokesBefore));
    }

    /** Finds a source for what is needed beyond the plan; whether anything was added. */
    private boolean coverMissing() {
        List<Use> uses = structure.shortOf();
        for (Use use : uses) {
            // one that failed meanwhile is no longer asked for
            if (structure.isPlanned(use.demand)) {
                settled.clear(use.demand);
                if (!takeLeftOver(use) && !buyMore(use) && !addPurchase(use) && !structure.addLot(use)) {
                    structure.fail(use.demand);
                }
            }
        }
        return !uses.isEmpty();
    }

    private boolean takeLeftOver(Use use) {
        boolean taken = false;
        for (Supply supply : materials.of(use.item)) {
            long part = Math.min(use.missing, supply.free);
            if (part > 0
                    && supply.available <= use.planned
                    && supply.expires > use.planned
                    && !isForbidden(use, supply)) {
                var extra = new Part(supply.source, supply.index, part);
                extra.allowed = part;
                extra.available = supply.available;
                structure.take(use, extra);
                supply.free -= part;
                use.missing -= part;
                taken = true;
            }
        }
        return taken;
    }

    /** Stock that turned out to have expired when the use began is not tried again. */
    private static boolean isForbidden(Use use, Supply supply) {
        for (Part part : use.parts) {
            if (part.allowed < 0 && part.source == supply.source && part.index == supply.index) {
                return true;
            }
        }
        return false;
    }

    private static boolean buyMore(Use use) {
        for (Part part : use.parts) {
            if (part.source == Source.PURCHASE) {
                part.planned += use.missing;
                return true;
            }
        }
        return false;
    }

    private boolean addPurchase(Use use) {
        Item item = shop.item(use.item);
        if (item.isMade() && structure.canMake(use.item)) {
            return false;
        }
        for (int offer : item.offers()) {
            if (shop.vendor(offer).earliestArrival() != Integer.MAX_VALUE) {
                use.parts.add(new Part(Source.PURCHASE, offer, use.missing));
                return true;
            }
        }
        return false;
    }

    /** Work that its tool does not live to do goes to another tool, else its demand fails; whether anything moved. */
    private boolean changeWornOutTools() {
        boolean moved = false;
        List<List<ExactOperation>> byTool = structure.byTool();
        BitSet failed = structure.failed();
        for (int t = 0; t < byTool.size(); t++) {
            Tool tool = shop.tool(t);
            long left = Micro.limit(Math.max(0, tool.lifeStrokes() - tool.strokesUsed()));
            for (ExactOperation operation : left == Micro.UNLIMITED ? List.<ExactOperation>of() : byTool.get(t)) {
                if (failed.get(operation.lot.demand)) {
                    continue;
                }
                long strokes = operation.way.strokes(operation.in);
                if (strokes > left) {
                    moved = true;
                    changeTool(operation);
                } else if (structure.isPlanned(operation.lot.demand)) {
                    left -= strokes;
                }
            }
        }
        return moved;
    }

    private void changeTool(ExactOperation operation) {
        Way now = operation.way;
        wornOut.add(now.tool());
        for (Way way : shop.ways(operation.lot.routing, operation.step)) {
            if (way.machine() == now.machine() && !wornOut.contains(way.tool())) {
                structure.change(operation, way);
                settled.clear(operation.lot.demand);
                return;
            }
        }
        structure.fail(operation.lot.demand);
    }
}

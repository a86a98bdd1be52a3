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
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trees of a plan: who uses what, by which choice, in which sequence. */
final class ExactStructure {
    /** What rounding to millionths leaves over. */
    private static final double NOTHING = 1e-5;

    private final Shop shop;
    /** One per demand; null where the demand is short. */
    private final @Nullable Use[] roots;

    private final List<ExactLot> lots = new ArrayList<>();
    private final Map<Integer, ExactLot> templates = new HashMap<>();
    private final BitSet failed = new BitSet();
    /** What the plan delivers of each demand. */
    private final double[] delivered;
    /** Demands that may be delivered in part and of which no more can be had than the plan delivers. */
    private final BitSet cut = new BitSet();
    /** Those cut in this round, in which they have nothing to say any more. */
    private final BitSet cutNow = new BitSet();

    private boolean pinned;
    /** The order in which uses are served where nothing else decides: deliveries first, then lot by lot. */
    private static final Comparator<Use> AS_READ = Comparator.comparingInt(use -> use.number);

    private static final Comparator<Use> EARLIEST = (a, b) -> {
        if (a.planned != b.planned) {
            return Long.compare(a.planned, b.planned);
        }
        return a.demand != b.demand ? Integer.compare(a.demand, b.demand) : Integer.compare(a.number, b.number);
    };

    // what every round goes through, those of failed demands included; kept in order as somebody joins or moves
    private final List<ExactOperation> operations = new ArrayList<>();
    private final List<ExactOperation> sequence = new ArrayList<>();
    private final List<List<ExactOperation>> byTool = new ArrayList<>();
    private final List<Use> pegged = new ArrayList<>();
    private final List<Use> ofStock = new ArrayList<>();
    private final List<Use> ofCoproducts = new ArrayList<>();
    private final List<Use> shortOf = new ArrayList<>();
    private boolean sequenceMoved = true;
    private boolean toolsMoved = true;
    private boolean peggedMoved = true;
    private int uses;

    ExactStructure(Shop shop, Plan plan) {
        this.shop = shop;
        int demands = shop.problem().demands().size();
        roots = new Use[demands];
        delivered = new double[demands];
        uses = demands;
        for (int t = 0; t < shop.toolCount(); t++) {
            byTool.add(new ArrayList<>());
        }
        for (Delivery delivery : plan.deliveries()) {
            delivered[delivery.demand()] += delivery.quantity();
            Use known = roots[delivery.demand()];
            if (known == null || known.planned < delivery.minute()) {
                var root = new Use(
                        delivery.demand(), shop.demand(delivery.demand()).item(), null, delivery.minute());
                root.number = delivery.demand();
                roots[delivery.demand()] = root;
            }
        }
        var byIndex = new ExactLot[plan.lots().size()];
        var takes = new TakesOfLots(plan);
        for (Lot lot : parentsFirst(plan)) {
            read(lot, byIndex);
            takes.note(byIndex[lot.index()], lot.index());
        }
        pin(plan, byIndex);
        for (Take take : plan.takes()) {
            Use use = take.lot() < 0 ? roots[take.demand()] : useAt(byIndex[take.lot()], take.step(), take.item());
            if (use != null && take.source() == Source.LOT) {
                takeFrom(byIndex[take.index()], use, Micro.of(take.quantity()));
            } else if (use != null) {
                use.parts.add(new Part(take.source(), take.index(), Micro.of(take.quantity())));
            }
        }
        for (Use root : roots) {
            if (root != null) {
                list(root);
            }
        }
        for (ExactOperation operation : operations) {
            operation.uses.forEach(this::list);
        }
    }

    private void list(Use use) {
        boolean fromOthers = false;
        boolean fromStock = false;
        boolean beside = false;
        for (Part part : use.parts) {
            fromOthers |= part.source != Source.PURCHASE;
            fromStock |= part.source == Source.STOCK;
            beside |= part.lot != null && part.lot.item != use.item;
        }
        if (fromOthers) {
            pegged.add(use);
        }
        if (fromStock) {
            ofStock.add(use);
        }
        if (beside) {
            ofCoproducts.add(use);
        }
    }

    /** Which operations begin when somebody said; an order's lots count in the plan's order. */
    private void pin(Plan plan, @Nullable ExactLot[] byIndex) {
        var numbers = new HashMap<List<Object>, Integer>();
        for (Lot lot : plan.lots()) {
            ExactLot exact = byIndex[lot.index()];
            if (exact != null && shop.pins().isAbout(lot.demand())) {
                for (ExactOperation operation : exact.operations) {
                    Step step = shop.step(exact.routing, operation.step);
                    int number = numbers.merge(List.of(lot.demand(), step.process()), 1, Integer::sum);
                    operation.pinned = Pins.start(shop.pins().of(lot.demand(), step, number));
                    pinned |= operation.isPinned();
                }
            }
        }
    }

    /** A lot that can no longer be made leaves nothing over. */
    private static void takeFrom(@Nullable ExactLot lot, Use use, long quantity) {
        if (lot != null) {
            use.parts.add(new Part(lot, quantity));
            lot.others.add(use);
        }
    }

    /** The plan's lots by how many lots lie between them and the order, those of the same depth as the plan has them. */
    private static List<Lot> parentsFirst(Plan plan) {
        List<List<Lot>> byDepth = new ArrayList<>();
        for (Lot lot : plan.lots()) {
            int depth = 0;
            for (Lot at = lot; at.parent() >= 0; at = plan.lots().get(at.parent())) {
                depth++;
            }
            while (byDepth.size() <= depth) {
                byDepth.add(new ArrayList<>());
            }
            byDepth.get(depth).add(lot);
        }
        var all = new ArrayList<Lot>(plan.lots().size());
        byDepth.forEach(all::addAll);
        return all;
    }

    /** What the plan's lots take, lot by lot. */
    private static final class TakesOfLots {
        private static final int NONE = -1;

        private final List<Take> takes;
        /** By lot, the first of its takes; by take, the next of the same lot. */
        private final int[] first;

        private final int[] next;

        TakesOfLots(Plan plan) {
            takes = plan.takes();
            first = new int[plan.lots().size()];
            Arrays.fill(first, NONE);
            next = new int[takes.size()];
            for (int t = takes.size() - 1; t >= 0; t--) {
                int lot = takes.get(t).lot();
                if (lot >= 0) {
                    next[t] = first[lot];
                    first[lot] = t;
                }
            }
        }

        /** Tells a lot's uses how much the plan takes for them. */
        void note(@Nullable ExactLot lot, int index) {
            if (lot == null) {
                return;
            }
            for (int t = first[index]; t != NONE; t = next[t]) {
                Take take = takes.get(t);
                Use use = useAt(lot, take.step(), take.item());
                if (use != null) {
                    use.noted += take.quantity();
                }
            }
        }
    }

    private void read(Lot lot, ExactLot[] byIndex) {
        Use use = lot.parent() < 0 ? roots[lot.demand()] : consumer(byIndex[lot.parent()], lot);
        if (use == null) {
            return;
        }
        var exact = new ExactLot(lot.demand(), lot.item(), lot.routing(), use);
        exact.quantity = lot.quantity();
        for (Operation operation : lot.operations()) {
            Way way = Way.of(shop.ways(lot.routing(), operation.step()), operation);
            if (way == null) {
                failed.set(lot.demand());
                return;
            }
            var at = new ExactOperation(exact, operation.step(), way, operation.start());
            at.in = operation.quantityIn();
            addUses(at);
            exact.operations.add(at);
        }
        byIndex[lot.index()] = exact;
        register(exact);
    }

    private void addUses(ExactOperation operation) {
        for (Consumption consumption :
                shop.step(operation.lot.routing, operation.step).consumptions()) {
            operation.uses.add(new Use(operation.lot.demand, consumption.item(), operation, operation.planned));
        }
    }

    private void register(ExactLot lot) {
        lot.use.lots.add(lot);
        lots.add(lot);
        for (ExactOperation operation : lot.operations) {
            operation.number = operations.size();
            operations.add(operation);
            for (Use use : operation.uses) {
                use.number = uses++;
            }
        }
        sequenceMoved = true;
        toolsMoved = true;
        if (!shop.problem().routings().get(lot.routing).substitution()) {
            templates.putIfAbsent(lot.item, lot);
        }
    }

    /**
     * The parent's use of the lot's item that the lot is for: lots are written in the order of their uses, so that it is the first one that
     * is not half covered by lots yet (numbers may have moved since); else the one of which least is covered.
     */
    private @Nullable Use consumer(@Nullable ExactLot parent, Lot lot) {
        Use found = null;
        double foundOpen = Double.NEGATIVE_INFINITY;
        if (parent != null) {
            for (ExactOperation operation : parent.operations) {
                for (int c = 0; c < operation.uses.size(); c++) {
                    Use use = operation.uses.get(c);
                    if (use.item == lot.item()) {
                        double toMake = toMake(operation, c);
                        double made = 0;
                        for (ExactLot other : use.lots) {
                            made += other.quantity;
                        }
                        if (toMake > NOTHING && made < toMake / 2) {
                            return use;
                        }
                        if (toMake - made > foundOpen) {
                            found = use;
                            foundOpen = toMake - made;
                        }
                    }
                }
            }
        }
        return found;
    }

    /** What of a use is not taken from stock, receipts or purchases. */
    private double toMake(ExactOperation operation, int consumption) {
        Use use = operation.uses.get(consumption);
        double need = shop.step(operation.lot.routing, operation.step)
                .consumptions()
                .get(consumption)
                .of(operation.in);
        return need - use.noted;
    }

    private static @Nullable Use useAt(@Nullable ExactLot lot, int step, int item) {
        if (lot == null) {
            return null;
        }
        for (Use use : lot.operations.get(step).uses) {
            if (use.item == item) {
                return use;
            }
        }
        return null;
    }

    /** Adds a lot for what no source covers, made like another lot of the item; false when nothing shows how. */
    boolean addLot(Use use) {
        ExactLot like = templates.get(use.item);
        List<Way> ways = like != null ? like.operations.stream().map(o -> o.way).toList() : firstWays(use.item);
        if (ways.isEmpty()) {
            return false;
        }
        int routing =
                like != null ? like.routing : shop.item(use.item).routings().getFirst();
        var lot = new ExactLot(use.demand, use.item, routing, use);
        var planned = new long[ways.size()];
        long at = use.planned;
        for (int k = ways.size() - 1; k >= 0; k--) {
            at -= Math.max(1, shop.usualMinutes(ways.get(k), Micro.toUnits(use.missing)));
            planned[k] = at;
        }
        for (int k = 0; k < ways.size(); k++) {
            var operation = new ExactOperation(lot, k, ways.get(k), planned[k]);
            addUses(operation);
            lot.operations.add(operation);
        }
        register(lot);
        return true;
    }

    private List<Way> firstWays(int item) {
        var ways = new ArrayList<Way>();
        if (shop.item(item).isMade()) {
            int routing = shop.item(item).routings().getFirst();
            for (int k = 0; k < shop.problem().routings().get(routing).steps().size(); k++) {
                Way[] all = shop.ways(routing, k);
                if (all.length == 0) {
                    return List.of();
                }
                ways.add(all[0]);
            }
        }
        return ways;
    }

    /** Takes the times found as the new sequence. */
    void resequence() {
        for (ExactLot lot : lots()) {
            for (ExactOperation operation : lot.operations) {
                if (operation.order >= 0) {
                    plan(operation, operation.start);
                }
            }
        }
    }

    /** Gives an operation another place in the sequence. */
    void plan(ExactOperation operation, long at) {
        operation.planned = at;
        for (Use use : operation.uses) {
            use.planned = at;
        }
        sequenceMoved = true;
        toolsMoved = true;
        peggedMoved = true;
    }

    /** Does an operation on another tool. */
    void change(ExactOperation operation, Way way) {
        operation.way = way;
        toolsMoved = true;
    }

    /** Lets a use take from one more stock or receipt. */
    void take(Use use, Part part) {
        boolean isPegged = use.parts.stream().anyMatch(other -> other.source != Source.PURCHASE);
        boolean isOfStock = use.parts.stream().anyMatch(other -> other.source == Source.STOCK);
        use.parts.add(part);
        if (!isPegged) {
            pegged.add(use);
            peggedMoved = true;
        }
        if (!isOfStock && part.source == Source.STOCK) {
            ofStock.add(use);
        }
    }

    /** What was to be delivered cannot be: then as much as the plan has, if the demand may be delivered in part, else nothing. */
    void fail(int demand) {
        if (cutNow.get(demand)) {
            return;
        }
        boolean divisible = !shop.demand(demand).whole() && delivered[demand] > 0;
        if (divisible && delivered[demand] < quantity(demand) && !cut.get(demand)) {
            cut.set(demand);
            cutNow.set(demand);
        } else {
            failed.set(demand);
        }
    }

    /** From here on what was cut counts in its smaller quantity. */
    void beginRound() {
        cutNow.clear();
    }

    /** What is to be delivered of a demand. */
    double quantity(int demand) {
        double wanted = shop.demand(demand).quantity();
        return cut.get(demand) ? Math.min(wanted, delivered[demand]) : wanted;
    }

    boolean isPlanned(int demand) {
        return roots[demand] != null && !failed.get(demand);
    }

    int failures() {
        return failed.cardinality() + cut.cardinality();
    }

    /** What the demand's delivery uses; only for a demand that is planned. */
    Use root(int demand) {
        Use root = roots[demand];
        if (root == null) {
            throw new IllegalArgumentException(
                    "Demand %d has no delivery in the plan; ask isPlanned first.".formatted(demand));
        }
        return root;
    }

    boolean canMake(int item) {
        return templates.containsKey(item) || !firstWays(item).isEmpty();
    }

    /** The lots of all planned demands, parents before what they consume. */
    List<ExactLot> lots() {
        var planned = new ArrayList<ExactLot>(lots.size());
        for (ExactLot lot : lots) {
            if (isPlanned(lot.demand)) {
                planned.add(lot);
            }
        }
        return planned;
    }

    /** Those of failed demands too, as {@link #sequence}, {@link #byTool}, {@link #pegged}, {@link #ofStock} and {@link #ofCoproducts} have them. */
    List<ExactLot> everyLot() {
        return lots;
    }

    /** The demands that have failed so far. */
    BitSet failed() {
        return (BitSet) failed.clone();
    }

    /** Operations in the planned sequence. */
    List<ExactOperation> sequence() {
        if (sequenceMoved) {
            sequence.clear();
            for (int number : Ranked.of(operations.size(), i -> operations.get(i).planned)) {
                sequence.add(operations.get(number));
            }
            sequenceMoved = false;
        }
        return sequence;
    }

    /** The operations of each tool in the planned sequence. */
    List<List<ExactOperation>> byTool() {
        if (toolsMoved) {
            byTool.forEach(List::clear);
            for (ExactOperation operation : sequence()) {
                if (operation.way.tool() >= 0) {
                    byTool.get(operation.way.tool()).add(operation);
                }
            }
            toolsMoved = false;
        }
        return byTool;
    }

    /** The uses that do not only buy, the earliest first: what is bought nobody takes from another. */
    List<Use> pegged() {
        if (peggedMoved) {
            pegged.sort(EARLIEST);
            peggedMoved = false;
        }
        return pegged;
    }

    /** The uses that take from stock. */
    List<Use> ofStock() {
        return ofStock;
    }

    /** The uses of what comes out of others' lots beside what these are made for. */
    List<Use> ofCoproducts() {
        return ofCoproducts;
    }

    /** Whether any operation begins when somebody said. */
    boolean isPinned() {
        return pinned;
    }

    /** Remembers that a use is short of something. */
    void noteShort(Use use) {
        if (!use.isShort) {
            use.isShort = true;
            shortOf.add(use);
        }
    }

    /** The uses of planned demands that no source covers yet. */
    List<Use> shortOf() {
        shortOf.removeIf(use -> {
            use.isShort = use.missing > 0;
            return !use.isShort;
        });
        var planned = new ArrayList<Use>();
        for (Use use : shortOf) {
            if (isPlanned(use.demand)) {
                planned.add(use);
            }
        }
        planned.sort(AS_READ);
        return planned;
    }
}

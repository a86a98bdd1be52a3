package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Exact.ExactLot;
import io.sandtable.simulation.plan.Exact.ExactOperation;
import io.sandtable.simulation.plan.Exact.Part;
import io.sandtable.simulation.plan.Exact.Use;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When everything happens: first as early as possible in the planned sequence, then as late as no delivery suffers, so that cash is not
 * tied up before it must be. Who waits for material does not hold up those behind, unless the timing is rigid.
 */
final class ExactTiming {
    private static final Comparator<ExactOperation> BY_START =
            (a, b) -> a.start != b.start ? Integer.compare(a.start, b.start) : Integer.compare(a.order, b.order);

    private final Shop shop;
    private final ExactStructure structure;
    private final Materials materials;
    private final boolean rigid;
    private final MachineLoad[] machines;
    private final ToolLoad[] tools;
    private final CrewLoad[] crews;
    private final int[] machineFree;
    private final int[] toolFree;
    private final WeeklyLoad[] subcontractors;
    /** A predecessor always stands before its successors. */
    private final List<ExactOperation> dispatched = new ArrayList<>();

    private final int[] ready;
    /** By offer, before which week nothing more can come. */
    private final int[] openWeek;

    /** @param rigid whether nobody passes anybody on a machine or tool */
    ExactTiming(Shop shop, ExactStructure structure, Materials materials, boolean rigid) {
        this.shop = shop;
        this.rigid = rigid;
        this.structure = structure;
        this.materials = materials;
        machines = new MachineLoad[shop.machineCount()];
        Arrays.setAll(machines, m -> shop.emptyMachine(m));
        tools = new ToolLoad[shop.toolCount()];
        Arrays.setAll(tools, t -> new ToolLoad(shop.toolClosures(t), Long.MAX_VALUE / 4));
        crews = shop.emptyCrews();
        machineFree = new int[machines.length];
        toolFree = new int[tools.length];
        subcontractors = shop.capacities().stream()
                .map(offer -> new WeeklyLoad(Micro.limit(offer.capacityPerWeek())))
                .toArray(WeeklyLoad[]::new);
        ready = new int[shop.problem().demands().size()];
        openWeek = new int[shop.problem().offers().size()];
    }

    /** Minute at which the demand's goods are there. */
    int ready(int demand) {
        return ready[demand];
    }

    /** Starts everything as early as possible; false when a demand failed on the way, so that the rest must be timed anew. */
    boolean forward() {
        int failures = structure.failures();
        List<ExactOperation> sequence = structure.sequence();
        for (ExactOperation operation : sequence) {
            operation.order = -1;
        }
        if (!rigid && structure.isPinned()) {
            structure.lots().stream()
                    .flatMap(lot -> lot.operations.stream())
                    .filter(o -> o.planned == o.pinned && !o.way.outsourced() && o.lot.quantity > 0)
                    .forEach(this::reserve);
        }
        sequence.forEach(this::dispatch);
        for (int d = 0; d < ready.length; d++) {
            if (structure.isPlanned(d)) {
                ready[d] = available(structure.root(d));
            }
        }
        return forbidExpired() && failures == structure.failures();
    }

    /** Keeps a pinned operation's place until it is its turn. */
    private void reserve(ExactOperation operation) {
        Way way = operation.way;
        MachineLoad machine = machines[way.machine()];
        ToolLoad tool = way.tool() < 0 ? ToolLoad.NONE : tools[way.tool()];
        int work = way.workMinutes(operation.in);
        int from = machine.firstGap(
                operation.pinned, work, way.time(), way.setup(), way.crewing().with(crews, tool));
        if (from != MachineLoad.NONE && machine.time().wallOfStart(from) == operation.pinned) {
            run(operation, from, operation.pinned, work);
            occupy(operation);
            operation.reserved = true;
        }
    }

    private void occupy(ExactOperation operation) {
        Way way = operation.way;
        machines[way.machine()].add(operation.from, operation.span, way.setup(), MachineLoad.NOBODYS);
        way.crewing().add(crews, operation.start, operation.end);
        if (way.tool() >= 0) {
            tools[way.tool()].add(operation.start, operation.end, 0);
        }
    }

    private void giveBack(ExactOperation operation) {
        Way way = operation.way;
        operation.reserved = false;
        machines[way.machine()].remove(operation.from);
        way.crewing().remove(crews, operation.start, operation.end);
        if (way.tool() >= 0) {
            tools[way.tool()].remove(operation.start);
        }
    }

    /** Stock that has expired when it is used is not taken again; false where there was any. */
    private boolean forbidExpired() {
        boolean kept = true;
        for (Use use : structure.ofStock()) {
            if (!structure.isPlanned(use.demand)) {
                continue;
            }
            if (use.by == null) {
                kept &= forbidExpired(use, delivery(shop.demand(use.demand), ready[use.demand]));
            } else if (use.by.order >= 0) {
                kept &= forbidExpired(use, use.by.start);
            }
        }
        return kept;
    }

    private boolean forbidExpired(Use use, int minute) {
        boolean kept = true;
        for (Part part : use.parts) {
            if (part.source == Source.STOCK
                    && part.taken > 0
                    && materials.supply(Source.STOCK, part.index).expires <= minute) {
                part.allowed = -1;
                kept = false;
            }
        }
        return kept;
    }

    private void dispatch(ExactOperation operation) {
        if (operation.order >= 0 || operation.lot.quantity <= 0 || !structure.isPlanned(operation.lot.demand)) {
            return;
        }
        int from = Math.max(shop.step(operation.lot.routing, operation.step).releaseFence(), operation.pinned);
        int allThere = from;
        double transfer = 0;
        if (operation.step > 0) {
            ExactOperation before = operation.lot.operations.get(operation.step - 1);
            dispatch(before);
            Step step = shop.step(operation.lot.routing, before.step);
            transfer = transfer(before);
            int first = transfer > 0
                    ? Overlap.firstDone(transfer, before.way, before.in, before.out, before.start)
                    : before.end;
            from = Math.max(from, first + step.waitMinutes());
            allThere = Math.max(allThere, before.end + step.waitMinutes());
        }
        for (int u = 0; u < operation.uses.size(); u++) {
            from = Math.max(from, available(operation.uses.get(u)));
        }
        boolean placed = structure.isPlanned(operation.lot.demand)
                && (operation.way.outsourced()
                        ? outsource(operation, Math.max(from, allThere))
                        : run(operation, from, allThere, transfer));
        if (!placed) {
            structure.fail(operation.lot.demand);
            return;
        }
        operation.order = dispatched.size();
        dispatched.add(operation);
    }

    /** In how large parts it hands on its lot, 0 where all at once. */
    private double transfer(ExactOperation operation) {
        return Overlap.transfer(shop.step(operation.lot.routing, operation.step), operation.way, operation.out);
    }

    /** When all the parts and lots of a use are there. */
    private int available(Use use) {
        int from = 0;
        for (int l = 0; l < use.lots.size(); l++) {
            ExactLot lot = use.lots.get(l);
            if (lot.quantity > 0) {
                from = Math.max(from, end(lot));
            }
        }
        for (int p = 0; p < use.parts.size(); p++) {
            Part part = use.parts.get(p);
            if (part.taken > 0) {
                if (part.source == Source.PURCHASE) {
                    buy(use.demand, part);
                } else if (part.lot != null) {
                    part.available = end(part.lot);
                }
                from = Math.max(from, part.available);
            }
        }
        return from;
    }

    private int end(ExactLot lot) {
        dispatch(lot.last());
        return lot.last().end;
    }

    private void buy(int demand, Part part) {
        Vendor vendor = shop.vendor(part.index);
        part.available = vendor.earliestArrival();
        part.weeks.clear();
        if (part.available == Integer.MAX_VALUE) {
            structure.fail(demand);
        } else if (vendor.limited()) {
            WeeklyLoad weeks = materials.weeks(part.index);
            long rest = part.taken;
            for (int week = firstOpenWeek(vendor, part, weeks); rest > 0; week++) {
                if (weeks.endsBefore(week)) {
                    structure.fail(demand);
                    return;
                }
                int arrival = vendor.arrivalIn(week);
                long share = arrival == Integer.MAX_VALUE ? 0 : Math.min(rest, weeks.free(week));
                if (share > 0) {
                    weeks.add(week, share);
                    part.weeks.add(new long[] {week, share});
                    part.available = arrival;
                    rest -= share;
                }
            }
        }
    }

    /** The first week from the earliest arrival on in which anything can still come; no week of a supplier is given back. */
    private int firstOpenWeek(Vendor vendor, Part part, WeeklyLoad weeks) {
        int week = Math.max(openWeek[part.index], part.available / WeeklyLoad.WEEK);
        while (!weeks.endsBefore(week) && (weeks.free(week) <= 0 || vendor.arrivalIn(week) == Integer.MAX_VALUE)) {
            week++;
        }
        openWeek[part.index] = week;
        return week;
    }

    private boolean run(ExactOperation operation, int ready, int allThere, double transfer) {
        if (operation.reserved) {
            giveBack(operation);
        }
        Way way = operation.way;
        MachineLoad machine = machines[way.machine()];
        ToolLoad tool = way.tool() < 0 ? ToolLoad.NONE : tools[way.tool()];
        int earliest = ready;
        if (rigid) {
            earliest = shop.isUnlimited(way.machine()) ? earliest : Math.max(earliest, machineFree[way.machine()]);
            earliest = way.tool() < 0 ? earliest : Math.max(earliest, toolFree[way.tool()]);
        }
        int work = way.workMinutes(operation.in);
        int lastWork = transfer > 0 ? Overlap.lastWork(transfer, way, operation.in) : 0;
        int from;
        while (true) {
            from = machine.firstGap(
                    earliest, work, way.time(), way.setup(), way.crewing().with(crews, tool));
            if (from == MachineLoad.NONE) {
                return false;
            }
            run(operation, from, machine.time().wallOfStart(from), work);
            int lacking = operation.start >= allThere ? 0 : Overlap.lacking(way, lastWork, allThere, operation.end);
            if (lacking == 0) {
                break;
            }
            earliest = operation.start + lacking;
        }
        occupy(operation);
        machineFree[way.machine()] = operation.end;
        if (way.tool() >= 0) {
            toolFree[way.tool()] = operation.end;
        }
        return true;
    }

    /** Whether each tool does its work in the planned sequence, so that the yields counted on it are right. */
    boolean keepsToolSequence() {
        for (List<ExactOperation> sequence : structure.byTool()) {
            // the one that begins last of those planned before, and of those planned at the same time
            ExactOperation before = null;
            ExactOperation latest = null;
            for (ExactOperation operation : sequence) {
                if (operation.order >= 0) {
                    if (latest != null && latest.planned < operation.planned) {
                        before = latest;
                    }
                    if (before != null && BY_START.compare(operation, before) < 0) {
                        return false;
                    }
                    latest = latest == null || BY_START.compare(latest, operation) < 0 ? operation : latest;
                }
            }
        }
        return true;
    }

    private boolean outsource(ExactOperation operation, int ready) {
        Way way = operation.way;
        long quantity = Micro.of(operation.in);
        Closures closed = shop.closures(way);
        WeeklyLoad weeks = subcontractors[way.id()];
        int start = closed.firstOpenSpan(ready, way.leadTimeMinutes());
        for (int week = weeks.firstWeekFor(start, quantity); week >= 0; week = weeks.firstWeekFor(start, quantity)) {
            start = closed.firstOpenSpan(Math.max(start, week * WeeklyLoad.WEEK), way.leadTimeMinutes());
            if (start / WeeklyLoad.WEEK == week) {
                weeks.add(week, quantity);
                set(operation, 0, start, start + way.leadTimeMinutes());
                return true;
            }
        }
        return false;
    }

    private void run(ExactOperation operation, int from, int start, int work) {
        set(operation, from, start, operation.way.endOfWork(start, work));
        operation.span = shop.time(operation.way.machine()).workedBefore(operation.end) - from;
    }

    private static void set(ExactOperation operation, int from, int start, int end) {
        operation.from = from;
        operation.start = start;
        operation.end = end;
    }

    /** Moves everything as late as deliveries, sequence and expiry allow. */
    void backward() {
        var machineBusy = new MachineFront[shop.machineCount()];
        Arrays.setAll(machineBusy, m -> new MachineFront(shop.isUnlimited(m), shop.setups(m)));
        var toolBusy = new int[shop.toolCount()];
        Arrays.fill(toolBusy, Integer.MAX_VALUE);
        int[] byStart = Ranked.of(dispatched.size(), i -> dispatched.get(i).start);
        for (int i = byStart.length - 1; i >= 0; i--) {
            ExactOperation operation = dispatched.get(byStart[i]);
            int latest = latestEnd(operation);
            Way way = operation.way;
            if (way.outsourced()) {
                if (!operation.isPinned()) {
                    delayOutsourced(operation, latest);
                }
                continue;
            }
            MachineFront front = machineBusy[way.machine()];
            if (!operation.isPinned()) {
                delay(operation, latest, front, way.tool() < 0 ? latest : toolBusy[way.tool()]);
            }
            front.pass(operation.from, operation.span, way.setup());
            if (way.tool() >= 0) {
                toolBusy[way.tool()] = operation.start;
            }
        }
        for (int d = 0; d < ready.length; d++) {
            if (structure.isPlanned(d)) {
                ready[d] = Math.max(ready[d], lastEnd(structure.root(d)));
            }
        }
    }

    private static int lastEnd(Use root) {
        int last = 0;
        for (ExactLot lot : root.lots) {
            last = lot.quantity > 0 ? Math.max(last, lot.last().end) : last;
        }
        for (Part part : root.parts) {
            if (part.lot != null && part.taken > 0) {
                part.available = part.lot.last().end;
                last = Math.max(last, part.available);
            }
        }
        return last;
    }

    private int latestEnd(ExactOperation operation) {
        ExactLot lot = operation.lot;
        if (operation.step + 1 < lot.operations.size()) {
            ExactOperation next = lot.operations.get(operation.step + 1);
            int wait = shop.step(lot.routing, operation.step).waitMinutes();
            return overlaps(operation, next) ? allNeeded(operation, next) - wait : next.start - wait;
        }
        int latest = latestFor(lot.use);
        for (Use other : lot.others) {
            if (structure.isPlanned(other.demand)) {
                latest = Math.min(latest, latestFor(other));
            }
        }
        return latest;
    }

    private boolean overlaps(ExactOperation operation, ExactOperation next) {
        return !next.way.outsourced() && transfer(operation) > 0;
    }

    /** When the next operation begins with its last transfer lot. */
    private int allNeeded(ExactOperation operation, ExactOperation next) {
        WorkingTime time = next.way.time();
        int last = Overlap.lastWork(transfer(operation), next.way, next.in);
        return Math.max(next.start, time.wallOfStart(time.workedBefore(next.end) - last));
    }

    /** The last of the way's worked minutes by which it may end so that its first transfer lot is done when the next operation begins. */
    private int endForTheFirst(ExactOperation operation, int work) {
        ExactLot lot = operation.lot;
        if (operation.step + 1 == lot.operations.size()) {
            return Integer.MAX_VALUE;
        }
        ExactOperation next = lot.operations.get(operation.step + 1);
        if (!overlaps(operation, next)) {
            return Integer.MAX_VALUE;
        }
        int wait = shop.step(lot.routing, operation.step).waitMinutes();
        int first = Overlap.firstWork(transfer(operation), operation.way, operation.in, operation.out);
        return operation.way.time().workedBefore(next.start - wait) - first + work;
    }

    /** When the use begins; a delivery waits as long as it is not late, or no later. */
    private int latestFor(Use use) {
        if (use.by != null) {
            return use.by.start;
        }
        int wanted = shop.demand(use.demand).due() - shop.levers().bufferDays() * PlanningProblem.DAY;
        return Math.max(ready[use.demand], wanted);
    }

    private void delay(ExactOperation operation, int latestEnd, MachineFront front, int toolBusy) {
        Way way = operation.way;
        WorkingTime time = way.time();
        int work = way.workMinutes(operation.in);
        int machineBusy = front.latestEnd(way.setup());
        int machineFrom = machineBusy == Integer.MAX_VALUE
                ? Integer.MAX_VALUE
                : shop.time(way.machine()).wallOfEnd(machineBusy);
        int until = Math.min(
                time.workedBefore(Math.min(Math.min(latestEnd, toolBusy), machineFrom)),
                endForTheFirst(operation, work));
        int lastStart = lastStart(operation);
        if (lastStart < Integer.MAX_VALUE) {
            // the last worked minute that begins no later, also when that minute falls into a break
            until = Math.min(until, time.workedBefore(lastStart + 1) - 1 + work);
        }
        int from = until - work;
        if (from < 0 || work == 0 || time.wallOfStart(from) <= operation.start) {
            return;
        }
        int start = time.wallOfStart(from);
        int end = time.wallOfEnd(until);
        WorkingTime machine = shop.time(way.machine());
        int span = machine.workedBefore(end) - machine.workedBefore(start);
        if (way.setup() < 0 && span > operation.span && front.isChangedOverNext()) {
            // it would rest while its people are away, in minutes that the changeover needs
            return;
        }
        boolean toolOpen = way.tool() < 0 || shop.toolClosures(way.tool()).firstOpenSpan(start, end - start) == start;
        way.crewing().remove(crews, operation.start, operation.end);
        if (toolOpen && way.crewing().with(crews, Companions.NONE).firstFree(start, end) == start) {
            run(operation, machine.workedBefore(start), start, work);
        }
        way.crewing().add(crews, operation.start, operation.end);
    }

    /** Writes down how long each machine is changed over before each operation. */
    void noteChangeovers() {
        var is = new int[shop.machineCount()];
        Arrays.setAll(is, m -> shop.setups(m).today());
        var changed = new ArrayList<ExactOperation>();
        for (ExactOperation operation : dispatched) {
            Way way = operation.way;
            if (!way.outsourced() && way.setup() >= 0 && !shop.isUnlimited(way.machine())) {
                changed.add(operation);
            }
        }
        changed.sort(BY_START);
        for (ExactOperation operation : changed) {
            Way way = operation.way;
            operation.changeover = shop.setups(way.machine()).minutes(is[way.machine()], way.setup());
            is[way.machine()] = way.setup();
        }
    }

    private void delayOutsourced(ExactOperation operation, int latestEnd) {
        Way way = operation.way;
        int start = Math.min(latestEnd - way.leadTimeMinutes(), lastStart(operation));
        if (start <= operation.start) {
            return;
        }
        long quantity = Micro.of(operation.in);
        WeeklyLoad weeks = subcontractors[way.id()];
        int week = start / WeeklyLoad.WEEK;
        int now = operation.start / WeeklyLoad.WEEK;
        boolean room = week == now || weeks.free(week) >= quantity;
        if (room && shop.closures(way).firstOpenSpan(start, way.leadTimeMinutes()) == start) {
            weeks.remove(now, quantity);
            weeks.add(week, quantity);
            set(operation, 0, start, start + way.leadTimeMinutes());
        }
    }

    /** The last minute at which none of the stock it uses has expired. */
    private int lastStart(ExactOperation operation) {
        int last = Integer.MAX_VALUE;
        for (Use use : operation.uses) {
            for (Part part : use.parts) {
                if (part.source == Source.STOCK && part.taken > 0) {
                    int expires = materials.supply(Source.STOCK, part.index).expires;
                    last = expires == Integer.MAX_VALUE ? last : Math.min(last, expires - 1);
                }
            }
        }
        return last;
    }

    /** When goods that are there at a minute leave: on the due day, never earlier. What is over at midnight belongs to the day before. */
    static int delivery(Demand demand, int ready) {
        int dueDay = Math.floorDiv(demand.due() - 1, PlanningProblem.DAY) * PlanningProblem.DAY;
        return Math.max(Math.max(ready, dueDay + 1), 0);
    }
}

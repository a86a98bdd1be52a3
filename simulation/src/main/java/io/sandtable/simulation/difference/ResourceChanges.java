package io.sandtable.simulation.difference;

import io.sandtable.simulation.difference.ResourceChange.Kind;
import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plan makes use of, summed over all it does, those past the horizon included. */
final class ResourceChanges {
    private static final double NOTHING = 1e-6;
    private static final double MINUTES = 60;

    private final Side side;
    private final Shopfloor shopfloor;
    private final TreeMap<Resource, Double> used = new TreeMap<>();

    private record Resource(Kind kind, int index, String id, String about) implements Comparable<Resource> {
        private static final Comparator<Resource> ORDER = Comparator.comparing(Resource::kind)
                .thenComparing(Resource::index)
                .thenComparing(Resource::id)
                .thenComparing(Resource::about);

        @Override
        public int compareTo(Resource other) {
            return ORDER.compare(this, other);
        }
    }

    private ResourceChanges(Side side) {
        this.side = side;
        this.shopfloor = new Shopfloor(side.problem(), side.plan());
        side.plan().investments().forEach(this::invest);
        for (Lot lot : side.plan().lots()) {
            lot.operations().forEach(op -> operate(lot, op));
        }
        side.plan().purchases().forEach(this::buy);
        Transfer.all(side.problem(), side.plan()).forEach(this::fetch);
    }

    static List<ResourceChange> between(Side of, Side against) {
        Map<Resource, Double> mine = new ResourceChanges(of).used;
        Map<Resource, Double> others = new ResourceChanges(against).used;
        var all = new TreeSet<>(mine.keySet());
        all.addAll(others.keySet());
        return all.stream()
                .map(r -> new ResourceChange(
                        r.kind(), r.index(), r.id(), r.about(), mine.getOrDefault(r, 0.0), others.getOrDefault(r, 0.0)))
                .filter(c -> Math.abs(c.of() - c.against()) > NOTHING)
                .sorted(Comparator.comparing(ResourceChange::kind)
                        .thenComparing(Comparator.comparingDouble(ResourceChanges::proportion)
                                .reversed()))
                .toList();
    }

    private static double proportion(ResourceChange change) {
        return Math.abs(change.of() - change.against()) / Math.max(change.of(), change.against());
    }

    private void add(Kind kind, int index, String id, String about, double quantity) {
        used.merge(new Resource(kind, index, id, about), quantity, Double::sum);
    }

    private void invest(int index) {
        add(Kind.INVESTMENT, index, problem().investments().get(index).equipment(), "", 1);
    }

    private void operate(Lot lot, Operation op) {
        if (op.machine() >= 0) {
            double hours = (op.workMinutes() + op.changeoverMinutes()) / MINUTES;
            add(Kind.MACHINE, op.machine(), shopfloor.machine(op.machine()).id(), "", hours);
        } else if (op.subcontract() >= 0) {
            var step = shopfloor.step(lot, op);
            String supplier = step.subcontracts().get(op.subcontract()).supplier();
            add(Kind.SUBCONTRACT, -1, supplier, step.process(), op.quantityIn());
        }
        if (op.tool() >= 0) {
            add(Kind.TOOL, op.tool(), shopfloor.tool(op.tool()).id(), "", op.workMinutes() / MINUTES);
        }
    }

    private void buy(Purchase purchase) {
        Offer offer = problem().offers().get(purchase.offer());
        add(Kind.PURCHASE, -1, offer.supplier(), item(offer.item()), purchase.quantity());
    }

    private void fetch(Transfer transfer) {
        Stock stock = problem().stocks().get(transfer.stock());
        String site = stock.elsewhere() == null ? "" : stock.elsewhere().site();
        add(Kind.TRANSFER, -1, site, item(stock.item()), transfer.quantity());
    }

    private String item(int item) {
        return problem().items().get(item).id();
    }

    private PlanningProblem problem() {
        return side.problem();
    }
}

package io.sandtable.web.plandetail;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each order rests on: its lots with their operations, and where the materials come from that no lot makes. */
final class Pegging {
    private final ShownPlan shown;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Names names;
    private final Map<Integer, List<Lot>> lots;
    private final Map<Integer, List<Take>> takes;
    private final Map<Integer, TreeSet<String>> arrivals;

    Pegging(ShownPlan shown) {
        this.shown = shown;
        this.problem = shown.problem();
        this.plan = shown.plan();
        this.names = shown.names();
        this.lots = plan.lots().stream().collect(Collectors.groupingBy(Lot::demand));
        this.takes = plan.takes().stream().collect(Collectors.groupingBy(Take::demand));
        this.arrivals = plan.purchases().stream()
                .collect(Collectors.groupingBy(
                        Plan.Purchase::offer,
                        Collectors.mapping(
                                p -> problem.day(p.arrives()).toString(), Collectors.toCollection(TreeSet::new))));
    }

    /** The orders of that number, all where it is empty. */
    ObjectNode json(String number, int page, int size) {
        List<Demand> wanted = problem.demands().stream()
                .filter(d -> number.isEmpty() || d.number().equals(number))
                .toList();
        int pages = Math.max(1, (wanted.size() + size - 1) / size);
        int here = Math.clamp(page, 1, pages);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plan", shown.alternative().id());
        json.put("scenario", shown.inquiryId());
        json.put("page", here).put("pages", pages).put("count", wanted.size());
        ArrayNode orders = json.putArray("orders");
        wanted.subList((here - 1) * size, Math.min(wanted.size(), here * size)).forEach(d -> add(orders, d));
        return json;
    }

    private void add(ArrayNode orders, Demand demand) {
        ObjectNode order = orders.addObject();
        order.put("name", demand.number());
        order.put("id", demand.id());
        order.put("item", problem.items().get(demand.item()).id());
        order.put("quantity", demand.quantity());
        List<Take> own = takes.getOrDefault(demand.index(), List.of());
        add(order.putArray("takes"), own, -1);
        ArrayNode array = order.putArray("lots");
        for (Lot lot : lots.getOrDefault(demand.index(), List.of())) {
            ObjectNode row = array.addObject();
            row.put("lot", lot.index());
            row.put("parent", lot.parent() < 0 ? null : lot.parent());
            row.put("item", problem.items().get(lot.item()).id());
            row.put("routing", problem.routings().get(lot.routing()).id());
            row.put("quantity", lot.quantity());
            addOperations(row.putArray("operations"), lot);
            add(row.putArray("takes"), own, lot.index());
        }
    }

    private void addOperations(ArrayNode array, Lot lot) {
        for (Plan.Operation op : lot.operations()) {
            array.addObject()
                    .put("operation", names.step(lot, op.step()).process())
                    .put("resource", names.resource(lot, op))
                    .put("tool", op.tool() < 0 ? null : names.tool(op.tool()))
                    .put("start", time(op.start()).toString())
                    .put("end", time(op.end()).toString())
                    .put("quantityIn", op.quantityIn())
                    .put("quantityOut", op.quantityOut());
        }
    }

    private void add(ArrayNode array, List<Take> takes, int lot) {
        for (Take take : takes) {
            if (take.lot() == lot) {
                ObjectNode row = array.addObject();
                row.put("item", problem.items().get(take.item()).id());
                row.put("quantity", take.quantity());
                row.put("source", take.source().name().toLowerCase(Locale.ROOT));
                addSource(row, take);
            }
        }
    }

    /** A purchase is pegged to an offer: what is bought together arrives together, so that its lines serve several takers. */
    private void addSource(ObjectNode row, Take take) {
        switch (take.source()) {
            case STOCK -> row.put("stock", problem.stocks().get(take.index()).id());
            case RECEIPT ->
                row.put("receipt", problem.receipts().get(take.index()).id());
            case LOT -> {
                Lot lot = plan.lots().get(take.index());
                row.put("ofLot", lot.index());
                row.put("madeFor", problem.demands().get(lot.demand()).number());
            }
            case PURCHASE -> {
                row.put("supplier", problem.offers().get(take.index()).supplier());
                ArrayNode dates = row.putArray("purchasesArrive");
                arrivals.getOrDefault(take.index(), new TreeSet<>()).forEach(dates::add);
            }
        }
    }

    private LocalDateTime time(int minute) {
        return problem.time(minute);
    }
}

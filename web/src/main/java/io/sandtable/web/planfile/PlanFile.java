package io.sandtable.web.planfile;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.ask.InterventionJson;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as a document of its own, {@code sandtable-plan/1}; docs/reference/plan-file.md describes it. Times are local times to the
 * minute. Everything that {@link PlanFileReader} needs to build the plan again stands in the parts that people read: who changes a start
 * in the file has changed the plan.
 */
final class PlanFile {
    static final String FORMAT = "sandtable-plan/1";

    private final PlannedModel planned;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Labels labels;
    private final JsonGenerator json;

    private PlanFile(PlannedModel planned, JsonGenerator json) {
        this.json = json;
        this.planned = planned;
        this.problem = planned.model().problem();
        this.plan = planned.plan();
        this.labels = new Labels(problem);
    }

    /** Writes it row by row: the plan of ten thousand orders would not fit into memory as one tree. */
    static void write(PlannedModel planned, Writer out) {
        try (JsonGenerator json =
                JsonMapper.shared().writerWithDefaultPrettyPrinter().createGenerator(out)) {
            new PlanFile(planned, json).write();
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        part(
                "model",
                row().put("path", planned.model().path().toString())
                        .put("sha256", planned.model().sha256())
                        .put("asOf", problem.asOf().toString())
                        .put("constraints", planned.model().constraints()));
        part("mode", mode());
        var tardiness = new Tardiness(problem, plan);
        rows("orders", sink -> writeOrders(tardiness, sink));
        rows("lots", sink -> plan.lots().forEach(lot -> sink.accept(lot(lot))));
        rows(
                "operations",
                sink -> plan.lots()
                        .forEach(lot -> lot.operations().forEach(operation -> sink.accept(operation(lot, operation)))));
        rows("purchases", sink -> plan.purchases().forEach(purchase -> sink.accept(purchase(purchase))));
        List<Transfer> transfers = Transfer.all(problem, plan);
        if (!transfers.isEmpty()) {
            rows("transfers", sink -> transfers.forEach(transfer -> sink.accept(transfer(transfer))));
        }
        rows("material", sink -> plan.takes().forEach(take -> sink.accept(material(take))));
        rows(
                "stock",
                sink -> new StockCurve(problem, plan)
                        .write(sink, labels, planned.model().location(), this::time));
        if (!planned.model().decided().isEmpty()) {
            rows("interventions", sink -> planned.model().decided().forEach(d -> sink.accept(decided(d))));
        }
        part("search", search());
        part("summary", summary(planned));
        json.writeEndObject();
    }

    private void part(String name, ObjectNode value) {
        json.writeName(name);
        json.writeTree(value);
    }

    private void rows(String name, Consumer<Consumer<ObjectNode>> source) {
        json.writeArrayPropertyStart(name);
        source.accept(json::writeTree);
        json.writeEndArray();
    }

    static ObjectNode row() {
        return JsonMapper.shared().createObjectNode();
    }

    private String time(int minute) {
        return problem.time(minute).toString();
    }

    private ObjectNode mode() {
        ObjectNode mode = row();
        ArrayNode bought = mode.putArray("investments");
        plan.investments().forEach(i -> bought.add(problem.investments().get(i).equipment()));
        mode.put("overtime", plan.overtime());
        ArrayNode overtime = mode.putArray("overtimeOn");
        plan.mode()
                .overtimeMachines()
                .forEach(m -> overtime.add(labels.machines().of(m)));
        ArrayNode lifted = mode.putArray("liftedRules");
        plan.liftedRules().forEach(lifted::add);
        mode.put("bufferDays", plan.mode().bufferDays());
        return mode.put("safetyStockUsed", plan.mode().safetyStockUsed());
    }

    private void writeOrders(Tardiness tardiness, Consumer<ObjectNode> sink) {
        Map<Integer, Explanation> why = new HashMap<>();
        Why.explain(problem, plan).forEach(e -> why.put(e.demand(), e));
        Map<Integer, List<Delivery>> deliveries =
                plan.deliveries().stream().collect(java.util.stream.Collectors.groupingBy(Delivery::demand));
        for (Demand demand : problem.demands()) {
            ObjectNode order = row().put("name", labels.orders().of(demand.index()))
                    .put("item", labels.items().of(demand.item()))
                    .put("due", time(demand.due()))
                    .put("quantity", demand.quantity())
                    .put("priority", demand.priority())
                    .put("status", tardiness.status(demand).id());
            ArrayNode shipped = order.putArray("deliveries");
            for (Delivery delivery : deliveries.getOrDefault(demand.index(), List.of())) {
                shipped.addObject().put("date", time(delivery.minute())).put("quantity", delivery.quantity());
            }
            ArrayNode reasons = order.putArray("reasons");
            Explanation explanation = why.get(demand.index());
            if (explanation != null) {
                explanation.reasons().forEach(reason -> write(reason, reasons.addObject()));
            }
            sink.accept(order);
        }
        planned.model().ordersLeftOut().forEach(order -> sink.accept(leftOut(order)));
    }

    private void write(Reason reason, ObjectNode row) {
        row.put("kind", reason.kind().id())
                .put("on", planned.model().nameOf(reason.on()))
                .put("from", time(reason.from()))
                .put("to", time(reason.to()));
        ArrayNode behind = row.putArray("behind");
        reason.behind().forEach(behind::add);
    }

    private static ObjectNode leftOut(Node order) {
        ObjectNode row = row().put("name", order.findText(Attributes.CODE).orElse(order.id()))
                .put("due", order.date(Attributes.DUE_DATE).toString())
                .put("quantity", order.number(Attributes.QUANTITY))
                .put("status", DeliveryStatus.UNPLANNED.id());
        row.putArray("deliveries");
        row.putArray("reasons");
        return row;
    }

    private ObjectNode lot(Lot lot) {
        return row().put("lot", lot.index() + 1)
                .put("item", labels.items().of(lot.item()))
                .put("routing", labels.routings().of(lot.routing()))
                .put("quantity", lot.quantity())
                .put("for", labels.orders().of(lot.demand()))
                .put("into", lot.parent() < 0 ? null : lot.parent() + 1);
    }

    private ObjectNode operation(Lot lot, Operation operation) {
        Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
        boolean outside = operation.subcontract() >= 0;
        ObjectNode row = row().put("operation", step.name())
                .put("lot", lot.index() + 1)
                .put("step", operation.step() + 1)
                .put("resource", outside ? null : labels.machines().of(operation.machine()))
                .put("tool", operation.tool() < 0 ? null : labels.tools().of(operation.tool()))
                .put(
                        "subcontractor",
                        outside
                                ? step.subcontracts()
                                        .get(operation.subcontract())
                                        .supplierName()
                                : null)
                .put("offer", outside ? operation.subcontract() + 1 : null)
                .put("start", time(operation.start()))
                .put("end", time(operation.end()))
                .put("quantity", operation.quantityOut())
                .put("quantityIn", operation.quantityIn())
                .put("changeoverMinutes", operation.changeoverMinutes())
                .put("setupMinutes", operation.setupMinutes())
                .put("workMinutes", operation.workMinutes());
        ArrayNode crews = row.putArray("crews");
        operation.crews().forEach(crew -> crews.add(labels.crews().of(crew)));
        row.putArray("for").add(labels.orders().of(lot.demand()));
        return row;
    }

    private ObjectNode purchase(Plan.Purchase purchase) {
        Offer offer = problem.offers().get(purchase.offer());
        return row().put("item", labels.items().of(offer.item()))
                .put("supplier", offer.supplierName())
                .put("offer", labels.offers().of(offer.index()))
                .put("order", time(purchase.ordered()))
                .put("arrive", time(purchase.arrives()))
                .put("quantity", purchase.quantity())
                .put("usable", purchase.usable());
    }

    private ObjectNode transfer(Transfer transfer) {
        Stock stock = problem.stocks().get(transfer.stock());
        return row().put("item", labels.items().of(stock.item()))
                .put("stock", labels.stocks().of(stock.index()))
                .put("from", Objects.requireNonNull(stock.elsewhere()).name())
                .put("depart", time(transfer.departs()))
                .put("arrive", time(transfer.arrives()))
                .put("quantity", transfer.quantity());
    }

    private ObjectNode material(Plan.Take take) {
        return row().put("for", labels.orders().of(take.demand()))
                .put("lot", take.lot() < 0 ? null : take.lot() + 1)
                .put("step", take.lot() < 0 ? null : take.step() + 1)
                .put("item", labels.items().of(take.item()))
                .put("source", take.source().name().toLowerCase(java.util.Locale.ROOT))
                .put("of", source(take))
                .put("quantity", take.quantity());
    }

    private String source(Plan.Take take) {
        return switch (take.source()) {
            case STOCK -> labels.stocks().of(take.index());
            case RECEIPT -> labels.receipts().of(take.index());
            case PURCHASE -> labels.offers().of(take.index());
            case LOT -> Integer.toString(take.index() + 1);
        };
    }

    /** A decision by hand with what became of it: kept, broken, or refused with the reason. */
    private ObjectNode decided(HandDecision decision) {
        ObjectNode row = (ObjectNode)
                InterventionJson.write(List.of(decision.intervention())).get(0);
        InterventionRefused refused = decision.refused();
        if (refused != null) {
            row.put("status", "refused").put("problem", refused.code().name());
            refused.arguments().forEach(row.putArray("arguments")::add);
            return row;
        }
        boolean broken = planned.findings().stream()
                .anyMatch(f -> f.kind() == Finding.Kind.RULE
                        && f.on().equals(decision.intervention().id()));
        return row.put("status", broken ? "broken" : "kept");
    }

    private ObjectNode search() {
        return row().put("strategy", plan.search().strategy())
                .put("seed", plan.search().seed())
                .put("steps", plan.search().steps())
                .put("threads", plan.search().threads())
                .put("endedBecause", plan.search().endedBecause());
    }

    /** The plan in a few figures. */
    static ObjectNode summary(PlannedModel planned) {
        PlanningProblem problem = planned.model().problem();
        var tardiness = new Tardiness(problem, planned.plan());
        var first = new Tardiness(problem, planned.first());
        return row().put(
                        "orders",
                        problem.demands().size()
                                + planned.model().ordersLeftOut().size())
                .put("late", tardiness.count(DeliveryStatus.LATE))
                .put("short", tardiness.count(DeliveryStatus.SHORT))
                .put(
                        "unplanned",
                        tardiness.count(DeliveryStatus.UNPLANNED)
                                + planned.model().ordersLeftOut().size())
                .put("tardinessDays", tardiness.days())
                .put("firstPlanMillis", planned.firstMillis())
                .put("firstPlanLate", first.count(DeliveryStatus.LATE))
                .put("firstPlanTardinessDays", first.days())
                .put("solveMillis", planned.solveMillis())
                .put("physicalViolations", planned.physicalViolations())
                .put("peakHeapMb", peakHeapMegabytes());
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}

package io.sandtable.web.plandetail;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.ask.Stage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan in the words of the contracts' {@code plan.json}; things by their ids, so that programs can join them. */
final class PlanJson {
    private final ShownPlan shown;
    private final PlanningProblem problem;
    private final Plan plan;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private PlanJson(ShownPlan shown) {
        this.shown = shown;
        this.problem = shown.problem();
        this.plan = shown.plan();
    }

    static ObjectNode of(ShownPlan shown) {
        return new PlanJson(shown).write();
    }

    private ObjectNode write() {
        json.put("id", shown.alternative().id());
        json.put("scenario", shown.inquiryId());
        json.put("letter", shown.alternative().letter());
        json.put("snapshot", shown.answer().snapshot().hash());
        addOrders();
        addOperations();
        addPurchases();
        addTransfers();
        addSummary();
        return json;
    }

    private void addOrders() {
        Map<Integer, Explanation> reasons = new HashMap<>();
        Why.explain(problem, plan).forEach(e -> reasons.put(e.demand(), e));
        var byDemand = new ArrayList<List<Plan.Delivery>>();
        problem.demands().forEach(d -> byDemand.add(new ArrayList<>()));
        plan.deliveries().forEach(d -> byDemand.get(d.demand()).add(d));
        ArrayNode orders = json.putArray("orders");
        for (OrderLine line : OrderLine.all(shown)) {
            Demand demand = problem.demands().get(line.demand());
            ObjectNode order = orders.addObject();
            order.put("name", line.number());
            order.put("id", line.id());
            order.put("item", problem.items().get(demand.item()).id());
            order.put("due", line.due().toString());
            order.put("quantity", line.quantity());
            order.put("status", line.status().id());
            ArrayNode deliveries = order.putArray("deliveries");
            byDemand.get(line.demand())
                    .forEach(d -> deliveries
                            .addObject()
                            .put(
                                    "date",
                                    problem.day(Math.max(0, d.minute() - 1)).toString())
                            .put("quantity", d.quantity()));
            ArrayNode why = order.putArray("reasons");
            if (reasons.containsKey(line.demand())) {
                java.util.Objects.requireNonNull(reasons.get(line.demand()))
                        .reasons()
                        .forEach(r -> add(why, r));
            }
        }
    }

    private void add(ArrayNode why, Reason reason) {
        why.addObject()
                .put("kind", reason.kind().id())
                .put("on", reason.on())
                .put("from", problem.day(reason.from()).toString())
                .put("to", problem.day(Math.max(0, reason.to() - 1)).toString());
    }

    private void addOperations() {
        Names names = shown.names();
        ArrayNode operations = json.putArray("operations");
        for (Lot lot : plan.lots()) {
            for (Plan.Operation op : lot.operations()) {
                ObjectNode row = operations.addObject();
                row.put("operation", names.step(lot, op.step()).process());
                row.put("resource", names.resource(lot, op));
                row.put("tool", op.tool() < 0 ? null : names.tool(op.tool()));
                names.crews(op).forEach(row.putArray("crews")::add);
                row.put("changeoverMinutes", op.changeoverMinutes());
                row.put("setupMinutes", op.setupMinutes());
                row.put("start", time(op.start()).toString());
                row.put("end", time(op.end()).toString());
                row.put("quantity", op.quantityIn());
                row.putArray("for").add(problem.demands().get(lot.demand()).number());
            }
        }
    }

    private void addPurchases() {
        ArrayNode purchases = json.putArray("purchases");
        for (Plan.Purchase purchase : plan.purchases()) {
            PlanningProblem.Offer offer = problem.offers().get(purchase.offer());
            purchases
                    .addObject()
                    .put("item", problem.items().get(offer.item()).id())
                    .put("supplier", offer.supplier())
                    .put("order", problem.day(purchase.ordered()).toString())
                    .put("arrive", problem.day(purchase.arrives()).toString())
                    .put("quantity", purchase.quantity());
        }
    }

    private void addTransfers() {
        Names names = shown.names();
        ArrayNode transfers = json.putArray("transfers");
        for (TransferLine line : TransferLine.all(problem, plan, names)) {
            transfers
                    .addObject()
                    .put("item", line.itemId())
                    .put("stock", line.stock())
                    .put("from", line.siteId())
                    .put("depart", line.departs().toString())
                    .put("arrive", line.arrives().toString())
                    .put("quantity", line.quantity());
        }
    }

    private void addSummary() {
        var deliveries = new Deliveries(problem, plan);
        double tardiness = problem.demands().stream()
                .filter(deliveries::isLate)
                .mapToDouble(d -> (double) (deliveries.lastMinute(d) - d.due()) / DAY)
                .sum();
        json.putObject("summary")
                .put("orders", problem.demands().size())
                .put(
                        "late",
                        problem.demands().stream().filter(deliveries::isLate).count())
                .put(
                        "short",
                        problem.demands().stream().filter(deliveries::isShort).count())
                .put("tardinessDays", Math.round(tardiness * 100) / 100.0)
                .put(
                        "solveMillis",
                        shown.answer().stages().stream()
                                .filter(s -> s.name().equals("plans"))
                                .mapToLong(Stage::millis)
                                .sum())
                .put(
                        "physicalViolations",
                        shown.alternative().findings().stream()
                                .filter(f -> f.kind() != Finding.Kind.RULE)
                                .count());
    }

    private LocalDateTime time(int minute) {
        return problem.time(minute);
    }
}

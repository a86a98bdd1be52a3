package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.CODE;
import static io.sandtable.model.Attributes.DELIVERED_QUANTITY;
import static io.sandtable.model.Attributes.DELIVERY_MODE;
import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.DUE_MINUTE;
import static io.sandtable.model.Attributes.MINIMUM_SHIPMENT;
import static io.sandtable.model.Attributes.PENALTY_PERCENT_PER_DAY;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.PRIORITY;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.SALES_PRICE;
import static io.sandtable.model.Attributes.STATUS;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Open order lines that are due within the horizon, overdue ones included. */
final class DemandPart {
    private final Scenario scenario;
    private final Adjustments adjustments;
    private final SupplyPart supply;

    DemandPart(Scenario scenario, Adjustments adjustments, SupplyPart supply) {
        this.scenario = scenario;
        this.adjustments = adjustments;
        this.supply = supply;
    }

    List<PlanningProblem.Demand> demands() {
        var demands = new ArrayList<PlanningProblem.Demand>();
        LocalDate last = scenario.asOf().plusDays(scenario.horizonDays() - 1L);
        for (Node order : scenario.snapshot().nodes(NodeType.ORDER)) {
            if (!order.text(STATUS).equals("open") || order.date(DUE_DATE).isAfter(last)) {
                continue;
            }
            for (Relation of : order.out(RelationType.FOR)) {
                if (supply.knows(of.to())) {
                    add(order, of.to(), demands);
                }
            }
        }
        return demands;
    }

    private void add(Node order, Node material, List<PlanningProblem.Demand> demands) {
        List<Node> customers =
                order.in(RelationType.ORDERED).stream().map(Relation::from).toList();
        Node customer = customers.isEmpty() ? order : customers.getFirst();
        LocalDate due = order.date(DUE_DATE);
        double open = order.number(QUANTITY) - order.numberOr(DELIVERED_QUANTITY, 0);
        double moved = adjustments.value(Dimension.DEMAND_VOLUME, open, due, order, material, customer);
        double quantity = SupplyPart.isWhole(material) ? Math.rint(moved) : moved;
        if (quantity <= 0) {
            return;
        }
        double price = order.findNumber(PRICE).orElseGet(() -> material.numberOr(SALES_PRICE, 0));
        int dueDay = (int) (ChronoUnit.DAYS.between(scenario.asOf(), due)
                + Math.round(adjustments.value(Dimension.DEMAND_TIMING, 0, due, order, material, customer)));
        double termDays = adjustments.value(
                Dimension.FINANCE_RECEIVABLE,
                customers.isEmpty() ? PaymentTerms.USUAL_DAYS : PaymentTerms.with(customer),
                customer);
        demands.add(new PlanningProblem.Demand(
                demands.size(),
                order.id(),
                order.findText(CODE).orElse(order.id()),
                customers.isEmpty() ? "" : customer.id(),
                customers.isEmpty() ? "" : customer.name(),
                supply.placeOf(material),
                quantity,
                dueDay * DAY + (int) Math.clamp(Math.round(order.numberOr(DUE_MINUTE, DAY)), 0, DAY),
                adjustments.value(Dimension.SALES_PRICE, price, due, order, material, customer),
                (int) order.numberOr(PRIORITY, customers.isEmpty() ? 2 : customer.numberOr(PRIORITY, 2)),
                !order.findText(DELIVERY_MODE).orElse("whole").equals("partial"),
                order.numberOr(MINIMUM_SHIPMENT, 0),
                order.out(RelationType.PROMISED).stream()
                        .mapToDouble(p -> p.numberOr(PENALTY_PERCENT_PER_DAY, 0))
                        .max()
                        .orElse(0),
                (int) Math.max(0, Math.round(termDays))));
    }
}

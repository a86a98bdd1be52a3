package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.why.Bottleneck;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.Words;
import java.util.List;

/**
 * A bottleneck of a plan and the orders that it hurts.
 *
 * @param kind permanent word of its kind, {@code kindName} in the language of the page
 * @param id of the thing, {@code name} in the language of the page
 * @param lateOrders orders that are late, {@code shortOrders} never delivered in full
 * @param decisive of both, how many it holds up longest
 * @param daysLate of the late ones together
 * @param value CNY without VAT of both
 */
record BottleneckLine(
        String kind,
        String kindName,
        String id,
        String name,
        int lateOrders,
        int shortOrders,
        int decisive,
        long daysLate,
        Money value,
        List<Hurt> orders) {
    /** An order by id and number. */
    record Hurt(String id, String number) {}

    BottleneckLine {
        orders = List.copyOf(orders);
    }

    /** All of a plan, those that hurt most orders first. */
    static List<BottleneckLine> all(ShownPlan shown) {
        return Bottleneck.of(shown.problem(), shown.plan(), Why.explain(shown.problem(), shown.plan())).stream()
                .map(bottleneck -> line(bottleneck, shown))
                .toList();
    }

    private static BottleneckLine line(Bottleneck bottleneck, ShownPlan shown) {
        String kind = bottleneck.kind().id();
        return new BottleneckLine(
                kind,
                Words.in(shown.language()).say("bottleneck.kind." + kind),
                bottleneck.on(),
                shown.names().reason(bottleneck.on()),
                bottleneck.lateOrders(),
                bottleneck.shortOrders(),
                bottleneck.decisive(),
                bottleneck.daysLate(),
                bottleneck.value(),
                bottleneck.demands().stream()
                        .map(d -> shown.problem().demands().get(d))
                        .map(demand -> new Hurt(demand.id(), demand.number()))
                        .toList());
    }

    /** How many orders it hurts. */
    int hurt() {
        return orders.size();
    }
}

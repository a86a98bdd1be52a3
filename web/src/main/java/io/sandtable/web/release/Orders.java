package io.sandtable.web.release;

import io.sandtable.model.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a plan has somebody do: what is bought, made, given out and fetched. */
record Orders(
        List<PurchaseRow> purchases,
        List<WorkOrderRow> workOrders,
        List<WorkStepRow> steps,
        List<SubcontractRow> subcontracts,
        List<TransferRow> transfers) {
    Orders {
        purchases = List.copyOf(purchases);
        workOrders = List.copyOf(workOrders);
        steps = List.copyOf(steps);
        subcontracts = List.copyOf(subcontracts);
        transfers = List.copyOf(transfers);
    }

    boolean isEmpty() {
        return purchases.isEmpty() && workOrders.isEmpty() && subcontracts.isEmpty() && transfers.isEmpty();
    }

    /** One order that money is owed for. {@code amount} is without VAT. */
    record Bought(String order, String supplierId, String supplier, Money amount) {
        private Bought plus(Bought other) {
            return new Bought(order, supplierId, supplier, amount.plus(other.amount));
        }
    }

    /** Purchase and subcontract orders with their sums, in the order of their numbers. */
    List<Bought> bought() {
        Map<String, Bought> orders = new LinkedHashMap<>();
        purchases.forEach(p ->
                orders.merge(p.order(), new Bought(p.order(), p.supplierId(), p.supplier(), p.amount()), Bought::plus));
        subcontracts.forEach(s ->
                orders.merge(s.order(), new Bought(s.order(), s.supplierId(), s.supplier(), s.amount()), Bought::plus));
        return List.copyOf(orders.values());
    }

    Money sum() {
        return bought().stream().map(Bought::amount).reduce(Money.fen(0), Money::plus);
    }
}

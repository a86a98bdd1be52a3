package io.sandtable.web.release;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.plandetail.Names;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A plan read as orders. Their numbers begin with that of the decision, so that an order elsewhere leads back to it, and the same plan
 * gives the same numbers. Codes are those of the source, so that the system that they came from knows them.
 */
final class PlanOrders {
    private final String number;
    private final BusinessSnapshot snapshot;
    private final PlanningProblem problem;
    private final Plan plan;
    private final Names names;

    PlanOrders(String number, Answer answer, Alternative chosen) {
        this.number = number;
        this.snapshot = answer.snapshot();
        this.problem = answer.problem();
        this.plan = chosen.evaluation().plan();
        // the systems these files go to are Chinese
        this.names = new Names(snapshot, problem, Language.ZH);
    }

    Orders all() {
        return new Orders(purchases(), workOrders(), steps(), subcontracts(), transfers());
    }

    private List<PurchaseRow> purchases() {
        record Placed(LocalDate day, String supplier) {}
        var orders = new TreeMap<Placed, List<Purchase>>(
                Comparator.comparing(Placed::day).thenComparing(Placed::supplier));
        for (Purchase purchase : plan.purchases()) {
            Offer offer = problem.offers().get(purchase.offer());
            orders.computeIfAbsent(
                            new Placed(problem.day(purchase.ordered()), offer.supplier()), o -> new ArrayList<>())
                    .add(purchase);
        }
        var rows = new ArrayList<PurchaseRow>();
        int count = 0;
        for (Map.Entry<Placed, List<Purchase>> order : orders.entrySet()) {
            String code = numbered("P", ++count);
            int line = 0;
            for (Purchase purchase : order.getValue()) {
                Offer offer = problem.offers().get(purchase.offer());
                double price = offer.price(purchase.quantity());
                rows.add(new PurchaseRow(
                        code,
                        ++line,
                        offer.supplier(),
                        names.code(offer.supplier()),
                        names.of(offer.supplier(), offer.supplierName()),
                        itemCode(offer.item()),
                        names.item(offer.item()),
                        purchase.quantity(),
                        item(offer.item()).unit(),
                        price,
                        Money.of(Money.CNY, purchase.quantity() * price),
                        order.getKey().day(),
                        problem.day(purchase.arrives())));
            }
        }
        return rows;
    }

    private List<WorkOrderRow> workOrders() {
        return plan.lots().stream()
                .map(lot -> new WorkOrderRow(
                        workOrder(lot.index()),
                        itemCode(lot.item()),
                        names.item(lot.item()),
                        lot.quantity(),
                        item(lot.item()).unit(),
                        moment(lot.start()),
                        moment(lot.end()),
                        lot.parent() < 0 ? "" : workOrder(lot.parent()),
                        lot.demand() < 0
                                ? ""
                                : problem.demands().get(lot.demand()).number()))
                .toList();
    }

    private List<WorkStepRow> steps() {
        var rows = new ArrayList<WorkStepRow>();
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                if (op.subcontract() < 0) {
                    Step step = step(lot, op);
                    rows.add(new WorkStepRow(
                            workOrder(lot.index()),
                            op.step() + 1,
                            names.of(step.process(), step.name()),
                            op.machine() < 0 ? "" : names.machine(op.machine()),
                            op.tool() < 0 ? "" : names.tool(op.tool()),
                            op.quantityIn(),
                            moment(op.start()),
                            moment(op.end())));
                }
            }
        }
        return rows;
    }

    private List<SubcontractRow> subcontracts() {
        var rows = new ArrayList<SubcontractRow>();
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                if (op.subcontract() >= 0) {
                    Step step = step(lot, op);
                    Subcontract to = step.subcontracts().get(op.subcontract());
                    rows.add(new SubcontractRow(
                            numbered("S", rows.size() + 1),
                            workOrder(lot.index()),
                            to.supplier(),
                            names.code(to.supplier()),
                            names.of(to.supplier(), to.supplierName()),
                            itemCode(lot.item()),
                            names.item(lot.item()),
                            names.of(step.process(), step.name()),
                            op.quantityIn(),
                            item(lot.item()).unit(),
                            to.price(),
                            Money.of(Money.CNY, op.quantityIn() * to.price()),
                            problem.day(op.start()),
                            problem.day(op.end())));
                }
            }
        }
        return rows;
    }

    private List<TransferRow> transfers() {
        var rows = new ArrayList<TransferRow>();
        for (Transfer transfer : Transfer.all(problem, plan)) {
            Stock stock = problem.stocks().get(transfer.stock());
            var from = Objects.requireNonNull(stock.elsewhere());
            rows.add(new TransferRow(
                    numbered("T", rows.size() + 1),
                    itemCode(stock.item()),
                    names.item(stock.item()),
                    stock.id(),
                    names.of(from.site(), from.name()),
                    transfer.quantity(),
                    item(stock.item()).unit(),
                    problem.day(transfer.departs()),
                    problem.day(transfer.arrives())));
        }
        return rows;
    }

    private Step step(Lot lot, Operation op) {
        return problem.routings().get(lot.routing()).steps().get(op.step());
    }

    private Item item(int item) {
        return problem.items().get(item);
    }

    private String itemCode(int item) {
        return names.code(item(item).id());
    }

    private String workOrder(int lot) {
        return numbered("W", lot + 1);
    }

    private String numbered(String kind, int count) {
        return "%s-%s%04d".formatted(number, kind, count);
    }

    private LocalDateTime moment(int minute) {
        return problem.asOf().atStartOfDay().plusMinutes(minute);
    }
}

package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.SupplierBills.Terms;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.plan.Transfer;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Follows goods and their cost from stock and supplier through work in process to the customer, and posts what happens on the way.
 * Material is taken first from the lots pegged to the taker, then first in, first out (stock on hand by expiry) from free stock, and
 * at standard cost where neither has any. Rejected goods go back and are not paid. The cost of units lost by an operation becomes
 * scrap that the good ones carry.
 */
final class GoodsFlow implements Timeline.Visitor {
    private static final CostPart[] PARTS = CostPart.values();

    private final PlanningProblem problem;
    private final Plan plan;
    private final Books books;
    private final Accruals accruals;
    private final OperationCosts operationCosts;
    private final SupplierBills bills;
    private final StockLayers stock;
    /** Cost so far of each lot, by part. */
    private final long[] wip;
    /** Finished layer of each lot, −1 before. */
    private final int[] layerOf;

    private final int[] operationsLeft;
    /** First lot pegged to a lot or to a demand, and the next one pegged to the same; −1 none. */
    private final int[] firstChild;

    private final int[] firstRoot;
    private final int[] nextSibling;
    private final int[] deliveriesLeft;
    private final long[] taken = new long[CostPart.COUNT];
    /** What lots of others leave over, by the lot that uses it. */
    private final Map<Integer, List<Pegged>> lotTakesOf;
    /** What lots of others leave over, by the demand that is met with it. */
    private final Map<Integer, List<Pegged>> goodsOf;
    /** Layers of co-products. */
    private final Map<LotGoods, Integer> beside = new HashMap<>();

    private record LotGoods(int lot, int item) {}

    /** What is to be taken of what another's lot leaves over, perhaps in several deliveries. */
    private static final class Pegged {
        private final Take take;
        private double left;

        Pegged(Take take) {
            this.take = take;
            this.left = take.quantity();
        }
    }

    GoodsFlow(
            PlanningProblem problem, Plan plan, Shopfloor shopfloor, EnergyUse energy, Books books, Accruals accruals) {
        this.problem = problem;
        this.plan = plan;
        this.books = books;
        this.accruals = accruals;
        this.bills = new SupplierBills(problem, books, accruals);
        this.operationCosts = new OperationCosts(problem, shopfloor, energy, books, accruals, bills);
        int lots = plan.lots().size();
        this.stock = new StockLayers(
                problem.items().size(),
                lots + problem.stocks().size() + plan.purchases().size());
        this.wip = new long[lots * CostPart.COUNT];
        this.layerOf = filled(lots);
        this.operationsLeft = new int[lots];
        this.firstChild = filled(lots);
        this.nextSibling = filled(lots);
        this.firstRoot = filled(problem.demands().size());
        for (int i = lots - 1; i >= 0; i--) {
            Lot lot = plan.lots().get(i);
            operationsLeft[i] = lot.operations().size();
            if (lot.parent() >= 0) {
                nextSibling[i] = firstChild[lot.parent()];
                firstChild[lot.parent()] = i;
            } else if (lot.demand() >= 0) {
                nextSibling[i] = firstRoot[lot.demand()];
                firstRoot[lot.demand()] = i;
            }
        }
        this.lotTakesOf = plan.takes().stream()
                .filter(take -> take.source() == Source.LOT && take.lot() >= 0)
                .map(Pegged::new)
                .collect(Collectors.groupingBy(pegged -> pegged.take.lot()));
        this.goodsOf = plan.takes().stream()
                .filter(take -> take.source() == Source.LOT && take.lot() < 0)
                .map(Pegged::new)
                .collect(Collectors.groupingBy(pegged -> pegged.take.demand()));
        this.deliveriesLeft = new int[problem.demands().size()];
        plan.deliveries().forEach(d -> deliveriesLeft[d.demand()]++);
    }

    void post() {
        problem.stocks().stream()
                .sorted(Comparator.comparingInt(Stock::expires))
                .forEach(this::open);
        new Timeline(problem, plan).walk(this);
        Transfer.all(problem, plan).forEach(this::fetch);
        for (int item = 0; item < problem.items().size(); item++) {
            writeOffExpired(item, problem.horizonMinutes());
        }
    }

    private void open(Stock lot) {
        long cost = Fen.of(lot.quantity() * lot.unitCost());
        stock.addBought(lot.item(), lot.quantity(), cost, lot.expires());
        books.post(0, Account.INVENTORY, Account.EQUITY, cost, lot.quantity(), Event.OPENING_STOCK, lot.index(), -1);
    }

    /** The carrier is paid on arrival; what it costs is part of what is sold in the period, as the goods are. */
    private void fetch(Transfer transfer) {
        books.post(
                Days.at(transfer.arrives()),
                Account.COST_TRANSFER,
                Account.CASH,
                Fen.of(transfer.cost(problem)),
                transfer.quantity(),
                Event.TRANSFER,
                transfer.stock(),
                -1);
    }

    @Override
    public void receipt(int index) {
        Receipt receipt = problem.receipts().get(index);
        int day = Days.at(receipt.arrives());
        double agreed = receipt.quantity() * receipt.price();
        if (receipt.made()) {
            long cost = Fen.of(agreed);
            books.post(
                    0,
                    Account.WORK_IN_PROCESS,
                    Account.EQUITY,
                    cost,
                    receipt.quantity(),
                    Event.OPENING_WORK,
                    index,
                    -1);
            books.post(
                    day,
                    Account.INVENTORY,
                    Account.WORK_IN_PROCESS,
                    cost,
                    receipt.quantity(),
                    Event.WORK_DONE,
                    index,
                    -1);
            stock.addBought(receipt.item(), receipt.quantity(), cost, Integer.MAX_VALUE);
            return;
        }
        var terms = new Terms(receipt.foreign(), receipt.dutyPercent(), receipt.currency(), receipt.paymentTermDays());
        long cost = bills.post(
                SupplierBills.Kind.RECEIPT, index, -1, day, Account.INVENTORY, agreed, receipt.quantity(), terms);
        stock.addBought(receipt.item(), receipt.quantity(), cost, Integer.MAX_VALUE);
    }

    @Override
    public void purchase(int index) {
        Purchase purchase = plan.purchases().get(index);
        Offer offer = problem.offers().get(purchase.offer());
        double agreed = purchase.usable() * offer.price(purchase.quantity());
        var terms = new Terms(
                offer.foreign(),
                offer.dutyPercentOn(Days.at(purchase.arrives())),
                offer.currency(),
                offer.paymentTermDays());
        long cost = bills.post(
                SupplierBills.Kind.PURCHASE,
                index,
                -1,
                Days.at(purchase.arrives()),
                Account.INVENTORY,
                agreed,
                purchase.usable(),
                terms);
        stock.addBought(offer.item(), purchase.usable(), cost, Integer.MAX_VALUE);
    }

    @Override
    public void operation(int lotIndex, int at) {
        Lot lot = plan.lots().get(lotIndex);
        Operation op = lot.operations().get(at);
        Step step = problem.routings().get(lot.routing()).steps().get(op.step());
        for (Consumption c : step.consumptions()) {
            consume(lotIndex, op, c.item(), c.of(op.quantityIn()));
        }
        operationCosts.post(lot, step, op, wip);
        scrap(lotIndex, op);
        if (--operationsLeft[lotIndex] == 0) {
            finish(lot);
        }
    }

    private void consume(int lot, Operation op, int item, double wanted) {
        Arrays.fill(taken, 0);
        double rest = wanted;
        rest -= lotTakesOf.isEmpty() ? 0 : takeLeftOver(lotTakesOf.getOrDefault(lot, List.of()), item, op.step(), rest);
        for (int child = firstChild[lot]; child >= 0 && rest > 0; child = nextSibling[child]) {
            if (layerOf[child] >= 0 && plan.lots().get(child).item() == item) {
                rest -= stock.takeFrom(layerOf[child], rest, taken);
            }
        }
        rest -= takeFree(item, rest, op.start());
        int day = Days.at(op.start());
        long cost = total(taken, 0);
        books.post(
                day,
                Account.WORK_IN_PROCESS,
                Account.INVENTORY,
                cost,
                wanted - rest,
                Event.CONSUMPTION,
                lot,
                op.step(),
                item);
        long uncovered = uncovered(item, rest);
        books.post(
                day,
                Account.WORK_IN_PROCESS,
                Account.INVENTORY,
                uncovered,
                rest,
                Event.UNCOVERED,
                lot,
                op.step(),
                item);
        taken[CostPart.MATERIAL.ordinal()] += uncovered;
        for (int p = 0; p < CostPart.COUNT; p++) {
            wip[lot * CostPart.COUNT + p] += taken[p];
        }
    }

    /** What lots of others were planned to leave over, as far as it is there. */
    private double takeLeftOver(List<Pegged> takes, int item, int step, double wanted) {
        double got = 0;
        for (Pegged pegged : takes) {
            Take take = pegged.take;
            if (take.item() == item && take.step() == step) {
                int layer = plan.lots().get(take.index()).item() == item
                        ? layerOf[take.index()]
                        : beside.getOrDefault(new LotGoods(take.index(), item), -1);
                if (layer >= 0) {
                    double part = stock.takeFrom(layer, Math.min(pegged.left, wanted - got), taken);
                    pegged.left -= part;
                    got += part;
                }
            }
        }
        return got;
    }

    private double takeFree(int item, double wanted, int minute) {
        writeOffExpired(item, minute);
        return stock.take(item, wanted, minute, taken);
    }

    private void writeOffExpired(int item, int minute) {
        for (int layer = stock.expiredBy(item, minute); layer >= 0; layer = stock.expiredBy(item, minute)) {
            books.post(
                    Days.at(stock.expires(layer)),
                    Account.INVENTORY_LOSS,
                    Account.INVENTORY,
                    stock.costIn(layer),
                    stock.quantity(layer),
                    Event.STOCK_EXPIRED,
                    item,
                    -1);
            stock.pop(item);
        }
    }

    private long uncovered(int item, double quantity) {
        return quantity > 1e-6 ? Fen.of(quantity * problem.items().get(item).standardCost()) : 0;
    }

    private void scrap(int lot, Operation op) {
        double lost = op.quantityIn() <= 0 ? 0 : 1 - op.quantityOut() / op.quantityIn();
        if (lost <= 0) {
            return;
        }
        int at = lot * CostPart.COUNT;
        int scrap = CostPart.SCRAP.ordinal();
        for (int p = 0; p < scrap; p++) {
            long part = Fen.share(wip[at + p], lost);
            wip[at + p] -= part;
            wip[at + scrap] += part;
        }
    }

    /** What comes out beside goes into stock at standard cost, at most at what the lot has cost; the lot's own units bear the rest. */
    private void finishCoproducts(Lot lot) {
        for (Operation op : lot.operations()) {
            Step step = problem.routings().get(lot.routing()).steps().get(op.step());
            for (Coproduct coproduct : step.coproducts()) {
                finish(lot, op, coproduct);
            }
        }
    }

    private void finish(Lot lot, Operation op, Coproduct coproduct) {
        Item item = problem.items().get(coproduct.item());
        double quantity = problem.comesOut(coproduct, op.quantityIn());
        if (quantity <= 0) {
            return;
        }
        int at = lot.index() * CostPart.COUNT;
        long all = total(wip, at);
        long value = Math.min(all, Fen.of(quantity * item.standardCost()));
        var cost = new long[CostPart.COUNT];
        for (int p = 0; p < CostPart.COUNT && all > 0; p++) {
            cost[p] = Fen.share(wip[at + p], (double) value / all);
            wip[at + p] -= cost[p];
        }
        books.post(
                Days.by(lot.end()),
                Account.INVENTORY,
                Account.WORK_IN_PROCESS,
                total(cost, 0),
                quantity,
                Event.COPRODUCT,
                lot.index(),
                op.step(),
                item.index());
        int layer = stock.add(quantity, cost, 0);
        beside.putIfAbsent(new LotGoods(lot.index(), item.index()), layer);
        stock.free(item.index(), layer);
    }

    private void finish(Lot lot) {
        finishCoproducts(lot);
        int at = lot.index() * CostPart.COUNT;
        books.post(
                Days.by(lot.end()),
                Account.INVENTORY,
                Account.WORK_IN_PROCESS,
                total(wip, at),
                lot.quantity(),
                Event.LOT_DONE,
                lot.index(),
                -1);
        layerOf[lot.index()] = stock.add(lot.quantity(), wip, at);
        release(firstChild[lot.index()]);
        if (lot.parent() < 0 && (lot.demand() < 0 || deliveriesLeft[lot.demand()] == 0)) {
            stock.free(lot.item(), layerOf[lot.index()]);
        }
    }

    /** What a taker left of the lots pegged to it is free for others. */
    private void release(int firstPegged) {
        for (int lot = firstPegged; lot >= 0; lot = nextSibling[lot]) {
            if (layerOf[lot] >= 0) {
                stock.free(plan.lots().get(lot).item(), layerOf[lot]);
            }
        }
    }

    @Override
    public void delivery(int index) {
        Delivery delivery = plan.deliveries().get(index);
        Demand demand = problem.demands().get(delivery.demand());
        int day = Days.by(delivery.minute());
        postCost(delivery, demand, index, day);
        long net = Fen.of(delivery.quantity() * demand.price());
        books.post(day, Account.RECEIVABLES, Account.REVENUE, net, delivery.quantity(), Event.SALE, index, -1);
        long gross = net + accruals.outputVat(day, net, index);
        long penalty = penalty(demand, net, delivery.minute());
        books.post(day, Account.PENALTIES, Account.RECEIVABLES, penalty, 0, Event.LATE_PENALTY, index, -1);
        int payDay = day + demand.paymentTermDays();
        books.post(payDay, Account.CASH, Account.RECEIVABLES, gross - penalty, 0, Event.CUSTOMER_PAYS, index, -1);
        if (--deliveriesLeft[demand.index()] == 0) {
            release(firstRoot[demand.index()]);
        }
    }

    /** Fen of penalty for a value delivered at a minute: by begun day, never more than the value. */
    static long penalty(Demand demand, long value, int minute) {
        return Math.min(value, Fen.percent(value, demand.penaltyPercentPerDay() * Days.late(demand.due(), minute)));
    }

    private void postCost(Delivery delivery, Demand demand, int index, int day) {
        Arrays.fill(taken, 0);
        double rest = delivery.quantity();
        rest -= takeLeftOver(goodsOf.getOrDefault(demand.index(), List.of()), demand.item(), -1, rest);
        for (int lot = firstRoot[demand.index()]; lot >= 0 && rest > 0; lot = nextSibling[lot]) {
            if (layerOf[lot] >= 0 && plan.lots().get(lot).item() == demand.item()) {
                rest -= stock.takeFrom(layerOf[lot], rest, taken);
            }
        }
        rest -= takeFree(demand.item(), rest, delivery.minute());
        for (CostPart part : PARTS) {
            books.post(
                    day,
                    part.costOfGoods(),
                    Account.INVENTORY,
                    taken[part.ordinal()],
                    delivery.quantity() - rest,
                    Event.COST_OF_SALE,
                    index,
                    -1);
        }
        long uncovered = uncovered(demand.item(), rest);
        books.post(day, Account.COST_MATERIAL, Account.INVENTORY, uncovered, rest, Event.UNCOVERED_DELIVERY, index, -1);
    }

    private static long total(long[] parts, int from) {
        long sum = 0;
        for (int p = from; p < from + CostPart.COUNT; p++) {
            sum += parts[p];
        }
        return sum;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }
}

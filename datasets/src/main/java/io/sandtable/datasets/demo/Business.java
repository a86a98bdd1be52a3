package io.sandtable.datasets.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The invented company as a whole: each noun once, built from the ones before it. */
record Business(
        MarketFigures market,
        Plant plant,
        Suppliers suppliers,
        List<BoughtItems.Bought> bought,
        List<Item> items,
        List<Operation> operations,
        ProcessEnergy energy,
        Costs costs,
        OrderBook orders,
        Provision provision,
        PurchaseHistory purchaseHistory) {

    static Business invent() {
        var market = new MarketFigures();
        var plant = new Plant();
        var suppliers = new Suppliers();
        List<BoughtItems.Bought> bought = BoughtItems.list();
        var made = new MadeItems();
        var items = new ArrayList<Item>();
        bought.forEach(b -> items.add(b.item()));
        items.addAll(made.items());
        List<Operation> operations = made.operations();
        var energy = new ProcessEnergy(market, items.stream());
        var costs = new Costs(plant, energy, bought, operations);
        var orders = new OrderBook(costs);
        var provision = new Provision(plant, items, operations, bought, orders.open());
        return new Business(
                market,
                plant,
                suppliers,
                bought,
                List.copyOf(items),
                operations,
                energy,
                costs,
                orders,
                provision,
                new PurchaseHistory(bought, suppliers, provision, market));
    }

    /** The arithmetic of the open orders with their quantities times the factor. */
    Explosion explosion(ToDoubleFunction<OrderBook.Line> factor) {
        return new Explosion(plant, items, operations, provision.stock()).run(orders.open(), factor);
    }

    Map<String, List<Operation>> routings() {
        return operations.stream()
                .collect(Collectors.groupingBy(Operation::item, java.util.LinkedHashMap::new, Collectors.toList()));
    }

    /** Stock at direct cost in CNY. */
    double stockValue() {
        return provision.stock().entrySet().stream()
                .mapToDouble(lot -> lot.getValue() * unitCost(lot.getKey()))
                .sum();
    }

    /** Direct cost as the stock lots carry it, to the fen. */
    double unitCost(String item) {
        return Math.round(costs.direct(item) * 10_000) / 10_000.0;
    }
}

package io.sandtable.datasets.demo;

import java.util.function.ToDoubleFunction;

/** The invented company as a whole: each noun once, built from the ones before it. */
record Business(
        MarketFigures market,
        Plant plant,
        Suppliers suppliers,
        Catalogue catalogue,
        ProcessEnergy energy,
        Costs costs,
        OrderBook orders,
        Provision provision,
        PurchaseHistory purchaseHistory) {

    static Business invent() {
        var market = new MarketFigures();
        var plant = new Plant();
        var suppliers = new Suppliers();
        var catalogue = new Catalogue(BoughtItems.list(), new MadeItems());
        var energy = new ProcessEnergy(market, catalogue);
        var costs = new Costs(plant, energy, catalogue);
        var orders = new OrderBook(costs);
        var provision = new Provision(plant, catalogue, orders.open());
        var history = new PurchaseHistory(catalogue.bought(), suppliers, provision, market);
        return new Business(market, plant, suppliers, catalogue, energy, costs, orders, provision, history);
    }

    /** The arithmetic of the open orders with their quantities times the factor. */
    Explosion explosion(ToDoubleFunction<OrderBook.Line> factor) {
        return new Explosion(plant, catalogue, provision.stock()).run(orders.open(), factor);
    }

    /** Stock at direct cost in CNY. */
    double stockValue() {
        return provision.stock().entrySet().stream()
                .mapToDouble(lot -> lot.getValue() * unitCost(lot.getKey()))
                .sum();
    }

    /** Direct cost as the tables carry it, to a hundredth of a fen. */
    double unitCost(String item) {
        return Math.round(costs.direct(item) * 10_000) / 10_000.0;
    }
}

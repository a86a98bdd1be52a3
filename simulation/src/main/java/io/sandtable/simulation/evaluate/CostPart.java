package io.sandtable.simulation.evaluate;

/** What the cost of a unit is made of, from the first operation to its cost of goods. */
enum CostPart {
    MATERIAL(Account.COST_MATERIAL),
    LABOUR(Account.COST_LABOUR),
    ENERGY(Account.COST_ENERGY),
    SUBCONTRACT(Account.COST_SUBCONTRACT),
    CARBON(Account.COST_CARBON),
    SCRAP(Account.COST_SCRAP);

    static final int COUNT = values().length;

    private final Account costOfGoods;

    CostPart(Account costOfGoods) {
        this.costOfGoods = costOfGoods;
    }

    Account costOfGoods() {
        return costOfGoods;
    }
}

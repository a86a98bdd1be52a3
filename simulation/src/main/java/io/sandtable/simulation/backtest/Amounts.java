package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;

/**
 * What a product, a family or all of them brought in some time.
 *
 * @param delivered units that left, in the product's unit
 * @param revenue of them, without VAT
 * @param cost of the goods delivered
 * @param output good units made
 */
public record Amounts(double delivered, Money revenue, Money cost, double output) {
    public static final Amounts NONE = new Amounts(0, Money.fen(0), Money.fen(0), 0);

    public Money margin() {
        return revenue.minus(cost);
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                delivered + other.delivered, revenue.plus(other.revenue), cost.plus(other.cost), output + other.output);
    }
}

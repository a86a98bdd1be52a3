package io.sandtable.simulation.difference;

import io.sandtable.model.Money;

/**
 * What a driver does to the difference, by one product and input or by one account.
 *
 * @param product id of the item sold; empty where it is about none
 * @param input id of a material or an energy source, or the name of an account; empty where it is about none
 * @param of the {@link Driver#measure} in the plan that is looked at, {@code against} in the other; cost counts positive
 */
public record Effect(Driver driver, String product, String input, Money amount, double of, double against) {
    Effect(Driver driver, String product, String input, double of, double against) {
        this(driver, product, input, Money.fen(0), of, against);
    }

    Effect worth(long fen) {
        return new Effect(driver, product, input, Money.fen(fen), of, against);
    }
}

package io.sandtable.datasets.market;

/**
 * How a foreign currency was turned into CNY.
 *
 * @param currency ISO 4217
 * @param cnyPerUnit CNY for one unit of it, 1 for CNY itself
 * @param told where the rate comes from, for the method of what it converts
 */
public record ExchangeRate(String currency, double cnyPerUnit, String told) {
    public ExchangeRate {
        if (!(cnyPerUnit > 0) || !Double.isFinite(cnyPerUnit)) {
            throw new IllegalArgumentException(
                    "One %s was worth %s CNY; a rate must be above 0. Give the rate of the day."
                            .formatted(currency, cnyPerUnit));
        }
    }
}

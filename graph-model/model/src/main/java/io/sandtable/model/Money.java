package io.sandtable.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount of one currency, counted in its minor unit (fen, cents) so that sums are exact. */
public record Money(Currency currency, long minor) implements Comparable<Money> {
    public static final Currency CNY = Currency.getInstance("CNY");

    /** A whole number of fen. */
    public static Money fen(long fen) {
        return new Money(CNY, fen);
    }

    /** An amount in major units (yuan), rounded half up to the minor unit. */
    public static Money of(Currency currency, double major) {
        return of(currency, BigDecimal.valueOf(major));
    }

    /** The same of an exact amount; {@link ArithmeticException} where it is too large to count in minor units. */
    public static Money of(Currency currency, BigDecimal major) {
        return new Money(
                currency,
                major.movePointRight(currency.getDefaultFractionDigits())
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    public Money plus(Money other) {
        return new Money(same(other), Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(same(other), Math.subtractExact(minor, other.minor));
    }

    /** Major units with the currency's decimals, such as 1234.50. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        same(other);
        return Long.compare(minor, other.minor);
    }

    private Currency same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s met %s; amounts of one currency can be added. Convert with a dated rate first."
                            .formatted(this, other));
        }
        return currency;
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }
}

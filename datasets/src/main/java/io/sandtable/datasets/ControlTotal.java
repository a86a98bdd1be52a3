package io.sandtable.datasets;

import java.math.BigDecimal;

/**
 * A sum taken twice: over the file's own cells and over the facts that came out of them.
 *
 * @param what rows, series, stock-value, account, order-value, purchase-value, stock-quantity, order-quantity, series-points, series-sum, duty-percent or days
 * @param subject the file, the kind of account or the currency that the sum is about
 * @param unit rows, a currency (ISO 4217) or the unit of quantity
 */
public record ControlTotal(String what, String subject, String unit, BigDecimal file, BigDecimal imported) {
    public ControlTotal {
        file = plain(file);
        imported = plain(imported);
    }

    private static BigDecimal plain(BigDecimal sum) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether nothing was lost or added on the way. */
    public boolean agrees() {
        return file.compareTo(imported) == 0;
    }
}

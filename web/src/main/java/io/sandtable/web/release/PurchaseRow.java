package io.sandtable.web.release;

import io.sandtable.model.Money;
import java.time.LocalDate;

/**
 * A line of a purchase order.
 *
 * @param order number; one order for each supplier and day, {@code line} counts within it
 * @param price CNY per unit without VAT; {@code amount} is quantity times price
 */
record PurchaseRow(
        String order,
        int line,
        String supplierId,
        String supplierCode,
        String supplier,
        String materialCode,
        String material,
        double quantity,
        String unit,
        double price,
        Money amount,
        LocalDate ordered,
        LocalDate due) {}

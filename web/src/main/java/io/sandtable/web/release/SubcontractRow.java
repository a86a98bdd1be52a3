package io.sandtable.web.release;

import io.sandtable.model.Money;
import java.time.LocalDate;

/**
 * A step that somebody else does: an order of its own.
 *
 * @param workOrder whose step it is
 * @param quantity units that are sent, {@code price} CNY for each without VAT
 */
record SubcontractRow(
        String order,
        String workOrder,
        String supplierId,
        String supplierCode,
        String supplier,
        String materialCode,
        String material,
        String process,
        double quantity,
        String unit,
        double price,
        Money amount,
        LocalDate sent,
        LocalDate due) {}

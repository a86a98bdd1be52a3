package io.sandtable.web.release;

import java.time.LocalDateTime;

/**
 * A production order.
 *
 * @param quantity good units
 * @param parent work order that consumes it, empty where it is delivered
 * @param salesOrder number of the order it is made for
 */
record WorkOrderRow(
        String order,
        String materialCode,
        String material,
        double quantity,
        String unit,
        LocalDateTime start,
        LocalDateTime end,
        String parent,
        String salesOrder) {}

package io.sandtable.web.release;

import java.time.LocalDate;

/** Stock to be fetched from another site. {@code lot} is the id of the stock lot. */
record TransferRow(
        String order,
        String materialCode,
        String material,
        String lot,
        String site,
        double quantity,
        String unit,
        LocalDate departs,
        LocalDate arrives) {}

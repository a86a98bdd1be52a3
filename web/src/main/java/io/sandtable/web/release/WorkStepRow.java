package io.sandtable.web.release;

import java.time.LocalDateTime;

/** A step of a production order in the house. {@code quantity} enters; {@code tool} may be empty. */
record WorkStepRow(
        String order,
        int step,
        String process,
        String machine,
        String tool,
        double quantity,
        LocalDateTime start,
        LocalDateTime end) {}

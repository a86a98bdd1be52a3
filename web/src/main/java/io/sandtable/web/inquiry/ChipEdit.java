package io.sandtable.web.inquiry;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the small form changes in a reading; null leaves it as it is.
 *
 * @param value in the unit that the statement has
 */
public record ChipEdit(
        @Nullable Double value,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Modality modality) {
    Statement applyTo(Statement s) {
        Quantity quantity = s.quantity();
        Window window = s.window();
        try {
            if (value != null && quantity != null) {
                quantity = new Quantity(value, quantity.unit(), quantity.form());
            }
            if (window != null && (from != null || to != null)) {
                window = new Window(from != null ? from : window.from(), to != null ? to : window.to());
            }
        } catch (IllegalArgumentException e) {
            throw new InquiryRefused(InquiryRefused.Code.WRONG_VALUE, String.valueOf(e.getMessage()));
        }
        var slots = new TreeMap<>(s.slots());
        if (to != null && slots.containsKey("deadline")) {
            slots.put("deadline", to.toString());
        }
        return new Statement(
                s.kind(),
                modality != null ? modality : s.modality(),
                s.entities(),
                s.comparator(),
                quantity,
                window,
                s.recurrence(),
                slots,
                s.source(),
                s.paraphrase());
    }
}

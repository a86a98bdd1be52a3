package io.sandtable.web.inquiry;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the small form changes in a reading; null leaves it as it is.
 *
 * @param value in the unit that the statement has
 * @param window instead of the one that the statement has, where it has one
 */
public record ChipEdit(
        @Nullable Double value,
        @Nullable Window window,
        @Nullable Modality modality) {
    Statement applyTo(Statement s) {
        Quantity quantity = s.quantity();
        if (value != null && quantity != null) {
            quantity = new Quantity(value, quantity.unit(), quantity.form());
        }
        Window days = s.window() != null && window != null ? window : s.window();
        var slots = new TreeMap<>(s.slots());
        if (days != null && days.to() != null && slots.containsKey("deadline")) {
            slots.put("deadline", days.to().toString());
        }
        return new Statement(
                s.kind(),
                modality != null ? modality : s.modality(),
                s.entities(),
                s.comparator(),
                quantity,
                days,
                s.recurrence(),
                slots,
                s.source(),
                s.paraphrase());
    }
}

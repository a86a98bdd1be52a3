package io.sandtable.ingest;

import java.util.List;
import java.util.Optional;

/**
 * What became of a message that was handed in: it is stored either way.
 *
 * @param reason why it cannot be used, and is a dead letter; empty where it is taken
 * @param arguments of the reason
 * @param deadLetterId names the dead letter; empty where it is taken
 */
public record Delivery(Optional<DeadLetterReason> reason, List<String> arguments, String deadLetterId) {
    public Delivery {
        arguments = List.copyOf(arguments);
    }

    public boolean accepted() {
        return reason.isEmpty();
    }
}

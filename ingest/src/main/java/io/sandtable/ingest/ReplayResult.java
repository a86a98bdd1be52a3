package io.sandtable.ingest;

import java.util.List;
import java.util.Optional;

/**
 * What became of a dead letter that was tried again.
 *
 * @param accepted whether it is stored now; false where it still cannot be used
 * @param reason why not; empty where it is accepted
 * @param arguments of the reason
 */
public record ReplayResult(boolean accepted, Optional<DeadLetterReason> reason, List<String> arguments) {
    public ReplayResult {
        arguments = List.copyOf(arguments);
    }
}

package io.sandtable.ingest;

import java.time.Instant;
import java.util.List;

/**
 * A message that could not be used: kept, acknowledged, and left to a person.
 *
 * @param id names it for {@link LiveFeed#replay}; the same topic and payload have the same id
 * @param reason why; a page words it with the arguments
 * @param arguments in the order that the reason documents
 * @param first when it arrived first
 * @param last when it arrived last
 * @param seen how often it arrived
 * @param preview the beginning of the payload as text, control characters replaced
 * @param size of the payload in bytes
 * @param sha256 of the whole payload
 */
public record DeadLetter(
        String id,
        String topic,
        DeadLetterReason reason,
        List<String> arguments,
        Instant first,
        Instant last,
        long seen,
        String preview,
        long size,
        String sha256) {
    public DeadLetter {
        arguments = List.copyOf(arguments);
    }
}

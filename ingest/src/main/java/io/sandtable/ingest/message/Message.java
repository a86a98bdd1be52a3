package io.sandtable.ingest.message;

import java.time.OffsetDateTime;

/** A message that says something usable; whether it fits the company's graph is another question. */
public sealed interface Message permits StockMessage, Reading {
    Topic topic();

    /** The source's own name for it, unique within the topic. */
    String messageId();

    /** When it was counted or measured. */
    OffsetDateTime at();
}

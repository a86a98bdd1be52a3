package io.sandtable.web.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of live data shows.
 *
 * @param kind met, confirm or plain, for the look
 * @param status how the feed is, in words
 * @param detail what to do about it or where sources send to; null where there is nothing to say
 * @param retry whether trying again may help
 * @param stock null while the company's graph is not open
 */
public record LiveView(
        String kind,
        String status,
        @Nullable String detail,
        boolean retry,
        List<SourceRow> sources,
        List<SensorView> sensors,
        @Nullable StockView stock,
        List<DeadRow> dead,
        long deadLeft,
        List<StaleRow> stale) {
    /** A source of the company: what it sends and how old its news is. */
    public record SourceRow(String source, String kind, Instant lastReceived, String lag, long perMinute, long count) {}

    /** A message that could not be used. */
    public record DeadRow(String id, String topic, String reason, String preview, Instant last, long seen) {}

    /** A question whose plans rest on older data, and what made it so. */
    public record StaleRow(String inquiry, String text, List<Cause> causes) {}

    /** One change of the data since. */
    public record Cause(String words, Instant at) {}
}

package io.sandtable.web.live;

import io.sandtable.ingest.DeadLetter;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.LiveStatus;
import io.sandtable.ingest.SensorState;
import io.sandtable.ingest.StockArrival;
import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/live}: the live feed and what it brought last, for programs. */
@RestController
@Profile("service")
class LiveApi {
    private static final int MOST = 100;

    private final Live live;
    private final Companies companies;

    LiveApi(Live live, Companies companies) {
        this.live = live;
        this.companies = companies;
    }

    /**
     * @param state running, off, disconnected, stalled, starting or failed
     * @param trouble what is wrong, in English; null where nothing is
     * @param queued messages that have arrived and are not stored yet
     * @param waitingStock counts that are stored and not in the graph yet
     */
    record LiveJson(
            String state,
            @Nullable String address,
            @Nullable String trouble,
            int queued,
            long waitingStock,
            long stored,
            long duplicates,
            long deadLetters,
            List<SourceJson> sources,
            List<ReadingJson> readings,
            List<CountJson> stockMessages,
            List<DeadJson> dead) {}

    record SourceJson(
            String company,
            String kind,
            String source,
            Instant lastAt,
            Instant lastReceived,
            long lagSeconds,
            long count) {}

    record ReadingJson(
            String sensor,
            String quantity,
            String unit,
            @Nullable String place,
            double value,
            Instant at,
            @Nullable Double low24h,
            @Nullable Double high24h) {}

    /** @param revision of the graph with this count in it; null while it is not applied */
    record CountJson(
            String source,
            String messageId,
            OffsetDateTime at,
            String site,
            String state,
            int lots,
            int changedLots,
            @Nullable Long revision) {}

    record DeadJson(String id, String topic, String reason, List<String> arguments, Instant last, long seen) {}

    @Operation(summary = "How the live feed is, with the company's last readings and counts")
    @GetMapping("/api/v1/live")
    LiveJson show(@RequestParam(required = false) @Nullable String company) {
        String asked = company == null ? companies.current() : company;
        String trouble = live.trouble().map(t -> String.valueOf(t.getMessage())).orElse(null);
        LiveFeed feed = live.find().orElse(null);
        if (feed == null) {
            return new LiveJson(
                    trouble == null ? "starting" : "failed",
                    null,
                    trouble,
                    0,
                    0,
                    0,
                    0,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        LiveStatus status = feed.status();
        return new LiveJson(
                trouble != null ? "failed" : status.state().name().toLowerCase(Locale.ROOT),
                status.address().orElse(null),
                trouble,
                status.queued(),
                status.waitingStock(),
                status.stored(),
                status.duplicates(),
                status.deadLetters(),
                status.sources().stream().map(LiveApi::json).toList(),
                feed.readings(asked).stream().map(LiveApi::json).toList(),
                feed.stockMessages(asked, MOST).stream().map(LiveApi::json).toList(),
                feed.deadLetters(MOST).stream().map(LiveApi::json).toList());
    }

    private static SourceJson json(LiveStatus.Source s) {
        return new SourceJson(
                s.company(),
                s.kind(),
                s.source(),
                s.lastAt(),
                s.lastReceived(),
                s.lag().toSeconds(),
                s.count());
    }

    private static ReadingJson json(SensorState s) {
        return new ReadingJson(
                s.sensor(),
                s.quantity(),
                s.unit(),
                s.place().orElse(null),
                s.value(),
                s.at(),
                s.low().isPresent() ? s.low().getAsDouble() : null,
                s.high().isPresent() ? s.high().getAsDouble() : null);
    }

    private static CountJson json(StockArrival a) {
        return new CountJson(
                a.source(),
                a.messageId(),
                a.at(),
                a.site(),
                a.state().name(),
                a.lots(),
                a.changedLots(),
                a.revision().isPresent() ? a.revision().getAsLong() : null);
    }

    private static DeadJson json(DeadLetter d) {
        return new DeadJson(d.id(), d.topic(), d.reason().name(), d.arguments(), d.last(), d.seen());
    }
}

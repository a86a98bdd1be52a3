package io.sandtable.web.live;

import io.sandtable.ingest.Delivery;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/events}: the two live messages from senders without MQTT. */
@RestController
@Profile("service")
class EventApi {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** As the embedded broker: what is larger is not even a dead letter. */
    private static final int LARGEST = 4 << 20;

    private final Live live;
    private final Companies companies;
    private final JsonMapper json;

    EventApi(Live live, Companies companies, JsonMapper json) {
        this.live = live;
        this.companies = companies;
        this.json = json;
    }

    /**
     * @param stored always true: the message is on the disk
     * @param topic under which it is kept, as if it had come from the broker
     */
    record Taken(boolean stored, String topic) {}

    @Operation(
            summary = "Hand in a stock count or a reading",
            description =
                    "The same messages as over MQTT. Answered after the commit: what is answered is kept. The same messageId again is stored once. 422 where it cannot be used; it is kept as a dead letter then.")
    @PostMapping(path = "/api/v1/events", consumes = "application/json")
    Taken receive(
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = "webhook") String source,
            InputStream body,
            Language language)
            throws IOException {
        byte[] message = body.readNBytes(LARGEST + 1);
        if (message.length > LARGEST) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "EVENT_TOO_LARGE", LARGEST >> 20);
        }
        LiveFeed feed = live.find().orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "LIVE_UNAVAILABLE"));
        String topic =
                "sandtable/%s/%s/%s".formatted(company == null ? companies.current() : company, kind(message), source);
        Delivery delivery = feed.deliver(topic, message, LONGEST_WAIT);
        if (!delivery.accepted()) {
            String reason = Words.in(language)
                    .say(
                            "live.dead." + delivery.reason().orElseThrow().name(),
                            delivery.arguments().toArray());
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "EVENT_REFUSED", reason);
        }
        return new Taken(true, topic);
    }

    /** A count, unless it says that it is a reading; what is neither is refused by whoever reads it. */
    private String kind(byte[] message) {
        try {
            String schema = json.readTree(new String(message, StandardCharsets.UTF_8))
                    .path("schema")
                    .asString("");
            return schema.startsWith("sandtable-reading") ? "reading" : "stock";
        } catch (JacksonException e) {
            return "stock";
        }
    }
}

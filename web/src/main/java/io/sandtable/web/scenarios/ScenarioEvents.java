package io.sandtable.web.scenarios;

import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.LiveRun;
import io.sandtable.web.inquiry.RunEvent;
import io.sandtable.web.inquiry.RunQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A run as server-sent events. Each id is {@code RUN-NUMBER}; a reader who lost the line goes on after the last that she has. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/events")
@Profile("service")
@Tag(name = "scenarios")
class ScenarioEvents {
    /** Silence that proxies and browsers bear. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final RunQueue queue;
    private final Inquiries inquiries;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    ScenarioEvents(RunQueue queue, Inquiries inquiries) {
        this.queue = queue;
        this.inquiries = inquiries;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "The run as it happens",
            description =
                    "Events stage, strategies, plan, best and state, each with an id; comments while nothing happens; end after the final state. A reader that lost the line sends Last-Event-ID.")
    @ApiResponse(responseCode = "200", description = "text/event-stream")
    SseEmitter events(
            @PathVariable String id,
            @Parameter(description = "Number of an event of this run that is known already")
                    @RequestParam(defaultValue = "0")
                    long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        // first the run, then the state: what ends in between is still told
        Optional<LiveRun> run = queue.findRun(id);
        Inquiry inquiry = inquiries.getInquiry(id);
        var emitter = new SseEmitter(0L);
        if (run.isEmpty() && inquiry.state().isPending()) {
            // a service that has just started takes it up in a moment; the reader comes again by itself
            emitter.complete();
            return emitter;
        }
        String name = run.map(ScenarioEvents::name).orElse("0");
        var stream = new EventStream(emitter, name, HEARTBEAT);
        Runnable deaf =
                run.map(r -> r.listen(known(lastEventId, name, after), stream)).orElse(() -> {});
        if (run.isEmpty()) {
            stream.accept(RunEvent.of(inquiry.state()));
        }
        open.add(stream);
        emitter.onCompletion(stream::close);
        emitter.onError(gone -> stream.close());
        stream.start(() -> {
            deaf.run();
            open.remove(stream);
        });
        return emitter;
    }

    /** The next run of the same inquiry, or the same run after a restart, counts from 1 again. */
    private static String name(LiveRun run) {
        return Long.toString(run.queuedAt().toEpochMilli(), Character.MAX_RADIX);
    }

    private static long known(@Nullable String lastEventId, String run, long after) {
        if (lastEventId == null) {
            return after;
        }
        String number = lastEventId.startsWith(run + "-") ? lastEventId.substring(run.length() + 1) : "0";
        return number.matches("\\d{1,9}") ? Long.parseLong(number) : 0;
    }

    /** A service that stops does not wait for its readers. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.forEach(EventStream::close);
    }
}

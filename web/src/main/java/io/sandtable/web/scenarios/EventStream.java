package io.sandtable.web.scenarios;

import io.sandtable.web.inquiry.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader of a run's events. The run only puts events into a bounded queue, which never waits; a thread of the reader's own sends
 * them. Whoever reads so slowly that the queue was full is let go after what it holds, and comes back with the number of her last event.
 */
final class EventStream implements Consumer<RunEvent> {
    private static final int QUEUE = 256;

    private final SseEmitter emitter;
    private final String prefix;
    private final Duration heartbeat;
    private final BlockingQueue<RunEvent> waiting = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean full;
    private volatile boolean closed;
    private @Nullable Thread sender;

    /**
     * @param run tells one run of an inquiry from the next in the ids of events
     * @param heartbeat how long the line may be silent
     */
    EventStream(SseEmitter emitter, String run, Duration heartbeat) {
        this.emitter = emitter;
        this.prefix = run + "-";
        this.heartbeat = heartbeat;
    }

    /** From the run's thread: never waits. */
    @Override
    public void accept(RunEvent event) {
        if (!full && !waiting.offer(event)) {
            full = true;
        }
    }

    /** Sends until the final state, or until the reader is gone; then calls back. */
    void start(Runnable ended) {
        sender = Thread.ofVirtual().name("events-" + prefix).start(() -> {
            try {
                send();
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // the reader has gone: nobody is left to tell
                emitter.completeWithError(e);
            } catch (InterruptedException e) {
                emitter.complete();
            } finally {
                closed = true;
                ended.run();
            }
        });
    }

    /** Ends it at once. */
    void close() {
        closed = true;
        Thread thread = sender;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void send() throws IOException, InterruptedException {
        while (!closed) {
            RunEvent event = waiting.poll(full ? 0 : heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null && full) {
                return;
            }
            if (event == null) {
                emitter.send(SseEmitter.event().comment("still here"));
            } else {
                emitter.send(SseEmitter.event()
                        .id(prefix + event.number())
                        .name(event.kind())
                        .data(event.data()));
                if (event.isFinal()) {
                    emitter.send(SseEmitter.event().name("end").data(event.data()));
                    return;
                }
            }
        }
    }
}

package io.sandtable.web.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Timeout(60)
class EventStreamTest {
    /** A line that takes nothing before it is opened. */
    private static final class Line extends SseEmitter {
        private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch complete = new CountDownLatch(1);

        @Override
        public void send(SseEventBuilder event) throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            StringBuilder text = new StringBuilder();
            for (DataWithMediaType part : event.build()) {
                text.append(part.getData());
            }
            sent.add(text.toString());
        }

        @Override
        public void send(Object object, @org.jspecify.annotations.Nullable MediaType type) {
            throw new AssertionError("events are sent as events");
        }

        @Override
        public void complete() {
            complete.countDown();
        }
    }

    private static EventStream streamTo(Line line, Duration heartbeat, CountDownLatch ended) {
        var stream = new EventStream(line, "run", heartbeat);
        stream.start(ended::countDown);
        return stream;
    }

    @Test
    void readerWhoTakesNothing_doesNotHoldTheRunUp_andIsLetGo() throws InterruptedException {
        var line = new Line();
        var ended = new CountDownLatch(1);
        EventStream stream = streamTo(line, Duration.ofSeconds(30), ended);

        for (int i = 1; i <= 10_000; i++) {
            stream.accept(new RunEvent(i, "best", "keep-assets " + i));
        }
        line.open.countDown();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(line.complete.getCount()).isZero();
        assertThat(line.sent).hasSizeBetween(256, 257);
        // no gap in what she has: she comes back with the last number and misses nothing
        for (int i = 0; i < line.sent.size(); i++) {
            assertThat(line.sent.get(i)).contains("id:run-" + (i + 1) + "\n");
        }
    }

    @Test
    void finalState_isFollowedByTheEnd() throws InterruptedException {
        var line = new Line();
        var ended = new CountDownLatch(1);
        line.open.countDown();
        EventStream stream = streamTo(line, Duration.ofSeconds(30), ended);

        stream.accept(new RunEvent(1, "state", Inquiry.State.RUNNING.name()));
        stream.accept(new RunEvent(2, "state", Inquiry.State.DONE.name()));

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(line.sent).hasSize(3);
        assertThat(line.sent.getLast()).contains("event:end", "DONE");
    }

    @Test
    void silence_isFilledWithComments() throws InterruptedException {
        var line = new Line();
        var ended = new CountDownLatch(1);
        line.open.countDown();
        EventStream stream = streamTo(line, Duration.ofMillis(5), ended);

        while (line.sent.size() < 3) {
            Thread.sleep(5);
        }
        stream.close();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(line.sent).allMatch(s -> s.startsWith(":"));
    }
}

package io.sandtable.ingest.health;

import io.sandtable.ingest.LiveStatus;
import io.sandtable.ingest.message.Topic;
import io.sandtable.ingest.storage.Totals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** What each topic has sent, counted in memory so that asking costs nothing. */
public final class Sources {
    private static final int SECONDS = 60;

    private final ConcurrentSkipListMap<String, Counter> byTopic = new ConcurrentSkipListMap<>();
    private final Clock clock;

    public Sources(Clock clock) {
        this.clock = clock;
    }

    /** Goes on from what the store holds. */
    public void seed(List<Totals.OfTopic> totals) {
        for (Totals.OfTopic total : totals) {
            Topic.parse(total.topic())
                    .ifPresent(topic -> counter(topic).seed(total.count(), total.lastAt(), total.lastReceived()));
        }
    }

    /** A message of the topic has come in; it is stored, or was before. */
    public void arrived(Topic topic, Instant at, Instant received) {
        counter(topic).arrived(at, received);
    }

    /** So many messages of the topic are new in the store. */
    public void stored(String topic, long messages) {
        Topic.parse(topic).ifPresent(known -> counter(known).stored(messages));
    }

    private Counter counter(Topic topic) {
        return byTopic.computeIfAbsent(topic.name(), name -> new Counter(topic));
    }

    public List<LiveStatus.Source> list() {
        Instant now = clock.instant();
        return byTopic.values().stream().map(counter -> counter.at(now)).toList();
    }

    private static final class Counter {
        private final Topic topic;
        private final long[] perSecond = new long[SECONDS];
        private long second;
        private long count;
        private Instant lastAt = Instant.EPOCH;
        private Instant lastReceived = Instant.EPOCH;

        Counter(Topic topic) {
            this.topic = topic;
        }

        synchronized void seed(long stored, Instant at, Instant received) {
            count = stored;
            lastAt = at;
            lastReceived = received;
        }

        synchronized void stored(long messages) {
            count += messages;
        }

        synchronized void arrived(Instant at, Instant received) {
            lastAt = at.isAfter(lastAt) ? at : lastAt;
            lastReceived = received.isAfter(lastReceived) ? received : lastReceived;
            advance(received.getEpochSecond());
            perSecond[(int) (second % SECONDS)]++;
        }

        synchronized LiveStatus.Source at(Instant now) {
            advance(now.getEpochSecond());
            Duration lag = Duration.between(lastAt, now);
            return new LiveStatus.Source(
                    topic.company(),
                    topic.kind().code(),
                    topic.source(),
                    topic.name(),
                    lastAt,
                    lastReceived,
                    count,
                    lag.isNegative() ? Duration.ZERO : lag,
                    java.util.Arrays.stream(perSecond).sum());
        }

        /** Empties the seconds that have passed since the last one. */
        private void advance(long to) {
            for (long next = Math.max(second + 1, to - SECONDS + 1); next <= to; next++) {
                perSecond[(int) (next % SECONDS)] = 0;
            }
            second = Math.max(second, to);
        }
    }
}

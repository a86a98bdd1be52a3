package io.sandtable.web.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.store.StoredSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a graph is read. */
class LatestSnapshotsTest {
    private final LatestSnapshots snapshots = new LatestSnapshots();
    private final AtomicLong revision = new AtomicLong(1);
    private final AtomicInteger reads = new AtomicInteger();

    private StoredSnapshot latest(String company) {
        return snapshots.latest(company, revision::get, this::read);
    }

    private void change(String company) {
        revision.incrementAndGet();
        snapshots.changed(company);
    }

    private StoredSnapshot read() {
        reads.incrementAndGet();
        long now = revision.get();
        // long enough for all the others to come
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        return new StoredSnapshot(now, BusinessSnapshot.of(List.of()));
    }

    @Test
    void changeThatNobodyTold_isSeenHalfASecondLater() {
        latest("demo");
        revision.incrementAndGet();

        assertThat(latest("demo").revision()).isEqualTo(1);
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
        assertThat(latest("demo").revision()).isEqualTo(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void manyWhoAskAtOnce_haveTheGraphReadOnceForEachRevision() throws Exception {
        latest("demo");
        change("demo");
        int many = 16;
        var together = new CountDownLatch(many);

        List<Callable<StoredSnapshot>> readers = IntStream.range(0, many)
                .<Callable<StoredSnapshot>>mapToObj(i -> () -> {
                    together.countDown();
                    together.await();
                    return latest("demo");
                })
                .toList();
        try (var all = Executors.newFixedThreadPool(many)) {
            for (Future<StoredSnapshot> each : all.invokeAll(readers)) {
                assertThat(each.get().revision()).isEqualTo(2);
            }
        }

        assertThat(reads).hasValue(2);
    }

    @Test
    void companies_areReadEachForItself() {
        latest("demo");
        latest("acme");
        latest("demo");

        assertThat(reads).hasValue(2);
    }

    @Test
    void failedRead_isMadeAgainByTheNext() {
        assertThatThrownBy(() -> snapshots.latest("demo", revision::get, () -> {
                    throw new IllegalStateException("gone");
                }))
                .hasMessage("gone");

        assertThat(latest("demo").revision()).isEqualTo(1);
    }
}

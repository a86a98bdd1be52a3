package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk takes nothing more: here by a limit on the size of any file, which the system lets us set and lift while the feed runs. */
@Tag("trial")
class FullDiskIT {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    /** Above the size of the broker's journal files, below that of the store's log before it is written into the store. */
    private static final long LIMIT = 11L << 20;

    private final Load load = new Load(2_000);

    @TempDir
    private Path home;

    @Test
    void fullDisk_stallsTheFeed_andItGoesOnWhenThereIsSpace() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "skipped: prlimit is not installed (it is part of util-linux)");
        FeedProcess feed = FeedProcess.over(home);
        limit(feed, Long.toString(LIMIT));

        var askedAt = new long[1];
        load.send(
                feed.address(),
                () -> load.acknowledged().size() > askedAt[0] && isStalled(feed, askedAt),
                () -> assertThat(feed.ask().state()).isEqualTo(LiveStatus.State.STALLED));
        long acknowledgedByTheFeed = feed.ask().acknowledged();
        assertThat(acknowledgedByTheFeed).isLessThan(load.acknowledged().size());
        long asked = System.nanoTime();
        String handedIn = feed.handIn();
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        // a small message may still find room where a batch found none: then it is stored indeed, see below
        assertThat(handedIn).isIn(FeedUnavailable.Reason.STORE_FAILED.name(), "stored");
        assertThat(waited)
                .as("a webhook waits no longer than it said")
                .isLessThan(FeedToBeKilled.PATIENCE.multipliedBy(5));

        limit(feed, "unlimited");
        awaitRunning(feed);
        load.send(feed.address(), load::isComplete, feed::awaitQuiet);
        awaitStored(feed);

        assertThat(feed.end()).isTrue();
        List<String> stored = FeedProcess.storedReadings(home);
        assertThat(stored)
                .doesNotHaveDuplicates()
                .containsAll(load.acknowledged())
                .contains("handed-in");
        System.out.printf("stalled after %d, all %d stored%n", acknowledgedByTheFeed, stored.size());
    }

    private static void awaitRunning(FeedProcess feed) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (feed.ask().state() != LiveStatus.State.RUNNING) {
            assertThat(System.nanoTime()).as("it does not go on").isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** A webhook that was told it could not be stored comes again: so does this one, until a busy machine has had the time. */
    private static void awaitStored(FeedProcess feed) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (String said = feed.handIn(); !said.equals("stored"); said = feed.handIn()) {
            assertThat(System.nanoTime()).as("still " + said).isLessThan(end);
        }
    }

    /** Asked each 1,000 messages. */
    private static boolean isStalled(FeedProcess feed, long[] next) {
        next[0] += 1_000;
        try {
            return feed.ask().state() == LiveStatus.State.STALLED;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void limit(FeedProcess feed, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder(
                        PRLIMIT.toString(), "--pid", "" + feed.pid(), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor()).isZero();
    }
}

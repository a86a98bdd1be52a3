package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source was told is safe, is: the process ends without warning while it works as fast as it can. */
class KilledFeedIT {
    private static final long SEED = 20261121;
    private static final int KILLS = 3;
    private static final int IN_FLIGHT = 1_000;
    private static final String TOPIC = "sandtable/plant/reading/load";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> again = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @TempDir
    private Path home;

    @Test
    void everyAcknowledgedMessage_isStoredOnce_afterThreeKills() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var atKill = new ArrayList<Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process feed = start();
            load(address(lines(feed)), acknowledged.size() + 300 + random.nextInt(6_000), feed);
            atKill.add(acknowledged.size());
        }
        Process last = start();
        BufferedReader lines = lines(last);
        load(address(lines), acknowledged.size() + IN_FLIGHT, null);
        awaitQuiet(last.getOutputStream(), lines);
        last.getOutputStream().close();
        assertThat(last.waitFor(30, TimeUnit.SECONDS)).isTrue();

        Set<String> stored = stored();

        assertThat(acknowledged).as("acknowledged at the kills: %s", atKill).hasSizeGreaterThan(KILLS * 300);
        assertThat(stored).containsAll(acknowledged);
        System.out.printf(
                "killed %d times at %s acknowledged: %d acknowledged, %d stored, 0 missing, 0 twice%n",
                KILLS, atKill, acknowledged.size(), stored.size());
    }

    /** Sends as fast as it goes until so many are acknowledged; then kills the process, or waits for the rest. */
    private void load(String address, int until, @Nullable Process toKill) throws Exception {
        var window = new Semaphore(IN_FLIGHT);
        try (Source source = new Source(address, Optional.empty())) {
            while (acknowledged.size() < until || (toKill == null && !again.isEmpty())) {
                if (!window.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                String waiting = again.poll();
                String id = waiting == null ? "m" + next.getAndIncrement() : waiting;
                source.send(TOPIC, message(id)).whenComplete((sent, lost) -> {
                    if (lost == null && sent.getError().isEmpty()) {
                        acknowledged.add(id);
                    } else {
                        again.add(id);
                    }
                    window.release();
                });
            }
            if (toKill != null) {
                toKill.destroyForcibly().waitFor();
            }
            assertThat(window.tryAcquire(IN_FLIGHT, 20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static byte[] message(String id) {
        return Messages.bytes(Messages.reading(id, "2026-11-25T12:00:00Z", "T-" + id.hashCode() % 23, 20));
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedToBeKilled.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Until the broker has nothing left from before the kills. */
    private static void awaitQuiet(OutputStream asks, BufferedReader lines) throws Exception {
        String before = "";
        for (int same = 0; same < 5; ) {
            Thread.sleep(300);
            asks.write('\n');
            asks.flush();
            String now = lines.readLine();
            same = now.equals(before) ? same + 1 : 0;
            before = now;
        }
    }

    private static BufferedReader lines(Process feed) {
        return new BufferedReader(new InputStreamReader(feed.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String address(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(FeedToBeKilled.READY)) {
                return line.substring(FeedToBeKilled.READY.length());
            }
        }
        throw new IllegalStateException("The feed ended before it was ready.");
    }

    private Set<String> stored() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:duckdb:" + home.resolve("live").resolve("live.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT message_id FROM reading")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }
}

package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sandtable.ingest.IngestSettings.Embedded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's MQTT client, as docs/reference/live-messages.md shows it. */
class MosquittoIT {
    private static final Path MOSQUITTO_PUB = Path.of("/usr/bin/mosquitto_pub");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @Test
    void mosquittoPub_sendsAStockCountAndAReading() throws Exception {
        assumeTrue(
                Files.isExecutable(MOSQUITTO_PUB),
                "skipped: mosquitto_pub is not installed (apt-get install mosquitto-clients)");
        var settings = IngestSettings.of(new Embedded("127.0.0.1", 0, Optional.empty()));
        try (LiveFeed feed = LiveFeed.open(settings, home, CLOCK, new LoadedPlant(null))) {
            int port = URI.create(feed.status().address().orElseThrow()).getPort();

            publish(port, "sandtable/plant/reading/hall", Messages.reading("r1", "2026-11-25T11:59:00Z", "T-1", 21.4));
            publish(
                    port,
                    "sandtable/plant/stock/wms1",
                    Messages.stock("m1", "2026-11-25T11:59:00Z", true, Messages.lot("批次-7", "AL", 5, "kg", "RAW-01")));

            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (feed.status().stored() < 2 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(feed.readings("plant").getFirst().value()).isEqualTo(21.4);
            assertThat(feed.stockMessages("plant", 5)).hasSize(1);
            assertThat(feed.deadLetters(5)).isEmpty();
        }
    }

    private static void publish(int port, String topic, String message) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        MOSQUITTO_PUB.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-q",
                        "1",
                        "-t",
                        topic,
                        "-m",
                        message)
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}

package io.sandtable.bench;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Temperature sensors in a process of their own: first at their own pace, then as fast as they are taken. What is not acknowledged is sent
 * again, on a new connection where the old one is lost.
 */
final class IngestSimulator {
    static final String NAME = "ingest-simulator";
    static final String COMPANY = "demo";

    private static final int SENSORS = 23;
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 1_000;

    private final int port;
    private final String run;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final Queue<Sent> again = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private @Nullable Mqtt5AsyncClient client;

    /** @param nanos from the first attempt to the acknowledgement; 0 before */
    private record Sent(int number, long begun, long nanos) {}

    private IngestSimulator(int port, String run) {
        this.port = port;
        this.run = run;
    }

    /**
     * Sends, then writes the ids of all acknowledged messages into a file, and prints when the flood began and ended (ms since 1970), how
     * many messages of it were acknowledged meanwhile, and their acknowledgement times in microseconds (median, 95 %, 99 %).
     *
     * @param arguments port, name of the run, file, seconds at pace, seconds as fast as it goes (0: until standard input ends)
     */
    static void main(String[] arguments) throws IOException, InterruptedException {
        var simulator = new IngestSimulator(Integer.parseInt(arguments[0]), arguments[1]);
        simulator.pace(Duration.ofSeconds(Long.parseLong(arguments[3])));
        long seconds = Long.parseLong(arguments[4]);
        String flood = simulator.flood(seconds == 0 ? endOfInput() : after(Duration.ofSeconds(seconds)));
        Files.write(
                Path.of(arguments[2]),
                simulator.acknowledged.stream()
                        .map(sent -> simulator.id(sent.number()))
                        .toList());
        System.out.println(flood);
        System.exit(0);
    }

    private static BooleanSupplier after(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() >= end;
    }

    private static BooleanSupplier endOfInput() {
        return () -> {
            try {
                // the parent writes nothing: what is there to read is the end
                return System.in.available() > 0;
            } catch (IOException e) {
                return true;
            }
        };
    }

    private void pace(Duration time) throws InterruptedException {
        BooleanSupplier over = after(time);
        while (!over.getAsBoolean()) {
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                window.acquire();
                send(new Sent(next.getAndIncrement(), System.nanoTime(), 0));
            }
            Thread.sleep(PACE);
        }
    }

    private String flood(BooleanSupplier over) throws InterruptedException {
        long from = clock.millis();
        int before = acknowledged.size();
        while (!over.getAsBoolean()) {
            if (window.tryAcquire(200, TimeUnit.MILLISECONDS)) {
                Sent lost = again.poll();
                send(lost == null ? new Sent(next.getAndIncrement(), System.nanoTime(), 0) : lost);
            }
        }
        long to = clock.millis();
        int meanwhile = acknowledged.size() - before;
        long[] nanos = acknowledged.stream()
                .skip(before)
                .mapToLong(Sent::nanos)
                .sorted()
                .toArray();
        finish();
        return "%d %d %d %d %d %d".formatted(from, to, meanwhile, part(nanos, 50), part(nanos, 95), part(nanos, 99));
    }

    /** Until everything that was sent is acknowledged. */
    private void finish() throws InterruptedException {
        do {
            for (Sent lost = again.poll(); lost != null; lost = again.poll()) {
                window.acquire();
                send(lost);
            }
            window.acquire(IN_FLIGHT);
            window.release(IN_FLIGHT);
        } while (!again.isEmpty());
    }

    private static long part(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000;
    }

    private void send(Sent sent) throws InterruptedException {
        connected()
                .publishWith()
                .topic("sandtable/%s/reading/simulator".formatted(COMPANY))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message(sent.number()))
                .send()
                .whenComplete((result, lost) -> {
                    if (lost == null && result.getError().isEmpty()) {
                        acknowledged.add(new Sent(sent.number(), sent.begun(), System.nanoTime() - sent.begun()));
                    } else {
                        again.add(sent);
                    }
                    window.release();
                });
    }

    private Mqtt5AsyncClient connected() throws InterruptedException {
        while (client == null || !client.getState().isConnected()) {
            client = MqttClient.builder()
                    .useMqttVersion5()
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .buildAsync();
            try {
                client.connect().orTimeout(10, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                // the server is being started again
                Thread.sleep(100);
            }
        }
        return client;
    }

    private String id(int number) {
        return run + "-" + number;
    }

    private byte[] message(int number) {
        int sensor = number % SENSORS + 1;
        return """
                {"schema":"sandtable-reading/1","messageId":"%s","at":"%s","sensor":"T-%02d","quantity":"temperature","value":%.1f,"unit":"°C"}""".formatted(id(number), clock.instant(), sensor, 18 + sensor * 0.1)
                .getBytes(StandardCharsets.UTF_8);
    }
}

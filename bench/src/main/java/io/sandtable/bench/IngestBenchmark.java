package io.sandtable.bench;

import io.sandtable.ingest.IngestSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How many messages a second are stored before they are acknowledged, and whether any is missing or there twice after the server was
 * killed in the midst of it. Server, simulator and this program are three processes.
 */
final class IngestBenchmark implements Benchmark {
    private static final double GOAL_PER_SECOND = 5_000;
    private static final int PACED_SECONDS = 15;
    private static final int FLOOD_SECONDS = 30;
    private static final int KILLS = 3;
    private static final int DRAINING_MILLIS = 20_000;
    private static final long SEED = 20261121;
    private static final int SECONDS_TO_START = 120;
    private static final int SECONDS_TO_STOP = 60;

    private final Optional<String> command;

    /** @param command starts the server, with {@code {home}} and {@code {port}} to be filled in; empty for the live feed alone */
    IngestBenchmark(Optional<String> command) {
        this.command = command;
    }

    /** What the simulator said of its flood. */
    private record Flood(long from, long to, long acknowledged, long median, long p95, long p99) {}

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        try (var homes = new Homes()) {
            Path home = homes.next();
            int port = freePort();
            var figures = new ArrayList<Figure>();
            Process server = serve(home, port);
            try {
                err.println("… %d s of sensors at their pace, then %d s as fast as it goes"
                        .formatted(PACED_SECONDS, FLOOD_SECONDS));
                Path quick = home.resolve("acknowledged-quick");
                Flood flood = flood(simulate(port, "quick", quick, PACED_SECONDS, FLOOD_SECONDS));
                err.println("… %d kills".formatted(KILLS));
                Path killed = home.resolve("acknowledged-killed");
                server = kill(server, home, port, killed);
                stop(server);
                measure(figures, home, List.of(quick, killed), flood, port);
            } finally {
                server.destroyForcibly();
            }
            return figures;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The benchmark could not be finished (%s); look at the messages above.".formatted(e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted.", e);
        }
    }

    /** Kills the server in the midst of a flood and starts it again, three times; the last one runs. */
    private Process kill(Process running, Path home, int port, Path acknowledged)
            throws IOException, InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Process server = running;
        Process simulator = simulate(port, "killed", acknowledged, 0, 0);
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(3_000 + random.nextInt(5_000));
            server.destroyForcibly().waitFor();
            server = serve(home, port);
        }
        Thread.sleep(2_000);
        simulator.getOutputStream().write('\n');
        simulator.getOutputStream().flush();
        flood(simulator);
        return server;
    }

    private void measure(List<Figure> figures, Path home, List<Path> files, Flood flood, int port)
            throws IOException, SQLException, InterruptedException {
        long missing = missing(home, files);
        for (long before = Long.MAX_VALUE; missing > 0 && missing < before; ) {
            // what the broker still holds comes with the next start; what does not come while it runs is lost
            before = missing;
            Process again = serve(home, port);
            Thread.sleep(DRAINING_MILLIS);
            stop(again);
            missing = missing(home, files);
        }
        // a message is received only when one of the unacknowledged ones before it has been committed
        long committed = received(home, flood) - IngestSettings.DEFAULT_UNACKNOWLEDGED;
        double seconds = (flood.to() - flood.from()) / 1_000.0;
        figures.add(Figure.atLeast("ingest.committed", committed / seconds, "messages/s", GOAL_PER_SECOND, 1));
        figures.add(Figure.plain("ingest.taken-by-broker", flood.acknowledged() / seconds, "messages/s", 1));
        figures.add(Figure.plain("ingest.ack.median", flood.median() / 1_000.0, "ms", 1));
        figures.add(Figure.plain("ingest.ack.p95", flood.p95() / 1_000.0, "ms", 1));
        figures.add(Figure.plain("ingest.ack.p99", flood.p99() / 1_000.0, "ms", 1));
        figures.add(Figure.plain("ingest.kills", KILLS, "kills", 1));
        figures.add(Figure.plain("ingest.acknowledged", acknowledged(files).size(), "messages", 1));
        figures.add(Figure.never("ingest.missing", missing, "messages", 1));
        figures.add(Figure.never("ingest.twice", twice(home), "messages", 1));
    }

    private static List<String> acknowledged(List<Path> files) throws IOException {
        var ids = new ArrayList<String>();
        for (Path file : files) {
            ids.addAll(Files.readAllLines(file));
        }
        return ids;
    }

    private static long missing(Path home, List<Path> files) throws IOException, SQLException {
        Map<String, Integer> stored = stored(home);
        return acknowledged(files).stream()
                .filter(id -> !stored.containsKey(id))
                .count();
    }

    private static long twice(Path home) throws SQLException {
        return stored(home).values().stream().filter(times -> times > 1).count();
    }

    /** How often each message id is stored. */
    private static Map<String, Integer> stored(Path home) throws SQLException {
        var times = new HashMap<String, Integer>();
        try (Connection connection = open(home);
                PreparedStatement statement = connection.prepareStatement("SELECT message_id FROM reading");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                times.merge(rows.getString(1), 1, Integer::sum);
            }
        }
        return times;
    }

    private static long received(Path home, Flood flood) throws SQLException {
        try (Connection connection = open(home);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM reading WHERE received_ms >= ? AND received_ms < ?")) {
            statement.setLong(1, flood.from());
            statement.setLong(2, flood.to());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Connection open(Path home) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + home.resolve("live").resolve("live.duckdb"));
    }

    private static Process simulate(int port, String run, Path acknowledged, int paced, int seconds) {
        return Program.start(Program.command(
                IngestSimulator.NAME,
                Integer.toString(port),
                run,
                acknowledged.toString(),
                Integer.toString(paced),
                Integer.toString(seconds)));
    }

    private static Flood flood(Process simulator) throws IOException, InterruptedException {
        try (var lines =
                new BufferedReader(new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            simulator.waitFor();
            if (line == null) {
                throw new IOException("the simulator ended without an answer");
            }
            String[] said = line.split(" ");
            return new Flood(
                    Long.parseLong(said[0]),
                    Long.parseLong(said[1]),
                    Long.parseLong(said[2]),
                    Long.parseLong(said[3]),
                    Long.parseLong(said[4]),
                    Long.parseLong(said[5]));
        } finally {
            simulator.destroyForcibly();
        }
    }

    private Process serve(Path home, int port) throws InterruptedException {
        List<String> filled = command
                .map(text -> List.of(text.strip().split("\\s+")))
                .orElseGet(() -> Program.command(IngestHost.NAME, "{home}", "{port}"))
                .stream()
                .map(word -> word.replace("{home}", home.toString()).replace("{port}", Integer.toString(port)))
                .toList();
        Process server = Program.start(filled);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!listens(port)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                server.destroyForcibly();
                throw new IllegalStateException(
                        "The server did not listen on port %d within %d s; look at its messages."
                                .formatted(port, SECONDS_TO_START));
            }
            Thread.sleep(100);
        }
        return server;
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks it to end, as an operator does. */
    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "The server did not end within %d s of being asked.".formatted(SECONDS_TO_STOP));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free on this machine.", e);
        }
    }
}

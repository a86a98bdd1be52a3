package io.sandtable.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link FeedToBeKilled} in a JVM of its own. */
final class FeedProcess {
    private final Process process;
    private final BufferedReader lines;
    private final String address;

    /** How it is doing: messages that it has acknowledged, and its state. */
    record Said(long acknowledged, LiveStatus.State state) {}

    private FeedProcess(Process process) throws IOException {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.address = line(FeedToBeKilled.READY);
    }

    /** Started over the home and ready. */
    static FeedProcess over(Path home) throws IOException {
        return new FeedProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedToBeKilled.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    Said ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        String[] said = line(FeedToBeKilled.STATUS).split(" ");
        return new Said(Long.parseLong(said[0]), LiveStatus.State.valueOf(said[1]));
    }

    /** Hands a message in as the webhook does; what became of it. */
    String handIn() throws IOException {
        process.getOutputStream().write((FeedToBeKilled.HAND_IN + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return line(FeedToBeKilled.HANDED_IN);
    }

    /** Until the broker has nothing left from before. */
    void awaitQuiet() throws IOException, InterruptedException {
        long before = -1;
        for (int same = 0; same < 5; ) {
            Thread.sleep(300);
            long now = ask().acknowledged();
            same = now == before ? same + 1 : 0;
            before = now;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end in its own time, which is short. */
    boolean end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    private String line(String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IllegalStateException("The feed ended.");
    }

    /** The ids of all readings in the home's store, repeated where they are stored twice. */
    static List<String> storedReadings(Path home) throws SQLException {
        var ids = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:duckdb:" + home.resolve("live").resolve("live.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT message_id FROM reading")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}

package io.sandtable.ingest.storage;

import io.sandtable.ingest.DeadLetter;
import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.message.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Messages that could not be used. The same topic and payload is one of them, however often it comes. */
public final class DeadLetters {
    /** Of a payload that is too large this much is kept. */
    private static final int LARGEST_KEPT = 4 << 20;

    private static final int PREVIEW_BYTES = 400;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String KEEP = """
            INSERT INTO dead_letter VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, true)
            ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, arguments = excluded.arguments,
                last_ms = excluded.last_ms, seen = dead_letter.seen + 1, open = true
            """;

    private DeadLetters() {}

    /** A dead letter with all that is needed to try it again. */
    public record Original(String topic, byte[] payload, long size, DeadLetterReason reason, List<String> arguments) {
        /** Whether only its beginning was kept. */
        public boolean isShortened() {
            return payload.length < size;
        }
    }

    static void keep(Connection connection, List<Arrival> dead) throws SQLException {
        if (dead.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            for (Arrival arrival : dead) {
                if (arrival.content() instanceof Arrival.Unusable(Refused why)) {
                    keep(statement, arrival, why);
                }
            }
        }
    }

    private static void keep(PreparedStatement statement, Arrival arrival, Refused why) throws SQLException {
        byte[] kept = arrival.payload().length > LARGEST_KEPT
                ? Arrays.copyOf(arrival.payload(), LARGEST_KEPT)
                : arrival.payload();
        statement.setString(1, arrival.deadLetterId());
        statement.setString(2, arrival.topic());
        statement.setString(3, why.reason().name());
        statement.setString(4, JSON.writeValueAsString(why.arguments()));
        statement.setLong(5, arrival.received().toEpochMilli());
        statement.setLong(6, arrival.received().toEpochMilli());
        statement.setLong(7, arrival.payload().length);
        statement.setString(8, arrival.sha256());
        statement.setBytes(9, kept);
        statement.executeUpdate();
    }

    /** It is no dead letter any more. */
    public static void settle(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE dead_letter SET open = false WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** Those that wait for a person, the newest first. */
    public static List<DeadLetter> list(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT id, topic, reason, arguments, first_ms, last_ms, seen, payload[:%d], size, sha256
                FROM dead_letter WHERE open ORDER BY last_ms DESC, id LIMIT ?""".formatted(PREVIEW_BYTES))) {
            statement.setInt(1, limit);
            var letters = new ArrayList<DeadLetter>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(new DeadLetter(
                            row.getString(1),
                            row.getString(2),
                            DeadLetterReason.valueOf(row.getString(3)),
                            arguments(row.getString(4)),
                            Instant.ofEpochMilli(row.getLong(5)),
                            Instant.ofEpochMilli(row.getLong(6)),
                            row.getLong(7),
                            preview(row.getBytes(8)),
                            row.getLong(9),
                            row.getString(10)));
                }
            }
            return letters;
        }
    }

    /** The dead letter of that id, if it is one still. */
    public static Optional<Original> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT topic, payload, size, reason, arguments FROM dead_letter WHERE id = ? AND open")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Original(
                                row.getString(1),
                                row.getBytes(2),
                                row.getLong(3),
                                DeadLetterReason.valueOf(row.getString(4)),
                                arguments(row.getString(5))))
                        : Optional.empty();
            }
        }
    }

    private static List<String> arguments(String json) {
        return List.of(JSON.readValue(json, String[].class));
    }

    private static String preview(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
    }
}

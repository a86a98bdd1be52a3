package io.sandtable.ingest.storage;

import io.sandtable.ingest.StockArrival;
import io.sandtable.ingest.message.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stock messages and how far each has come. */
public final class StockMessages {
    private static final String COLUMNS =
            "topic, message_id, company, source, site, complete, lines, at_ms, offset_seconds, received_ms, sha256, state, changed_lots, revision";

    private StockMessages() {}

    /**
     * One that is not in the graph yet.
     *
     * @param begun lots that an earlier run began to change in the graph, and may have changed; empty where none began
     */
    public record Waiting(
            String topic,
            String messageId,
            String company,
            String sha256,
            byte[] payload,
            Instant received,
            OptionalInt begun) {
        /** Names the message where an id must be short: the same topic and message id have the same key. */
        public String evidenceKey() {
            return Arrival.sha256((topic + "\n" + messageId).getBytes(StandardCharsets.UTF_8))
                    .substring(0, 24);
        }
    }

    /** The first that waits, the oldest count first, of all companies but those. */
    public static Optional<Waiting> next(Connection connection, Set<String> exceptCompanies) throws SQLException {
        String without = exceptCompanies.stream().map(c -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(
                """
                SELECT topic, message_id, company, sha256, payload, received_ms, state, changed_lots FROM stock_message
                WHERE state IN ('STORED', 'BEGUN') %s ORDER BY at_ms, received_ms, topic, message_id LIMIT 1""".formatted(without.isEmpty() ? "" : "AND company NOT IN (" + without + ")"))) {
            int place = 1;
            for (String company : exceptCompanies) {
                statement.setString(place++, company);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Waiting(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5).getBytes(StandardCharsets.UTF_8),
                                Instant.ofEpochMilli(row.getLong(6)),
                                row.getString(7).equals("BEGUN") ? OptionalInt.of(row.getInt(8)) : OptionalInt.empty()))
                        : Optional.empty();
            }
        }
    }

    /** The moment of the latest count of the site that is in the graph. */
    public static OptionalLong lastApplied(Connection connection, String company, String site) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT at_ms FROM site_count WHERE company = ? AND site = ?")) {
            statement.setString(1, company);
            statement.setString(2, site);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** From here on the graph may hold it. */
    public static void begin(Connection connection, Waiting message, int changedLots) throws SQLException {
        state(connection, message, "BEGUN", changedLots, null);
    }

    public static void supersede(Connection connection, Waiting message) throws SQLException {
        state(connection, message, StockArrival.State.SUPERSEDED.name(), 0, null);
    }

    /** It is in the graph, and the site's latest count. */
    public static void apply(
            Connection connection,
            Waiting message,
            String company,
            String site,
            Instant at,
            int changedLots,
            long revision)
            throws SQLException {
        state(connection, message, StockArrival.State.APPLIED.name(), changedLots, revision);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO site_count VALUES (?, ?, ?) ON CONFLICT (company, site) DO UPDATE SET at_ms = excluded.at_ms")) {
            statement.setString(1, company);
            statement.setString(2, site);
            statement.setLong(3, at.toEpochMilli());
            statement.executeUpdate();
        }
    }

    /** It does not fit the graph: a dead letter. */
    public static void refuse(Connection connection, Waiting message, Refused why) throws SQLException {
        state(connection, message, StockArrival.State.REFUSED.name(), 0, null);
        DeadLetters.keep(
                connection,
                List.of(new Arrival(
                        message.topic(),
                        message.payload(),
                        message.sha256(),
                        message.received(),
                        new Arrival.Unusable(why))));
    }

    /** None of the company's counts is in the graph any more: those from that moment on wait again, older ones are superseded. */
    public static void startAgain(Connection connection, String company, Instant from) throws SQLException {
        try (PreparedStatement counts = connection.prepareStatement("DELETE FROM site_count WHERE company = ?");
                PreparedStatement messages = connection.prepareStatement("""
                        UPDATE stock_message SET revision = NULL, state = CASE WHEN at_ms >= ? THEN 'STORED' ELSE 'SUPERSEDED' END
                        WHERE company = ? AND state = 'APPLIED'""")) {
            counts.setString(1, company);
            counts.executeUpdate();
            messages.setLong(1, from.toEpochMilli());
            messages.setString(2, company);
            messages.executeUpdate();
        }
    }

    /** A refused one waits again; false where there is none with that content. */
    public static boolean retry(Connection connection, String topic, String sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE stock_message SET state = 'STORED' WHERE topic = ? AND sha256 = ? AND state = 'REFUSED'")) {
            statement.setString(1, topic);
            statement.setString(2, sha256);
            return statement.executeUpdate() > 0;
        }
    }

    private static void state(
            Connection connection, Waiting message, String state, int changedLots, @Nullable Long revision)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE stock_message SET state = ?, changed_lots = ?, revision = ? WHERE topic = ? AND message_id = ?")) {
            statement.setString(1, state);
            statement.setInt(2, changedLots);
            statement.setObject(3, revision);
            statement.setString(4, message.topic());
            statement.setString(5, message.messageId());
            statement.executeUpdate();
        }
    }

    /** A company's latest counts. */
    public static List<StockArrival> list(Connection connection, String company, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + COLUMNS
                        + " FROM stock_message WHERE company = ? ORDER BY at_ms DESC, received_ms DESC, topic, message_id LIMIT ?")) {
            statement.setString(1, company);
            statement.setInt(2, limit);
            var arrivals = new ArrayList<StockArrival>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    arrivals.add(arrival(row));
                }
            }
            return arrivals;
        }
    }

    private static StockArrival arrival(ResultSet row) throws SQLException {
        String state = row.getString("state");
        long revision = row.getLong("revision");
        boolean inNoRevision = row.wasNull();
        return new StockArrival(
                row.getString("company"),
                row.getString("source"),
                row.getString("topic"),
                row.getString("message_id"),
                Instant.ofEpochMilli(row.getLong("at_ms"))
                        .atOffset(ZoneOffset.ofTotalSeconds(row.getInt("offset_seconds"))),
                Instant.ofEpochMilli(row.getLong("received_ms")),
                row.getString("site"),
                row.getBoolean("complete"),
                row.getInt("lines"),
                row.getString("sha256"),
                state.equals("BEGUN") ? StockArrival.State.STORED : StockArrival.State.valueOf(state),
                row.getInt("changed_lots"),
                inNoRevision ? OptionalLong.empty() : OptionalLong.of(revision));
    }
}

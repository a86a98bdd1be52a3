package io.sandtable.ingest.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What there is in the store. */
public final class Totals {
    private Totals() {}

    /** The messages of one topic. */
    public record OfTopic(String topic, long count, Instant lastAt, Instant lastReceived) {}

    /** Stock messages that are not in the graph yet. */
    public static long waitingStock(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM stock_message WHERE state IN ('STORED', 'BEGUN')");
    }

    /** Dead letters that wait for a person. */
    public static long deadLetters(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM dead_letter WHERE open");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Every topic that has sent something usable. */
    public static List<OfTopic> topics(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT topic, count(*), max(at_ms), max(received_ms) FROM (
                            SELECT topic, at_ms, received_ms FROM reading
                            UNION ALL SELECT topic, at_ms, received_ms FROM stock_message) GROUP BY topic""")) {
            var topics = new ArrayList<OfTopic>();
            while (row.next()) {
                topics.add(new OfTopic(
                        row.getString(1),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4))));
            }
            return topics;
        }
    }
}

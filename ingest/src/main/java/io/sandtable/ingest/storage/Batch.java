package io.sandtable.ingest.storage;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.message.Reading;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.message.StockMessage;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Messages that are stored in one transaction. */
public final class Batch {
    private static final String CONFLICTS = """
            DELETE FROM %1$s a USING %2$s s
            WHERE s.topic = a.topic AND s.message_id = a.message_id AND s.sha256 <> a.sha256
            RETURNING a.topic, a.message_id, a.sha256
            """;

    private static final String LAST_PER_SENSOR = """
            INSERT INTO sensor
            SELECT company, sensor, arg_max(source, at_ms), arg_max(quantity, at_ms), arg_max(unit, at_ms),
                   arg_max(coalesce(place, ''), at_ms), arg_max(value, at_ms), max(at_ms)
            FROM arriving_reading GROUP BY company, sensor
            ON CONFLICT (company, sensor) DO UPDATE SET source = excluded.source, quantity = excluded.quantity,
                   unit = excluded.unit, place = excluded.place, value = excluded.value, at_ms = excluded.at_ms
            WHERE excluded.at_ms >= sensor.at_ms
            """;

    private final List<Arrival> arrivals;

    public Batch(List<Arrival> arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * What became of a batch.
     *
     * @param newByTopic new messages of each topic
     * @param stockStored whether some of them count stock
     * @param duplicates messages that were there with the same content
     * @param refused dead letters, repeated ones included
     */
    public record Outcome(Map<String, Long> newByTopic, boolean stockStored, int duplicates, int refused) {
        /** New messages of all topics. */
        public long stored() {
            return newByTopic.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Stores them; what was there before is left as it is. */
    public Outcome store(DuckDBConnection connection) throws SQLException {
        var dead = new ArrayList<Arrival>();
        int readings = 0;
        int stock = 0;
        try (DuckDBAppender readingRows = connection.createAppender("temp", "main", "arriving_reading");
                DuckDBAppender stockRows = connection.createAppender("temp", "main", "arriving_stock")) {
            for (Arrival arrival : arrivals) {
                switch (arrival.content()) {
                    case Arrival.Unusable unusable -> dead.add(arrival);
                    case Arrival.Usable(Reading reading) -> {
                        append(readingRows, arrival, reading);
                        readings++;
                    }
                    case Arrival.Usable(StockMessage message) -> {
                        append(stockRows, arrival, message);
                        stock++;
                    }
                }
            }
        }
        var newByTopic = new HashMap<String, Long>();
        long newReadings = 0;
        long newStock = 0;
        var reused = new HashSet<String>();
        try (Statement statement = connection.createStatement()) {
            if (readings > 0) {
                newReadings = insert(statement, "reading", "arriving_reading", newByTopic);
                reused.addAll(conflicts(statement, newReadings < readings, "arriving_reading", "reading"));
                statement.execute(LAST_PER_SENSOR);
                statement.execute("DELETE FROM arriving_reading");
            }
            if (stock > 0) {
                newStock = insert(statement, "stock_message", "arriving_stock", newByTopic);
                reused.addAll(conflicts(statement, newStock < stock, "arriving_stock", "stock_message"));
                statement.execute("DELETE FROM arriving_stock");
            }
        }
        int reusedIds = 0;
        if (!reused.isEmpty()) {
            for (Arrival arrival : arrivals) {
                if (arrival.content() instanceof Arrival.Usable(var message)
                        && reused.contains(key(arrival.topic(), message.messageId(), arrival.sha256()))) {
                    dead.add(arrival.refused(new Refused(DeadLetterReason.MESSAGE_ID_REUSED, message.messageId())));
                    reusedIds++;
                }
            }
        }
        DeadLetters.keep(connection, dead);
        int duplicates = (int) (readings + stock - newReadings - newStock) - reusedIds;
        return new Outcome(newByTopic, newStock > 0, duplicates, dead.size());
    }

    private static long insert(Statement statement, String table, String arriving, Map<String, Long> newByTopic)
            throws SQLException {
        long inserted = 0;
        try (ResultSet rows = statement.executeQuery(
                "INSERT INTO %s SELECT * FROM %s ON CONFLICT DO NOTHING RETURNING topic".formatted(table, arriving))) {
            while (rows.next()) {
                newByTopic.merge(rows.getString(1), 1L, Long::sum);
                inserted++;
            }
        }
        return inserted;
    }

    /** The same id with another content is no duplicate: saying nothing would lose a message. */
    private static Set<String> conflicts(Statement statement, boolean any, String arriving, String stored)
            throws SQLException {
        var found = new HashSet<String>();
        if (any) {
            try (ResultSet rows = statement.executeQuery(CONFLICTS.formatted(arriving, stored))) {
                while (rows.next()) {
                    found.add(key(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    private static String key(String topic, String messageId, String sha256) {
        return topic + "\n" + messageId + "\n" + sha256;
    }

    private static void append(DuckDBAppender rows, Arrival arrival, Reading reading) throws SQLException {
        rows.beginRow()
                .append(arrival.topic())
                .append(reading.messageId())
                .append(reading.topic().company())
                .append(reading.topic().source())
                .append(reading.sensor())
                .append(reading.quantity())
                .append(reading.unit())
                .append(reading.place().map(Reading.Place::name).orElse(""))
                .append(reading.value())
                .append(reading.at().toInstant().toEpochMilli())
                .append(arrival.received().toEpochMilli())
                .append(arrival.sha256())
                .append(new String(arrival.payload(), StandardCharsets.UTF_8))
                .endRow();
    }

    private static void append(DuckDBAppender rows, Arrival arrival, StockMessage message) throws SQLException {
        rows.beginRow()
                .append(arrival.topic())
                .append(message.messageId())
                .append(message.topic().company())
                .append(message.topic().source())
                .append(message.site())
                .append(message.complete())
                .append(message.lines())
                .append(message.at().toInstant().toEpochMilli())
                .append(message.at().getOffset().getTotalSeconds())
                .append(arrival.received().toEpochMilli())
                .append(arrival.sha256())
                .append(new String(arrival.payload(), StandardCharsets.UTF_8))
                .append("STORED")
                .append(0)
                .append((Long) null)
                .endRow();
    }
}

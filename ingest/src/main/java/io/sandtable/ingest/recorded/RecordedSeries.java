package io.sandtable.ingest.recorded;

import io.sandtable.ingest.message.Reading;
import io.sandtable.ingest.message.Topic;
import io.sandtable.ingest.storage.Arrival;
import io.sandtable.ingest.storage.Batch;
import io.sandtable.ingest.storage.HomeLock;
import io.sandtable.ingest.storage.LiveStore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts the readings of a file into the series of a home, in the same place and under the same rules as those that arrive live. */
public final class RecordedSeries {
    /** Readings of one transaction. */
    private static final int BATCH = 20_000;

    private RecordedSeries() {}

    /**
     * One sensor of the file.
     *
     * @param file readings and their sum as the file has them
     * @param stored the same as the store has them now, of the time that the file speaks of
     */
    public record Sensor(String name, String unit, Sum file, Sum stored) {}

    /** How many readings, and what they add up to in their unit. */
    public record Sum(long readings, BigDecimal total) {
        private static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum plus(double value) {
            return new Sum(readings + 1, total.add(BigDecimal.valueOf(value)));
        }

        boolean agreesWith(Sum other) {
            return readings == other.readings && total.compareTo(other.total) == 0;
        }
    }

    /**
     * What became of a file.
     *
     * @param added readings that were not there
     * @param there readings that were there already
     * @param refused readings for whose sensor and moment another value is stored; they are dead letters now
     */
    public record Stored(List<Sensor> sensors, long added, long there, long refused) {
        public Stored {
            sensors = List.copyOf(sensors);
        }

        /** Whether the store has exactly what the file says. */
        public boolean agrees() {
            return refused == 0 && sensors.stream().allMatch(s -> s.file().agreesWith(s.stored()));
        }
    }

    /**
     * Stores them; a file that comes again adds nothing.
     *
     * @throws io.sandtable.ingest.FeedUnavailable where another process receives live messages for the home, or the disk does not take it
     */
    public static Stored store(RecordedFile file, Path home, String company, Clock clock) {
        String name = "%s/%s/reading/%s".formatted(Topic.ROOT, company, file.source());
        Topic topic = Topic.parse(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no short name of a company; write small letters, digits and hyphens."
                                .formatted(company)));
        try (HomeLock lock = HomeLock.take(home);
                LiveStore store = LiveStore.open(home)) {
            return store(file, topic, store, clock.instant());
        }
    }

    private static Stored store(RecordedFile file, Topic topic, LiveStore store, Instant now) {
        long added = 0;
        long there = 0;
        long refused = 0;
        List<RecordedReading> readings = file.readings();
        for (int from = 0; from < readings.size(); from += BATCH) {
            List<Arrival> arrivals = readings.subList(from, Math.min(readings.size(), from + BATCH)).stream()
                    .map(reading -> arrival(reading, topic, now))
                    .toList();
            Batch.Outcome outcome = store.write(connection -> new Batch(arrivals).store(connection));
            added += outcome.stored();
            there += outcome.duplicates();
            refused += outcome.refused();
        }
        return new Stored(store.read(connection -> sensors(file, topic, connection)), added, there, refused);
    }

    private static Arrival arrival(RecordedReading recorded, Topic topic, Instant now) {
        var reading = new Reading(
                topic,
                recorded.sensor() + "@" + recorded.at().toInstant(),
                recorded.at(),
                recorded.sensor(),
                recorded.quantity(),
                recorded.value(),
                recorded.unit(),
                Optional.empty());
        return Arrival.of(topic.name(), payload(reading), now, new Arrival.Usable(reading));
    }

    /** As a sensor would have sent it: the same reading is the same bytes, whatever row it stands in. */
    private static byte[] payload(Reading reading) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", Reading.SCHEMA)
                .put("messageId", reading.messageId())
                .put("at", reading.at().toString())
                .put("sensor", reading.sensor())
                .put("quantity", reading.quantity())
                .put("value", reading.value())
                .put("unit", reading.unit())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Sensor> sensors(RecordedFile file, Topic topic, DuckDBConnection connection)
            throws SQLException {
        var inFile = new TreeMap<String, Sum>();
        var units = new TreeMap<String, String>();
        for (RecordedReading reading : file.readings()) {
            inFile.put(
                    reading.sensor(),
                    inFile.getOrDefault(reading.sensor(), Sum.NONE).plus(reading.value()));
            units.put(reading.sensor(), reading.unit());
        }
        var stored = new TreeMap<String, Sum>();
        var moments = file.readings().stream()
                .mapToLong(reading -> reading.at().toInstant().toEpochMilli())
                .summaryStatistics();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT sensor, count(*), sum(CAST(value AS DECIMAL(38, 9))) FROM reading
                WHERE topic = ? AND at_ms BETWEEN ? AND ? GROUP BY sensor""")) {
            statement.setString(1, topic.name());
            statement.setLong(2, moments.getMin());
            statement.setLong(3, moments.getMax());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored.put(row.getString(1), new Sum(row.getLong(2), row.getBigDecimal(3)));
                }
            }
        }
        var sensors = new ArrayList<Sensor>();
        inFile.forEach((sensor, sum) -> sensors.add(
                new Sensor(sensor, units.getOrDefault(sensor, ""), sum, stored.getOrDefault(sensor, Sum.NONE))));
        return sensors;
    }
}

package io.sandtable.ingest.storage;

import io.sandtable.ingest.HistoryPoint;
import io.sandtable.ingest.SensorState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The series of the sensors. */
public final class Readings {
    private static final Duration RANGE = Duration.ofHours(24);
    private static final int MOST_STEPS = 5_000;

    private Readings() {}

    /** Each sensor of the company. */
    public static List<SensorState> states(Connection connection, String company, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT s.sensor, s.source, s.quantity, s.unit, s.place, s.value, s.at_ms, r.low, r.high, r.n
                FROM sensor s LEFT JOIN (
                    SELECT sensor, min(value) AS low, max(value) AS high, count(*) AS n FROM reading
                    WHERE company = ? AND at_ms > ? GROUP BY sensor) r ON r.sensor = s.sensor
                WHERE s.company = ? ORDER BY s.sensor""")) {
            statement.setString(1, company);
            statement.setLong(2, now.minus(RANGE).toEpochMilli());
            statement.setString(3, company);
            var states = new ArrayList<SensorState>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    states.add(state(company, row));
                }
            }
            return states;
        }
    }

    private static SensorState state(String company, ResultSet row) throws SQLException {
        long count = row.getLong("n");
        return new SensorState(
                company,
                row.getString("sensor"),
                row.getString("source"),
                row.getString("quantity"),
                row.getString("unit"),
                Optional.of(row.getString("place")).filter(place -> !place.isEmpty()),
                row.getDouble("value"),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble("low")),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble("high")),
                count);
    }

    /** One sensor over time. */
    public static List<HistoryPoint> history(
            Connection connection, String company, String sensor, Instant from, Instant to, Duration step)
            throws SQLException {
        long millis = step.toMillis();
        if (millis < 1_000 || Duration.between(from, to).toMillis() / Math.max(1, millis) > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "The step was %s over %s; it must be a second or more and give at most %d steps. Take a longer step."
                            .formatted(step, Duration.between(from, to), MOST_STEPS));
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT at_ms // ? AS step, avg(value) AS mean, min(value) AS low, max(value) AS high, count(*) AS n
                FROM reading WHERE company = ? AND sensor = ? AND at_ms >= ? AND at_ms < ? GROUP BY ALL ORDER BY step""")) {
            statement.setLong(1, millis);
            statement.setString(2, company);
            statement.setString(3, sensor);
            statement.setLong(4, from.toEpochMilli());
            statement.setLong(5, to.toEpochMilli());
            var points = new ArrayList<HistoryPoint>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new HistoryPoint(
                            Instant.ofEpochMilli(row.getLong("step") * millis),
                            row.getDouble("mean"),
                            row.getDouble("low"),
                            row.getDouble("high"),
                            row.getLong("n")));
                }
            }
            return points;
        }
    }
}

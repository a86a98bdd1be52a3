package io.sandtable.ingest.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables. Moments are milliseconds since 1970 (UTC): exact, and the same for every reader. */
final class Schema {
    static final int VERSION = 1;

    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS live_schema(version INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS reading(
                topic VARCHAR NOT NULL, message_id VARCHAR NOT NULL, company VARCHAR NOT NULL, source VARCHAR NOT NULL,
                sensor VARCHAR NOT NULL, quantity VARCHAR NOT NULL, unit VARCHAR NOT NULL, place VARCHAR,
                value DOUBLE NOT NULL, at_ms BIGINT NOT NULL, received_ms BIGINT NOT NULL,
                sha256 VARCHAR NOT NULL, payload VARCHAR NOT NULL, PRIMARY KEY(topic, message_id));
            CREATE TABLE IF NOT EXISTS sensor(
                company VARCHAR NOT NULL, sensor VARCHAR NOT NULL, source VARCHAR NOT NULL, quantity VARCHAR NOT NULL,
                unit VARCHAR NOT NULL, place VARCHAR, value DOUBLE NOT NULL, at_ms BIGINT NOT NULL,
                PRIMARY KEY(company, sensor));
            CREATE TABLE IF NOT EXISTS stock_message(
                topic VARCHAR NOT NULL, message_id VARCHAR NOT NULL, company VARCHAR NOT NULL, source VARCHAR NOT NULL,
                site VARCHAR NOT NULL, complete BOOLEAN NOT NULL, lines INTEGER NOT NULL,
                at_ms BIGINT NOT NULL, offset_seconds INTEGER NOT NULL, received_ms BIGINT NOT NULL,
                sha256 VARCHAR NOT NULL, payload VARCHAR NOT NULL,
                state VARCHAR NOT NULL, changed_lots INTEGER NOT NULL, revision BIGINT, PRIMARY KEY(topic, message_id));
            CREATE TABLE IF NOT EXISTS site_count(
                company VARCHAR NOT NULL, site VARCHAR NOT NULL, at_ms BIGINT NOT NULL, PRIMARY KEY(company, site));
            CREATE TABLE IF NOT EXISTS dead_letter(
                id VARCHAR PRIMARY KEY, topic VARCHAR NOT NULL, reason VARCHAR NOT NULL,
                arguments VARCHAR NOT NULL, first_ms BIGINT NOT NULL, last_ms BIGINT NOT NULL, seen BIGINT NOT NULL,
                size BIGINT NOT NULL, sha256 VARCHAR NOT NULL, payload BLOB NOT NULL, open BOOLEAN NOT NULL);
            """;

    /** Never written to disk: filled row by row, emptied with each batch. */
    private static final String STAGING = """
            CREATE TEMP TABLE IF NOT EXISTS arriving_reading AS SELECT * FROM reading LIMIT 0;
            CREATE TEMP TABLE IF NOT EXISTS arriving_stock AS SELECT * FROM stock_message LIMIT 0;
            """;

    private Schema() {}

    /** Makes what is missing; refuses what a newer program wrote. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            try (ResultSet found = statement.executeQuery("SELECT max(version) FROM live_schema")) {
                found.next();
                int version = found.getInt(1);
                if (found.wasNull()) {
                    statement.execute("INSERT INTO live_schema VALUES (" + VERSION + ")");
                } else if (version > VERSION) {
                    throw new SQLException(
                            "its tables have version %d and this program knows %d; use the newer Sandtable that wrote them"
                                    .formatted(version, VERSION));
                }
            }
        }
    }

    static void prepareStaging(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGING);
        }
    }
}

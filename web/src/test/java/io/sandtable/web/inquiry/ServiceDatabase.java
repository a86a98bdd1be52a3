package io.sandtable.web.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A real, empty database of the service without the service; it can be made to fail. */
final class ServiceDatabase extends DelegatingDataSource {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private int successes;
    private int failures;

    /** Up to a version of its tables. */
    ServiceDatabase(String version) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:inquiry-%d;DB_CLOSE_DELAY=-1".formatted(NUMBER.incrementAndGet()));
        setTargetDataSource(source);
        migrate(version);
    }

    ServiceDatabase() {
        this("latest");
    }

    void migrate(String version) {
        Flyway.configure()
                .dataSource(this)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    JdbcClient client() {
        return JdbcClient.create(this);
    }

    Inquiries inquiries(Clock clock) {
        return new Inquiries(client(), clock);
    }

    /** The next so many attempts to reach it are in vain. */
    void fail(int times) {
        failAfter(0, times);
    }

    /** The same, but so many still succeed. */
    synchronized void failAfter(int good, int times) {
        successes = good;
        failures = times;
    }

    @Override
    public Connection getConnection() throws SQLException {
        synchronized (this) {
            if (successes > 0) {
                successes--;
            } else if (failures > 0) {
                failures--;
                throw new SQLException("Disk full, for a test.");
            }
        }
        return super.getConnection();
    }
}

package io.sandtable.ingest.storage;

import io.sandtable.ingest.FeedUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The database file. One thread at a time writes, each transaction wholly or not at all; reads run beside it, each on a connection of its
 * own. After a failed write the database is opened anew, because DuckDB takes nothing more after a full disk.
 */
public final class LiveStore implements AutoCloseable {
    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable DuckDBConnection connection;
    private volatile boolean closed;

    private LiveStore(Path file) {
        this.file = file;
    }

    /** Opens {@code <home>/live/live.duckdb}, making it where it is not there; the home's lock is taken before. */
    public static LiveStore open(Path home) {
        var store = new LiveStore(home.resolve("live").resolve("live.duckdb"));
        try {
            store.connection = store.connect();
            return store;
        } catch (SQLException e) {
            throw store.failed("opened", e);
        }
    }

    /** A piece of work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }

    /** A piece of work that gives nothing back. */
    @FunctionalInterface
    public interface Change {
        void on(DuckDBConnection connection) throws SQLException;
    }

    /** One transaction, as {@link #write}. */
    public void change(Change change) {
        write(connection -> {
            change.on(connection);
            return true;
        });
    }

    /** One transaction. Nothing of it is there where it throws {@link FeedUnavailable}. */
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            DuckDBConnection open = writable();
            open.setAutoCommit(false);
            T result = work.on(open);
            open.commit();
            return result;
        } catch (SQLException e) {
            drop();
            throw failed("written", e);
        } catch (RuntimeException | Error e) {
            drop();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** Looks at what is committed; waits for no writer. */
    public <T> T read(Work<T> work) {
        DuckDBConnection open = connection;
        if (open == null) {
            throw closed
                    ? new FeedUnavailable(FeedUnavailable.Reason.CLOSED, "The live feed is closed.", null)
                    : new FeedUnavailable(
                            FeedUnavailable.Reason.STORE_FAILED,
                            "%s cannot be read right now; its last write failed. See the feed's status."
                                    .formatted(file),
                            null);
        }
        try (DuckDBConnection own = (DuckDBConnection) open.duplicate()) {
            return work.on(own);
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    private DuckDBConnection writable() throws SQLException {
        if (closed) {
            throw new FeedUnavailable(FeedUnavailable.Reason.CLOSED, "The live feed is closed.", null);
        }
        DuckDBConnection open = connection;
        if (open == null) {
            open = connect();
            connection = open;
        }
        return open;
    }

    private DuckDBConnection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "512MB");
        // nothing is fetched from anywhere
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        var opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        try {
            Schema.prepare(opened);
            Schema.prepareStaging(opened);
            return opened;
        } catch (SQLException e) {
            closeQuietly(opened, e);
            throw e;
        }
    }

    /** Rolls back and lets the database go; the next write opens it anew. */
    private void drop() {
        DuckDBConnection open = connection;
        connection = null;
        if (open != null) {
            var unused = new SQLException();
            closeQuietly(open, unused);
        }
    }

    /** The failure that led here is the one to tell; closing a broken connection adds nothing but detail. */
    private static void closeQuietly(Connection connection, SQLException reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private FeedUnavailable failed(String what, SQLException e) {
        return new FeedUnavailable(
                FeedUnavailable.Reason.STORE_FAILED,
                "%s could not be %s (%s). Free disk space or correct the folder's rights; it goes on by itself then."
                        .formatted(
                                file,
                                what,
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                e);
    }

    /** Writes the log into the file, so that the next start is quick. */
    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            DuckDBConnection open = connection;
            connection = null;
            if (open != null) {
                try (open;
                        Statement statement = open.createStatement()) {
                    open.setAutoCommit(true);
                    statement.execute("CHECKPOINT");
                }
            }
        } catch (SQLException e) {
            throw failed("closed", e);
        } finally {
            writing.unlock();
        }
    }
}

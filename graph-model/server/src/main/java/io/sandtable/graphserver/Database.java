package io.sandtable.graphserver;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Neo4j with Bolt on the loopback address, on a port the operating system picks, and nothing else open. */
final class Database implements AutoCloseable {
    private static final String USER = "neo4j";

    private final Path store;
    private final DatabaseManagementService service;

    private Database(Path store, DatabaseManagementService service) {
        this.store = store;
        this.service = service;
    }

    static Database open(Path store, int pageCacheMegabytes) throws Failure {
        try {
            return new Database(
                    store,
                    new DatabaseManagementServiceBuilder(store)
                            .setConfig(BoltConnector.enabled, true)
                            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                            .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
                            .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                            // its one client closes its connections first; waiting for stragglers took ten seconds
                            .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
                            .setConfig(HttpConnector.enabled, false)
                            .setConfig(GraphDatabaseSettings.auth_enabled, true)
                            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(pageCacheMegabytes))
                            // Without a limit three loads of a middling company leave more than a gigabyte of logs
                            // behind.
                            .setConfig(GraphDatabaseSettings.keep_logical_logs, "2 files")
                            .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
                            .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                            .build());
        } catch (RuntimeException | LinkageError e) {
            throw failure(store, e);
        }
    }

    private static Failure failure(Path store, Throwable cause) {
        return new Failure(
                Failure.Code.DATABASE_FAILED,
                "The graph database in %s did not start: %s. Free disk space where that is short, else restore the store from a backup; its log is in %s."
                        .formatted(store, rootMessage(cause), store.resolve("logs")),
                cause);
    }

    int port() {
        var database = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        return database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    /**
     * Sets the password whatever it was before.
     *
     * <p>Neo4j refuses a password equal to the present one, and a run killed at the wrong moment may have
     * set it already; hence the throw-away one in between.
     */
    void setPassword(String password) throws Failure {
        try {
            alterUser(throwAway());
            alterUser(password);
        } catch (RuntimeException e) {
            throw failure(store, e);
        }
    }

    private void alterUser(String password) {
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
    }

    /** Does once what every load and every reading does, so that Java has seen it. */
    void rehearse() {
        var database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        for (String statement : List.of(
                "CREATE CONSTRAINT thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE",
                "UNWIND range(1, 500) AS i MERGE (n:Thing {id: toString(i)}) SET n += {value: i}",
                "UNWIND range(2, 500) AS i MATCH (a:Thing {id: toString(i)}), (b:Thing {id: toString(i - 1)}) MERGE (a)-[r:AFTER {variant: ''}]->(b) SET r.value = i",
                "MATCH (a:Thing)-[r:AFTER]->(b) RETURN a.id, b.id, r {.*}",
                "MATCH (n:Thing) RETURN n {.*}, labels(n) ORDER BY n.id",
                "MATCH (n:Thing) DETACH DELETE n")) {
            database.executeTransactionally(statement);
        }
    }

    private static String throwAway() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

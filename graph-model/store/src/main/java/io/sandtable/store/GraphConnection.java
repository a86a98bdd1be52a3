package io.sandtable.store;

import static io.sandtable.store.GraphUnavailable.Reason.LOGIN_REFUSED;
import static io.sandtable.store.GraphUnavailable.Reason.OUT_OF_MEMORY;
import static io.sandtable.store.GraphUnavailable.Reason.SERVER_FAILED;
import static io.sandtable.store.GraphUnavailable.Reason.UNREACHABLE;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** An open graph: the database behind it reached, its schema up to date. One per service; safe for all threads. */
public final class GraphConnection implements AutoCloseable {
    private static final int ROWS_PER_FETCH = 10_000;

    private final Driver driver;
    private final GraphSource.ExternalServer address;
    private final @Nullable GraphServer server;

    private GraphConnection(GraphSource.ExternalServer address, @Nullable GraphServer server) {
        this.address = address;
        this.server = server;
        this.driver = GraphDatabase.driver(
                address.uri(),
                AuthTokens.basic(address.user(), address.password()),
                Config.builder()
                        .withFetchSize(ROWS_PER_FETCH)
                        .withConnectionTimeout(5, TimeUnit.SECONDS)
                        .withMaxTransactionRetryTime(10, TimeUnit.SECONDS)
                        .build());
    }

    /** Reaches the database, starting it where it is our own, and brings the schema up to date; blocks until then. */
    public static GraphConnection open(GraphSource source) {
        GraphConnection connection = switch (source) {
            case GraphSource.ExternalServer external -> new GraphConnection(external, null);
            case GraphSource.OwnServer own -> {
                GraphServer server = GraphServer.start(own.home(), own.settings());
                yield new GraphConnection(server.address(), server);
            }
        };
        try {
            connection.reach(() -> {
                connection.driver.verifyConnectivity();
                return true;
            });
            new GraphSchema(connection).migrate();
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The driver, for queries of other modules; parameters only, never text of a user in the Cypher. */
    public Driver driver() {
        return driver;
    }

    /** Where the database listens, and as whom we log in. */
    public GraphSource.ExternalServer address() {
        return address;
    }

    /** The process id of our own server; empty for an external one. */
    public Optional<Long> serverPid() {
        return Optional.ofNullable(server).map(GraphServer::pid);
    }

    <T> T read(Function<TransactionContext, T> work) {
        return inSession(session -> session.executeRead(work::apply));
    }

    <T> T write(Function<TransactionContext, T> work) {
        return inSession(session -> session.executeWrite(work::apply));
    }

    /** Outside of a managed transaction, as changes of the schema want it. */
    <T> T inSession(Function<Session, T> work) {
        return reach(() -> {
            try (Session session = driver.session()) {
                return work.apply(session);
            }
        });
    }

    private <T> T reach(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthenticationException e) {
            throw new GraphUnavailable(
                    LOGIN_REFUSED,
                    "Neo4j at %s refused the login of %s. Correct spring.neo4j.authentication.username and .password."
                            .formatted(address.uri(), address.user()),
                    e);
        } catch (ServiceUnavailableException | SessionExpiredException | DiscoveryException e) {
            throw new GraphUnavailable(UNREACHABLE, unreachable(e), e);
        } catch (DatabaseException e) {
            throw e.code().startsWith("Neo.DatabaseError.Transaction.") ? cannotWrite(e) : e;
        } catch (TransientException e) {
            throw e.code().endsWith("OutOfMemoryError") ? tooLarge(e) : e;
        }
    }

    /** What a full disk looks like from here: Neo4j stops taking transactions until it is started again. */
    private GraphUnavailable cannotWrite(DatabaseException cause) {
        return new GraphUnavailable(
                SERVER_FAILED,
                "The database at %s takes no more transactions (%s); mostly its disk is full. Free some space and start again; what was committed is safe."
                        .formatted(address.uri(), oneLine(cause)),
                cause);
    }

    private GraphUnavailable tooLarge(TransientException cause) {
        return new GraphUnavailable(
                OUT_OF_MEMORY,
                "The graph server has too little memory to store this in one piece, and nothing of it was stored (%s). Raise %s."
                        .formatted(
                                oneLine(cause),
                                server == null
                                        ? "dbms.memory.transaction.total.max in neo4j.conf"
                                        : "sandtable.store.heap-megabytes"),
                cause);
    }

    private String unreachable(RuntimeException cause) {
        String found = oneLine(cause);
        return server == null
                ? "Neo4j does not answer at %s (%s). Start it, correct spring.neo4j.uri, or remove that setting to use the built-in one."
                        .formatted(address.uri(), found)
                : "The built-in graph server, process %d, is gone (%s). Start the service again; the last commit is safe."
                        .formatted(server.pid(), found);
    }

    private static String oneLine(RuntimeException cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

    /** Closes the driver and, where it is our own, stops the server. */
    @Override
    public void close() {
        try {
            driver.close();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}

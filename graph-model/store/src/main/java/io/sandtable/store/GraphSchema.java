package io.sandtable.store;

import static io.sandtable.store.GraphUnavailable.Reason.SCHEMA_TOO_NEW;

import io.sandtable.model.Attributes;
import io.sandtable.model.NodeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The constraints the type table asks for, the indexes our queries ask for, and the migrations between versions of how we store things.
 *
 * <p>Every statement may run twice, so that a start killed in the middle is simply finished by the next one.
 */
final class GraphSchema {
    private static final Logger LOG = LoggerFactory.getLogger(GraphSchema.class);

    /** In the order they came out; a migration is never changed once released, only followed by another. */
    private static final List<Migration> MIGRATIONS = List.of(
            new Migration(
                    1,
                    "one revision counter",
                    List.of("MERGE (r:GraphRevision {name: 'graph'}) ON CREATE SET r.number = 0")),
            new Migration(
                    2,
                    "history is kept from here on",
                    List.of(
                            "MATCH (r:GraphRevision {name: 'graph'}) MERGE (v:Revision {number: r.number}) ON CREATE SET v.at = datetime(), v.begins = true")));

    /** What finds a node by itself; it is an index, too. */
    static final List<Key> KEYS = Stream.of(
                    Stream.of(
                            new Key("GraphRevision", "name"),
                            new Key("SchemaVersion", "name"),
                            new Key("Revision", "number")),
                    Arrays.stream(NodeType.values()).map(type -> new Key(type.label(), StoredThing.ID)))
            .flatMap(keys -> keys)
            .toList();

    /** What a query of ours looks for besides. */
    static final List<Index> INDEXES = List.of(
            new Index("Former", "revision", "what the graph said at an earlier revision"),
            new Index(NodeType.MATERIAL.label(), Attributes.CODE.name(), "materials of a live stock count"));

    static final int VERSION = MIGRATIONS.getLast().version();

    private final GraphConnection connection;

    GraphSchema(GraphConnection connection) {
        this.connection = connection;
    }

    /** Brings the graph to this program's version; refuses a graph that a newer program has written. */
    void migrate() {
        connection.inSession(session -> {
            List<String> constraints = statements();
            int typeTable = constraints.hashCode();
            State state = state(session);
            if (state.version() > VERSION) {
                throw new GraphUnavailable(
                        SCHEMA_TOO_NEW,
                        "The graph has schema version %d; this Sandtable knows versions up to %d. Start the newer Sandtable, or restore a backup made by this one."
                                .formatted(state.version(), VERSION));
            }
            if (state.version() == VERSION && state.typeTable() == typeTable) {
                return VERSION;
            }
            constraints.forEach(statement -> run(session, statement));
            MIGRATIONS.stream().filter(m -> m.version() > state.version()).forEach(m -> {
                LOG.info("Graph schema {}: {}", m.version(), m.what());
                m.statements().forEach(statement -> run(session, statement));
                remember(session, m.version(), typeTable);
            });
            run(session, "CALL db.awaitIndexes(300)");
            remember(session, VERSION, typeTable);
            return VERSION;
        });
    }

    private static List<String> statements() {
        return Stream.concat(KEYS.stream().map(Key::statement), INDEXES.stream().map(Index::statement))
                .toList();
    }

    private static State state(Session session) {
        List<Record> found = session.run(
                        "MATCH (s:SchemaVersion {name: 'schema'}) RETURN s.number AS version, s.typeTable AS typeTable")
                .list();
        return found.isEmpty()
                ? new State(0, 0)
                : new State(
                        found.getFirst().get("version").asInt(),
                        found.getFirst().get("typeTable").asInt());
    }

    private static void remember(Session session, int version, int typeTable) {
        session.run(
                        "MERGE (s:SchemaVersion {name: 'schema'}) SET s.number = $version, s.typeTable = $typeTable",
                        Map.of("version", version, "typeTable", typeTable))
                .consume();
    }

    private static void run(Session session, String statement) {
        session.run(statement).consume();
    }

    private record State(int version, int typeTable) {}

    /** A property that no two nodes of a label share. */
    record Key(String label, String property) {
        String statement() {
            return "CREATE CONSTRAINT %s_%s IF NOT EXISTS FOR (n:`%s`) REQUIRE n.%s IS UNIQUE"
                    .formatted(label.toLowerCase(Locale.ROOT), property, label, property);
        }
    }

    /**
     * A property that nodes of a label are looked for by.
     *
     * @param use who looks
     */
    record Index(String label, String property, String use) {
        String name() {
            return "%s_%s_index".formatted(label.toLowerCase(Locale.ROOT), property);
        }

        String statement() {
            return "CREATE INDEX %s IF NOT EXISTS FOR (n:`%s`) ON (n.%s)".formatted(name(), label, property);
        }
    }

    private record Migration(int version, String what, List<String> statements) {}
}

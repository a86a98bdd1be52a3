package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sandtable.model.NodeType;
import io.sandtable.store.testing.TestGraph;
import org.junit.jupiter.api.Test;

class GraphSchemaIT {
    private final GraphConnection connection = TestGraph.emptied();

    @Test
    void everyTypeOfTheTypeTable_hasAUniqueId() {
        assertThat(uniqueIds()).isEqualTo(NodeType.values().length);
    }

    @Test
    void migrationRunAgain_changesNothing() {
        new GraphSchema(connection).migrate();

        assertThat(count("MATCH (s:SchemaVersion) RETURN count(s) AS n")).isEqualTo(1);
        assertThat(count("MATCH (r:GraphRevision) RETURN count(r) AS n")).isEqualTo(1);
        assertThat(uniqueIds()).isEqualTo(NodeType.values().length);
    }

    @Test
    void migrationKilledHalfWay_isFinishedByTheNextStart() {
        run("DROP CONSTRAINT material_id");
        run("MATCH (s:SchemaVersion) DELETE s");

        new GraphSchema(connection).migrate();

        assertThat(uniqueIds()).isEqualTo(NodeType.values().length);
        assertThat(count("MATCH (r:GraphRevision) RETURN count(r) AS n")).isEqualTo(1);
    }

    @Test
    void graphOfANewerProgram_isRefusedAndLeftAlone() {
        run("MATCH (s:SchemaVersion) SET s.number = s.number + 1");
        try {
            assertThatExceptionOfType(GraphUnavailable.class)
                    .isThrownBy(() -> GraphConnection.open(connection.address()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(GraphUnavailable.Reason.SCHEMA_TOO_NEW))
                    .withMessageContaining("Start the newer Sandtable");
        } finally {
            run("MATCH (s:SchemaVersion) SET s.number = s.number - 1");
        }
    }

    private void run(String statement) {
        connection.inSession(session -> session.run(statement).consume());
    }

    private long uniqueIds() {
        return count("SHOW CONSTRAINTS YIELD properties WHERE properties = ['id'] RETURN count(*) AS n");
    }

    private long count(String query) {
        return connection.inSession(
                session -> session.run(query).single().get("n").asLong());
    }
}

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
        long constraints = connection.inSession(session -> session.run(
                        "SHOW CONSTRAINTS YIELD type, properties WHERE type STARTS WITH 'NODE' AND properties = ['id'] RETURN count(*) AS n")
                .single()
                .get("n")
                .asLong());

        assertThat(constraints).isEqualTo(NodeType.values().length);
    }

    @Test
    void migration_runAgainChangesNothing() {
        new GraphSchema(connection).migrate();

        long versions = connection.read(tx -> tx.run("MATCH (s:SchemaVersion) RETURN count(s) AS n")
                .single()
                .get("n")
                .asLong());
        assertThat(versions).isEqualTo(1);
    }

    @Test
    void migrationKilledHalfWay_isFinishedByTheNextStart() {
        run("DROP CONSTRAINT material_id");
        run("MATCH (s:SchemaVersion) DELETE s");

        new GraphSchema(connection).migrate();

        everyTypeOfTheTypeTable_hasAUniqueId();
        migration_runAgainChangesNothing();
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
}

package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sandtable.model.NodeType;
import io.sandtable.store.testing.TestGraph;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphSchemaIT {
    private final GraphConnection connection = TestGraph.shared();

    @BeforeEach
    void emptyGraph() {
        TestGraph.emptied();
    }

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
    void graphOfVersionOne_isOpenedWithItsFactsAndKeepsHistoryFromThenOn() {
        var writer = new FactWriter(connection);
        var reader = new SnapshotReader(connection);
        writer.merge(SmallCompany.facts());
        String hash = reader.read().stored().hash();
        makeVersionOne();

        new GraphSchema(connection).migrate();

        StoredSnapshot opened = reader.read();
        assertThat(opened.stored().hash()).isEqualTo(hash);
        assertThat(new GraphHistory(connection).revisions())
                .singleElement()
                .satisfies(begin -> assertThat(begin.number()).isEqualTo(opened.revision()));
        writer.merge(List.of(SmallCompany.supplies("SUP-1", "", 99.0)));
        assertThat(reader.read(AsOf.now().atRevision(opened.revision()))
                        .stored()
                        .hash())
                .isEqualTo(hash);
        assertThatExceptionOfType(NotInHistory.class)
                .isThrownBy(() -> reader.read(AsOf.now().atRevision(opened.revision() - 1)));
    }

    @Test
    void migrationOfVersionOneKilledBeforeItWasRemembered_isFinishedByTheNextStart() {
        new FactWriter(connection).merge(SmallCompany.facts());
        makeVersionOne();
        new GraphSchema(connection).migrate();
        run("DROP INDEX former_revision_index");
        run("MATCH (s:SchemaVersion) SET s.number = 1");

        new GraphSchema(connection).migrate();

        assertThat(new GraphHistory(connection).revisions()).hasSize(1);
        assertThat(count("SHOW INDEXES YIELD name WHERE name = 'former_revision_index' RETURN count(*) AS n"))
                .isEqualTo(1);
        assertThat(count("SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*) AS n"))
                .isZero();
    }

    /** What the first version left behind: facts and a counter, no revisions and none of their indexes. */
    private void makeVersionOne() {
        run("MATCH (n) WHERE n:Revision OR n:Former DELETE n");
        run("DROP CONSTRAINT revision_number");
        GraphSchema.INDEXES.forEach(index -> run("DROP INDEX " + index.name()));
        run("MATCH (s:SchemaVersion) SET s.number = 1, s.typeTable = 1");
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

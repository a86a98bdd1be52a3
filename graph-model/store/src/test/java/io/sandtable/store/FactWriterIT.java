package io.sandtable.store;

import static io.sandtable.store.SmallCompany.ERP;
import static io.sandtable.store.SmallCompany.node;
import static io.sandtable.store.SmallCompany.relation;
import static io.sandtable.store.SmallCompany.supplies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.store.testing.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.Neo4jException;

class FactWriterIT {
    private GraphConnection connection;
    private FactWriter writer;
    private SnapshotReader reader;

    @BeforeEach
    void emptyGraph() {
        connection = TestGraph.emptied();
        writer = new FactWriter(connection);
        reader = new SnapshotReader(connection);
    }

    @Test
    void snapshotFromTheGraph_hasTheHashOfTheOneMadeOfTheSameFacts() {
        List<Fact> facts = SmallCompany.facts();

        writer.merge(facts);

        BusinessSnapshot read = reader.read().snapshot();
        assertThat(read.hash()).isEqualTo(BusinessSnapshot.of(facts).hash());
        assertThat(read.node("MAT-1").number(Attributes.STANDARD_COST)).isEqualTo(20.75);
        assertThat(read.node("MAT-1").source(Attributes.STANDARD_COST).row()).isEqualTo("row 9");
        assertThat(read.node("MAT-1").source(Attributes.UNIT).evidence()).isEqualTo(ERP);
    }

    @Test
    void twoImports_giveTheSnapshotOfBothListsOneAfterTheOther() {
        List<Fact> first = SmallCompany.facts();
        var newer =
                new Evidence("EVI-newer", Origin.REAL, "erp2.csv", "ef56", SmallCompany.DAY.plusDays(1), null, null);
        List<Fact> second = List.of(
                new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("standardCost", 22.0, "unit", "kg"), newer, "4"),
                new Fact.NodeFact(NodeType.SUPPLIER, "SUP-3", Map.of("name", "新供应商"), newer, "5"));

        writer.merge(first);
        ImportResult result = writer.merge(second);

        first.addAll(second);
        assertThat(reader.read().snapshot().hash())
                .isEqualTo(BusinessSnapshot.of(first).hash());
        assertThat(result.added()).isEqualTo(1);
        assertThat(result.changed()).isEqualTo(1);
    }

    @Test
    void sameFactsAgain_changeNothingAndKeepTheRevision() {
        ImportResult first = writer.merge(SmallCompany.facts());
        ImportResult second = writer.merge(SmallCompany.facts());
        ImportResult third = writer.replaceAll(SmallCompany.facts());

        assertThat(first).isEqualTo(new ImportResult(first.revision(), 13, 0, 0, 0));
        assertThat(second).isEqualTo(new ImportResult(first.revision(), 0, 0, 13, 0));
        assertThat(third).isEqualTo(second);
        assertThat(reader.revision()).isEqualTo(first.revision());
    }

    @Test
    void oneChangedValue_countsAsOneChangedFactAndRaisesTheRevisionByOne() {
        List<Fact> facts = SmallCompany.facts();
        ImportResult first = writer.merge(facts);
        facts.set(8, supplies("SUP-2", "", 21.5));

        ImportResult second = writer.merge(facts);

        assertThat(second).isEqualTo(new ImportResult(first.revision() + 1, 0, 1, 12, 0));
        assertThat(reader.read().snapshot().hash())
                .isEqualTo(BusinessSnapshot.of(facts).hash());
    }

    @Test
    void replacingImport_removesWhatItDoesNotMentionButKeepsRules() {
        Fact rule = new Fact.NodeFact(
                NodeType.RULE,
                "RUL-1",
                Map.of("sentence", "下月需预留30%产能应对突击订单"),
                new Evidence("EVI-wang", Origin.USER, "sentence", null, SmallCompany.DAY, null, "Wang"),
                "");
        writer.merge(SmallCompany.facts());
        writer.merge(List.of(rule));
        List<Fact> own = List.of(node("MAT-9", "1", Map.of("role", "raw", "unit", "kg")));

        ImportResult result = writer.replaceAll(own);

        assertThat(result.removed()).isEqualTo(6 + 5);
        assertThat(reader.read().snapshot().hash())
                .isEqualTo(BusinessSnapshot.of(List.of(rule, own.getFirst())).hash());
        assertThat(writer.replaceAll(List.of()).removed()).isEqualTo(1);
        assertThat(reader.read().snapshot().nodeCount()).isEqualTo(1);
    }

    @Test
    void relationsToUnknownNodesAndMissingValues_areAllNamedAndNothingIsStored() {
        writer.merge(SmallCompany.facts());
        StoredSnapshot before = reader.read();
        List<Fact> broken = List.of(
                node("SUP-8", "20", Map.of("name", "would be new")),
                supplies("SUP-9", "", 1.0),
                relation(RelationType.FOR, "ORD-77", "MAT-78", Map.of()),
                node("MAT-3", "21", Map.of("name", "no unit")));

        assertThatExceptionOfType(FactsRefused.class)
                .isThrownBy(() -> writer.merge(broken))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(FactProblem::code, FactProblem::row, FactProblem::column, FactProblem::value)
                        .containsExactly(
                                tuple(FactProblem.Code.UNKNOWN_NODE, "11", "from", "SUP-9"),
                                tuple(FactProblem.Code.UNKNOWN_NODE, "12", "from", "ORD-77"),
                                tuple(FactProblem.Code.UNKNOWN_NODE, "12", "to", "MAT-78"),
                                tuple(FactProblem.Code.MISSING_VALUE, "21", "role", ""),
                                tuple(FactProblem.Code.MISSING_VALUE, "21", "unit", "")));

        assertThat(reader.read().revision()).isEqualTo(before.revision());
        assertThat(reader.read().snapshot().hash()).isEqualTo(before.snapshot().hash());
    }

    @Test
    void oneEvidenceIdForTwoSources_isRefused() {
        var other = new Evidence(ERP.id(), Origin.REAL, "another.csv", null, SmallCompany.DAY, null, null);
        List<Fact> facts = List.of(
                node("SUP-1", "1", Map.of()), new Fact.NodeFact(NodeType.SUPPLIER, "SUP-2", Map.of(), other, "1"));

        assertThatThrownBy(() -> writer.merge(facts)).hasMessageContaining("an id of its own");
    }

    @Test
    void importThatTheDatabaseRefusesHalfWay_leavesNoTrace() {
        writer.merge(SmallCompany.facts());
        StoredSnapshot before = reader.read();
        // relations are written last; a constraint that the second one breaks fails the import after all nodes went in
        schema("CREATE CONSTRAINT one_follower FOR ()-[r:FOLLOWS]-() REQUIRE r.variant IS UNIQUE");
        try {
            List<Fact> facts = List.of(
                    node("CAL-1", "1", Map.of("name", "two shifts")),
                    node("SUP-5", "2", Map.of("name", "new")),
                    relation(RelationType.FOLLOWS, "SUP-5", "CAL-1", Map.of()),
                    relation(RelationType.FOLLOWS, "SUP-1", "CAL-1", Map.of()));

            assertThatThrownBy(() -> writer.merge(facts)).isInstanceOf(Neo4jException.class);
        } finally {
            schema("DROP CONSTRAINT one_follower");
        }

        assertThat(reader.read().revision()).isEqualTo(before.revision());
        assertThat(reader.read().snapshot().hash()).isEqualTo(before.snapshot().hash());
    }

    @Test
    void everyNodeAndRelation_carriesEvidenceThatIsThere() {
        writer.merge(SmallCompany.facts());

        long bare = connection.read(tx -> tx.run("""
                        MATCH (n) WHERE n:Supplier OR n:Material OR n:Process OR n:Order
                        OPTIONAL MATCH (n)-[r]->()
                        UNWIND [n, r] AS thing
                        WITH DISTINCT thing WHERE thing IS NOT NULL
                        OPTIONAL MATCH (e:Evidence {id: thing.evidenceId})
                        WITH thing, e WHERE e IS NULL OR thing.evidenceRow IS NULL
                        RETURN count(thing) AS bare""").single().get("bare").asLong());

        assertThat(bare).isZero();
        assertThat(reader.read().snapshot().evidence())
                .containsExactlyInAnyOrder(SmallCompany.ERP, SmallCompany.MARKET, SmallCompany.STAND_IN);
    }

    @Test
    void importsAtTheSameTime_waitForEachOtherAndAreAllThere() throws Exception {
        long before = reader.revision();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (java.util.concurrent.Callable<ImportResult>) () ->
                            writer.merge(List.of(node("SUP-" + i, "1", Map.of("name", "supplier " + i)))))
                    .toList())) {
                done.get();
            }
        }

        assertThat(reader.revision()).isEqualTo(before + 8);
        assertThat(reader.read().snapshot().nodeCount()).isEqualTo(8);
    }

    private void schema(String statement) {
        connection.inSession(session -> session.run(statement).consume());
    }

    @Test
    void whatWasSaidToBeTheSame_outlivesTheNextImportWhileBothAreThere() {
        var person = new Evidence("EVI-li", Origin.USER, "同一种", null, SmallCompany.DAY, null, "li");
        List<Fact> facts = SmallCompany.facts();
        facts.add(node("MAT-3", "20", Map.of("name", "铝板材", "role", "raw", "unit", "t")));
        var same = new Fact.RelationFact(RelationType.SAME_AS, "MAT-3", "MAT-1", "", Map.of("score", 0.9), person, "");
        writer.merge(facts);
        writer.merge(List.of(same));

        writer.replaceAll(facts);

        assertThat(reader.read().stored().relations(RelationType.SAME_AS)).hasSize(1);
        assertThat(reader.read().snapshot().node("MAT-3").id()).isEqualTo("MAT-1");

        writer.replaceAll(SmallCompany.facts());

        assertThat(reader.read().stored().relations(RelationType.SAME_AS)).isEmpty();
    }

    @Test
    void withdrawnRelation_leavesTheSnapshotOfBefore() {
        writer.merge(SmallCompany.facts());
        StoredSnapshot before = reader.read();
        var person = new Evidence("EVI-li", Origin.USER, "同一家", null, SmallCompany.DAY, null, "li");
        var same = new Fact.RelationFact(RelationType.SAME_AS, "SUP-2", "SUP-1", "", Map.of("score", 0.9), person, "");
        writer.merge(List.of(same));
        assertThat(reader.read().snapshot().nodes(NodeType.SUPPLIER)).hasSize(1);

        ImportResult result = writer.withdraw(List.of(same), List.of());

        assertThat(result.removed()).isEqualTo(1);
        assertThat(reader.read().stored().hash()).isEqualTo(before.stored().hash());
        assertThat(reader.read().revision()).isEqualTo(before.revision() + 2);
    }
}

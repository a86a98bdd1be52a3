package io.sandtable.store;

import static io.sandtable.store.SmallCompany.ERP;
import static io.sandtable.store.SmallCompany.MARKET;
import static io.sandtable.store.SmallCompany.node;
import static io.sandtable.store.SmallCompany.relation;
import static io.sandtable.store.SmallCompany.supplies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.store.GraphHistory.Replaced;
import io.sandtable.store.testing.TestGraph;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphHistoryIT {
    private static final Evidence NEWER =
            new Evidence("EVI-newer", Origin.REAL, "erp2.csv", "ef56", SmallCompany.DAY.plusDays(1), null, null);

    private GraphConnection connection;
    private FactWriter writer;
    private SnapshotReader reader;
    private GraphHistory history;

    @BeforeEach
    void emptyGraph() {
        connection = TestGraph.emptied();
        writer = new FactWriter(connection);
        reader = new SnapshotReader(connection);
        history = new GraphHistory(connection);
    }

    @Test
    void everyRevision_isReadAgainAsItWas() {
        long empty = reader.revision();
        Map<Long, String> hashes = new LinkedHashMap<>();
        var same = new Fact.RelationFact(
                RelationType.SAME_AS, "SUP-2", "SUP-1", "", Map.of("score", 0.9), person("EVI-li"), "");
        List<Fact> withoutOrder = new ArrayList<>(SmallCompany.facts());
        withoutOrder.removeIf(fact -> fact.toString().contains("ORD-1"));

        List.<Runnable>of(
                        () -> writer.merge(SmallCompany.facts()),
                        () -> writer.merge(List.of(material("standardCost", 22.0, NEWER))),
                        () -> writer.merge(List.of(same)),
                        () -> writer.withdraw(List.of(same), List.of(node("SUP-3", "9", Map.of()))),
                        () -> writer.replaceAll(withoutOrder),
                        () -> writer.replaceAll(List.of()))
                .forEach(step -> {
                    step.run();
                    StoredSnapshot now = reader.read();
                    hashes.put(now.revision(), now.stored().hash());
                });

        assertThat(hashes).hasSize(6);
        assertThat(hashes)
                .allSatisfy(
                        (revision, hash) -> assertThat(reader.read(AsOf.now().atRevision(revision))
                                        .stored()
                                        .hash())
                                .isEqualTo(hash));
        assertThat(reader.read(AsOf.now().atRevision(empty)).stored().nodeCount())
                .isZero();
    }

    @Test
    void whatWasKnownOnADay_isTheLastRevisionOfThatDay() {
        long before = writer.merge(SmallCompany.facts()).revision();
        String hash = reader.read().stored().hash();
        long after =
                writer.merge(List.of(material("standardCost", 22.0, NEWER))).revision();
        committedOn(before - 1, "2026-11-01T08:00:00Z");
        committedOn(before, "2026-11-20T23:59:00Z");
        committedOn(after, "2026-11-21T00:00:00Z");

        assertThat(known(LocalDate.of(2026, 11, 20)))
                .extracting(StoredSnapshot::revision)
                .isEqualTo(before);
        assertThat(known(LocalDate.of(2026, 11, 20)).stored().hash()).isEqualTo(hash);
        assertThat(known(LocalDate.of(2026, 11, 21)).revision()).isEqualTo(after);
        assertThat(known(LocalDate.of(2026, 11, 2)).stored().nodeCount()).isZero();
        assertThatExceptionOfType(NotInHistory.class)
                .isThrownBy(() -> known(LocalDate.of(2026, 10, 31)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(NotInHistory.Reason.TOO_EARLY))
                .withMessageContaining("history goes from revision");
    }

    @Test
    void revisionThatIsNotThere_isRefused() {
        long now = writer.merge(SmallCompany.facts()).revision();

        assertThatExceptionOfType(NotInHistory.class)
                .isThrownBy(() -> reader.read(AsOf.now().atRevision(now + 1)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(NotInHistory.Reason.NOT_YET));
        assertThatExceptionOfType(NotInHistory.class)
                .isThrownBy(() -> reader.read(AsOf.now().atRevision(now - 2)))
                .satisfies(e -> assertThat(e.oldest().number()).isEqualTo(now - 1));
    }

    @Test
    void whatHoldsOnADay_leavesOutWhatHasEndedOrNotBegunAndTheRelationsOfThat() {
        LocalDate day = SmallCompany.DAY;
        List<Fact> facts = SmallCompany.facts();
        facts.add(node("POL-1", "30", Map.of("kind", "duty", "validTo", day.minusDays(1))));
        facts.add(relation(RelationType.APPLIES_TO, "POL-1", "MAT-1", Map.of()));
        writer.merge(facts);

        StoredSnapshot earlier = reader.read(AsOf.now().validOn(day.minusDays(1)));
        StoredSnapshot today = reader.read(AsOf.now().validOn(day));

        // offers hold from the day on, see SmallCompany.supplies
        assertThat(earlier.stored().relations(RelationType.SUPPLIES)).isEmpty();
        assertThat(earlier.stored().relations(RelationType.APPLIES_TO)).hasSize(1);
        assertThat(today.stored().relations(RelationType.SUPPLIES)).hasSize(3);
        assertThat(today.stored().findNode("POL-1")).isEmpty();
        assertThat(today.stored().relations(RelationType.APPLIES_TO)).isEmpty();
    }

    @Test
    void formerStates_nameTheirSourcesAlsoWhereThoseAreGone() {
        writer.merge(SmallCompany.facts());
        writer.merge(List.of(material("standardCost", 22.0, NEWER)));
        writer.merge(List.of(supplies("SUP-1", "", 30.0)));
        writer.replaceAll(List.of(new Fact.NodeFact(
                NodeType.MATERIAL, "MAT-1", Map.of("name", "铝板", "role", "raw", "unit", "kg"), NEWER, "4")));

        List<Replaced> states = history.of("MAT-1");

        List<Replaced> own =
                states.stream().filter(state -> state.relation().isEmpty()).toList();
        assertThat(own).hasSize(3);
        assertThat(own.get(0).before()).anySatisfy(fact -> {
            assertThat(fact.evidence()).isEqualTo(NEWER);
            assertThat(fact.values()).containsEntry("standardCost", 22.0);
        });
        assertThat(own.get(1).before()).anySatisfy(fact -> {
            assertThat(fact.evidence()).isEqualTo(MARKET);
            assertThat(fact.row()).isEqualTo("row 9");
            assertThat(fact.values()).containsEntry("standardCost", 20.75);
        });
        assertThat(own.get(2).before()).as("before it was first stated").isEmpty();
        assertThat(states)
                .filteredOn(state -> state.relation()
                        .filter(r -> r.from().equals("SUP-1") && r.variant().isEmpty())
                        .isPresent())
                .extracting(state -> state.before().stream()
                        .map(fact -> fact.values().get("price"))
                        .toList())
                .containsExactly(List.of(30.0), List.of(20.5), List.of());
        assertThat(states.getLast().by().added()).isEqualTo(11);
        assertThat(states).extracting(state -> state.by().number()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void importThatChangesNothing_leavesNoTrace() {
        writer.merge(SmallCompany.facts());
        int revisions = history.revisions().size();

        writer.merge(SmallCompany.facts());

        assertThat(history.revisions()).hasSize(revisions);
        assertThat(history.revisions().getFirst().number()).isEqualTo(reader.revision());
    }

    private StoredSnapshot known(LocalDate day) {
        return reader.read(AsOf.now().knownOn(day, ZoneOffset.UTC));
    }

    private void committedOn(long revision, String at) {
        connection.inSession(session -> session.run(
                        "MATCH (r:Revision {number: $number}) SET r.at = datetime($at)",
                        Map.of("number", revision, "at", at))
                .consume());
    }

    private static Fact material(String name, Object value, Evidence evidence) {
        return new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of(name, value), evidence, "4");
    }

    private static Evidence person(String id) {
        return new Evidence(id, Origin.USER, "同一家", null, ERP.asOf(), null, "li");
    }
}

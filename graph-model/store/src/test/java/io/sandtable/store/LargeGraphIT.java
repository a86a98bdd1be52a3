package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.RelationType;
import io.sandtable.store.testing.TestGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One import is one transaction: a company of 20,000 nodes and 80,000 relations must fit the server's default heap. */
@Tag("trial")
class LargeGraphIT {
    private static final int SUPPLIERS = 2_000;
    private static final int MATERIALS = 18_000;
    private static final int RELATIONS = 80_000;

    @AfterAll
    static void leaveNothingBehind() {
        TestGraph.emptied();
    }

    @Test
    void largeCompany_isLoadedReadAndRecognisedAgain() {
        GraphConnection connection = TestGraph.emptied();
        var writer = new FactWriter(connection);
        List<Fact> facts = facts();

        ImportResult load = timed("load", () -> writer.replaceAll(facts));
        StoredSnapshot read = timed("read", () -> new SnapshotReader(connection).read());
        ImportResult again = timed("load again", () -> writer.merge(facts));
        BusinessSnapshot direct = timed("snapshot from facts", () -> BusinessSnapshot.of(facts));

        assertThat(load.added()).isEqualTo(facts.size());
        assertThat(read.snapshot().hash()).isEqualTo(direct.hash());
        assertThat(again).isEqualTo(new ImportResult(load.revision(), 0, 0, facts.size(), 0));
    }

    static List<Fact> facts() {
        var facts = new ArrayList<Fact>(SUPPLIERS + MATERIALS + RELATIONS);
        for (int i = 0; i < SUPPLIERS; i++) {
            facts.add(SmallCompany.node("SUP-" + i, "" + i, Map.of("name", "供应商 " + i, "nameEn", "Supplier " + i)));
        }
        for (int i = 0; i < MATERIALS; i++) {
            facts.add(SmallCompany.node(
                    "MAT-" + i,
                    "" + i,
                    Map.of("name", "物料 " + i, "role", "raw", "unit", "kg", "standardCost", i / 7.0)));
        }
        for (int i = 0; i < RELATIONS; i++) {
            facts.add(new Fact.RelationFact(
                    RelationType.SUPPLIES,
                    "SUP-" + i % SUPPLIERS,
                    "MAT-" + (i * 7L + i / MATERIALS) % MATERIALS,
                    "v" + i,
                    Map.of(
                            "price",
                            i / 3.0,
                            "leadTimeDays",
                            (double) (i % 60),
                            "currency",
                            "CNY",
                            "minimumQuantity",
                            10.0),
                    SmallCompany.ERP,
                    "" + i));
        }
        return facts;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        System.out.printf(
                "%d nodes, %d relations, %s: %d ms%n",
                SUPPLIERS + MATERIALS,
                RELATIONS,
                what,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        return result;
    }
}

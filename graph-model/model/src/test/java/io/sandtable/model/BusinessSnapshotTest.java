package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusinessSnapshotTest {
    private static final Evidence ERP =
            new Evidence("EVI-erp", Origin.REAL, "erp\texport.csv", "ab12", LocalDate.of(2026, 11, 21), null, null);
    private static final Evidence STAND_IN = new Evidence(
            "EVI-default", Origin.DEFAULT, "stand-ins", null, LocalDate.of(2026, 11, 21), null, "10 % of cost");

    private final List<Fact> facts = List.of(
            supplier("SUP-1", "佛山协力"),
            supplier("SUP-2", "Other\nline"),
            new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("name", "铝板", "role", "raw", "unit", "kg"), ERP, "2"),
            supplies("SUP-1", 12.5),
            supplies("SUP-2", 13),
            new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("standardCost", 9.0), STAND_IN, ""));

    @Test
    void facts_becomeNodesWithValuesAndRelationsBothWays() {
        var snapshot = BusinessSnapshot.of(facts);

        Node aluminium = snapshot.node("MAT-1");
        assertThat(aluminium.name()).isEqualTo("铝板");
        assertThat(aluminium.in(RelationType.SUPPLIES))
                .extracting(r -> r.from().id())
                .containsExactly("SUP-1", "SUP-2");
        assertThat(snapshot.node("SUP-1").out(RelationType.SUPPLIES).getFirst().number(Attributes.PRICE))
                .isEqualTo(12.5);
        assertThat(aluminium.has(Attributes.SAFETY_STOCK)).isFalse();
    }

    @Test
    void hash_isTheOneThatArchivesOfEarlierVersionsAreNamedBy() {
        Fact supplier = new Fact.NodeFact(NodeType.SUPPLIER, "SUP-1", Map.of("name", "佛山协力"), ERP, "2");
        Fact tool = new Fact.NodeFact(NodeType.EQUIPMENT, "EQP-1", Map.of("kind", "tool"), ERP, "5");
        Fact material = new Fact.NodeFact(
                NodeType.MATERIAL, "MAT-1", Map.of("name", "铝板", "role", "raw", "unit", "kg"), ERP, "2");
        Fact other = new Fact.NodeFact(NodeType.SUPPLIER, "SUP-2", Map.of("name", "Other\nline"), ERP, "2");
        Fact offer = new Fact.RelationFact(
                RelationType.SUPPLIES, "SUP-1", "MAT-1", "", Map.of("price", 12.5, "leadTimeDays", 10.0), ERP, "3");
        // relations of one node go by the other end's id alone, whatever its type
        Fact used = new Fact.RelationFact(
                RelationType.SUPPLIES,
                "SUP-1",
                "EQP-1",
                "used",
                Map.of("price", 1e6 / 3, "validFrom", LocalDate.of(2027, 1, 1)),
                STAND_IN,
                "\\");
        Fact cost = new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("standardCost", 9.0), STAND_IN, "");

        assertThat(BusinessSnapshot.of(List.of(supplier, tool, material, other, offer, used, cost))
                        .hash())
                .isEqualTo("c392c390289e35d212c90ccff4d168b2a5ba8531d0efc2bf5cc0f152e9f907b8");
    }

    @Test
    void eachValue_keepsTheEvidenceItCameWith() {
        Node aluminium = BusinessSnapshot.of(facts).node("MAT-1");

        assertThat(aluminium.source(Attributes.NAME)).isEqualTo(new Thing.Ref(ERP, "2"));
        assertThat(aluminium.source(Attributes.STANDARD_COST).evidence()).isEqualTo(STAND_IN);
    }

    @Test
    void shares_countEveryValueAndRelationOnce() {
        Map<Origin, Integer> counts = BusinessSnapshot.of(facts).factsByOrigin();

        // real: 2 names + 3 values of the material + 2 relations with 2 values each; default: 1
        assertThat(counts)
                .containsEntry(Origin.REAL, 11)
                .containsEntry(Origin.DEFAULT, 1)
                .containsEntry(Origin.DEMO, 0);
    }

    @Test
    void hash_dependsOnContentAndNotOnTheOrderOfUnrelatedFacts() {
        String hash = BusinessSnapshot.of(facts).hash();

        for (long seed = 1; seed <= 20; seed++) {
            var head = new ArrayList<>(facts.subList(0, 5));
            Collections.shuffle(head, new Random(seed));
            head.add(facts.get(5));
            assertThat(BusinessSnapshot.of(head).hash()).isEqualTo(hash);
        }
        var changed = new ArrayList<>(facts);
        changed.set(4, supplies("SUP-2", 13.01));
        assertThat(BusinessSnapshot.of(changed).hash()).isNotEqualTo(hash);
    }

    @Test
    void archivedText_readsBackToTheSameHash() {
        var snapshot = BusinessSnapshot.of(facts);

        BusinessSnapshot read = SnapshotText.read(SnapshotText.write(snapshot));

        assertThat(read.hash()).isEqualTo(snapshot.hash());
        assertThat(read.node("SUP-2").name()).isEqualTo("Other\nline");
    }

    @Test
    void evidenceWhoseEveryValueWasReplaced_leavesNoTraceInTheHash() {
        var newer = new Evidence("EVI-newer", Origin.REAL, "newer.csv", null, LocalDate.of(2026, 11, 22), null, null);
        var cost = new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("standardCost", 9.5), newer, "4");
        var replaced = new ArrayList<>(facts);
        replaced.add(cost);
        var never = new ArrayList<>(facts);
        never.set(5, cost);

        assertThat(BusinessSnapshot.of(replaced).hash())
                .isEqualTo(BusinessSnapshot.of(never).hash());
        assertThat(SnapshotText.read(SnapshotText.write(BusinessSnapshot.of(replaced)))
                        .hash())
                .isEqualTo(BusinessSnapshot.of(replaced).hash());
    }

    @Test
    void damagedArchive_isRefusedWithItsLine() {
        String text = SnapshotText.write(BusinessSnapshot.of(facts)).replace("price\t12.5", "price\tcheap");

        assertThatThrownBy(() -> SnapshotText.read(text))
                .hasMessageContaining("Line ")
                .hasMessageContaining("cheap");
    }

    @Test
    void danglingRelations_areAllNamed() {
        var broken = List.of(facts.get(0), supplies("SUP-1", 1), supplies("SUP-9", 1));

        assertThatThrownBy(() -> BusinessSnapshot.of(broken))
                .hasMessageContaining("2 relations")
                .hasMessageContaining("SUP-9");
    }

    @Test
    void valuesOutsideTheTypeTable_areRefused() {
        assertThatThrownBy(() -> new Fact.NodeFact(NodeType.SUPPLIER, "SUP-1", Map.of("price", 1.0), ERP, ""))
                .hasMessageContaining("price");
        assertThatThrownBy(() -> new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", Map.of("salesPrice", "12"), ERP, ""))
                .hasMessageContaining("salesPrice");
        assertThatThrownBy(() -> new Fact.NodeFact(NodeType.SUPPLIER, "MAT-1", Map.of(), ERP, ""))
                .hasMessageContaining("SUP-");
        assertThatThrownBy(() -> new Fact.RelationFact(RelationType.SUPPLIES, "MAT-1", "MAT-2", "", Map.of(), ERP, ""))
                .hasMessageContaining("SUPPLIER");
    }

    private static Fact supplier(String id, String name) {
        return new Fact.NodeFact(NodeType.SUPPLIER, id, Map.of("name", name), ERP, "1");
    }

    private static Fact supplies(String supplier, double price) {
        return new Fact.RelationFact(
                RelationType.SUPPLIES, supplier, "MAT-1", "", Map.of("price", price, "leadTimeDays", 7.0), ERP, "3");
    }
}

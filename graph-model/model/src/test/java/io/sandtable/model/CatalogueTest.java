package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sheet (of the family steel) and glue are bought from A, the hook is made. */
class CatalogueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence FILE = new Evidence("EVI-1", Origin.REAL, "pol.csv", null, DAY, null, null);

    private final List<Fact> facts = new ArrayList<>();

    CatalogueTest() {
        node("POL-c", Map.of("kind", "catalogue"));
        node("MAT-hook", Map.of());
        relation("SUP-A", RelationType.SUPPLIES, "MAT-sheet", Map.of());
        relation("SUP-A", RelationType.SUPPLIES, "MAT-glue", Map.of());
        relation("MAT-sheet", RelationType.MEMBER_OF, "FAM-plate", Map.of());
        relation("FAM-plate", RelationType.MEMBER_OF, "FAM-steel", Map.of());
    }

    @Test
    void ofSuppliersAlone_isAboutEverything() {
        applies("SUP-A");

        assertThat(allows("MAT-sheet", "SUP-A")).isTrue();
        assertThat(allows("MAT-glue", "SUP-B")).isFalse();
    }

    @Test
    void ofSuppliersAndGoods_isAboutTheseGoods_theirFamiliesIncluded() {
        applies("SUP-A");
        applies("FAM-steel");

        assertThat(allows("MAT-sheet", "SUP-A")).isTrue();
        assertThat(allows("MAT-sheet", "SUP-B")).isFalse();
        assertThat(allows("MAT-glue", "SUP-B")).isTrue();
    }

    @Test
    void ofGoodsAlone_listsWhatMayBeBought() {
        applies("FAM-steel");

        assertThat(allows("MAT-sheet", "SUP-B")).isTrue();
        assertThat(allows("MAT-glue", "SUP-A")).isFalse();
    }

    @Test
    void ofWhatIsMade_ofNothing_orEnded_saysNothingAboutBuying() {
        assertThat(catalogues()).isEmpty();
        applies("MAT-hook");
        assertThat(catalogues()).isEmpty();
        applies("MAT-sheet");
        assertThat(catalogues()).as("a list of all kinds of products").isEmpty();
        applies("SUP-A");
        assertThat(catalogues()).hasSize(1);
        node("POL-c", Map.of("validTo", DAY.minusDays(1)));
        assertThat(catalogues()).isEmpty();
    }

    private boolean allows(String material, String supplier) {
        Catalogue catalogue = catalogues().getFirst();
        return catalogue.allows(catalogue.policy().snapshot().node(material), supplier);
    }

    private List<Catalogue> catalogues() {
        return Catalogue.of(BusinessSnapshot.of(facts), DAY);
    }

    private void applies(String to) {
        relation("POL-c", RelationType.APPLIES_TO, to, Map.of());
    }

    private void node(String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, ""));
    }

    private void relation(String from, RelationType type, String to, Map<String, Object> values) {
        node(from, Map.of());
        node(to, Map.of());
        facts.add(new Fact.RelationFact(type, from, to, "", values, FILE, ""));
    }
}

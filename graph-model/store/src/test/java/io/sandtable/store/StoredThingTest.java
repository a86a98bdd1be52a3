package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredThingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence ERP = new Evidence("EVI-erp", Origin.REAL, "items.csv", null, DAY, null, null);
    private static final Evidence MARKET = new Evidence("EVI-market", Origin.REAL, "prices.csv", null, DAY, null, null);

    @Test
    void properties_readBackToTheSameThing() {
        StoredThing thing = StoredThing.statedBy(material(ERP, "row 7", Map.of("name", "铝板", "unit", "kg")))
                .with(material(MARKET, "a\tb", Map.of("standardCost", 20.75)));

        assertThat(StoredThing.read("MAT-1", thing.properties())).isEqualTo(thing);
    }

    @Test
    void laterFact_replacesTheValueAndItsSourceButNotTheThings() {
        StoredThing thing = StoredThing.statedBy(material(ERP, "7", Map.of("unit", "kg", "standardCost", 20.0)))
                .with(material(MARKET, "3", Map.of("standardCost", 21.0)));

        assertThat(thing.source()).isEqualTo(new StoredThing.Source("EVI-erp", "7"));
        assertThat(thing.values())
                .containsEntry("standardCost", new StoredThing.Stated(21.0, new StoredThing.Source("EVI-market", "3")))
                .containsEntry("unit", new StoredThing.Stated("kg", new StoredThing.Source("EVI-erp", "7")));
    }

    @Test
    void thingWithoutEvidence_isRefused() {
        assertThatThrownBy(() -> StoredThing.read("MAT-1", Map.of("id", "MAT-1", "unit", "kg")))
                .hasMessageContaining("MAT-1")
                .hasMessageContaining("no evidence");
    }

    @Test
    void ownProperties_areNoNamesOfTheTypeTable() {
        assertThat(Attributes.all())
                .extracting(Attribute::name)
                .doesNotContainAnyElementsOf(StoredThing.OWN_PROPERTIES);
    }

    private static Fact material(Evidence evidence, String row, Map<String, Object> values) {
        return new Fact.NodeFact(NodeType.MATERIAL, "MAT-1", values, evidence, row);
    }
}

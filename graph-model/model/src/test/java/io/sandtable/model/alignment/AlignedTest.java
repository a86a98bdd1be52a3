package io.sandtable.model.alignment;

import static io.sandtable.model.Attributes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.SnapshotText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Finance counts a sheet by m², the warehouse weighs it: 1 t is 127.4 m², 125 m² from July. */
class AlignedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Evidence FINANCE =
            new Evidence("EVI-finance", Origin.REAL, "finance.xlsx", null, DAY, null, null);
    private static final Evidence WAREHOUSE =
            new Evidence("EVI-warehouse", Origin.REAL, "warehouse.csv", null, DAY, null, null);
    private static final Evidence PERSON = new Evidence("EVI-person", Origin.USER, "同一种板", null, DAY, null, "li.na");

    private final List<Fact> facts = new ArrayList<>();

    AlignedTest() {
        node(FINANCE, "MAT-f", Map.of("name", "坯体原料", "role", "raw", "unit", "m2", "standardCost", 40.0));
        node(WAREHOUSE, "MAT-w", Map.of("name", "物料", "code", "W-7", "role", "raw", "unit", "t", "safetyStock", 2.0));
        node(WAREHOUSE, "LOT-1", Map.of("quantity", 3.0, "unitCost", 5096.0, "receivedDate", DAY));
        relation(WAREHOUSE, RelationType.FOR, "LOT-1", "MAT-w", Map.of());
        node(WAREHOUSE, "LOT-2", Map.of("quantity", 1.0, "receivedDate", LocalDate.of(2026, 7, 2)));
        relation(WAREHOUSE, RelationType.FOR, "LOT-2", "MAT-w", Map.of());
        node(WAREHOUSE, "SUP-1", Map.of("name", "宝钢"));
        relation(
                WAREHOUSE,
                RelationType.SUPPLIES,
                "SUP-1",
                "MAT-w",
                Map.of(
                        "price", 5000.0,
                        "leadTimeDays", 7.0,
                        "minimumQuantity", 1.0,
                        "priceTiers", "0=5000;10=4900"));
        relation(FINANCE, RelationType.SUPPLIES, "SUP-1", "MAT-f", Map.of("price", 41.0, "leadTimeDays", 9.0));
        node(FINANCE, "PRO-1", Map.of("name", "冲压"));
        relation(FINANCE, RelationType.CONSUMES, "PRO-1", "MAT-f", Map.of("quantityPerUnit", 0.2));
    }

    @Test
    void businessWithoutLinks_isItsOwnAlignedOne() {
        BusinessSnapshot stored = BusinessSnapshot.of(facts);

        assertThat(Aligned.of(stored).snapshot()).isSameAs(stored);
    }

    @Test
    void stockAndSupplyOfBothCodes_standAtOneInItsUnit() {
        link("t=127.4 m2@..2026-06-30;t=125 m2@2026-07-01");

        BusinessSnapshot aligned = aligned();
        Node sheet = aligned.node("MAT-f");

        assertThat(aligned.nodes(NodeType.MATERIAL)).containsExactly(sheet);
        assertThat(sheet.in(RelationType.FOR)).hasSize(2);
        // 3 t × 127.4 m²/t at 5,096 CNY/t ÷ 127.4 = 40 CNY/m²
        assertThat(aligned().node("LOT-1").number(QUANTITY)).isCloseTo(382.2, within(1e-9));
        assertThat(aligned().node("LOT-1").number(UNIT_COST)).isCloseTo(40, within(1e-9));
        // received in July: 125 m²/t
        assertThat(aligned().node("LOT-2").number(QUANTITY)).isEqualTo(125);
        assertThat(sheet.number(SAFETY_STOCK)).isEqualTo(250);
        assertThat(sheet.number(STANDARD_COST)).isEqualTo(40);
    }

    @Test
    void whatALotWasMadeOf_isInTheUnitOfTheOneToo() {
        node(FINANCE, "LOT-3", Map.of("quantity", 50.0));
        relation(WAREHOUSE, RelationType.CAME_FROM, "LOT-3", "LOT-1", Map.of("quantity", 2.0));
        link("t=125 m2");

        assertThat(aligned().node("LOT-3").out(RelationType.CAME_FROM))
                .singleElement()
                .satisfies(came -> assertThat(came.number(QUANTITY)).isEqualTo(250));
    }

    @Test
    void offersOfBothCodes_stayTwoOffers() {
        link("t=125 m2");

        List<Relation> offers = aligned().node("MAT-f").in(RelationType.SUPPLIES);

        assertThat(offers).extracting(offer -> offer.number(PRICE)).containsExactlyInAnyOrder(41.0, 40.0);
        Relation converted =
                offers.stream().filter(o -> !o.variant().isEmpty()).findFirst().orElseThrow();
        assertThat(converted.number(MINIMUM_QUANTITY)).isEqualTo(125);
        assertThat(converted.text(PRICE_TIERS)).isEqualTo("0=40;1250=39.2");
        assertThat(converted.source().evidence()).isEqualTo(WAREHOUSE);
    }

    @Test
    void evidence_staysThatOfTheOriginals_andTheLinkSaysWhyTheyAreOne() {
        link("t=125 m2");

        Node sheet = aligned().node("MAT-f");

        assertThat(aligned().node("LOT-1").source(QUANTITY).evidence()).isEqualTo(WAREHOUSE);
        assertThat(sheet.source(SAFETY_STOCK).evidence()).isEqualTo(WAREHOUSE);
        assertThat(sheet.source(MERGED_IDS).evidence()).isEqualTo(PERSON);
        assertThat(sheet.names(ALIASES)).containsExactly("物料", "W-7");
    }

    @Test
    void oldId_leadsToTheOneThatStandsForIt_alsoAfterTheArchive() {
        link("t=125 m2");

        BusinessSnapshot read = SnapshotText.read(SnapshotText.write(aligned()));

        assertThat(read.hash()).isEqualTo(aligned().hash());
        assertThat(read.node("MAT-w").id()).isEqualTo("MAT-f");
        assertThat(Aligned.of(read).snapshot()).isSameAs(read);
    }

    @Test
    void linkWithoutAFactor_joinsNothingAndSaysSo() {
        link("箱=3 m2");

        Aligned aligned = Aligned.of(BusinessSnapshot.of(facts));

        assertThat(aligned.snapshot().nodes(NodeType.MATERIAL)).hasSize(2);
        assertThat(aligned.notApplied()).extracting(Aligned.NotApplied::why).containsExactly(Aligned.Why.NO_FACTOR);
    }

    @Test
    void whatIsMade_keepsItsIdWhereverTheLinkPoints() {
        node(WAREHOUSE, "ROU-1", Map.of("name", "压延"));
        relation(WAREHOUSE, RelationType.YIELDS, "ROU-1", "MAT-w", Map.of());
        link("t=125 m2");

        assertThat(aligned().nodes(NodeType.MATERIAL)).extracting(Node::id).containsExactly("MAT-w");
        assertThat(aligned().node("PRO-1").out(RelationType.CONSUMES).getFirst().number(QUANTITY_PER_UNIT))
                .isCloseTo(0.2 / 125, within(1e-12));
    }

    @Test
    void threeSources_becomeOne() {
        node(FINANCE, "MAT-x", Map.of("name", "原板", "role", "raw", "unit", "kg"));
        relation(PERSON, RelationType.SAME_AS, "MAT-x", "MAT-w", Map.of("score", 1.0));
        link("t=125 m2");

        assertThat(aligned().nodes(NodeType.MATERIAL)).extracting(Node::id).containsExactly("MAT-f");
        assertThat(aligned().node("MAT-x").id()).isEqualTo("MAT-f");
    }

    @Test
    void priceOfAnotherUnit_isNamedWithWhatItWouldHaveCost() {
        link("t=125 m2");
        // 2,000 m² bought at 5,000 CNY: that is the price of a tonne
        node(FINANCE, "PUR-1", Map.of("status", "open", "quantity", 2000.0, "dueDate", DAY, "price", 5000.0));
        relation(FINANCE, RelationType.FOR, "PUR-1", "MAT-f", Map.of());
        node(FINANCE, "PUR-2", Map.of("status", "open", "quantity", 2000.0, "dueDate", DAY, "price", 42.0));
        relation(FINANCE, RelationType.FOR, "PUR-2", "MAT-f", Map.of());
        BusinessSnapshot stored = BusinessSnapshot.of(facts);

        List<UnitCost> costs = UnitCost.of(Aligned.of(stored).snapshot(), stored);

        assertThat(costs.getFirst().thing().id()).isEqualTo("PUR-1");
        assertThat(costs.getFirst().mistaken()).contains("t");
        assertThat(costs.getFirst().booked()).isEqualTo(10_000_000);
        assertThat(costs.getFirst().recalculated()).isEqualTo(80_000);
        // the lot in tonnes is right: 3 t at 5,096 are 375 m² at 40.768, against 40
        assertThat(costs.getLast().thing().id()).isEqualTo("LOT-1");
        assertThat(costs.getLast().mistaken()).isEmpty();
        assertThat(costs.getLast().difference()).isCloseTo(288, within(1e-6));
        assertThat(costs).hasSize(2);
    }

    @Test
    void reasons_areReadAsTheyWereWritten() {
        List<Reason> reasons =
                List.of(Reason.of(Reason.Code.SPEC_EQUAL, 3, "6205 2RS"), Reason.of(Reason.Code.NAME_EQUAL, 2));

        assertThat(Reason.read(Reason.write(reasons)))
                .extracting(Reason::code, Reason::arguments)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Reason.Code.SPEC_EQUAL, List.of("6205 2RS")),
                        org.assertj.core.groups.Tuple.tuple(Reason.Code.NAME_EQUAL, List.of()));
        assertThat(Reason.read("他们说是一样的")).isEmpty();
    }

    private BusinessSnapshot aligned() {
        return Aligned.of(BusinessSnapshot.of(facts)).snapshot();
    }

    private void link(String unitFactors) {
        relation(PERSON, RelationType.SAME_AS, "MAT-w", "MAT-f", Map.of("score", 1.0, "unitFactors", unitFactors));
    }

    private void node(Evidence evidence, String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, evidence, "" + facts.size()));
    }

    private void relation(Evidence evidence, RelationType type, String from, String to, Map<String, Object> values) {
        facts.add(new Fact.RelationFact(type, from, to, "", new TreeMap<>(values), evidence, "" + facts.size()));
    }
}

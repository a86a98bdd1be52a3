package io.sandtable.datasets.frepple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of older versions and shorthand, each in a small model of our own. */
class FreppleDialectsTest {
    @TempDir
    private Path folder;

    @Test
    void steps_areTheOperationsOfARouting_inTheirOrder() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <demands><demand name="D" quantity="1" due="2026-03-20T00:00:00"><item name="bolt"/>
                  <operation name="bolt routing" xsi:type="operation_routing"><steps>
                    <operation name="turn" xsi:type="operation_fixed_time" duration="PT3H"><loads><load><resource name="lathe"/></load></loads></operation>
                    <operation name="cut thread" xsi:type="operation_fixed_time" duration="PT2H"><loads><load><resource name="mill"/></load></loads></operation>
                  </steps></operation></demand></demands>
                """);

        Node routing = snapshot.nodes(NodeType.ROUTING).getFirst();
        assertThat(routing.in(RelationType.STEP_OF))
                .extracting(r -> r.from().name(), r -> r.number(Attributes.SEQUENCE))
                .containsExactlyInAnyOrder(tuple("turn", 1.0), tuple("cut thread", 2.0));
    }

    @Test
    void itemsOwnDelivery_isThatOfItsOrders() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <buffers><buffer name="bolt"><onhand>5</onhand></buffer></buffers>
                <items><item name="bolt"><operation name="pack" xsi:type="operation_fixed_time" duration="P2D">
                  <flows><flow xsi:type="flow_start"><buffer name="bolt"/><quantity>-1</quantity></flow></flows></operation></item></items>
                <demands><demand name="D" quantity="4" due="2026-03-20T00:00:00"><item name="bolt"/></demand></demands>
                """);

        Node order = snapshot.node("ORD-D");
        assertThat(order.out(RelationType.FOR).getFirst().to().name()).isEqualTo("pack");
        assertThat(snapshot.node("PRO-pack").out(RelationType.CONSUMES))
                .extracting(r -> r.to().name())
                .containsExactly("bolt");
    }

    @Test
    void bufferThatBuys_hasASupplierWithItsLeadTime() throws IOException {
        Relation offer = clean("""
                        <buffers><buffer name="steel" xsi:type="buffer_procure"><leadtime>P7D</leadtime><size_minimum>30</size_minimum></buffer></buffers>
                        """).relations(RelationType.SUPPLIES).getFirst();

        assertThat(offer.to().name()).isEqualTo("steel");
        assertThat(offer.number(Attributes.LEAD_TIME_DAYS)).isEqualTo(7);
        assertThat(offer.number(Attributes.MINIMUM_QUANTITY)).isEqualTo(30);
    }

    @Test
    void alternateFlows_ofOldModelsToo_areSubstitutes() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>
                    <flow xsi:type="flow_start"><item name="oil"/><quantity>-1</quantity><priority>1</priority><name>binder</name></flow>
                    <flow xsi:type="flow_start"><item name="resin"/><quantity>-2</quantity><priority>2</priority><alternate>binder</alternate></flow></flows>
                </operation></operations>
                """);

        assertThat(snapshot.relations(RelationType.SUBSTITUTES))
                .extracting(r -> r.from().name(), r -> r.to().name(), r -> r.number(Attributes.RATIO))
                .containsExactly(tuple("resin", "oil", 2.0));
    }

    @Test
    void materialThatTakesAnothersPlaceOnADay_mayStandInForItFromThen() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>
                    <flow xsi:type="flow_start"><item name="old resin"/><quantity>-1</quantity><effective_end>2026-04-01T00:00:00</effective_end></flow>
                    <flow xsi:type="flow_start"><item name="new resin"/><quantity>-1</quantity><effective_start>2026-04-01T00:00:00</effective_start></flow></flows>
                </operation></operations>
                """);

        assertThat(snapshot.node("PRO-mix").out(RelationType.CONSUMES))
                .extracting(r -> r.to().name())
                .containsExactly("old resin");
        assertThat(snapshot.relations(RelationType.SUBSTITUTES))
                .extracting(r -> r.from().name(), r -> r.date(Attributes.VALID_FROM))
                .containsExactly(tuple("new resin", LocalDate.of(2026, 4, 1)));
    }

    @Test
    void severalMaterialsThatChangeOnOneDay_doNotStandInForEachOther() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>
                    <flow xsi:type="flow_start"><item name="old resin"/><quantity>-1</quantity><effective_end>2026-04-01T00:00:00</effective_end></flow>
                    <flow xsi:type="flow_start"><item name="old lid"/><quantity>-1</quantity><effective_end>2026-04-01T00:00:00</effective_end></flow>
                    <flow xsi:type="flow_start"><item name="new resin"/><quantity>-1</quantity><effective_start>2026-04-01T00:00:00</effective_start></flow></flows>
                </operation></operations>
                """);

        assertThat(snapshot.relations(RelationType.SUBSTITUTES)).isEmpty();
    }

    @Test
    void fixedFlowsOfOneItem_addUp_andTakeWhatTheyTake() throws IOException {
        Relation taken = consumption(clean("""
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>
                    <flow xsi:type="flow_fixed_start"><item name="resin"/><quantity>-2</quantity></flow>
                    <flow xsi:type="flow_fixed_end"><item name="resin"/><quantity>-1</quantity></flow></flows></operation></operations>
                """));

        assertThat(taken.number(Attributes.QUANTITY_PER_UNIT)).isZero();
        assertThat(taken.number(Attributes.QUANTITY_PER_LOT)).isEqualTo(3);
    }

    @Test
    void quantityThatChangesOnADay_isTodays() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>
                    <flow xsi:type="flow_start"><item name="resin"/><quantity>-3</quantity><effective_end>2026-04-01T00:00:00</effective_end></flow>
                    <flow xsi:type="flow_start"><item name="resin"/><quantity>-5</quantity><effective_start>2026-04-01T00:00:00</effective_start></flow></flows>
                </operation></operations>
                """);

        assertThat(consumption(snapshot).number(Attributes.QUANTITY_PER_UNIT)).isEqualTo(3);
    }

    @Test
    void fixedFlows_areQuantitiesPerLot_inOldWordsAndNew() throws IOException {
        String model = """
                <operations><operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                  <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>1</quantity></flow>%s</flows></operation></operations>
                """;
        Relation old = consumption(clean(model.formatted(
                "<flow xsi:type=\"flow_fixed_start\"><item name=\"resin\"/><quantity>-2</quantity></flow>")));
        Relation both = consumption(
                clean(
                        model.formatted(
                                "<flow xsi:type=\"flow_start\"><item name=\"resin\"/><quantity>-3</quantity><quantity_fixed>-2</quantity_fixed></flow>")));

        assertThat(old.number(Attributes.QUANTITY_PER_UNIT)).isZero();
        assertThat(old.number(Attributes.QUANTITY_PER_LOT)).isEqualTo(2);
        assertThat(both.number(Attributes.QUANTITY_PER_UNIT)).isEqualTo(3);
        assertThat(both.number(Attributes.QUANTITY_PER_LOT)).isEqualTo(2);
    }

    @Test
    void lotsOfAnOperation_areThoseOfItsItem_andAnotherWaysAreTold() throws IOException {
        Dataset dataset = read("""
                <operations>
                  <operation name="press" xsi:type="operation_fixed_time" size_minimum="20" size_multiple="10" size_maximum="60"><item name="lid"/><priority>1</priority></operation>
                  <operation name="cast" xsi:type="operation_fixed_time" size_multiple="25"><item name="lid"/><priority>2</priority></operation>
                </operations>
                """);
        Node lid = BusinessSnapshot.of(dataset.facts()).node("MAT-lid");

        assertThat(lid.number(Attributes.LOT_MINIMUM)).isEqualTo(20);
        assertThat(lid.number(Attributes.LOT_MULTIPLE)).isEqualTo(10);
        assertThat(lid.number(Attributes.LOT_MAXIMUM)).isEqualTo(60);
        assertThat(dataset.problems())
                .filteredOn(p -> p.column().equals("sizemultiple"))
                .extracting(Problem::value)
                .containsExactly("{lotMultiple=25.0}");
    }

    @Test
    void whatIsNeverShort_limitsNothing_andALimitMayBeACalendar() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <resources><resource name="air" xsi:type="resource_infinite"/>
                  <resource name="line"><maximum name="line capacity" xsi:type="calendar_float"><buckets><bucket start="2026-01-01T00:00:00"><value>3</value></bucket></buckets></maximum></resource></resources>
                <operations><operation name="press" xsi:type="operation_fixed_time" duration="PT1H"><item name="lid"/>
                  <loads><load><resource name="air"/></load><load><resource name="line"/><usage>1</usage></load></loads></operation></operations>
                """);

        assertThat(snapshot.nodes(NodeType.EQUIPMENT)).extracting(Node::name).doesNotContain("air");
        assertThat(snapshot.node("PRO-press").out(RelationType.RUNS_ON)).isNotEmpty();
    }

    @Test
    void offersAndShipmentsOfAGroup_areThoseOfItsMembers_inTheirPlaces() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <items><item name="all"><itemsuppliers><itemsupplier><supplier name="maker"/><location name="depot"/><leadtime>P3D</leadtime></itemsupplier></itemsuppliers>
                    <itemdistributions><itemdistribution><origin name="depot"/><destination name="shop"/><leadtime>P2D</leadtime></itemdistribution></itemdistributions></item>
                  <item name="tea"><owner name="all"/></item></items>
                <demands><demand name="D" quantity="4" due="2026-03-20T00:00:00"><item name="tea"/><location name="shop"/></demand></demands>
                """);

        assertThat(snapshot.relations(RelationType.SUPPLIES))
                .extracting(r -> r.to().name())
                .containsExactly("tea @ depot");
        assertThat(snapshot.node("ORD-D").out(RelationType.FOR).getFirst().to().name())
                .isEqualTo("tea @ shop");
        assertThat(snapshot.relations(RelationType.CONSUMES))
                .extracting(r -> r.to().name())
                .containsExactly("tea @ depot");
    }

    @Test
    void purchaseWithoutNumberOrSupplier_isOnOrderAllTheSame_andAShipmentThatHasLeftIsComing() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <items><item name="tea"/></items>
                <operationplans>
                  <operationplan ordertype="PO" end="2026-04-01T00:00:00" quantity="30" status="confirmed"><item name="tea"/></operationplan>
                  <operationplan ordertype="DO" end="2026-04-05T00:00:00" quantity="9" status="confirmed"><item name="tea"/><location name="shop"/><origin name="depot"/></operationplan>
                  <operationplan ordertype="DO" start="2026-03-01T00:00:00" end="2026-04-05T00:00:00" quantity="7" status="confirmed"><item name="tea"/><location name="shop"/><origin name="depot"/></operationplan>
                </operationplans>
                """);

        assertThat(snapshot.nodes(NodeType.PURCHASE_ORDER))
                .extracting(n -> n.number(Attributes.QUANTITY))
                .containsExactly(30.0);
        assertThat(snapshot.nodes(NodeType.WORK_ORDER))
                .extracting(n -> n.number(Attributes.QUANTITY))
                .containsExactly(7.0);
    }

    @Test
    void whatAChoiceTakesAndGives_eachWayTakesAndGivesToo() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="make" xsi:type="operation_alternate"><item name="lid"/>
                  <flows><flow xsi:type="flow_start"><item name="oil"/><quantity>-1</quantity></flow></flows>
                  <suboperations>
                    <suboperation><operation name="press" xsi:type="operation_fixed_time"/><priority>1</priority></suboperation>
                    <suboperation><operation name="cast" xsi:type="operation_fixed_time"/><priority>2</priority></suboperation>
                  </suboperations></operation></operations>
                """);

        for (String way : List.of("press", "cast")) {
            assertThat(snapshot.node("PRO-" + way).out(RelationType.CONSUMES))
                    .extracting(r -> r.to().name())
                    .containsExactly("oil");
        }
    }

    @Test
    void itemsOfWhichPartsAreTaken_canBeDivided() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations>
                  <operation name="mix" xsi:type="operation_fixed_time"><item name="paint"/>
                    <flows><flow xsi:type="flow_end"><item name="paint"/><quantity>5</quantity></flow><flow xsi:type="flow_start"><item name="resin"/><quantity>-2</quantity></flow></flows></operation>
                  <operation name="press" xsi:type="operation_fixed_time"><item name="lid"/>
                    <flows><flow xsi:type="flow_end"><item name="lid"/><quantity>1</quantity></flow><flow xsi:type="flow_start"><item name="sheet"/><quantity>-2</quantity></flow></flows></operation>
                </operations>
                """);

        assertThat(snapshot.node("MAT-resin").text(Attributes.UNIT)).isEqualTo("unit");
        assertThat(snapshot.node("MAT-sheet").text(Attributes.UNIT)).isEqualTo("pcs");
    }

    private static Relation consumption(BusinessSnapshot snapshot) {
        return snapshot.node("PRO-mix").out(RelationType.CONSUMES).getFirst();
    }

    private BusinessSnapshot clean(String inner) throws IOException {
        Dataset dataset = read(inner);
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        return BusinessSnapshot.of(dataset.facts());
    }

    private Dataset read(String inner) throws IOException {
        Files.writeString(
                folder.resolve("model.xml"),
                "<?xml version=\"1.0\"?>\n<plan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><current>2026-03-02T00:00:00</current>\n"
                        + inner + "\n</plan>\n");
        return Datasets.read(folder, ReadOptions.none());
    }
}

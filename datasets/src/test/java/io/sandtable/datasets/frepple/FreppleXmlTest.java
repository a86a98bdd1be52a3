package io.sandtable.datasets.frepple;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.WeekPattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small XML models of our own, each for one way in which frePPLe lets things be said. */
class FreppleXmlTest {
    private static final String LID = """
            <items><item name="sheet"><itemsuppliers><itemsupplier priority="1" leadtime="P5D" size_minimum="10"><supplier name="mill"/></itemsupplier></itemsuppliers></item></items>
            <operations><operation name="press lid" xsi:type="operation_time_per" duration="PT10M" duration_per="PT1M">
              <item name="lid"/><location name="works"/>
              <flows><flow xsi:type="flow_end"><item name="lid"/><quantity>2</quantity></flow>
                <flow xsi:type="flow_start"><item name="sheet"/><quantity>-1</quantity></flow></flows>
              <loads><load><resource name="press"/></load></loads>
            </operation></operations>
            <demands><demand name="D1" quantity="12" minshipment="12" due="2026-03-31T14:30:20" priority="2"><item name="lid"/><location name="works"/></demand></demands>
            """;

    @TempDir
    private Path folder;

    @Test
    void attributesAndElements_sayTheSame() throws IOException {
        BusinessSnapshot attributes = clean(LID);
        BusinessSnapshot elements = clean(
                LID.replace(
                                "xsi:type=\"operation_time_per\" duration=\"PT10M\" duration_per=\"PT1M\">",
                                "xsi:type=\"operation_time_per\"><duration>PT600S</duration><duration_per>P0DT0H1M</duration_per>")
                        .replace("<flow xsi:type=\"flow_end\">", "<flow xsi:type=\"flow_end\" quantity=\"2\">")
                        .replace("<quantity>2</quantity>", "")
                        .replace(
                                "<demand name=\"D1\" quantity=\"12\" minshipment=\"12\" due=\"2026-03-31T14:30:20\" priority=\"2\">",
                                "<demand><name>D1</name><quantity>12</quantity><minshipment>12</minshipment><due>2026-03-31T14:30:20</due><priority>2</priority>"));

        assertThat(values(elements.node("ORD-D1"))).isEqualTo(values(attributes.node("ORD-D1")));
        assertThat(run(elements, "press-lid").number(Attributes.MINUTES_PER_UNIT))
                .isEqualTo(0.5);
        assertThat(run(attributes, "press-lid").number(Attributes.MINUTES_PER_UNIT))
                .isEqualTo(0.5);
        assertThat(run(elements, "press-lid").number(Attributes.SETUP_MINUTES)).isEqualTo(10);
        assertThat(consumed(elements, "press-lid")).isEqualTo("sheet 0.5");
    }

    @Test
    void offer_hasItsLeadTimeInDaysAndItsMinimum() throws IOException {
        Relation offer = clean(LID).relations(RelationType.SUPPLIES).getFirst();

        assertThat(offer.from().name()).isEqualTo("mill");
        assertThat(offer.number(Attributes.LEAD_TIME_DAYS)).isEqualTo(5);
        assertThat(offer.number(Attributes.MINIMUM_QUANTITY)).isEqualTo(10);
    }

    @Test
    void dueMoment_isADayAndAMinute() throws IOException {
        Node order = clean(LID).node("ORD-D1");
        Node midnight = clean(LID.replace("T14:30:20", "T00:00:00")).node("ORD-D1");

        assertThat(order.date(Attributes.DUE_DATE)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(order.number(Attributes.DUE_MINUTE)).isEqualTo(14 * 60 + 30);
        assertThat(midnight.number(Attributes.DUE_MINUTE)).isZero();
    }

    @Test
    void smallestShipment_ofTheWholeOrderIsAWholeDelivery() throws IOException {
        assertThat(mode("minshipment=\"12\"")).isEqualTo("whole");
        assertThat(mode("minshipment=\"30\"")).isEqualTo("whole");
        assertThat(mode("minshipment=\"5\"")).isEqualTo("partial");
        assertThat(mode("")).isEqualTo("partial");
        assertThat(clean(LID.replace("minshipment=\"12\"", "minshipment=\"5\""))
                        .node("ORD-D1")
                        .number(Attributes.MINIMUM_SHIPMENT))
                .isEqualTo(5);
    }

    @Test
    void orderThatSaysLittle_hasFreppleDefaultsAndTheStandInCustomer() throws IOException {
        Dataset dataset =
                read("<demands><demand name=\"D\" due=\"2026-04-01T00:00:00\"><item name=\"lid\"/></demand></demands>");
        Node order = BusinessSnapshot.of(dataset.facts()).node("ORD-D");

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(order.text(Attributes.STATUS)).isEqualTo("open");
        assertThat(order.number(Attributes.QUANTITY)).isZero();
        assertThat(order.number(Attributes.PRIORITY)).isZero();
        Node customer = order.in(RelationType.ORDERED).getFirst().from();
        assertThat(customer.name()).isEqualTo("customer");
        assertThat(customer.source(Attributes.NAME).evidence().origin()).isEqualTo(Origin.DEFAULT);
        assertThat(dataset.problems())
                .filteredOn(p -> p.code() == ProblemCode.STAND_IN_USED)
                .extracting(Problem::column)
                .contains("customer");
    }

    @Test
    void namedCustomer_needsNoStandIn() throws IOException {
        BusinessSnapshot snapshot = clean(LID.replace(
                "<item name=\"lid\"/><location name=\"works\"/></demand>",
                "<item name=\"lid\"/><customer name=\"garage\"/></demand>"));

        assertThat(snapshot.nodes(NodeType.CUSTOMER)).extracting(Node::name).containsExactly("garage");
    }

    @Test
    void operationWithoutType_takesAFixedTimeHoweverMany() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="bake"><item name="cake"/><duration>PT2H</duration>
                  <loads><load><resource name="oven"/></load></loads></operation></operations>
                """);

        assertThat(run(snapshot, "bake").number(Attributes.MINUTES_PER_UNIT)).isZero();
        assertThat(run(snapshot, "bake").number(Attributes.SETUP_MINUTES)).isEqualTo(120);
    }

    @Test
    void flowsUnderBuffersAndLoadsUnderResources_belongToTheirOperation() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <buffers>
                  <buffer name="cake @ shop"><producing name="bake" xsi:type="operation_time_per" duration_per="PT3M"/></buffer>
                  <buffer name="F"><item name="flour"/><location name="shop"/><onhand>7</onhand>
                    <flows><flow><operation name="bake"/><quantity>-3</quantity></flow></flows></buffer>
                </buffers>
                <flows><flow xsi:type="flow_start"><operation name="bake"/><buffer name="E"/><quantity>-2</quantity></flow></flows>
                <buffers><buffer name="E"><item name="egg"/><location name="shop"/></buffer></buffers>
                <resources><resource name="oven" maximum="2"><loads><load><operation name="bake"/></load></loads></resource></resources>
                """);

        assertThat(consumed(snapshot, "bake")).isEqualTo("egg 2, flour 3");
        assertThat(run(snapshot, "bake").to().number(Attributes.UNITS)).isEqualTo(2);
        assertThat(run(snapshot, "bake").number(Attributes.MINUTES_PER_UNIT)).isEqualTo(3);
        assertThat(snapshot.node("ROU-bake")
                        .out(RelationType.YIELDS)
                        .getFirst()
                        .to()
                        .name())
                .isEqualTo("cake");
        assertThat(snapshot.node("LOT-flour-@-shop").number(Attributes.QUANTITY))
                .isEqualTo(7);
    }

    @Test
    void sameMaterialTwice_isAddedUp() throws IOException {
        BusinessSnapshot snapshot =
                clean(LID.replace("</flows>", "<flow><quantity>-2.5</quantity><item name=\"sheet\"/></flow></flows>"));

        assertThat(consumed(snapshot, "press-lid")).isEqualTo("sheet 1.75");
    }

    @Test
    void amountsBeyondMeasure_areNotAddedUp() throws IOException {
        Dataset dataset = read(LID.replace("</flows>", """
                <flow><quantity>-1e999999999</quantity><item name="sheet"/></flow>
                <flow><quantity>-1e999999999</quantity><item name="sheet"/></flow></flows>"""));

        assertThat(dataset.problems()).isNotEmpty();
    }

    @Test
    void flowsOfOneName_areAChoice_theOthersAreSubstitutes() throws IOException {
        Dataset dataset = read(LID.replace("</flows>", """
                <flow name="fill" priority="2"><item name="foam"/><quantity>-2</quantity></flow>
                <flow name="fill" priority="1"><item name="cork"/><quantity>-1</quantity></flow></flows>"""));

        assertThat(consumed(BusinessSnapshot.of(dataset.facts()), "press-lid")).isEqualTo("cork 0.5, sheet 0.5");
        Relation substitute = BusinessSnapshot.of(dataset.facts())
                .relations(RelationType.SUBSTITUTES)
                .getFirst();
        assertThat(substitute.from().name() + " for " + substitute.to().name()).isEqualTo("foam for cork");
        assertThat(substitute.number(Attributes.RATIO)).isEqualTo(2);
        assertThat(substitute.flag(Attributes.APPROVED)).isTrue();
    }

    @Test
    void alternatives_areRoutingsOfTheirPriorityAndMayHaveSteps() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations>
                  <operation name="get cake" xsi:type="operation_alternate"><suboperations>
                    <suboperation><operation name="by hand"/><priority>1</priority></suboperation>
                    <suboperation priority="2"><operation name="by machine"/></suboperation>
                  </suboperations></operation>
                  <operation name="by hand" xsi:type="operation_routing">
                    <flows><flow><item name="flour"/><quantity>-4</quantity></flow></flows>
                    <suboperations>
                      <suboperation><priority>2</priority><operation name="fill" xsi:type="operation_time_per" duration_per="PT1M"/></suboperation>
                      <suboperation><priority>1</priority><operation name="knead" xsi:type="operation_time_per" duration_per="PT2M"/></suboperation>
                    </suboperations></operation>
                  <operation name="by machine" xsi:type="operation_time_per" duration_per="PT4M"/>
                </operations>
                <buffers><buffer name="cake @ shop"><producing name="get cake"/></buffer></buffers>
                <resources><resource name="table"><loads><load><operation name="fill"/></load><load><operation name="knead"/></load></loads></resource>
                  <resource name="machine"><loads><load><operation name="by machine"/></load></loads></resource></resources>
                """);

        assertThat(snapshot.nodes(NodeType.ROUTING)).extracting(Node::name).containsExactly("by hand", "by machine");
        assertThat(snapshot.node("ROU-by-machine").number(Attributes.PRIORITY)).isEqualTo(2);
        assertThat(snapshot.node("ROU-by-hand")
                        .out(RelationType.YIELDS)
                        .getFirst()
                        .to()
                        .name())
                .isEqualTo("cake");
        assertThat(sequence(snapshot, "PRO-knead")).isEqualTo(1);
        assertThat(sequence(snapshot, "PRO-fill")).isEqualTo(2);
        assertThat(consumed(snapshot, "knead")).isEqualTo("flour 4");
    }

    @Test
    void deliveryMakesWhatIsDelivered_priorityZeroIsLeftOutAndTold() throws IOException {
        Dataset dataset = read(LID.replace("<demands><demand name=\"D1\"", """
                        <operations><operation name="stopgap"><priority>0</priority><item name="lid"/></operation></operations>
                        <demands><demand name="D1\"""").replace("</demand>", """
                        <operation name="ship"><flows><flow><item name="lid"/><quantity>-1</quantity></flow></flows></operation></demand>"""));

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.nodes(NodeType.ROUTING)).extracting(Node::name).containsExactly("press lid", "ship");
        assertThat(snapshot.node("ORD-D1").out(RelationType.FOR))
                .extracting(r -> r.to().name())
                .containsExactly("ship");
        assertThat(snapshot.node("PRO-ship").out(RelationType.CONSUMES))
                .extracting(r -> r.to().name())
                .containsExactly("lid");
        assertThat(dataset.problems()).contains(note("input.operation (priority 0)", "1", "stopgap"));
    }

    /** Nothing limits it, but it takes its time, and where it is done has hours. */
    @Test
    void operationWithoutResources_isDoneInAPlaceWithoutLimit() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <locations><location name="works"><available name="day shift"/></location></locations>
                <calendars><calendar name="day shift"><default>0</default><buckets>
                  <bucket days="62" value="1" starttime="PT9H" endtime="PT17H"/></buckets></calendar></calendars>
                <operations>
                  <operation name="dry" duration="P1D"><item name="lid"/><location name="works"/></operation>
                  <operation name="cool" duration="PT6H" xsi:type="operation_time_per" duration_per="PT1M"><item name="pot"/></operation>
                </operations>
                """);

        Relation dry = snapshot.node("PRO-dry").out(RelationType.RUNS_ON).getFirst();
        Relation cool = snapshot.node("PRO-cool").out(RelationType.RUNS_ON).getFirst();
        assertThat(dry.number(Attributes.SETUP_MINUTES)).isEqualTo(24 * 60);
        assertThat(dry.number(Attributes.MINUTES_PER_UNIT)).isZero();
        assertThat(dry.to().flag(Attributes.UNLIMITED)).isTrue();
        assertThat(dry.to().out(RelationType.FOLLOWS).getFirst().to().name()).isEqualTo("day shift");
        assertThat(cool.number(Attributes.MINUTES_PER_UNIT)).isEqualTo(1);
        assertThat(cool.to().out(RelationType.FOLLOWS).getFirst().to().text(Attributes.SHIFTS))
                .isEqualTo(WeekPattern.parse("MON-SUN 00:00-24:00").toString());
    }

    @Test
    void operationOfAnOrderThatTakesNoneOfTheItem_makesIt() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <demands><demand name="D" quantity="1" due="2026-04-01T00:00:00"><item name="bell"/>
                  <operation name="cast"><duration>P1D</duration></operation></demand></demands>
                """);

        assertThat(snapshot.node("ROU-cast")
                        .out(RelationType.YIELDS)
                        .getFirst()
                        .to()
                        .name())
                .isEqualTo("bell");
    }

    @Test
    void itemInTwoPlaces_isTwoThings_andWhatMovesItAnOperation() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <operations><operation name="drive" duration="P2D"><flows>
                  <flow><buffer name="lid @ works"/><quantity>-1</quantity></flow>
                  <flow><buffer name="lid @ shop"/><quantity>1</quantity></flow></flows></operation></operations>
                """);

        assertThat(snapshot.nodes(NodeType.MATERIAL))
                .extracting(Node::name)
                .containsExactly("lid @ shop", "lid @ works");
        assertThat(snapshot.node("ROU-drive").out(RelationType.YIELDS))
                .extracting(r -> r.to().name())
                .containsExactly("lid @ shop");
        assertThat(snapshot.node("PRO-drive").out(RelationType.CONSUMES))
                .extracting(r -> r.to().name())
                .containsExactly("lid @ works");
        assertThat(snapshot.node("PRO-drive")
                        .out(RelationType.RUNS_ON)
                        .getFirst()
                        .number(Attributes.SETUP_MINUTES))
                .isEqualTo(2 * 24 * 60);
    }

    @Test
    void distribution_movesTheItem_andSuppliersDeliverWhereNothingMakesIt() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <items><item name="lid"><itemdistributions><itemdistribution leadtime="P3D">
                  <origin name="works"/><destination name="shop"/></itemdistribution></itemdistributions></item></items>
                <suppliers><supplier name="mill"><itemsuppliers><itemsupplier leadtime="P1W"><item name="lid"/></itemsupplier></itemsuppliers></supplier></suppliers>
                <demands><demand name="D" quantity="1" due="2026-04-01T00:00:00"><item name="lid"/><location name="shop"/></demand></demands>
                """);

        assertThat(snapshot.node("ORD-D").out(RelationType.FOR))
                .extracting(r -> r.to().name())
                .containsExactly("lid @ shop");
        assertThat(snapshot.relations(RelationType.SUPPLIES))
                .extracting(r -> r.to().name())
                .containsExactly("lid @ works");
        assertThat(snapshot.nodes(NodeType.ROUTING))
                .extracting(Node::name)
                .containsExactly("Ship lid from works to shop");
    }

    @Test
    void supplierOfAGroup_suppliesItsMembers() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <suppliers><supplier name="mill"><itemsuppliers><itemsupplier leadtime="P1W"><item name="metal"/></itemsupplier></itemsuppliers></supplier></suppliers>
                <items><item name="metal"><members><item name="sheet"/><item name="rod"/></members></item></items>
                """);

        assertThat(snapshot.relations(RelationType.SUPPLIES))
                .extracting(r -> r.to().name() + " " + r.number(Attributes.LEAD_TIME_DAYS))
                .containsExactlyInAnyOrder("sheet 7.0", "rod 7.0");
        assertThat(snapshot.nodes(NodeType.FAMILY)).extracting(Node::name).containsExactly("metal");
    }

    @Test
    void groupOfOrders_isTakenApart() throws IOException {
        Dataset dataset = read("""
                <demands><demand name="both" xsi:type="demand_group"><policy>alltogether</policy><members>
                  <demand name="D1" quantity="1" due="2026-04-01T00:00:00"><item name="lid"/></demand>
                  <demand name="D2" quantity="2" due="2026-04-02T00:00:00"><item name="lid"/></demand></members></demand></demands>
                """);

        assertThat(BusinessSnapshot.of(dataset.facts()).nodes(NodeType.ORDER)).hasSize(2);
        assertThat(dataset.problems())
                .contains(
                        new Problem("", 0, "demand", "both", ProblemCode.GROUP_NOT_USED, ""),
                        note("input.demand.policy", "1", "alltogether"),
                        note("input.demand.owner", "2", "both"));
    }

    @Test
    void hours_comeFromDaysAndDurations_andAreAllHoursWithoutACalendar() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <calendars><calendar name="day shift"><default>0</default><buckets>
                  <bucket days="62" value="1" starttime="PT9H" endtime="PT17H30M"/>
                  <bucket start="2026-05-01T00:00:00" end="2026-05-02T00:00:00" value="0"/></buckets></calendar></calendars>
                <resources><resource name="press"><available name="day shift"/></resource><resource name="oven"/></resources>
                """);

        assertThat(snapshot.node("CAL-day-shift").text(Attributes.SHIFTS)).isEqualTo("MON,TUE,WED,THU,FRI 09:00-17:30");
        assertThat(snapshot.node("CAL-day-shift").text(Attributes.SHUTDOWNS)).isEqualTo("2026-05-01..2026-05-01");
        Node always =
                snapshot.node("EQP-oven").out(RelationType.FOLLOWS).getFirst().to();
        assertThat(always.text(Attributes.SHIFTS))
                .isEqualTo(WeekPattern.parse("MON-SUN 00:00-24:00").toString());
        assertThat(always.source(Attributes.SHIFTS).evidence().origin()).isEqualTo(Origin.DERIVED);
    }

    @Test
    void hours_thatChangeByDate_areWeeksOfTheirOwn() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <calendars>
                  <calendar name="shifts"><default>0</default><buckets>
                    <bucket days="62" value="1" starttime="PT8H" endtime="PT16H" priority="9"/>
                    <bucket start="2026-04-01T00:00:00" end="2026-05-01T00:00:00" days="62" value="1" starttime="PT6H" endtime="PT22H" priority="5"/>
                    <bucket start="2026-04-10T12:00:00" end="2026-04-12T00:00:00" value="0" priority="1"/></buckets></calendar>
                  <calendar name="maintenance"><default>1</default><buckets>
                    <bucket days="2" value="0" starttime="PT8H" endtime="PT10H"/></buckets></calendar></calendars>
                <resources><resource name="press"><available name="shifts"/><maximum_calendar name="maintenance"/></resource></resources>
                """);

        Node hours =
                snapshot.node("EQP-press").out(RelationType.FOLLOWS).getFirst().to();
        assertThat(hours.text(Attributes.SHIFTS)).isEqualTo("MON 10:00-16:00;TUE,WED,THU,FRI 08:00-16:00");
        // 10 April is a Friday that ends at noon, the Saturday after it would have been free anyhow
        assertThat(hours.text(Attributes.DATED_SHIFTS))
                .isEqualTo("2026-04-01..2026-04-09 MON 06:00-08:00;MON 10:00-22:00;TUE,WED,THU,FRI 06:00-22:00"
                        + "|2026-04-10..2026-04-10 FRI 06:00-12:00"
                        + "|2026-04-12..2026-04-30 MON 06:00-08:00;MON 10:00-22:00;TUE,WED,THU,FRI 06:00-22:00");
    }

    /** The patterns of newer and of older versions; where no rule fits, the changeover is as good as never done. */
    @Test
    void setupMatrix_isTriedOnEveryNameThereIs() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <resources><resource name="line"><setup>light green</setup><setupmatrix name="colours"><rules>
                  <rule priority="2" fromsetup="*green" tosetup="white" duration="P1D"/>
                  <rule priority="1" fromsetup="dark.*" tosetup=".*" duration="PT90S"/>
                  <rule priority="3" tosetup="light green" duration="PT1H"/></rules></setupmatrix></resource></resources>
                <operations>
                  <operation name="white" xsi:type="operation_time_per" duration_per="PT1M"><item name="W"/>
                    <loads><load><resource name="line"/><setup>white</setup></load></loads></operation>
                  <operation name="green" xsi:type="operation_time_per" duration_per="PT1M"><item name="G"/>
                    <loads><load><resource name="line"/><setup>dark green</setup></load></loads></operation></operations>
                """);

        Node line = snapshot.node("EQP-line");
        assertThat(line.text(Attributes.SETUP)).isEqualTo("light green");
        assertThat(line.text(Attributes.CHANGEOVERS))
                .isEqualTo("dark green>*=2;light green>dark green=525600;light green>white=1440"
                        + ";white>dark green=525600;white>light green=60");
        assertThat(snapshot.node("PRO-white")
                        .out(RelationType.RUNS_ON)
                        .getFirst()
                        .text(Attributes.SETUP))
                .isEqualTo("white");
    }

    @Test
    void whatIsNeededBesideAMachine_limitsItAsACrewDoes() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <resources><resource name="press"/><resource name="crane" maximum="2"/>
                  <resource name="men"><members>
                    <resource name="Ann"><resourceskills><resourceskill><skill name="welding"/></resourceskill></resourceskills></resource>
                    <resource name="Bob"/></members></resource></resources>
                <operations>
                  <operation name="press lid" xsi:type="operation_time_per" duration_per="PT1M"><item name="lid"/><loads>
                    <load><resource name="press"/></load><load quantity="2"><resource name="crane"/></load>
                    <load><resource name="men"/><skill name="welding"/></load></loads></operation>
                  <operation name="lift" xsi:type="operation_fixed_time" duration="PT1H"><item name="box"/>
                    <loads><load><resource name="crane"/></load></loads></operation></operations>
                """);

        Node press = snapshot.node("PRO-press-lid");
        assertThat(press.out(RelationType.RUNS_ON))
                .extracting(r -> r.to().name())
                .containsExactly("press");
        assertThat(press.out(RelationType.STAFFED_BY))
                .extracting(r -> r.number(Attributes.OPERATORS) + " " + r.to().name() + " "
                        + r.findText(Attributes.SKILL).orElse("-"))
                .containsExactlyInAnyOrder("2.0 crane -", "1.0 men welding");
        assertThat(snapshot.node("EQP-crane").number(Attributes.OPERATORS_PER_SHIFT))
                .isEqualTo(2);
        assertThat(snapshot.node("EQP-Ann").names(Attributes.SKILLS)).containsExactly("welding");
        // the crane stands beside the press, so that its time is kept in one place
        assertThat(snapshot.node("PRO-lift").out(RelationType.STAFFED_BY))
                .extracting(r -> r.to().name())
                .containsExactly("crane");
        assertThat(snapshot.node("PRO-lift").out(RelationType.RUNS_ON))
                .allMatch(r -> r.to().flag(Attributes.UNLIMITED));
    }

    /** Of two resources with set-ups the one that is set up for it is the machine; the other is a helper everywhere. */
    @Test
    void twoResourcesWithSetups_areOneMachineAndOneHelper() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <resources>
                  <resource name="one"><setupmatrix name="m"><rules><rule priority="1" duration="-PT5M"/></rules></setupmatrix></resource>
                  <resource name="two"><setupmatrix name="m"/></resource></resources>
                <operations>
                  <operation name="both" xsi:type="operation_time_per" duration_per="PT1M"><item name="A"/><loads>
                    <load><resource name="two"/></load><load><resource name="one"/><setup>red</setup></load></loads></operation>
                  <operation name="alone" xsi:type="operation_time_per" duration_per="PT1M"><item name="B"/><loads>
                    <load><resource name="two"/><setup>blue</setup></load></loads></operation></operations>
                """);

        assertThat(snapshot.node("PRO-both").out(RelationType.RUNS_ON))
                .extracting(r -> r.to().name())
                .containsExactly("one");
        assertThat(snapshot.node("EQP-two").text(Attributes.KIND)).isEqualTo("labour");
        assertThat(snapshot.node("PRO-alone").out(RelationType.STAFFED_BY))
                .extracting(r -> r.to().name())
                .containsExactly("two");
        assertThat(snapshot.node("PRO-alone").out(RelationType.RUNS_ON))
                .allMatch(r -> r.to().flag(Attributes.UNLIMITED));
    }

    @Test
    void skillThatNobodyInThePoolHas_isNobodys() throws IOException {
        Dataset dataset = read("""
                <resources><resource name="men"><members><resource name="Ann"><resourceskills><resourceskill><skill name="welding"/></resourceskill></resourceskills></resource></members></resource></resources>
                <operations><operation name="paint" xsi:type="operation_time_per" duration_per="PT1M"><item name="lid"/>
                  <loads><load><resource name="men"/><skill name="painting"/></load></loads></operation></operations>
                """);

        assertThat(BusinessSnapshot.of(dataset.facts()).node("PRO-paint").out(RelationType.RUNS_ON))
                .isEmpty();
    }

    @Test
    void operationsOwnHours_areItsCalendar() throws IOException {
        BusinessSnapshot snapshot = clean("""
                <calendars><calendar name="mornings"><default>0</default><buckets>
                  <bucket value="1" starttime="PT6H" endtime="PT12H"/></buckets></calendar></calendars>
                """
                + LID.replace("<operation name=\"press lid\"", "<operation available=\"mornings\" name=\"press lid\""));

        assertThat(snapshot.node("PRO-press-lid").out(RelationType.FOLLOWS))
                .extracting(r -> r.to().text(Attributes.SHIFTS))
                .containsExactly("MON,TUE,WED,THU,FRI,SAT,SUN 06:00-12:00");
    }

    @Test
    void purchasesAndRunningWork_areOnOrder() throws IOException {
        BusinessSnapshot snapshot = clean(LID + """
                <operationplans>
                  <operationplan ordertype="PO" reference="P1" quantity="40" status="confirmed" start="2026-02-20T00:00:00" end="2026-03-09T00:00:00">
                    <item name="sheet"/><supplier name="mill"/></operationplan>
                  <operationplan id="77"><operation name="press lid"/><quantity>6</quantity><status>confirmed</status><end>2026-03-05T00:00:00</end></operationplan>
                </operationplans>
                """);

        assertThat(snapshot.node("PUR-P1").number(Attributes.QUANTITY)).isEqualTo(40);
        assertThat(snapshot.nodes(NodeType.WORK_ORDER)
                        .getFirst()
                        .out(RelationType.FOR)
                        .getFirst()
                        .to()
                        .name())
                .isEqualTo("lid");
    }

    @Test
    void whatHasNoPlace_isTold() throws IOException {
        Dataset dataset =
                read(LID.replace("<resource name=\"press\"/>", """
                <resource name="press"><setupmatrix name="colours"><rules><rule priority="1" duration="P1D"/><rule priority="2" cost="9"/></rules></setupmatrix></resource>""").replace("due=", "maxlateness=\"P0D\" due=")
                        + "<?python print('no')?><problems><problem name=\"x\"/></problems>");

        assertThat(dataset.problems())
                .contains(
                        note("input.setuprule.cost", "1", "9"),
                        note("input.demand.maxlateness", "1", "0"),
                        note("input.problem", "1", ""),
                        note("<?…?>", "1", "model.xml"));
    }

    @Test
    void buffersWithoutAPlace_lieInTheStandInPlace() throws IOException {
        BusinessSnapshot snapshot =
                clean("<buffers><buffer name=\"B\" onhand=\"3\"><item name=\"lid\"/></buffer></buffers>");

        assertThat(snapshot.nodes(NodeType.STOCK_LOT)
                        .getFirst()
                        .out(RelationType.STORED_IN)
                        .getFirst()
                        .to()
                        .name())
                .isEqualTo("location");
    }

    @Test
    void jsonBesideXml_isOneModel() throws IOException {
        Files.writeString(folder.resolve("garage.json"), """
                [{"model": "input.item", "fields": {"name": "lid", "cost": 20}},
                {"model": "input.customer", "fields": {"name": "garage"}},
                {"model": "input.demand", "fields": {"name": "J1", "item": "lid", "customer": "garage", "due": "2026-03-31 00:00:00", "quantity": 1, "status": "open"}}]
                """);
        Files.writeString(folder.resolve("sitemap.xml"), "<urlset/>");

        Dataset dataset = read(LID);
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(snapshot.node("MAT-lid").number(Attributes.STANDARD_COST)).isEqualTo(20);
        assertThat(snapshot.nodes(NodeType.ORDER)).hasSize(2);
        assertThat(snapshot.node("ORD-J1").findNumber(Attributes.DUE_MINUTE)).isEmpty();
        assertThat(dataset.problems()).contains(new Problem("sitemap.xml", 0, "", "", ProblemCode.FILE_NOT_READ, ""));
    }

    @Test
    void packedFile_isReadAsOneAlone() throws IOException {
        Path file = folder.resolve("model.xml.gz");
        byte[] packed = packed(plan(LID).getBytes(StandardCharsets.UTF_8));
        Files.write(file, packed);

        Dataset dataset = Datasets.read(file, ReadOptions.none());

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.name()).isEqualTo("model");
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(dataset.originals().getFirst().size()).isEqualTo(packed.length);
    }

    @Test
    void packedFile_damagedOrBeyondMeasure_isRefused() throws IOException {
        byte[] packed = packed(plan(LID).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("model.xml.gz"), java.util.Arrays.copyOf(packed, packed.length / 2));
        assertThat(Datasets.read(folder, ReadOptions.none()).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FILE_DAMAGED);

        byte[] large = new byte[(64 << 20) + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        System.arraycopy("<plan>".getBytes(StandardCharsets.UTF_8), 0, large, 0, 6);
        Files.write(folder.resolve("model.xml.gz"), packed(large));
        assertThat(Datasets.read(folder, ReadOptions.none()).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void malformed_isSaidWithItsLine() throws IOException {
        Dataset dataset = read("<items>\n<item name=\"a\">\n</items>");

        assertThat(dataset.problems())
                .extracting(p -> p.file() + " " + p.row() + " " + p.code())
                .containsExactly("model.xml 5 XML_MALFORMED");
        assertThat(dataset.problems().getFirst().value()).doesNotContain("ParseError");
    }

    @Test
    void entities_areRefusedWhateverTheyWouldBecome() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "42");
        for (String entities : new String[] {
            "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">",
            "<!ENTITY c SYSTEM \"" + secret.toUri() + "\">",
            "<!ENTITY % p SYSTEM \"http://localhost:9/none.dtd\"> %p;"
        }) {
            Files.writeString(
                    folder.resolve("model.xml"),
                    "<?xml version=\"1.0\"?>\n<!DOCTYPE plan [" + entities + "]>\n<plan><name>&c;</name></plan>");

            Dataset dataset = Datasets.read(folder, ReadOptions.none());

            assertThat(dataset.problems()).extracting(Problem::code).containsExactly(ProblemCode.XML_MALFORMED);
            assertThat(dataset.problems().getFirst().value()).isEqualTo("<!DOCTYPE");
            assertThat(dataset.importable()).isFalse();
        }
    }

    @Test
    void depth_isRefusedBeyondAnythingMeant() throws IOException {
        assertThat(read("<items>".repeat(200_000)).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.XML_MALFORMED);
    }

    @Test
    void circlesOfOwners_areNoCirclesToUs() throws IOException {
        read("""
                <resources><resource name="R"><owner name="R"/><loads><load><operation name="o1"/></load></loads></resource></resources>
                <items><item name="a"><owner name="b"/></item><item name="b"><owner name="a"/></item></items>
                <suppliers><supplier name="s"><itemsuppliers><itemsupplier><item name="a"/></itemsupplier></itemsuppliers></supplier></suppliers>
                <operations>
                  <operation name="o1" xsi:type="operation_alternate"><suboperations><suboperation><operation name="o2"/></suboperation></suboperations></operation>
                  <operation name="o2" xsi:type="operation_routing"><suboperations><suboperation><operation name="o1"/></suboperation></suboperations></operation>
                </operations>
                """);
    }

    @Test
    void cutOffAnywhere_isAProblemAndNeverAnException() throws IOException {
        String whole = plan(LID);
        for (int length = 8; length < whole.length() - 8; length += 23) {
            Files.writeString(folder.resolve("model.xml"), whole.substring(0, length));

            assertThat(Datasets.read(folder, ReadOptions.none()).importable())
                    .as("cut off after %d characters", length)
                    .isFalse();
        }
    }

    @Test
    void wrongValues_areNamedAsInAnExport() throws IOException {
        Dataset dataset = read(LID.replace("P5D", "five days").replace("2026-03-31T14:30:20", "soon"));

        assertThat(dataset.problems(Severity.ERROR))
                .extracting(p -> p.column() + " " + p.value() + " " + p.code())
                .contains("leadtime five days NUMBER_WRONG", "due soon DATE_WRONG");
    }

    private String mode(String minshipment) throws IOException {
        return clean(LID.replace("minshipment=\"12\"", minshipment))
                .node("ORD-D1")
                .text(Attributes.DELIVERY_MODE);
    }

    private static Problem note(String column, String count, String example) {
        return new Problem("", 0, column, count, ProblemCode.NOT_USED, example);
    }

    private static String values(Node node) {
        return "%s %s %s %s %s"
                .formatted(
                        node.number(Attributes.QUANTITY),
                        node.number(Attributes.PRIORITY),
                        node.date(Attributes.DUE_DATE),
                        node.number(Attributes.DUE_MINUTE),
                        node.text(Attributes.DELIVERY_MODE));
    }

    private static Relation run(BusinessSnapshot snapshot, String process) {
        return snapshot.node("PRO-" + process).out(RelationType.RUNS_ON).getFirst();
    }

    private static double sequence(BusinessSnapshot snapshot, String process) {
        return snapshot.node(process).out(RelationType.STEP_OF).getFirst().number(Attributes.SEQUENCE);
    }

    /** Material per piece, by name. */
    private static String consumed(BusinessSnapshot snapshot, String process) {
        return snapshot.node("PRO-" + process).out(RelationType.CONSUMES).stream()
                .map(r -> r.to().name() + " "
                        + io.sandtable.model.ValueKind.NUMBER.format(r.number(Attributes.QUANTITY_PER_UNIT)))
                .sorted()
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private BusinessSnapshot clean(String inner) throws IOException {
        Dataset dataset = read(inner);
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        return BusinessSnapshot.of(dataset.facts());
    }

    private Dataset read(String inner) throws IOException {
        Files.writeString(folder.resolve("model.xml"), plan(inner));
        return Datasets.read(folder, ReadOptions.none());
    }

    private static String plan(String inner) {
        return "<?xml version=\"1.0\"?>\n<plan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><current>2026-03-02T00:00:00</current>\n"
                + inner
                + "\n</plan>\n";
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}

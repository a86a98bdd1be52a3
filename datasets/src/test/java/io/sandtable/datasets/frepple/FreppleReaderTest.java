package io.sandtable.datasets.frepple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The third party's manufacturing model as it is. */
class FreppleReaderTest {
    private static Dataset dataset;
    private static BusinessSnapshot snapshot;

    @BeforeAll
    static void read() throws IOException {
        dataset = Datasets.read(SharedData.folder("company/frepple-manufacturing"), ReadOptions.none());
        snapshot = BusinessSnapshot.of(dataset.facts());
    }

    @Test
    void model_isImportableAsOfItsOwnDate() {
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.problems(Severity.WARNING)).isEmpty();
        assertThat(dataset.name()).isEqualTo("frepple-manufacturing");
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(dataset.originals())
                .extracting(o -> o.name())
                .contains("manufacturing_demo.json", "market/commodity_prices_monthly.csv");
    }

    @Test
    void counts_areThoseOfTheFile() {
        // 9 operations: a routing of two, the second of which is but a wait, and 6 alone
        // 12 items: 11 things and the group of all of them
        assertThat(snapshot.nodes(NodeType.MATERIAL)).hasSize(11);
        assertThat(snapshot.node("FAM-All-items").in(RelationType.MEMBER_OF)).hasSize(4);
        assertThat(snapshot.node("FAM-furniture").in(RelationType.MEMBER_OF)).hasSize(4);
        assertThat(snapshot.nodes(NodeType.SUPPLIER)).hasSize(4);
        assertThat(snapshot.relations(RelationType.SUPPLIES)).hasSize(5);
        assertThat(snapshot.nodes(NodeType.EQUIPMENT)).hasSize(8);
        assertThat(snapshot.nodes(NodeType.PROCESS)).hasSize(7);
        assertThat(snapshot.nodes(NodeType.ROUTING)).hasSize(7);
        assertThat(snapshot.nodes(NodeType.STOCK_LOT)).hasSize(19);
        assertThat(snapshot.nodes(NodeType.PURCHASE_ORDER)).hasSize(4);
        assertThat(snapshot.relations(RelationType.TRANSFERS_TO)).hasSize(6);
        assertThat(snapshot.nodes(NodeType.ORDER)).hasSize(220);
        assertThat(openOrders()).hasSize(16);
    }

    @Test
    void controlTotals_differOnlyWhereANoteSaysWhy() {
        assertThat(dataset.controlTotals())
                .filteredOn(t -> !t.agrees())
                .extracting(ControlTotal::subject)
                .containsExactly("input.location", "input.customer", "input.operationplan");
        assertThat(dataset.problems())
                .extracting(Problem::code)
                .contains(ProblemCode.GROUP_NOT_USED, ProblemCode.PLAN_NOT_USED);
        assertThat(dataset.controlTotals())
                .contains(
                        new ControlTotal(
                                "stock-quantity", "onhand", "pcs", new BigDecimal("810"), new BigDecimal("810")),
                        new ControlTotal(
                                "order-quantity", "open", "pcs", new BigDecimal("250"), new BigDecimal("250")));
    }

    @Test
    void bill_ofTheRoundTableIsWhatTheFileSays() {
        Node assembly = snapshot.node("PRO-Assemble-round-table");

        assertThat(assembly.out(RelationType.CONSUMES))
                .extracting(r -> r.to().name() + " " + (int) r.number(Attributes.QUANTITY_PER_UNIT))
                .containsExactlyInAnyOrder("polished wooden panel 1", "screws 10", "table leg 4");
        assertThat(assembly.out(RelationType.RUNS_ON))
                .extracting(r -> r.to().name() + " " + (int) r.number(Attributes.MINUTES_PER_UNIT))
                .containsExactly("assembly line 60");
        assertThat(snapshot.node("ROU-Assemble-round-table").out(RelationType.YIELDS))
                .extracting(r -> r.to().id())
                .containsExactly("MAT-round-table");
    }

    @Test
    void varnish_isAppliedByWhoeverHasTheSkillAndThenDries() {
        assertThat(snapshot.node("PRO-Apply-varnish-for-chair").out(RelationType.RUNS_ON))
                .extracting(r -> r.to().id())
                .containsExactly("EQP-unlimited-@-factory");
        // he may also be asked for beside a machine, so that he is one of the crew here too
        Node varnish = snapshot.node("PRO-Apply-varnish-for-chair");
        assertThat(varnish.out(RelationType.STAFFED_BY))
                .extracting(r -> r.text(Attributes.SKILL) + " of " + r.to().name())
                .containsExactly("Varnish skill of operators");
        assertThat(snapshot.node("EQP-Antonio").names(Attributes.SKILLS)).contains("Varnish skill");
        assertThat(List.of(snapshot.node("EQP-Antonio"), snapshot.node("EQP-Carl")))
                .allMatch(person -> person.text(Attributes.KIND).equals("labour"))
                .allMatch(person -> person.number(Attributes.OPERATORS_PER_SHIFT) == 1)
                .allMatch(person -> person.number(Attributes.LABOUR_RATE) == 40);
        assertThat(varnish.number(Attributes.WAIT_MINUTES)).isEqualTo(360);
        assertThat(varnish.source(Attributes.WAIT_MINUTES).row())
                .as("the object of the drying, not of the varnish")
                .isEqualTo("51");
        assertThat(snapshot.node("ROU-Varnish-chair").in(RelationType.STEP_OF)).hasSize(1);
    }

    @Test
    void calendars_countMachinesAndCloseDays() {
        assertThat(snapshot.node("EQP-assembly-line").number(Attributes.UNITS)).isEqualTo(2);
        assertThat(snapshot.nodes(NodeType.CALENDAR))
                .extracting(Node::name)
                .containsExactly("Calendar for Antonio + Working Days", "Working Days");
        Node working = snapshot.node("CAL-Working-Days");
        assertThat(working.text(Attributes.SHIFTS)).isEqualTo("MON,TUE,WED,THU,FRI 00:00-24:00");
        // a bucket ends where the next day begins: the last day of the summer break is 31 July
        assertThat(working.text(Attributes.SHUTDOWNS)).contains("2021-07-15..2021-07-31", "2021-12-25..2022-01-01");
        Node antonio = snapshot.node("EQP-Antonio")
                .out(RelationType.FOLLOWS)
                .getFirst()
                .to();
        assertThat(antonio.name()).isEqualTo("Calendar for Antonio + Working Days");
        assertThat(antonio.text(Attributes.SHIFTS)).isEqualTo("MON,TUE,WED,THU,FRI 00:00-24:00");
        assertThat(antonio.text(Attributes.SHUTDOWNS)).contains("2021-01-13..2021-01-13", "2021-07-15..2021-07-31");
    }

    @Test
    void offers_keepLeadTimeMinimumAndMultiple() {
        Relation beams =
                snapshot.node("MAT-wooden-beam").in(RelationType.SUPPLIES).getFirst();

        assertThat(beams.from().name()).isEqualTo("wood supplier");
        assertThat(beams.number(Attributes.LEAD_TIME_DAYS)).isEqualTo(7);
        assertThat(beams.number(Attributes.MULTIPLE)).isEqualTo(50);
        assertThat(beams.source(Attributes.LEAD_TIME_DAYS).evidence().origin()).isEqualTo(Origin.REAL);
    }

    @Test
    void dueDates_leaveTimeForTheTransferAndThePromiseKeepsTheCustomersDay() {
        Node order = snapshot.node("ORD-Demand-04");

        // factory → warehouse 1 day → shop 1 2 days
        assertThat(order.date(Attributes.DUE_DATE)).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(order.source(Attributes.DUE_DATE).evidence().by()).contains("minus 3 days of transfer to shop 1");
        assertThat(order.out(RelationType.PROMISED).getFirst().date(Attributes.DUE_DATE))
                .isEqualTo(LocalDate.of(2021, 3, 3));
        assertThat(order.text(Attributes.CODE)).isEqualTo("Demand 04");
    }

    @Test
    void woodPrices_comeFromTheMarketOfTheDay() {
        Relation beams =
                snapshot.node("MAT-wooden-beam").in(RelationType.SUPPLIES).getFirst();

        // 732.43 USD/m3 in December 2020, 0.01 m3 a beam
        assertThat(beams.number(Attributes.PRICE)).isCloseTo(732.43 * 0.01 * 6.5249, within(1e-6));
        assertThat(beams.source(Attributes.PRICE).evidence())
                .satisfies(e -> assertThat(e.origin()).isEqualTo(Origin.DERIVED))
                .satisfies(e -> assertThat(e.by()).contains("Sawnwood, Malaysian", "2020-12-31", "0.01"))
                .satisfies(e -> assertThat(e.licence()).contains("CC BY 4.0"));
        assertThat(snapshot.node("PUR-PO#2").number(Attributes.PRICE)).isEqualTo(beams.number(Attributes.PRICE));
    }

    @Test
    void series_areRealAndEndBeforeTheDayOfThePlan() {
        for (Node series : snapshot.nodes(NodeType.PRICE_SERIES)) {
            assertThat(series.source(Attributes.POINTS).evidence().origin()).isEqualTo(Origin.REAL);
            assertThat(series.source(Attributes.POINTS).evidence().asOf()).isEqualTo(LocalDate.of(2020, 12, 31));
            assertThat(series.findSeries(Attributes.POINTS)
                            .orElseThrow()
                            .points()
                            .lastKey())
                    .isEqualTo(LocalDate.of(2020, 12, 31));
        }
        assertThat(snapshot.node("MAT-wooden-panel").in(RelationType.FOR))
                .filteredOn(r -> r.from().type() == NodeType.PRICE_SERIES)
                .extracting(r -> r.from().name())
                .containsExactly("Plywood");
    }

    @Test
    void whatTheFileLacks_isANamedStandIn() {
        Node table = snapshot.node("MAT-round-table");

        assertThat(table.source(Attributes.SALES_PRICE).evidence().origin()).isEqualTo(Origin.DEFAULT);
        assertThat(table.source(Attributes.SALES_PRICE).evidence().by()).startsWith("sales-markup");
        assertThat(dataset.problems())
                .filteredOn(p -> p.code() == ProblemCode.STAND_IN_USED)
                .extracting(Problem::column)
                .contains(
                        "sales-markup", "purchase-markup", "kilowatts", "labour-rate", "yield-percent", "opening-cash");
        assertThat(snapshot.factsByOrigin().get(Origin.DEFAULT)).isBetween(50, 120);
    }

    @Test
    void nothing_isLeftOutInSilence() {
        List<Problem> unused = dataset.problems().stream()
                .filter(p -> p.code() == ProblemCode.NOT_USED)
                .toList();

        assertThat(unused)
                .extracting(Problem::column)
                .containsExactlyInAnyOrder(
                        "input.item.subcategory",
                        "input.item.volume",
                        "input.operation.subcategory",
                        "input.operation.category",
                        "input.resource.category",
                        "input.itemdistribution.sizeminimum",
                        "input.itemdistribution.sizemultiple",
                        "common.userpreference");
    }

    @Test
    void readingTwice_givesTheSameSnapshot() throws IOException {
        Dataset again = Datasets.read(SharedData.folder("company/frepple-manufacturing"), ReadOptions.none());

        assertThat(BusinessSnapshot.of(again.facts()).hash()).isEqualTo(snapshot.hash());
    }

    @Test
    void laterDay_takesThePublishedRateOfThatDay() throws IOException {
        Dataset later = Datasets.read(
                SharedData.folder("company/frepple-manufacturing"),
                new ReadOptions("frepple", LocalDate.of(2024, 7, 1), null));

        assertThat(later.asOf()).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(BusinessSnapshot.of(later.facts()).node("MAT-chair").number(Attributes.STANDARD_COST))
                .isCloseTo(150 / 0.13809226, within(1e-6));
        assertThat(later.problems())
                .filteredOn(p -> p.code() == ProblemCode.CURRENCY_CONVERTED)
                .hasSize(1);
    }

    private static List<Node> openOrders() {
        return snapshot.nodes(NodeType.ORDER).stream()
                .filter(o -> o.text(Attributes.STATUS).equals("open"))
                .toList();
    }
}

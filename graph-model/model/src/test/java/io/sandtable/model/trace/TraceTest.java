package io.sandtable.model.trace;

import static io.sandtable.model.RelationType.CAME_FROM;
import static io.sandtable.model.RelationType.FOR;
import static io.sandtable.model.RelationType.ORDERED;
import static io.sandtable.model.RelationType.PLACED_WITH;
import static io.sandtable.model.RelationType.SHIPPED_FOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ingot is bought and cast into two batches of blanks, both of which go into one batch of shells. */
class TraceTest {
    private final Records records = new Records()
            .thing("LOT-ingot", Map.of("code", "AL-1", "supplierLot", "HEAT-77", "receivedDate", Records.DAY))
            .thing("MAT-ingot", Map.of("unit", "kg"))
            .thing("LOT-shell", Map.of("quantity", 10.0))
            .relation("LOT-ingot", FOR, "MAT-ingot")
            .relation("LOT-ingot", CAME_FROM, "PUR-1")
            .relation("PUR-1", PLACED_WITH, "SUP-a")
            .relation("LOT-blank-1", CAME_FROM, "WOR-1")
            .made("WOR-1", "LOT-ingot", 400)
            .made("LOT-blank-2", "LOT-ingot", 300)
            .made("LOT-shell", "LOT-blank-1", 40)
            .relation("LOT-shell", CAME_FROM, "LOT-blank-2")
            .relation("LOT-shell", SHIPPED_FOR, "ORD-1", "", Map.of("quantity", 25.0))
            .thing("ORD-1", Map.of("status", "closed", "deliveredDate", LocalDate.of(2026, 11, 20)))
            .relation("CUS-a", ORDERED, "ORD-1");

    @Test
    void back_endsAtTheSupplier_andNamesEachStepOnce() {
        assertThat(steps(trace("LOT-shell", Direction.BACK)))
                .containsExactly(
                        "1 LOT-shell>LOT-blank-1",
                        "1 LOT-shell>LOT-blank-2",
                        "2 LOT-blank-1>WOR-1",
                        "2 LOT-blank-2>LOT-ingot",
                        "3 WOR-1>LOT-ingot",
                        "3 LOT-ingot>PUR-1",
                        "4 PUR-1>SUP-a");
    }

    @Test
    void back_ofADeliveredOrder_beginsAtWhatWasShipped() {
        assertThat(steps(trace("ORD-1", Direction.BACK))).startsWith("1 ORD-1>LOT-shell", "2 LOT-shell>LOT-blank-1");
    }

    @Test
    void forward_reachesOrdersAndCustomers_throughBothBranchesOfADiamond() {
        Trace trace = trace("LOT-ingot", Direction.FORWARD);

        assertThat(steps(trace))
                .containsExactly(
                        "1 LOT-ingot>WOR-1",
                        "1 LOT-ingot>LOT-blank-2",
                        "2 WOR-1>LOT-blank-1",
                        "2 LOT-blank-2>LOT-shell",
                        "3 LOT-blank-1>LOT-shell",
                        "3 LOT-shell>ORD-1",
                        "4 ORD-1>CUS-a");
        assertThat(ids(trace.reached(NodeType.STOCK_LOT)))
                .containsExactly("LOT-ingot", "LOT-blank-2", "LOT-blank-1", "LOT-shell");
        assertThat(ids(trace.reached(NodeType.CUSTOMER))).containsExactly("CUS-a");
    }

    @Test
    void circle_isWalkedOnce() {
        records.relation("LOT-ingot", CAME_FROM, "LOT-shell").relation("LOT-ingot", CAME_FROM, "LOT-ingot");

        Trace trace = trace("LOT-shell", Direction.BACK);

        assertThat(steps(trace))
                .contains("3 LOT-ingot>LOT-shell", "3 LOT-ingot>LOT-ingot")
                .doesNotHaveDuplicates();
        assertThat(trace.movements()).hasSize(9);
    }

    @Test
    void whatNobodyNoted_isUnknown_andNotSharedOut() {
        Trace trace = trace("LOT-shell", Direction.BACK);

        assertThat(movement(trace, "LOT-blank-1").quantity()).hasValue(40);
        assertThat(movement(trace, "LOT-blank-2").quantity()).isEmpty();
        assertThat(movement(trace, "LOT-blank-2").day()).isEmpty();
        assertThat(movement(trace, "PUR-1").quantity()).isEmpty();
        assertThat(movement(trace, "PUR-1").day()).hasValue(Records.DAY);
        assertThat(movement(trace, "SUP-a").isOfGoods()).isFalse();
    }

    @Test
    void quantity_isInTheUnitOfWhatItCameFrom_ofWhatWasShippedInThatOfTheLot() {
        Trace trace = trace("LOT-ingot", Direction.FORWARD);

        assertThat(movement(trace, "WOR-1").unit()).hasValue("kg");
        assertThat(movement(trace, "ORD-1").unit()).isEmpty();
        assertThat(movement(trace, "ORD-1").quantity()).hasValue(25);
        assertThat(movement(trace, "ORD-1").day()).hasValue(LocalDate.of(2026, 11, 20));
    }

    @Test
    void looseEnds_areNamed_whatIsStillThereIsNone() {
        records.made("LOT-odd", "LOT-ingot", 1)
                .thing("LOT-odd", Map.of("quantity", 0.0))
                .made("LOT-kept", "LOT-ingot", 1)
                .thing("LOT-kept", Map.of("quantity", 5.0))
                .made("LOT-kept", "LOT-unknown", 1);

        assertThat(ids(trace("LOT-ingot", Direction.FORWARD).looseEnds())).containsExactly("LOT-odd");
        assertThat(ids(trace("LOT-kept", Direction.BACK).looseEnds())).containsExactly("LOT-unknown");
        assertThat(trace("LOT-shell", Direction.BACK).looseEnds()).isEmpty();
    }

    @Test
    void lotsAreFound_byIdCodeAndTheSuppliersNumber_ofWhichThereMayBeSeveral() {
        records.thing("LOT-other", Map.of("supplierLot", "heat-77"));
        BusinessSnapshot snapshot = records.snapshot();

        assertThat(ids(Trace.find(snapshot, " LOT-ingot "))).containsExactly("LOT-ingot");
        assertThat(ids(Trace.find(snapshot, "al-1"))).containsExactly("LOT-ingot");
        assertThat(ids(Trace.find(snapshot, "HEAT-77"))).containsExactly("LOT-ingot", "LOT-other");
        assertThat(ids(Trace.find(snapshot, "ORD-1"))).containsExactly("ORD-1");
        assertThat(Trace.find(snapshot, "MAT-ingot")).isEmpty();
        assertThat(Trace.find(snapshot, "")).isEmpty();
    }

    private Trace trace(String id, Direction direction) {
        return Trace.of(List.of(records.snapshot().node(id)), direction);
    }

    private static Movement movement(Trace trace, String to) {
        return trace.movements().stream()
                .filter(m -> m.hop().to().id().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> steps(Trace trace) {
        return trace.movements().stream()
                .map(m -> m.distance() + " " + m.hop().from() + ">" + m.hop().to())
                .toList();
    }

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }
}

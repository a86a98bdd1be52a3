package io.sandtable.model.ripple;

import static io.sandtable.model.RelationType.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RippleGraphTest {
    private final Network network = new Network()
            .relation("SUP-skf", SUPPLIES, "MAT-bearing")
            .relation("SUP-alu", SUPPLIES, "MAT-ingot")
            .made("MAT-cover", "MAT-bearing", "MAT-ingot")
            .made("MAT-motor", "MAT-cover")
            .made("MAT-plate", "MAT-ingot")
            .ordered("ORD-1", "MAT-motor")
            .ordered("ORD-2", "MAT-plate")
            .relation("CUS-a", ORDERED, "ORD-1")
            .relation("ORD-1", PROMISED, "CUS-a");

    @Test
    void missingPart_stopsAllThatIsMadeOfIt_andTheOrdersForThat() {
        Ripple ripple = ripple("MAT-bearing");

        assertThat(ids(ripple))
                .containsExactly(
                        "PRO-cover", "ROU-cover", "MAT-cover", "PRO-motor", "ROU-motor", "MAT-motor", "ORD-1", "CUS-a");
    }

    @Test
    void path_namesEveryRelationWithItsEvidence() {
        Touched order = ripple("SUP-skf").find(node("ORD-1")).orElseThrow();

        assertThat(order.path())
                .extracting(hop -> hop.relation().type())
                .containsExactly(SUPPLIES, CONSUMES, STEP_OF, YIELDS, CONSUMES, STEP_OF, YIELDS, FOR);
        assertThat(order.path()).extracting(hop -> hop.from().id()).startsWith("SUP-skf", "MAT-bearing", "PRO-cover");
        assertThat(order.path())
                .extracting(Hop::relation)
                .extracting(Thing::source)
                .allSatisfy(source -> assertThat(source.evidence().source()).isEqualTo("file.csv"));
        assertThat(order.hops()).isEqualTo(8);
    }

    @Test
    void shortestPath_isKept() {
        network.relation("PRO-motor", CONSUMES, "MAT-bearing");

        assertThat(ripple("MAT-bearing").find(node("MAT-motor")).orElseThrow().hops())
                .isEqualTo(3);
    }

    @Test
    void missingProduct_doesNotStopWhatItIsMadeOf() {
        assertThat(ids(ripple("MAT-motor"))).containsExactly("ORD-1", "CUS-a");
    }

    @Test
    void energyOfAMachine_isTouchedButJoinsNothing() {
        network.relation("PRO-cover", RUNS_ON, "EQP-press")
                .relation("EQP-press", DRAWS, "ENE-power")
                .relation("EQP-lathe", DRAWS, "ENE-power")
                .relation("PRO-plate", RUNS_ON, "EQP-lathe")
                .relation("POL-carbon", APPLIES_TO, "ENE-power");

        Ripple ripple = ripple("MAT-bearing");

        assertThat(ids(ripple))
                .contains("EQP-press", "ENE-power", "POL-carbon")
                .doesNotContain("EQP-lathe", "PRO-plate");
        assertThat(ripple.find(node("ENE-power")).orElseThrow().handsOn()).isFalse();
        assertThat(ids(ripple("ENE-power"))).contains("EQP-lathe", "PRO-plate", "ORD-1", "ORD-2");
    }

    @Test
    void dearerPolicy_reachesWhatItAppliesTo() {
        network.relation("POL-duty", APPLIES_TO, "SUP-skf");

        assertThat(ids(ripple("POL-duty"))).startsWith("SUP-skf", "MAT-bearing").contains("ORD-1");
    }

    @Test
    void machineThatIsDown_stopsItsOperationsAndItsMaintenance() {
        network.relation("PRO-cover", RUNS_ON, "EQP-press")
                .relation("EQP-press", PART_OF, "EQP-shop")
                .thing("WOR-overhaul", Map.of("status", "open"))
                .relation("WOR-overhaul", FOR, "EQP-press");

        assertThat(ids(ripple("EQP-shop"))).contains("EQP-press", "PRO-cover", "WOR-overhaul", "ORD-1");
    }

    @Test
    void maintenanceThatNeedsTheSparePart_moves_andItsMachineIsNamed() {
        network.relation("WOR-overhaul", CONSUMES, "MAT-bearing")
                .relation("WOR-overhaul", FOR, "EQP-lathe")
                .relation("PRO-plate", RUNS_ON, "EQP-lathe");

        Ripple ripple = ripple("MAT-bearing");

        assertThat(ids(ripple)).contains("WOR-overhaul", "EQP-lathe").doesNotContain("PRO-plate");
    }

    @Test
    void substituteStockAndPurchases_standBeside_closedOnesDoNot() {
        network.relation("MAT-other", SUBSTITUTES, "MAT-bearing")
                .relation("LOT-1", FOR, "MAT-bearing")
                .thing("PUR-1", Map.of("status", "open"))
                .relation("PUR-1", FOR, "MAT-bearing")
                .thing("PUR-2", Map.of("status", "closed"))
                .relation("PUR-2", FOR, "MAT-bearing")
                .thing("ORD-3", Map.of("status", "closed"))
                .ordered("ORD-3", "MAT-motor")
                .made("MAT-else", "MAT-other");

        assertThat(ids(ripple("MAT-bearing")))
                .contains("MAT-other", "LOT-1", "PUR-1")
                .doesNotContain("PUR-2", "ORD-3", "PRO-else");
    }

    @Test
    void relationThatNoLongerHolds_carriesNothing() {
        network.relation("PRO-plate", CONSUMES, "MAT-bearing", Map.of("validTo", LocalDate.of(2026, 11, 20)))
                .relation("PRO-motor", CONSUMES, "MAT-washer", Map.of("validFrom", LocalDate.of(2026, 11, 21)));

        assertThat(ids(ripple("MAT-bearing"))).doesNotContain("PRO-plate");
        assertThat(ids(ripple("MAT-washer"))).contains("ORD-1");
    }

    @Test
    void mostHops_endTheWalk() {
        RippleGraph graph = RippleGraph.of(network.snapshot(), Network.DAY);

        assertThat(ids(graph.from(List.of(node("MAT-bearing")), 3)))
                .containsExactly("PRO-cover", "ROU-cover", "MAT-cover");
    }

    @Test
    void surroundings_lookBothWaysAndFindThePathBetween() {
        BusinessSnapshot snapshot = network.snapshot();
        var surroundings = Surroundings.of(snapshot, Network.DAY);
        Node ingot = snapshot.node("MAT-ingot");

        assertThat(surroundings.within(ingot, 1))
                .extracting(touched -> touched.node().id())
                .containsExactly("SUP-alu", "PRO-cover", "PRO-plate");
        assertThat(surroundings
                        .path(snapshot.node("ORD-2"), snapshot.node("SUP-alu"))
                        .orElseThrow())
                .extracting(hop -> hop.to().id())
                .containsExactly("MAT-plate", "ROU-plate", "PRO-plate", "MAT-ingot", "SUP-alu");
        assertThat(surroundings.among(List.of(ingot, snapshot.node("SUP-alu"), snapshot.node("ORD-2"))))
                .extracting(r -> r.type())
                .containsExactly(RelationType.SUPPLIES);
    }

    @Test
    void whereGoodsWent_isShownAroundThem_alsoToClosedOrders_andHandsOnNoChange() {
        network.relation("LOT-1", FOR, "MAT-motor")
                .relation("LOT-1", SHIPPED_FOR, "ORD-old")
                .thing("ORD-old", Map.of("status", "closed"))
                .relation("ORD-old", FOR, "MAT-plate");
        BusinessSnapshot snapshot = network.snapshot();
        var surroundings = Surroundings.of(snapshot, Network.DAY);

        assertThat(surroundings.within(snapshot.node("LOT-1"), 1))
                .extracting(touched -> touched.node().id())
                .contains("ORD-old");
        assertThat(surroundings.within(snapshot.node("ORD-old"), 1))
                .extracting(touched -> touched.node().id())
                .containsExactly("LOT-1");
        assertThat(ids(ripple("MAT-bearing"))).doesNotContain("ORD-old");
    }

    private Ripple ripple(String id) {
        BusinessSnapshot snapshot = network.snapshot();
        return RippleGraph.of(snapshot, Network.DAY).from(List.of(snapshot.node(id)));
    }

    private Node node(String id) {
        return network.snapshot().node(id);
    }

    private static List<String> ids(Ripple ripple) {
        return ripple.touched().stream().map(touched -> touched.node().id()).toList();
    }

    @Test
    void surroundingsOfAFewThings_goNowhereElse() {
        BusinessSnapshot snapshot = network.snapshot();
        Surroundings all = Surroundings.of(snapshot, Network.DAY);
        Surroundings few = all.only(List.of("PRO-cover", "ROU-cover", "MAT-cover", "MAT-nowhere"));

        assertThat(few.within(snapshot.node("MAT-bearing"), 9))
                .extracting(thing -> thing.node().id())
                .containsExactlyInAnyOrder("PRO-cover", "ROU-cover", "MAT-cover");
        assertThat(few.count(snapshot.node("MAT-bearing"), 9)).isEqualTo(4);
        assertThat(few.path(snapshot.node("MAT-bearing"), snapshot.node("ORD-1")))
                .isEmpty();
        assertThat(all.path(snapshot.node("MAT-bearing"), snapshot.node("ORD-1")))
                .isPresent();
    }
}

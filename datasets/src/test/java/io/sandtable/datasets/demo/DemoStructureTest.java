package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoStructureTest {
    @Test
    void machinesAndMoulds_areAsManyAsTheIssueAsksFor() {
        assertThat(equipment("machine")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(equipment("tool")).hasSizeGreaterThanOrEqualTo(12).allSatisfy(tool -> {
            assertThat(tool.findCurve(Attributes.WEAR_CURVE)).isPresent();
            assertThat(tool.number(Attributes.STROKES_USED)).isBetween(1.0, tool.number(Attributes.LIFE_STROKES));
        });
        assertThat(equipment("labour"))
                .allSatisfy(group ->
                        assertThat(group.number(Attributes.LABOUR_RATE)).isBetween(40.0, 50.0));
    }

    @Test
    void openOrders_areAtLeastFourHundredOverTwentySixWeeks() {
        var due = Demo.SNAPSHOT.nodes(NodeType.ORDER).stream()
                .filter(o -> o.text(Attributes.STATUS).equals("open"))
                .map(o -> o.date(Attributes.DUE_DATE))
                .sorted()
                .toList();

        assertThat(due).hasSizeGreaterThanOrEqualTo(400);
        assertThat(due.getFirst()).isAfter(DemoCompany.AS_OF);
        assertThat(due.getLast()).isBetween(DemoCompany.AS_OF.plusWeeks(25), DemoCompany.AS_OF.plusWeeks(26));
    }

    @Test
    void products_standAtLeastFourLevelsAboveTheirIngot() {
        assertThat(Demo.SNAPSHOT.nodes(NodeType.MATERIAL).stream()
                        .filter(m -> m.text(Attributes.ROLE).equals("product"))
                        .map(m -> level(m, new HashSet<>())))
                .allSatisfy(level -> assertThat(level).isBetween(4, 5));
    }

    @Test
    void everyMadeMaterial_hasOneToFiveStepsOnMachines() {
        for (Node material : Demo.SNAPSHOT.nodes(NodeType.MATERIAL)) {
            boolean raw = material.text(Attributes.ROLE).equals("raw");
            List<Node> steps = steps(material);

            assertThat(steps.size()).as(material.id()).isBetween(raw ? 0 : 1, raw ? 0 : 5);
            assertThat(steps)
                    .allSatisfy(step -> assertThat(step.out(RelationType.RUNS_ON))
                            .as(step.id())
                            .isNotEmpty());
        }
    }

    @Test
    void everyRawMaterial_isSuppliedAndUsedOrMayStandInForOne() {
        for (Node material : Demo.SNAPSHOT.nodes(NodeType.MATERIAL)) {
            if (material.text(Attributes.ROLE).equals("raw")) {
                assertThat(material.in(RelationType.SUPPLIES)).as(material.id()).isNotEmpty();
                assertThat(material.in(RelationType.CONSUMES).size()
                                + material.out(RelationType.SUBSTITUTES).size())
                        .as(material.id())
                        .isPositive();
            }
        }
    }

    @Test
    void everySupplierAndCustomer_doesBusinessWithUs() {
        assertThat(Demo.SNAPSHOT.nodes(NodeType.SUPPLIER))
                .allSatisfy(s -> assertThat(s.out(RelationType.SUPPLIES).size()
                                + s.in(RelationType.OUTSOURCED_TO).size())
                        .as(s.id())
                        .isPositive());
        assertThat(Demo.SNAPSHOT.nodes(NodeType.CUSTOMER))
                .allSatisfy(
                        c -> assertThat(c.out(RelationType.ORDERED)).as(c.id()).isNotEmpty());
    }

    @Test
    void importantRawMaterials_haveTwoSourcesOrMore() {
        Stream.of(
                        "AL-SI10",
                        "AL-ADC12",
                        "AL-A380",
                        "AL-5052",
                        "AL-3003",
                        "CU-BAR",
                        "GASKET-BE",
                        "VALVE-VENT",
                        "CONN-HV")
                .forEach(code -> assertThat(Demo.SNAPSHOT.node("MAT-" + code).in(RelationType.SUPPLIES).stream()
                                .map(Relation::from))
                        .as(code)
                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void everyNode_hasANameInBothLanguagesOrANumberOfItsOwn() {
        for (NodeType type : NodeType.values()) {
            for (Node node : Demo.SNAPSHOT.nodes(type)) {
                assertThat(node.has(Attributes.CODE) || (node.has(Attributes.NAME) && node.has(Attributes.NAME_EN)))
                        .as(node.id())
                        .isTrue();
            }
        }
    }

    @Test
    void namesAndAliases_meanOneNodeEach() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        Stream.of(
                        NodeType.SUPPLIER,
                        NodeType.CUSTOMER,
                        NodeType.MATERIAL,
                        NodeType.FAMILY,
                        NodeType.EQUIPMENT,
                        NodeType.ENERGY,
                        NodeType.PRICE_SERIES)
                .flatMap(type -> Demo.SNAPSHOT.nodes(type).stream())
                .forEach(node -> Stream.of(List.of(node.name(), node.nameEn()), node.names(Attributes.ALIASES))
                        .flatMap(List::stream)
                        .distinct()
                        .filter(name -> !seen.add(name))
                        .forEach(twice::add));

        assertThat(twice).isEmpty();
    }

    @Test
    void batteryShell_isTheAliasOfItsFamilyAlone() {
        Node family = Demo.SNAPSHOT.node("FAM-BAT");

        assertThat(family.name()).isEqualTo("新能源汽车电池壳");
        assertThat(family.names(Attributes.ALIASES)).contains("电池壳", "EV battery shells");
        assertThat(family.in(RelationType.MEMBER_OF)).hasSize(4);
    }

    @Test
    void batches_canBeFollowedFromTheSuppliersHeatToADeliveredOrder() {
        List<Node> heat = Trace.find(Demo.SNAPSHOT, "CC-A457");
        Trace forward = Trace.of(heat, Direction.FORWARD);
        Trace back = Trace.of(List.of(Demo.SNAPSHOT.node("ORD-SH-13411")), Direction.BACK);

        assertThat(heat).hasSize(2);
        assertThat(forward.reached(NodeType.CUSTOMER)).containsExactly(Demo.SNAPSHOT.node("CUS-QIYUE"));
        assertThat(forward.looseEnds()).isEmpty();
        assertThat(back.reached(NodeType.SUPPLIER))
                .containsExactlyInAnyOrder(Demo.SNAPSHOT.node("SUP-CHENGCHUAN"), Demo.SNAPSHOT.node("SUP-MIANHU"));
        assertThat(back.looseEnds()).isEmpty();
        assertThat(back.movements()).anyMatch(m -> m.isOfGoods() && m.quantity().isEmpty());
    }

    @Test
    void orderNumber_findsItsOrder() {
        assertThat(Demo.SNAPSHOT.node("ORD-SO-1108").text(Attributes.CODE)).isEqualTo("SO-1108");
    }

    private static List<Node> equipment(String kind) {
        return Demo.SNAPSHOT.nodes(NodeType.EQUIPMENT).stream()
                .filter(e -> e.text(Attributes.KIND).equals(kind))
                .toList();
    }

    private static List<Node> steps(Node material) {
        return material.in(RelationType.YIELDS).stream()
                .flatMap(y -> y.from().in(RelationType.STEP_OF).stream())
                .map(Relation::from)
                .toList();
    }

    /** 1 for what is bought; fails where an item is part of itself. */
    private static int level(Node material, Set<String> above) {
        assertThat(above.add(material.id()))
                .as("%s within itself", material.id())
                .isTrue();
        int deepest = steps(material).stream()
                .flatMap(step -> step.out(RelationType.CONSUMES).stream())
                .mapToInt(use -> level(use.to(), new HashSet<>(above)))
                .max()
                .orElse(0);
        return deepest + 1;
    }
}

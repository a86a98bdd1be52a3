package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bicycle maker of Microsoft's samples, by its mapping; what is expected was counted in the files by other means. */
class AdventureWorksTest {
    private static Dataset dataset;
    private static BusinessSnapshot snapshot;

    @BeforeAll
    static void read() throws IOException {
        dataset = Datasets.read(SharedData.folder("company/adventureworks"), ReadOptions.none());
        snapshot = BusinessSnapshot.of(dataset.facts());
    }

    @Test
    void isRecognised_andReadWithoutError() {
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.controlTotals()).filteredOn(t -> !t.agrees()).isEmpty();
        assertThat(dataset.problems(Severity.NOTE)).extracting(p -> p.code()).containsOnly(ProblemCode.FILE_NOT_READ);
    }

    @Test
    void billOfMaterials_hasItsLinesItsAssembliesAndItsDepth() {
        // 103 lines, 97 of them current, have no assembly: they say that the product is sold
        assertThat(rows("BillOfMaterials.csv")).isEqualTo(2_679);
        List<Relation> lines = consumes();
        assertThat(lines).hasSize(2_679 - 103);
        List<Relation> current = lines.stream()
                .filter(l -> l.findDate(Attributes.VALID_TO).isEmpty())
                .toList();
        assertThat(current).hasSize(2_480 - 97);
        Map<String, Set<String>> components = current.stream()
                .collect(Collectors.groupingBy(
                        l -> l.from().id().substring(4),
                        Collectors.mapping(l -> l.to().id().substring(4), Collectors.toSet())));
        assertThat(components).hasSize(238);
        assertThat(components.keySet().stream()
                        .mapToInt(product -> depth(product, components, new HashMap<>()))
                        .max())
                .hasValue(4);
    }

    private static List<Relation> consumes() {
        return snapshot.nodes(NodeType.PROCESS).stream()
                .flatMap(p -> p.out(RelationType.CONSUMES).stream())
                .toList();
    }

    private static int depth(String product, Map<String, Set<String>> components, Map<String, Integer> known) {
        Integer depth = known.get(product);
        if (depth == null) {
            depth = components.getOrDefault(product, Set.of()).stream()
                    .mapToInt(c -> 1 + depth(c, components, known))
                    .max()
                    .orElse(0);
            known.put(product, depth);
        }
        return depth;
    }

    @Test
    void vendors_quoteParts() {
        List<Relation> offers = snapshot.nodes(NodeType.SUPPLIER).stream()
                .flatMap(s -> s.out(RelationType.SUPPLIES).stream())
                .toList();
        assertThat(offers).hasSize(460);
        assertThat(offers.stream().map(o -> o.from().id()).distinct()).hasSize(86);
        Map<String, Long> byPart =
                offers.stream().collect(Collectors.groupingBy(o -> o.to().id(), Collectors.counting()));
        assertThat(byPart).hasSize(265);
        assertThat(byPart.values().stream().filter(n -> n > 1)).hasSize(152);
    }

    @Test
    void purchases_haveTheirLinesAndTheirRejects() {
        List<Node> lines = snapshot.nodes(NodeType.PURCHASE_ORDER);
        assertThat(lines).hasSize(8_845);
        assertThat(lines.stream().map(l -> l.text(Attributes.CODE)).distinct()).hasSize(4_012);
        List<Node> rejected = lines.stream()
                .filter(l -> l.number(Attributes.REJECTED_QUANTITY) > 0)
                .toList();
        assertThat(rejected).hasSize(563);
        assertThat(rejected.stream().map(l -> l.text(Attributes.CODE)).distinct())
                .hasSize(507);
        assertThat(lines)
                .allMatch(l -> l.out(RelationType.FOR).size() == 1
                        && l.out(RelationType.PLACED_WITH).size() == 1);
    }

    @Test
    void stock_isTheSumOfItsRows() {
        assertThat(snapshot.nodes(NodeType.STOCK_LOT)).hasSize(1_069);
        assertThat(snapshot.nodes(NodeType.STOCK_LOT).stream()
                        .mapToDouble(l -> l.number(Attributes.QUANTITY))
                        .sum())
                .isEqualTo(335_974);
    }

    @Test
    void aSeriesIsGathered_fromTheRowsOfItsCurrency() {
        Node dollar = snapshot.node("PRI-cny-usd");
        assertThat(dollar.findSeries(Attributes.POINTS)
                        .orElseThrow()
                        .points()
                        .lastEntry()
                        .getValue())
                .isEqualTo(8.2872, within(1e-9));
    }

    private static long rows(String file) {
        return dataset.controlTotals().stream()
                .filter(t -> t.what().equals("rows") && t.subject().equals(file))
                .mapToLong(t -> t.imported().longValueExact())
                .sum();
    }
}

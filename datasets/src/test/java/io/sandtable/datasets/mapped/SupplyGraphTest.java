package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A maker of consumer goods, by its mapping; what is expected is counted in the files' lines. */
class SupplyGraphTest {
    private static Path raw;
    private static Dataset dataset;
    private static BusinessSnapshot snapshot;

    @BeforeAll
    static void read() throws IOException {
        Path folder = SharedData.folder("company/supplygraph");
        raw = folder.resolve("raw/Homogenoeus");
        dataset = Datasets.read(folder, ReadOptions.none());
        snapshot = BusinessSnapshot.of(dataset.facts());
    }

    @Test
    void isRecognised_andReadWithoutError() {
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.controlTotals()).allMatch(t -> t.agrees());
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2023, 8, 9));
        // neither bought nor made, as far as the files say; edges and indexes only repeat
        assertThat(dataset.problems(Severity.WARNING))
                .hasSize(41)
                .allMatch(p -> p.code() == ProblemCode.MATERIAL_WITHOUT_SOURCE);
        assertThat(dataset.problems(Severity.NOTE))
                .hasSize(9)
                .allMatch(p -> p.code() == ProblemCode.FILE_NOT_READ
                        && (p.file().contains("/Edges") || p.file().endsWith("NodesIndex.csv")));
    }

    @Test
    void products_haveTheirGroups_andTheirPlants() throws IOException {
        List<String[]> kinds = cells("Nodes/Node Types (Product Group and Subgroup).csv");
        assertThat(snapshot.nodes(NodeType.MATERIAL)).hasSize(kinds.size()).hasSize(41);
        assertThat(snapshot.nodes(NodeType.FAMILY)).hasSize(5 + 19);
        assertThat(snapshot.node("MAT-SOS008L02P").out(RelationType.MEMBER_OF))
                .extracting(r -> r.to().id())
                .containsExactly("FAM-S-SOS");

        List<String[]> places = cells("Nodes/Nodes Type (Plant & Storage).csv");
        assertThat(places).hasSize(6_545);
        assertThat(snapshot.nodes(NodeType.SITE))
                .hasSize((int) places.stream().map(p -> p[1]).distinct().count())
                .hasSize(25);
        assertThat(snapshot.nodes(NodeType.ZONE)).hasSize((int) places.stream()
                .filter(p -> p.length > 2)
                .map(p -> p[1] + p[2])
                .distinct()
                .count());
        assertThat(snapshot.relations(RelationType.STORED_IN).stream().filter(r -> r.to().type() == NodeType.SITE))
                .hasSize((int) places.stream().map(p -> p[0] + p[1]).distinct().count());
    }

    @Test
    void eachProduct_hasEightDailySeries_ofAllDays() throws IOException {
        List<Node> series = snapshot.nodes(NodeType.PRICE_SERIES);
        assertThat(series).hasSize(8 * 41);
        assertThat(series)
                .allMatch(s -> points(s).points().size() == 221
                        && s.out(RelationType.FOR).size() == 1);
        assertThat(sum("sales-order-units")).isEqualByComparingTo(sumOf("Temporal Data/Unit/Sales Order.csv"));
        assertThat(sum("production-tonnes")).isEqualByComparingTo(sumOf("Temporal Data/Weight/Production .csv"));
        assertThat(points(snapshot.node("PRI-sales-order-units-SOS008L02P")).asOf(LocalDate.of(2023, 1, 1)))
                .hasValue(1355);
    }

    @Test
    void twoProductsOfOneCode_areTwo() {
        assertThat(snapshot.node("MAT-POP001L12P.1").text(Attributes.CODE)).isEqualTo("POP001L12P");
        assertThat(snapshot.node("MAT-POP001L12P.1").in(RelationType.FOR)).hasSize(8);
    }

    private static Series points(Node series) {
        return series.findSeries(Attributes.POINTS).orElseThrow();
    }

    private static BigDecimal sum(String kind) {
        return snapshot.nodes(NodeType.PRICE_SERIES).stream()
                .filter(s -> s.id().startsWith("PRI-" + kind + "-"))
                .flatMap(s -> points(s).points().values().stream())
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sumOf(String file) throws IOException {
        return cells(file).stream()
                .flatMap(row -> Arrays.stream(row).skip(1))
                .map(cell -> BigDecimal.valueOf(Double.parseDouble(cell)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String[]> cells(String file) throws IOException {
        try (Stream<String> lines = Files.lines(raw.resolve(file))) {
            return lines.skip(1).map(line -> line.split(",")).toList();
        }
    }
}

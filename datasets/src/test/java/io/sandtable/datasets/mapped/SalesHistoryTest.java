package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sales slips that become a series for each item, and files too large to be held. */
class SalesHistoryTest {
    private static final String MAPPING = """
            name: sales
            asOf: 2026-11-20
            tables:
              - file: items.csv
                facts:
                  - node: Material
                    id: MAT-{item}
                    values: {name: "{name}", unit: 件, role: product}
              - file: sales.csv
                lookups: [{as: its, key: item, file: items.csv}]
                facts:
                  - node: PriceSeries
                    id: PRI-{item}
                    values: {name: "{its.name}", unit: 件, points: {from: "{quantity}", at: "{day}", sum: true}}
                  - relation: FOR
                    from: PRI-{item}
                    to: MAT-{item}
                    once: true
            """;
    private static final String ITEMS = "item,name\nA,轴\nB,套\n";
    private static final List<String> SALES = List.of(
            "2026-01-02,A,1.5", "2026-01-01,A,2", "2026-01-01,B,7", "2026-01-01,A,0.25", "2026-01-01,A,-1", "合计,,9.75");

    @TempDir
    private Path folder;

    private Dataset read(String name, String pad, List<String> sales) throws IOException {
        Path source = Files.createDirectory(folder.resolve(name));
        Files.writeString(source.resolve("items.csv"), ITEMS);
        var text = new StringBuilder("day,item,quantity,note\n");
        sales.forEach(row -> text.append(row).append(',').append(pad).append('\n'));
        Files.writeString(source.resolve("sales.csv"), text);
        Path mapping = Files.writeString(folder.resolve("sales.yaml"), MAPPING);
        return Datasets.read(source, new ReadOptions(mapping.toString(), null, null));
    }

    private static Series series(Dataset read, String id) {
        return BusinessSnapshot.of(read.facts())
                .node(id)
                .findSeries(Attributes.POINTS)
                .orElseThrow();
    }

    @Test
    void quantitiesOfADay_areAddedUp_andTheSumsAgree() throws IOException {
        Dataset read = read("small", "", SALES);

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(series(read, "PRI-A")).isEqualTo(Series.parse("2026-01-01=1.25;2026-01-02=1.5"));
        assertThat(series(read, "PRI-B")).isEqualTo(Series.parse("2026-01-01=7"));
        assertThat(read.controlTotals())
                .extracting(t -> t.what() + " " + t.file().toPlainString() + " " + t.agrees())
                .containsExactlyInAnyOrder(
                        "rows 2 true", "rows 5 true", "series-points 3 true", "series-sum 9.75 true");
    }

    @Test
    void aWrongRow_isLeftOutOfItsSeries_evenTheFirst() throws IOException {
        var sales = new java.util.ArrayList<>(SALES);
        sales.addFirst("2026-01-03,A,many");

        Dataset read = read("bad", "", sales);

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(tuple(2, "quantity", ProblemCode.NUMBER_WRONG));
        assertThat(read.importableInPart()).isTrue();
        assertThat(read.badRows()).isEqualTo(1);
        assertThat(series(read, "PRI-A")).isEqualTo(Series.parse("2026-01-01=1.25;2026-01-02=1.5"));
    }

    @Test
    void aFileTooLargeToBeHeld_saysTheSame() throws IOException {
        Dataset small = read("small", "", SALES);

        // together more than is held of a source
        Dataset large = read("large", "x".repeat(6 << 20), SALES);

        assertThat(large.originals()).anyMatch(o -> o.size() > 32 << 20);
        assertThat(large.facts().stream().map(f -> f.values() + f.row()))
                .containsExactlyElementsOf(
                        small.facts().stream().map(f -> f.values() + f.row()).toList());
        assertThat(large.controlTotals()).isEqualTo(small.controlTotals());
        assertThat(large.rows()).isEqualTo(small.rows());
        assertThat(large.problems()).isEqualTo(small.problems());
    }

    @Test
    void sumWithoutADay_isAMistakeOfTheMapping() throws IOException {
        Path mapping = Files.writeString(folder.resolve("sales.yaml"), MAPPING.replace(", at: \"{day}\"", ""));

        assertThat(Datasets.read(folder, new ReadOptions(mapping.toString(), null, null))
                        .problems())
                .extracting(Problem::code, Problem::column)
                .containsExactly(tuple(ProblemCode.MAPPING_WRONG, "tables[2].facts[1].values.points.at"));
    }
}

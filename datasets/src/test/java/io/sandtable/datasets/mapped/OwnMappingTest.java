package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.Origin;
import io.sandtable.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that somebody wrote for her own tables. */
class OwnMappingTest {
    private static final String MAPPING = """
            name: ours
            title: {zh: 我们的表, en: our tables}
            asOf: 2026-11-20
            tables:
              - file: stock.txt
                lookups:
                  - {as: item, key: Item, theirs: No, file: items.csv}
                facts:
                  - node: StockLot
                    id: LOT-{Lot}
                    when: {State: [free, held]}
                    values:
                      quantity: {from: "{Amount}", unit: "{Unit}", factors: {kg: 1, t: 1000}}
                      unitCost: {from: "{item.Cost}", per: "{item.Per}", withoutVat: "{item.Vat}"}
                      receivedDate: "{In}"
                  - relation: FOR
                    from: LOT-{Lot}
                    to: MAT-{Item}
                    when: {State: [free, held]}
              - file: items.csv
                facts:
                  - node: Material
                    id: MAT-{No}
                    values: {name: "{Name}", unit: kg, role: raw}
                  - node: Material
                    id: MAT-{No}
                    assumed: nobody counts yet how long it keeps
                    values: {shelfLifeDays: "365"}
              - file: prices.csv
                optional: true
                facts:
                  - node: PriceSeries
                    id: PRI-{Item}
                    values: {unit: CNY/kg, points: {from: "{Price}", at: "{Day}"}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void tables() throws IOException {
        Files.writeString(folder.resolve("items.csv"), "No;Name;Cost;Per;Vat\n7;Salt; 2,260.00 ;100;13%\n8;Sugar;;;\n");
        Files.writeString(
                folder.resolve("stock.txt"),
                "Lot\tItem\tAmount\tUnit\tIn\tState\nA\t7\t1.5\tt\t20260105\tfree\nB\t8\t(3)\tkg\t2026年1月6日\tscrapped\nC\t8\t２０\tkg\t2026.1.6 10:30\theld\n");
    }

    private Dataset read(String mapping) throws IOException {
        Path file = folder.resolveSibling("ours.yaml");
        Files.writeString(file, mapping);
        return Datasets.read(folder, new ReadOptions(file.toString(), null, null));
    }

    private static final String WIDE = """
            name: wide
            asOf: 2026-11-20
            tables:
              - file: "days/made-*.csv"
                unnamed: day
                fromName: {plant: "made-*.csv"}
                unpivot: {keep: [day], column: product, value: amount}
                facts:
                  - node: PriceSeries
                    id: PRI-{plant}-{product}
                    values: {unit: 件, points: {from: "{amount}", at: "{day}"}}
            """;

    @Test
    void aWideTableInAFolder_givesASeriesForEachColumn() throws IOException {
        Files.createDirectory(folder.resolve("days"));
        Files.writeString(folder.resolve("days/made-north.csv"), ",A,B\n2026-01-01,1,2.5\n2026-01-02,,3\n");
        Files.writeString(folder.resolve("days/other.csv"), "x\n1\n");

        Dataset read = read(WIDE);

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::file)
                .containsExactlyInAnyOrder("days/other.csv", "items.csv", "stock.txt");
        BusinessSnapshot snapshot = BusinessSnapshot.of(read.facts());
        assertThat(snapshot.node("PRI-north-A").findSeries(Attributes.POINTS)).hasValue(Series.parse("2026-01-01=1"));
        assertThat(snapshot.node("PRI-north-B").findSeries(Attributes.POINTS))
                .hasValue(Series.parse("2026-01-01=2.5;2026-01-02=3"));
        assertThat(read.controlTotals())
                .extracting(t -> t.what() + " " + t.file().toPlainString() + " " + t.agrees())
                .containsExactlyInAnyOrder("rows 2 true", "series-points 3 true", "series-sum 6.5 true");
    }

    @Test
    void aCellOfAWideTable_isNamedByItsRowAndHeading() throws IOException {
        Files.createDirectory(folder.resolve("days"));
        Files.writeString(
                folder.resolve("days/made-north.csv"), ",A,B\n2026-01-01,1,2.5\n2026-01-02,n.a.,3\n2026-01-01,9,\n");

        assertThat(read(WIDE).problems(Severity.ERROR))
                .containsExactlyInAnyOrder(
                        new Problem("days/made-north.csv", 3, "A", "n.a.", ProblemCode.NUMBER_WRONG, "1250.5"),
                        new Problem(
                                "days/made-north.csv", 4, "A", "PRI-north-A 2026-01-01", ProblemCode.ID_TWICE, "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "'fromName: {plant: \"made-*.csv\"}', 'fromName: {plant: made}', tables[1].fromName.plant",
        "'keep: [day], ', '', tables[1].unpivot.keep"
    })
    void aMistakeInTheShape_isNamedByItsPlace(String right, String wrong, String place) throws IOException {
        assertThat(read(WIDE.replace(right, wrong)).problems())
                .extracting(Problem::code, Problem::column)
                .containsExactly(tuple(ProblemCode.MAPPING_WRONG, place));
    }

    @Test
    void cells_becomeWhatTheMappingSays() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), "Item,Day,Price\n7,2026/2/1,21\n7,2026/1/1,20\n8,2026/1/1,5\n");

        Dataset read = read(MAPPING);

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.controlTotals()).filteredOn(t -> !t.agrees()).isEmpty();
        BusinessSnapshot company = BusinessSnapshot.of(read.facts());
        assertThat(company.node("LOT-A").number(Attributes.QUANTITY)).isEqualTo(1500);
        assertThat(company.node("LOT-A").number(Attributes.UNIT_COST)).isEqualTo(20, within(1e-9));
        assertThat(company.node("LOT-A").date(Attributes.RECEIVED_DATE)).isEqualTo("2026-01-05");
        assertThat(company.node("LOT-C").number(Attributes.QUANTITY)).isEqualTo(20);
        assertThat(company.node("LOT-C").date(Attributes.RECEIVED_DATE)).isEqualTo("2026-01-06");
        assertThat(read.facts()).noneMatch(f -> f instanceof Fact.NodeFact n && n.id().equals("LOT-B"));
        assertThat(company.node("PRI-7").text(Attributes.POINTS)).isEqualTo("2026-01-01=20;2026-02-01=21");
    }

    @Test
    void whatIsAssumed_isMarkedAsADefault_withItsReason() throws IOException {
        assertThat(read(MAPPING).facts())
                .filteredOn(f -> f.values().containsKey("shelfLifeDays"))
                .hasSize(2)
                .allSatisfy(f -> {
                    assertThat(f.evidence().origin()).isEqualTo(Origin.DEFAULT);
                    assertThat(f.evidence().by()).isEqualTo("nobody counts yet how long it keeps");
                });
    }

    @Test
    void aUnitNobodyNamed_isAnErrorOfItsColumn() throws IOException {
        Files.writeString(
                folder.resolve("stock.txt"), "Lot\tItem\tAmount\tUnit\tIn\tState\nA\t7\t1\tlb\t20260105\tfree\n");

        assertThat(read(MAPPING).problems(Severity.ERROR))
                .extracting(Problem::file, Problem::row, Problem::column, Problem::value, Problem::code)
                .containsExactly(tuple("stock.txt", 2, "Unit", "lb", ProblemCode.WORD_UNKNOWN));
    }

    @Test
    void aTableWithoutTheColumn_saysSoOnce() throws IOException {
        Files.writeString(folder.resolve("items.csv"), "Nr,Name\n7,Salt\n8,Sugar\n");

        assertThat(read(MAPPING).problems(Severity.ERROR))
                .extracting(Problem::file, Problem::column, Problem::code)
                .contains(tuple("items.csv", "No", ProblemCode.COLUMN_MISSING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "node: StockLot # node: Stocklot # tables[1].facts[1].node # StockLot",
                "receivedDate: # receivedDay: # tables[1].facts[1].values.receivedDay # receivedDate",
                "LOT-{Lot} # LOT-{Lot # tables[1].facts[1].id # {column}",
                "facts: # fact: # tables[1].fact # facts",
                "asOf: 2026-11-20 # asOf: 2026-02-30 # asOf # 2026-11-21",
                "relation: FOR # relation: YIELD # tables[1].facts[2].relation # YIELDS",
                "file: stock.txt # file: 'stock[.txt' # tables[1].file # *.csv",
            })
    void aMistake_isNamedByItsPlace(String right, String wrong, String where, String expected) throws IOException {
        Dataset read = read(MAPPING.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)));

        assertThat(read.facts()).isEmpty();
        assertThat(read.problems())
                .extracting(Problem::code, Problem::column, Problem::expected)
                .containsExactly(tuple(ProblemCode.MAPPING_WRONG, where, expected));
        assertThat(new ProblemWords(Locale.CHINESE).of(read.problems().getFirst()))
                .contains(where)
                .contains("ours.yaml");
    }

    @Test
    void aMappingThatIsNotThere_isNamed() throws IOException {
        assertThat(Datasets.read(folder, new ReadOptions("nowhere.yaml", null, null))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PATH_NOT_FOUND);
    }
}

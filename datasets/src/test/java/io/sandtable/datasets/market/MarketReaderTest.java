package io.sandtable.datasets.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);

    @TempDir
    private Path folder;

    @Test
    void publishedFolder_givesEverySeriesInFull() throws IOException {
        Dataset dataset = Datasets.read(SharedData.folder("market"), ReadOptions.none());

        assertThat(dataset.importable()).isTrue();
        var snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.nodes(NodeType.PRICE_SERIES)).hasSize(71 + 20);
        Node copper = snapshot.node("PRI-Copper");
        assertThat(copper.text(Attributes.UNIT)).isEqualTo("t");
        assertThat(copper.findSeries(Attributes.POINTS).orElseThrow().points())
                .hasSize(797)
                .containsEntry(LocalDate.of(2026, 5, 31), 13543.19);
        assertThat(copper.source().evidence().licence()).contains("CC BY 4.0");
        assertThat(dataset.problems(Severity.WARNING)).isEmpty();
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void exchangeRates_areCnyForOneUnit_asTheLedgerReadsThem() throws IOException {
        Path file = SharedData.folder("market").resolve(MarketFiles.RATES);

        var snapshot =
                BusinessSnapshot.of(Datasets.read(file, ReadOptions.none()).facts());

        List<String[]> rows = cells(file);
        String[] currencies = Files.readAllLines(file).getFirst().split(",");
        assertThat(snapshot.nodes(NodeType.PRICE_SERIES)).hasSize(currencies.length - 1);
        for (int c = 1; c < currencies.length; c++) {
            String currency = currencies[c].toUpperCase(Locale.ROOT);
            Node rate = snapshot.node("PRI-FX-" + currency);
            assertThat(rate.text(Attributes.UNIT)).isEqualTo("CNY/" + currency);
            assertThat(rate.source().evidence().origin()).isEqualTo(Origin.DERIVED);
            var points = rate.findSeries(Attributes.POINTS).orElseThrow().points();
            assertThat(points).hasSize(rows.size());
            for (String[] row : rows) {
                assertThat(points.get(LocalDate.parse(row[0])))
                        .isCloseTo(1 / Double.parseDouble(row[c]), withinPercentage(1e-9));
            }
        }
    }

    @Test
    void duties_areHistoryAndNeverCurrent() throws IOException {
        Path folder = SharedData.folder("market");

        Dataset dataset = Datasets.read(folder, ReadOptions.none());

        List<Node> duties = BusinessSnapshot.of(dataset.facts()).nodes(NodeType.POLICY);
        List<String[]> american = cells(folder.resolve("us_duty_on_china_hs6_2018_2020.csv"));
        List<String[]> chinese = cells(folder.resolve("china_duty_on_us_hs6_2018_2020.csv"));
        // one American rate is blank in the records
        assertThat(american).hasSize(5_538);
        assertThat(duties.stream().filter(d -> d.id().startsWith("POL-DUTY-US-")))
                .hasSize((int) american.stream().filter(r -> r.length > 2).count())
                .hasSize(5_537)
                .allMatch(d -> d.text(Attributes.COUNTRY).equals("CN"));
        assertThat(duties.stream().filter(d -> d.id().startsWith("POL-DUTY-CN-")))
                .hasSize(chinese.size())
                .hasSize(6_990)
                .allMatch(d -> d.text(Attributes.COUNTRY).equals("US"));
        assertThat(duties).noneMatch(d -> d.validOn(DutyHistory.END.plusDays(1)));
        // every code has one rate on a day, but for the code whose first is blank
        LocalDate day = LocalDate.of(2019, 5, 31);
        assertThat(duties.stream().filter(d -> d.id().startsWith("POL-DUTY-US-") && d.validOn(day)))
                .hasSize((int) american.stream()
                        .filter(r -> r.length > 2 && !LocalDate.parse(r[1]).isAfter(day))
                        .map(r -> r[0])
                        .distinct()
                        .count());
        assertThat(dataset.controlTotals())
                .filteredOn(t -> !t.agrees())
                .extracting(t -> t.what() + " " + t.subject())
                .containsExactly("rows us_duty_on_china_hs6_2018_2020.csv");
        assertThat(dataset.problems())
                .extracting(Problem::code)
                .containsOnly(ProblemCode.HISTORY_ONLY, ProblemCode.NOT_USED);
    }

    @Test
    void dutiesThatAreWrong_areNamedWithRowAndColumn() throws IOException {
        String file = "us_duty_on_china_hs6_2018_2020.csv";
        Files.writeString(
                folder.resolve(file),
                "hs6,from,duty_percent\n7601,2018-01-01,1\n760110,2018-01-01,x\n760110,2021-01-01,5\n760110,2018-01-01,7\n");

        assertThat(read().problems(Severity.ERROR))
                .containsExactlyInAnyOrder(
                        new Problem(file, 2, "hs6", "7601", ProblemCode.VALUE_WRONG, "040110"),
                        new Problem(file, 3, "duty_percent", "x", ProblemCode.NUMBER_WRONG, "1250.5"),
                        new Problem(file, 4, "from", "2021-01-01", ProblemCode.OUT_OF_RANGE, "<=2020-02-29"),
                        new Problem(file, 5, "from", "760110 2018-01-01", ProblemCode.ID_TWICE, "3"));
    }

    private static List<String[]> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    @Test
    void centsBecomeDollars_gapsStayGaps_andIndexesHaveNoCurrency() throws IOException {
        write("month,Plywood,Gas index,,\nunit,(cents/sheet),(2010=100),,\n2026-03,500,,,\n2026-04,510.5,99,,\n");

        var snapshot = BusinessSnapshot.of(read().facts());

        assertThat(snapshot.node("PRI-Plywood").findSeries(Attributes.POINTS))
                .hasValue(Series.parse("2026-03-31=5;2026-04-30=5.105"));
        assertThat(snapshot.node("PRI-Plywood").text(Attributes.CURRENCY)).isEqualTo("USD");
        assertThat(snapshot.node("PRI-Gas-index").has(Attributes.CURRENCY)).isFalse();
        assertThat(snapshot.node("PRI-Gas-index").findSeries(Attributes.POINTS))
                .hasValue(Series.parse("2026-04-30=99"));
    }

    @Test
    void badCells_areNamedWithRowAndColumn() throws IOException {
        write("month,Plywood\nunit,(cents/sheet)\n2026-13,500\n2026-04,n.a.\n");

        assertThat(read().problems())
                .contains(
                        new Problem(MarketFiles.PRICES, 3, "month", "2026-13", ProblemCode.DATE_WRONG, "2026-05"),
                        new Problem(MarketFiles.PRICES, 4, "Plywood", "n.a.", ProblemCode.NUMBER_WRONG, "1250.5"));
    }

    @Test
    void link_withAnAmountGivesAPriceAndWithoutOneOnlyTheSeries() throws IOException {
        write("month,Steel,Cotton\nunit,($/mt),($/kg)\n2026-03,500,2\n2026-04,900,3\n");
        Draft company = company();

        MarketLinks.parse("item,series,quantityPerItem,unit,basis\nsheet,Steel,0.002,t,2 kg a sheet\nrag,Cotton,,,\n")
                .state(
                        MarketFiles.read(folder),
                        company,
                        DAY,
                        currency -> Optional.of(new ExchangeRate(currency, 7, "7")),
                        item -> Optional.of("MAT-" + item));
        Dataset dataset = company.finish(io.sandtable.datasets.Title.of("c"), Origin.REAL, DAY);

        var snapshot = BusinessSnapshot.of(dataset.facts());
        // April is not over on the 15th: March counts
        assertThat(snapshot.relations(RelationType.SUPPLIES))
                .extracting(r -> r.to().id() + " " + r.number(Attributes.PRICE))
                .containsExactly("MAT-rag 11.0", "MAT-sheet 7.0");
        assertThat(snapshot.node("PRI-Cotton").out(RelationType.FOR))
                .extracting(r -> r.to().id())
                .containsExactly("MAT-rag");
        assertThat(dataset.problems())
                .contains(new Problem("", 0, "Steel", "1", ProblemCode.MARKET_AFTER_AS_OF, "2026-04-15"));
    }

    @Test
    void linkInAnotherUnit_givesNoPrice() throws IOException {
        write("month,Steel\nunit,($/mt)\n2026-03,500\n");
        Draft company = company();

        MarketLinks.parse("item,series,quantityPerItem,unit,basis\nsheet,Steel,2,kg,\n")
                .state(
                        MarketFiles.read(folder),
                        company,
                        DAY,
                        currency -> Optional.of(new ExchangeRate(currency, 7, "7")),
                        item -> Optional.of("MAT-" + item));

        var snapshot = BusinessSnapshot.of(company.finish(io.sandtable.datasets.Title.of("c"), Origin.REAL, DAY)
                .facts());
        assertThat(snapshot.node("MAT-sheet")
                        .in(RelationType.SUPPLIES)
                        .getFirst()
                        .number(Attributes.PRICE))
                .isEqualTo(11);
    }

    private static Draft company() {
        var draft = new Draft("c");
        Evidence evidence = Provenance.method(Origin.DEMO, "c", DAY, null, "test");
        draft.state(new Fact.NodeFact(NodeType.SUPPLIER, "SUP-1", Map.of(), evidence, "1"), "f", 1);
        for (String item : new String[] {"sheet", "rag"}) {
            String id = "MAT-" + item;
            draft.state(
                    new Fact.NodeFact(NodeType.MATERIAL, id, Map.of("role", "raw", "unit", "pcs"), evidence, "2"),
                    "f",
                    2);
            draft.state(
                    new Fact.RelationFact(
                            RelationType.SUPPLIES,
                            "SUP-1",
                            id,
                            "",
                            Map.of("price", 11.0, "leadTimeDays", 1.0),
                            evidence,
                            "3"),
                    "f",
                    3);
        }
        return draft;
    }

    private void write(String prices) throws IOException {
        Files.writeString(folder.resolve(MarketFiles.PRICES), prices);
    }

    private Dataset read() throws IOException {
        return Datasets.read(folder, ReadOptions.none());
    }
}

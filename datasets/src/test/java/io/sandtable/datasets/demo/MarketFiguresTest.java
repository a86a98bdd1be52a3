package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketFiguresTest {
    private final MarketFigures market = new MarketFigures();

    @Test
    void everyMarketPackage_namesSourceLicenceAndDay() {
        market.files().forEach((file, text) -> {
            if (file.endsWith("datapackage.json")) {
                assertThat(text)
                        .as(file)
                        .contains("\"origin\": \"real\"", "\"source\": \"", "\"licence\": \"", "\"asOf\": \"20");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PRI-ALUMINIUM, Aluminum",
        "PRI-COPPER, Copper",
        "PRI-COAL, 'Coal, Australian'",
        "PRI-GAS-EUROPE, 'Natural gas, Europe'",
        "PRI-LNG-JAPAN, 'Liquefied natural gas, Japan'",
        "PRI-OIL-BRENT, 'Crude oil, Brent'"
    })
    void commodityPrices_areThePublishedOnes(String id, String column) throws IOException {
        var points = market.series("commodities", id).points();

        try (var csv = CsvReader.builder().ofCsvRecord(shared("market/commodity_prices_monthly.csv"))) {
            List<CsvRecord> rows = csv.stream().toList();
            int index = rows.getFirst().getFields().indexOf(column);
            var published = new TreeMap<LocalDate, Double>();
            for (CsvRecord row : rows) {
                if (row.getField(0).matches("202[2-9]-\\d\\d")) {
                    published.put(LocalDate.parse(row.getField(0) + "-01"), Double.valueOf(row.getField(index)));
                }
            }
            assertThat(points).isEqualTo(published);
        }
    }

    @ParameterizedTest
    @CsvSource({"PRI-FX-USD, usd", "PRI-FX-EUR, eur", "PRI-FX-JPY, jpy", "PRI-FX-KRW, krw"})
    void exchangeRates_areTheReciprocalsOfThePublishedOnes(String id, String column) throws IOException {
        var points = market.series("exchange-rates", id).points();

        try (var rows = CsvReader.builder().ofNamedCsvRecord(shared("market/fx_per_cny_quarterly.csv"))) {
            rows.forEach(row -> assertThat(points.get(LocalDate.parse(row.getField("date"))))
                    .isEqualTo(1 / Double.parseDouble(row.getField(column)), within(1e-6)));
        }
    }

    private static Path shared(String file) {
        Path path = Path.of(System.getProperty("sandtable.shared", "../../shared"), "data", file);
        assumeTrue(Files.exists(path), () -> "SKIPPED: %s is absent, so the figures were not compared".formatted(path));
        return path;
    }
}

package io.sandtable.datasets.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.sandtable.model.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real figures beside the invented company: tables kept by hand in {@code market/}, one package a source. */
final class MarketFigures {
    /** Every file of the market packages, relative to the demo company's folder. */
    static final List<String> FILES = List.of(
            "market/commodities/PriceSeries.csv",
            "market/commodities/datapackage.json",
            "market/duties/Policy.csv",
            "market/duties/datapackage.json",
            "market/datapackage.json",
            "market/exchange-rates/PriceSeries.csv",
            "market/exchange-rates/datapackage.json",
            "market/law/Energy.csv",
            "market/law/Policy.csv",
            "market/law/datapackage.json",
            "market/process-energy/PriceSeries.csv",
            "market/process-energy/datapackage.json");

    /** The last point of a price series. */
    double latest(String source, String id) {
        return series(source, id).points().lastEntry().getValue();
    }

    Series series(String source, String id) {
        String file = "market/%s/PriceSeries.csv".formatted(source);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            return rows.stream()
                    .filter(row -> row.getField("id").equals(id))
                    .map(row -> Series.parse(row.getField("points")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "%s has no series %s; add its row with source and date.".formatted(file, id)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read from the class path.".formatted(file), e);
        }
    }

    /** LME aluminium in CNY per kg, mean of the last twelve published months at the rate of 2026-06-01. */
    double aluminiumYearMean() {
        Series dollars = series("commodities", "PRI-ALUMINIUM");
        double rate = series("exchange-rates", "PRI-FX-USD")
                .asOf(LocalDate.of(2026, 6, 1))
                .orElseThrow();
        return dollars.points().descendingMap().values().stream()
                        .limit(12)
                        .mapToDouble(d -> d)
                        .average()
                        .orElseThrow()
                * rate
                / 1000;
    }

    /** File → text of all market tables. */
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        FILES.forEach(file -> files.put(file, text(file)));
        return files;
    }

    private static String text(String file) {
        try (InputStream in = MarketFigures.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "%s is not on the class path; it belongs to the demo company's resources.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read from the class path.".formatted(file), e);
        }
    }
}

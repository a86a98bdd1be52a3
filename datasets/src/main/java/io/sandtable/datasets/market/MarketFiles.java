package io.sandtable.datasets.market;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import io.sandtable.model.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The World Bank's monthly commodity prices and quarterly exchange rates, in one folder or one of the files alone. */
public final class MarketFiles {
    static final String PRICES = "commodity_prices_monthly.csv";
    static final String RATES = "fx_per_cny_quarterly.csv";

    private static final String PRICES_LICENCE = "CC BY 4.0, World Bank Commodity Price Data (Pink Sheet)";
    private static final String RATES_LICENCE = "CC0, fawazahmed0 currency-api";
    private static final Pattern UNIT = Pattern.compile("\\((\\$|cents)/(.+)\\)");
    private static final Map<String, String> UNITS = Map.of("mt", "t", "cubic meter", "m3", "troy oz", "troy-oz");

    private final List<MarketSeries> prices = new ArrayList<>();
    private final List<MarketSeries> rates = new ArrayList<>();
    private final Draft draft;

    private MarketFiles(Draft draft) {
        this.draft = draft;
    }

    /** Whether the folder holds at least one of the two, or the file is one of them. */
    public static boolean in(Path source) {
        return find(source, PRICES).isPresent() || find(source, RATES).isPresent();
    }

    /** The file of that name: in the folder, or the source itself. */
    static Optional<Path> find(Path source, String file) {
        Path found = Files.isRegularFile(source) ? source : source.resolve(file);
        return Optional.of(found)
                .filter(Files::isRegularFile)
                .filter(path -> file.equals(String.valueOf(path.getFileName())));
    }

    /** Reads what is there; problems and originals go to a draft of their own that another may adopt. */
    public static MarketFiles read(Path source) throws IOException {
        var files = new MarketFiles(new Draft("market"));
        Optional<Path> prices = find(source, PRICES);
        if (prices.isPresent()) {
            files.readPrices(prices.get());
        }
        Optional<Path> rates = find(source, RATES);
        if (rates.isPresent()) {
            files.readRates(rates.get());
        }
        return files;
    }

    /** Problems and originals of the two files. */
    public Draft draft() {
        return draft;
    }

    List<MarketSeries> prices() {
        return List.copyOf(prices);
    }

    /** What one unit of each currency costs in CNY: the file says it the other way round. */
    List<MarketSeries> exchangeRates() {
        return rates.stream().map(MarketFiles::inCny).toList();
    }

    private static MarketSeries inCny(MarketSeries perCny) {
        String currency = perCny.currency();
        var points = new TreeMap<LocalDate, Double>();
        perCny.points().forEach((day, quote) -> points.put(day, rounded(1 / quote)));
        return new MarketSeries("FX " + currency, "CNY/" + currency, "CNY", points, perCny.evidence());
    }

    Optional<MarketSeries> price(String name) {
        return prices.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The last published rate on that day; empty before the first. */
    public Optional<ExchangeRate> rate(String currency, LocalDate day) {
        return rates.stream()
                .filter(s -> s.currency().equals(currency))
                .flatMap(s -> Optional.ofNullable(s.points().floorEntry(day)).stream()
                        .map(point -> new ExchangeRate(
                                currency,
                                1 / point.getValue(),
                                "1 / %s (CNY in %s on %s, %s)"
                                        .formatted(point.getValue(), currency, point.getKey(), RATES))))
                .findFirst();
    }

    private void readPrices(Path path) throws IOException {
        SourceText text = SourceText.read(path, PRICES, draft).orElse(null);
        if (text == null) {
            return;
        }
        Optional<CsvTable> table = CsvTable.read(text.text(), PRICES, draft).filter(t -> has(t, PRICES, "month"));
        if (table.isEmpty()) {
            return;
        }
        List<Row> rows = table.get().rows();
        if (rows.isEmpty() || !rows.getFirst().cell("month").equals("unit")) {
            draft.problem(ProblemCode.VALUE_MISSING, PRICES, 2, "month", "", "unit");
            return;
        }
        Evidence evidence = evidence(PRICES, text, PRICES_LICENCE, lastMonth(rows));
        for (String column : table.get().columns()) {
            if (!column.equals("month")) {
                price(column, rows, evidence);
            }
        }
    }

    private void price(String column, List<Row> rows, Evidence evidence) {
        Matcher unit = UNIT.matcher(rows.getFirst().cell(column));
        boolean priced = unit.matches();
        double factor = priced && unit.group(1).equals("cents") ? 0.01 : 1;
        var points = new TreeMap<LocalDate, Double>();
        for (Row row : rows.subList(1, rows.size())) {
            Optional<LocalDate> day = monthEnd(row);
            Optional<Double> value = number(row, column, PRICES);
            if (day.isPresent() && value.isPresent()) {
                points.put(day.get(), rounded(value.get() * factor));
            }
        }
        if (!points.isEmpty()) {
            String per = priced ? UNITS.getOrDefault(unit.group(2), unit.group(2)) : "";
            prices.add(new MarketSeries(column, per, priced ? "USD" : "", points, evidence));
        }
    }

    private void readRates(Path path) throws IOException {
        SourceText text = SourceText.read(path, RATES, draft).orElse(null);
        if (text == null) {
            return;
        }
        Optional<CsvTable> table = CsvTable.read(text.text(), RATES, draft).filter(t -> has(t, RATES, "date"));
        if (table.isEmpty()) {
            return;
        }
        var days = new TreeMap<LocalDate, Row>();
        for (Row row : table.get().rows()) {
            Cell.date(row.cell("date"), RATES, row.line(), "date", draft).ifPresent(d -> days.put(d, row));
        }
        if (days.isEmpty()) {
            return;
        }
        Evidence evidence = Provenance.file(
                Origin.DERIVED, "market/" + RATES, text.sha256(), days.lastKey(), RATES_LICENCE, "1 / quote per CNY");
        for (String column : table.get().columns()) {
            var points = new TreeMap<LocalDate, Double>();
            days.forEach((day, row) ->
                    number(row, column, RATES).filter(v -> v > 0).ifPresent(value -> points.put(day, value)));
            if (!column.equals("date") && !points.isEmpty()) {
                String currency = column.toUpperCase(Locale.ROOT);
                rates.add(new MarketSeries("FX " + currency, "CNY", currency, points, evidence));
            }
        }
    }

    private boolean has(CsvTable table, String file, String column) {
        if (!table.columns().contains(column)) {
            draft.problem(ProblemCode.COLUMN_MISSING, file, 1, column, "", column);
            return false;
        }
        return true;
    }

    private Optional<Double> number(Row row, String column, String file) {
        String cell = row.cell(column);
        if (cell.isEmpty() || column.equals("date")) {
            return Optional.empty();
        }
        try {
            return Optional.of((Double) ValueKind.NUMBER.parse(cell));
        } catch (IllegalArgumentException e) {
            draft.problem(ProblemCode.NUMBER_WRONG, file, row.line(), column, cell, "1250.5");
            return Optional.empty();
        }
    }

    private Optional<LocalDate> monthEnd(Row row) {
        try {
            return Optional.of(YearMonth.parse(row.cell("month")).atEndOfMonth());
        } catch (DateTimeParseException e) {
            draft.problem(ProblemCode.DATE_WRONG, PRICES, row.line(), "month", row.cell("month"), "2026-05");
            return Optional.empty();
        }
    }

    private LocalDate lastMonth(List<Row> rows) {
        return rows.stream()
                .skip(1)
                .flatMap(r -> monthEnd(r).stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private static Evidence evidence(String file, SourceText text, String licence, LocalDate asOf) {
        return Provenance.file(Origin.REAL, "market/" + file, text.sha256(), asOf, licence, null);
    }

    static double rounded(double value) {
        return java.math.BigDecimal.valueOf(value)
                .round(new java.math.MathContext(12))
                .doubleValue();
    }
}

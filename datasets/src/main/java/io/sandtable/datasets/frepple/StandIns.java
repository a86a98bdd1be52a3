package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.market.ExchangeRate;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Named values for what a frePPLe model does not say; each one used is said once. */
final class StandIns {
    private static final String TABLE = "stand-ins.csv";

    private final Map<String, CsvTable.Row> rows = new HashMap<>();
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final Draft draft;
    private final LocalDate asOf;

    StandIns(Draft draft, LocalDate asOf) {
        this.draft = draft;
        this.asOf = asOf;
        var own = new Draft(TABLE);
        CsvTable.read(resource(), TABLE, own).orElseThrow().rows().forEach(row -> rows.put(row.cell("key"), row));
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(StandIns.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double number(String key) {
        return Double.parseDouble(row(key).cell("value"));
    }

    String text(String key) {
        return row(key).cell("value");
    }

    /** The evidence of a value taken from the table as it is. */
    Evidence evidence(String key) {
        return evidence.computeIfAbsent(key, k -> {
            CsvTable.Row row = row(k);
            draft.problem(
                    ProblemCode.STAND_IN_USED,
                    "",
                    0,
                    k,
                    (row.cell("value") + " " + row.cell("unit")).strip(),
                    row.cell("method"));
            return Provenance.method(Origin.DEFAULT, draft.name(), asOf, null, k + ": " + row.cell("method"));
        });
    }

    /** The rate of a currency; empty where the table has none. CNY is its own. */
    Optional<ExchangeRate> rate(String currency) {
        String key = currency.toLowerCase(Locale.ROOT) + "-cny";
        if (currency.equals("CNY")) {
            return Optional.of(new ExchangeRate("CNY", 1, "1"));
        }
        return Optional.ofNullable(rows.get(key)).map(row -> {
            evidence(key);
            return new ExchangeRate(currency, number(key), "%s (stand-in %s)".formatted(row.cell("value"), key));
        });
    }

    private CsvTable.Row row(String key) {
        return Objects.requireNonNull(rows.get(key), key);
    }
}

package io.sandtable.datasets.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A company that was invented for the backtest, with three and a half years behind it; written as plain tables that load like anybody's files. The same
 * seed writes the same files.
 */
public final class InventedHistory {
    private final Trade trade;

    private InventedHistory(Trade trade) {
        this.trade = trade;
    }

    /** Their short names. */
    public static List<String> names() {
        return Trades.ALL.stream().map(Trade::name).toList();
    }

    /** The history of that name. */
    public static Optional<InventedHistory> find(String name) {
        return Trades.ALL.stream()
                .filter(trade -> trade.name().equals(name))
                .map(InventedHistory::new)
                .findFirst();
    }

    /** The first day, {@code 2023-01-01}; nothing is known of what was before. */
    public static LocalDate firstDay() {
        return Firm.FIRST;
    }

    /** The same kind of company with other luck. */
    public InventedHistory withSeed(long seed) {
        return new InventedHistory(trade.withSeed(seed));
    }

    /** Lives it through and writes its files into the folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** File name → text. */
    Map<String, String> files() {
        var files = new TreeMap<>(HistoryTables.of(Firm.lived(trade)));
        files.put("datapackage.json", """
                {
                  "name": "%s",
                  "title": {"zh": "%s", "en": "%s"},
                  "origin": "demo",
                  "source": "invented by the seeded generator io.sandtable.datasets.history.InventedHistory, seed %d",
                  "licence": "Apache-2.0",
                  "asOf": "%s"
                }
                """.formatted(trade.name(), trade.zh(), trade.en(), trade.seed(), Firm.AS_OF));
        return files;
    }
}

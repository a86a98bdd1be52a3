package io.sandtable.datasets.market;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Reads a market folder on its own: every series in full, tied to nothing yet. */
public final class MarketReader implements DatasetReader {
    @Override
    public String name() {
        return "market";
    }

    @Override
    public boolean accepts(Path path) {
        return MarketFiles.in(path);
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        MarketFiles files = MarketFiles.read(path);
        Draft draft = files.draft();
        if (!accepts(path)) {
            draft.problem(ProblemCode.FORMAT_UNKNOWN, "", 0, "", path.toString(), MarketFiles.PRICES);
        }
        List<MarketSeries> all = files.all();
        all.forEach(s -> draft.state(
                s.fact(),
                s.currency().isEmpty() || !s.unit().equals("CNY") ? MarketFiles.PRICES : MarketFiles.RATES,
                0));
        draft.total("series", "", "rows", BigDecimal.valueOf(all.size()), good -> BigDecimal.valueOf(good.size()));
        unreadTables(path, draft);
        LocalDate asOf = options.asOf() != null
                ? options.asOf()
                : all.stream()
                        .map(s -> s.points().lastKey())
                        .max(LocalDate::compareTo)
                        .orElse(null);
        return draft.finish(new Title("市场行情", "Market prices"), Origin.REAL, asOf);
    }

    private static void unreadTables(Path path, Draft draft) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            entries.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(f -> !f.equals(MarketFiles.PRICES) && !f.equals(MarketFiles.RATES))
                    .sorted()
                    .forEach(f -> draft.problem(ProblemCode.FILE_NOT_READ, f, 0, "", "", ""));
        }
    }
}

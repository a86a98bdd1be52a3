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
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a market folder, or one file of it, on its own: every series and every duty in full, tied to nothing yet. */
public final class MarketReader implements DatasetReader {
    @Override
    public String name() {
        return "market";
    }

    @Override
    public boolean accepts(Path path) {
        return MarketFiles.in(path) || DutyHistory.in(path);
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        MarketFiles files = MarketFiles.read(path);
        Draft draft = files.draft();
        if (!accepts(path)) {
            draft.problem(ProblemCode.FORMAT_UNKNOWN, "", 0, "", path.toString(), MarketFiles.PRICES);
        }
        state(files.prices(), MarketFiles.PRICES, draft);
        state(files.exchangeRates(), MarketFiles.RATES, draft);
        Optional<LocalDate> duties = DutyHistory.read(path, draft);
        unreadTables(path, draft);
        LocalDate asOf = options.asOf() != null
                ? options.asOf()
                : Stream.concat(
                                Stream.concat(files.prices().stream(), files.exchangeRates().stream())
                                        .map(s -> s.points().lastKey()),
                                duties.stream())
                        .max(LocalDate::compareTo)
                        .orElse(null);
        return draft.finish(new Title("市场行情", "Market prices"), Origin.REAL, asOf);
    }

    private static void state(List<MarketSeries> all, String file, Draft draft) {
        if (all.isEmpty()) {
            return;
        }
        all.forEach(series -> draft.state(series.fact(), file, 0));
        draft.total(
                "series",
                file,
                "rows",
                BigDecimal.valueOf(all.size()),
                good -> BigDecimal.valueOf(
                        good.stream().filter(s -> s.file().equals(file)).count()));
    }

    private static void unreadTables(Path path, Draft draft) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        List<String> known = Stream.concat(
                        Stream.of(MarketFiles.PRICES, MarketFiles.RATES), DutyHistory.files().stream())
                .toList();
        try (Stream<Path> entries = Files.list(path)) {
            entries.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(f -> !known.contains(f))
                    .sorted()
                    .forEach(f -> draft.problem(ProblemCode.FILE_NOT_READ, f, 0, "", "", ""));
        }
    }
}

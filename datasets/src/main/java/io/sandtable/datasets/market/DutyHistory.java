package io.sandtable.datasets.market;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.datasets.reading.Statement;
import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The duties of China and the US on each other's goods, by HS6 and the day each began. A rate holds until the next one of its code begins, the last one
 * until the records end: they are history, and none of them is a current rate.
 */
final class DutyHistory {
    /** The last month that the records speak of. */
    static final LocalDate END = LocalDate.of(2020, 2, 29);

    private static final String LICENCE = "MIT, tradewar-tracker by M. Waugh";
    private static final String RATE = "duty_percent";
    private static final List<String> COLUMNS = List.of("hs6", "from", RATE);
    private static final Pattern HS6 = Pattern.compile("\\d{6}");

    /** Who takes the duty on whose goods. */
    private enum Direction {
        US_ON_CHINA("us_duty_on_china_hs6_2018_2020.csv", "US", "CN", "美国对华关税", "US duty on goods from China"),
        CHINA_ON_US("china_duty_on_us_hs6_2018_2020.csv", "CN", "US", "中国对美关税", "Chinese duty on goods from the US");

        private final String file;
        private final String taker;
        private final String country;
        private final String zh;
        private final String en;

        Direction(String file, String taker, String country, String zh, String en) {
            this.file = file;
            this.taker = taker;
            this.country = country;
            this.zh = zh;
            this.en = en;
        }
    }

    /** A rate that begins; blank where the records leave it so. */
    private record Rate(int line, String percent) {}

    private final Direction direction;
    private final Draft draft;
    private final Map<String, TreeMap<LocalDate, Rate>> byCode = new TreeMap<>();

    private DutyHistory(Direction direction, Draft draft) {
        this.direction = direction;
        this.draft = draft;
    }

    static List<String> files() {
        return Arrays.stream(Direction.values()).map(d -> d.file).toList();
    }

    static boolean in(Path source) {
        return files().stream().anyMatch(file -> MarketFiles.find(source, file).isPresent());
    }

    /** States what the files say; the day they end, where there is one. */
    static Optional<LocalDate> read(Path source, Draft draft) throws IOException {
        Optional<LocalDate> end = Optional.empty();
        for (Direction direction : Direction.values()) {
            Optional<Path> path = MarketFiles.find(source, direction.file);
            Optional<SourceText> text =
                    path.isEmpty() ? Optional.empty() : SourceText.read(path.get(), direction.file, draft);
            if (text.isPresent()) {
                new DutyHistory(direction, draft).read(text.get());
                end = Optional.of(END);
            }
        }
        return end;
    }

    private void read(SourceText text) {
        CsvTable table = CsvTable.read(text.text(), direction.file, draft).orElse(null);
        if (table == null) {
            return;
        }
        List<String> missing =
                COLUMNS.stream().filter(c -> !table.columns().contains(c)).toList();
        missing.forEach(c -> draft.problem(ProblemCode.COLUMN_MISSING, direction.file, 1, c, "", c));
        if (!missing.isEmpty()) {
            return;
        }
        table.rows().forEach(this::gather);
        Evidence evidence = Provenance.file(Origin.REAL, "market/" + direction.file, text.sha256(), END, LICENCE, null);
        byCode.forEach((code, rates) -> rates.forEach((from, rate) -> {
            LocalDate next = rates.higherKey(from);
            state(code, from, next == null ? END : next.minusDays(1), rate, evidence);
        }));
        totals(table.rows());
        say(table.rows());
    }

    private void gather(Row row) {
        String code = row.cell("hs6");
        if (!HS6.matcher(code).matches()) {
            problem(ProblemCode.VALUE_WRONG, row, "hs6", "040110");
            return;
        }
        LocalDate from = Cell.date(row.cell("from"), direction.file, row.line(), "from", draft)
                .orElse(null);
        if (from == null) {
            return;
        }
        if (from.isAfter(END)) {
            problem(ProblemCode.OUT_OF_RANGE, row, "from", "<=" + END);
            return;
        }
        Rate first = byCode.computeIfAbsent(code, c -> new TreeMap<>())
                .putIfAbsent(from, new Rate(row.line(), row.cell(RATE)));
        if (first != null) {
            draft.problem(
                    ProblemCode.ID_TWICE, direction.file, row.line(), "from", code + " " + from, "" + first.line());
        }
    }

    private void problem(ProblemCode code, Row row, String column, String expected) {
        draft.problem(code, direction.file, row.line(), column, row.cell(column), expected);
    }

    private void state(String code, LocalDate from, LocalDate to, Rate rate, Evidence evidence) {
        if (rate.percent().isEmpty()) {
            return;
        }
        Optional<Object> percent =
                Cell.read(Attributes.RATE_PERCENT, rate.percent(), direction.file, rate.line(), () -> RATE, draft);
        percent.ifPresent(value -> draft.state(
                new NodeFact(
                        NodeType.POLICY,
                        "POL-DUTY-%s-%s-%s".formatted(direction.taker, code, from),
                        Map.of(
                                "name",
                                "%s HS %s（历史）".formatted(direction.zh, code),
                                "nameEn",
                                "%s: HS %s (history)".formatted(direction.en, code),
                                "kind",
                                "duty",
                                "ratePercent",
                                value,
                                "country",
                                direction.country,
                                "hsCode",
                                code,
                                "validFrom",
                                from,
                                "validTo",
                                to),
                        evidence,
                        "" + rate.line()),
                direction.file,
                rate.line()));
    }

    private void totals(List<Row> rows) {
        draft.total(
                "rows",
                direction.file,
                "rows",
                BigDecimal.valueOf(rows.size()),
                good -> BigDecimal.valueOf(stated(good).size()));
        draft.total(
                "duty-percent",
                direction.file,
                "%",
                rows.stream()
                        .map(row -> row.cell(RATE))
                        .filter(percent -> !percent.isEmpty())
                        .map(DutyHistory::number)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                good -> stated(good).stream()
                        .map(fact -> fact.values().get(Attributes.RATE_PERCENT.name()))
                        .map(rate -> BigDecimal.valueOf((Double) Objects.requireNonNull(rate)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A cell that is no number has its own problem. */
    private static BigDecimal number(String cell) {
        return Decimals.isOne(cell) ? new BigDecimal(cell) : BigDecimal.ZERO;
    }

    private List<Fact> stated(List<Statement> good) {
        return good.stream()
                .filter(s -> s.file().equals(direction.file))
                .map(Statement::fact)
                .toList();
    }

    private void say(List<Row> rows) {
        draft.problem(ProblemCode.HISTORY_ONLY, direction.file, 0, "", "" + rows.size(), END.toString());
        List<Row> blank = rows.stream().filter(row -> row.cell(RATE).isEmpty()).toList();
        if (!blank.isEmpty()) {
            Row example = blank.getFirst();
            draft.problem(
                    ProblemCode.NOT_USED,
                    direction.file,
                    0,
                    "%s / %s".formatted(direction.file, RATE),
                    "" + blank.size(),
                    "HS %s %s".formatted(example.cell("hs6"), example.cell("from")));
        }
    }
}

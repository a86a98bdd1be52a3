package io.sandtable.ingest.recorded;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.ingest.recorded.Columns.Measured;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quarter hours of a Korean steel works (UCI Steel Industry Energy Consumption). A row is the quarter hour that ends then; the last of a day is
 * written as 00:00 of that same day, after 23:45.
 */
record SteelWorks() implements Layout {
    private static final String DATE = "date";
    /** Seconds since midnight, which say again what the date says. */
    private static final String SECONDS = "NSM";

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final List<Measured> MEASURED = List.of(
            new Measured("Usage_kWh", "usage", "electricity", "kWh"),
            new Measured("Lagging_Current_Reactive.Power_kVar", "lagging-reactive", "reactive-power", "kvar"),
            new Measured("Leading_Current_Reactive_Power_kVar", "leading-reactive", "reactive-power", "kvar"),
            new Measured("CO2(tCO2)", "co2", "emission", "t"),
            new Measured("Lagging_Current_Power_Factor", "lagging-power-factor", "power-factor", "%"),
            new Measured("Leading_Current_Power_Factor", "leading-power-factor", "power-factor", "%"));

    @Override
    public String name() {
        return "steel-works";
    }

    @Override
    public Title title() {
        return new Title("钢厂每刻钟用电", "Electricity of a steel works by quarter hour");
    }

    @Override
    public List<String> knownBy() {
        var columns = new ArrayList<>(MEASURED.stream().map(Measured::column).toList());
        columns.addFirst(DATE);
        columns.add(SECONDS);
        return columns;
    }

    @Override
    public Taken read(CsvTable table, String file, Draft draft) {
        var columns = new Columns(file, draft);
        var readings = new ArrayList<RecordedReading>();
        LocalDateTime before = null;
        int moments = 0;
        for (Row row : table.rows()) {
            Optional<LocalDateTime> at = end(row, columns, before);
            if (at.isEmpty()) {
                continue;
            }
            before = at.get();
            moments++;
            for (Measured one : MEASURED) {
                columns.number(row, one.column())
                        .ifPresent(value -> readings.add(new RecordedReading(
                                one.sensor(),
                                one.quantity(),
                                one.unit(),
                                value,
                                at.get().atZone(ZONE).toOffsetDateTime(),
                                row.line())));
            }
        }
        return new Taken(readings, moments);
    }

    /** When the quarter hour ends; empty after reporting one that does not come after the row above. */
    private static Optional<LocalDateTime> end(Row row, Columns columns, @Nullable LocalDateTime before) {
        Optional<LocalDateTime> written = columns.moment(row, DATE, row.cell(DATE), FORMAT, "01-01-2018 00:15");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        LocalTime time = written.get().toLocalTime();
        String seconds = Integer.toString(time.toSecondOfDay());
        if (!row.cell(SECONDS).equals(seconds)) {
            columns.draft()
                    .problem(ProblemCode.VALUE_WRONG, columns.file(), row.line(), SECONDS, row.cell(SECONDS), seconds);
            return Optional.empty();
        }
        LocalDateTime end = time.equals(LocalTime.MIDNIGHT) ? written.get().plusDays(1) : written.get();
        if (before != null && !end.isAfter(before)) {
            columns.draft()
                    .problem(ProblemCode.OUT_OF_RANGE, columns.file(), row.line(), DATE, row.cell(DATE), "> " + before);
            return Optional.empty();
        }
        return Optional.of(end);
    }
}

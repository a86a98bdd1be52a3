package io.sandtable.ingest.recorded;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.ingest.recorded.Columns.Measured;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Loggers of containers (Deutsche Bahn): position, temperature, humidity, shock, switches. A logger writes what it knows of one moment in several rows, each
 * with other columns filled in; they are one. Rows come in any order, and late.
 */
record ContainerLoggers() implements Layout {
    private static final String DEVICE = "device";
    private static final String DATE = "date";
    private static final String TIME = "time_utc";
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private static final List<Measured> MEASURED = List.of(
            new Measured("latitude", "latitude", "latitude", "°"),
            new Measured("longitude", "longitude", "longitude", "°"),
            new Measured("temperature", "temperature", "temperature", "°C"),
            new Measured("humidity", "humidity", "humidity", "%"),
            new Measured("gforce", "gforce", "acceleration", "g"),
            new Measured("tilt", "tilt", "tilt", "1"),
            new Measured("active", "active", "switch", "1"),
            new Measured("reverse", "reverse", "switch", "1"),
            new Measured("sleep", "sleep", "switch", "1"),
            new Measured("door", "door", "switch", "1"),
            new Measured("mount", "mount", "switch", "1"),
            new Measured("motion", "motion", "switch", "1"));

    /** What is no measured number: who carries the logger, how the position was found. */
    private static final List<String> UNUSED = List.of("container", "accuracy", "light", "origin", "destination");

    @Override
    public String name() {
        return "container-loggers";
    }

    @Override
    public Title title() {
        return new Title("集装箱记录仪", "Container loggers");
    }

    @Override
    public List<String> knownBy() {
        var columns = new ArrayList<>(List.of(DEVICE, DATE, TIME));
        MEASURED.forEach(one -> columns.add(one.column()));
        return columns;
    }

    private record Moment(String device, LocalDateTime at) {}

    @Override
    public Taken read(CsvTable table, String file, Draft draft) {
        var columns = new Columns(file, draft);
        var moments = new LinkedHashMap<Moment, Map<Measured, RecordedReading>>();
        for (Row row : table.rows()) {
            moment(row, columns)
                    .ifPresent(moment ->
                            merge(row, moment, moments.computeIfAbsent(moment, m -> new LinkedHashMap<>()), columns));
        }
        for (String column : UNUSED) {
            List<String> cells = table.rows().stream()
                    .map(row -> row.cell(column))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (!cells.isEmpty()) {
                draft.problem(ProblemCode.NOT_USED, file, 0, column, "" + cells.size(), cells.getFirst());
            }
        }
        return new Taken(
                moments.values().stream()
                        .flatMap(readings -> readings.values().stream())
                        .toList(),
                moments.size());
    }

    private static Optional<Moment> moment(Row row, Columns columns) {
        String device = row.cell(DEVICE);
        if (device.isEmpty()) {
            columns.draft().problem(ProblemCode.VALUE_MISSING, columns.file(), row.line(), DEVICE, "", DEVICE);
            return Optional.empty();
        }
        String text = row.cell(DATE) + " " + row.cell(TIME);
        return columns.moment(row, DATE + "|" + TIME, text, FORMAT, "2016-02-01 12:36:25")
                .map(at -> new Moment(device, at));
    }

    /** Takes in what the row adds; another value for what an earlier row said is a problem. */
    private static void merge(Row row, Moment moment, Map<Measured, RecordedReading> readings, Columns columns) {
        for (Measured one : MEASURED) {
            OptionalDouble value = columns.number(row, one.column());
            if (value.isEmpty()) {
                continue;
            }
            RecordedReading said = readings.putIfAbsent(
                    one,
                    new RecordedReading(
                            moment.device() + "-" + one.sensor(),
                            one.quantity(),
                            one.unit(),
                            value.getAsDouble(),
                            moment.at().atOffset(ZoneOffset.UTC),
                            row.line()));
            if (said != null && said.value() != value.getAsDouble()) {
                columns.draft()
                        .problem(
                                ProblemCode.VALUE_WRONG,
                                columns.file(),
                                row.line(),
                                one.column(),
                                row.cell(one.column()),
                                "%s (%d)".formatted(said.value(), said.row()));
            }
        }
    }
}

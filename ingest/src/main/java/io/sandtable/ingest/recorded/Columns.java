package io.sandtable.ingest.recorded;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The cells of a file of readings. */
record Columns(String file, Draft draft) {
    /**
     * A column with measured values.
     *
     * @param sensor what the sensor is called, alone or behind its device
     */
    record Measured(String column, String sensor, String quantity, String unit) {}

    /** Empty where the cell is blank, or after reporting what is no number. */
    OptionalDouble number(Row row, String column) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!Decimals.isOne(cell) || !Double.isFinite(Double.parseDouble(cell))) {
            draft.problem(ProblemCode.NUMBER_WRONG, file, row.line(), column, cell, "1250.5");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(cell));
    }

    /** Empty after reporting a text that is no moment. */
    Optional<LocalDateTime> moment(Row row, String column, String text, DateTimeFormatter format, String example) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException e) {
            draft.problem(ProblemCode.DATE_WRONG, file, row.line(), column, text, example);
            return Optional.empty();
        }
    }
}

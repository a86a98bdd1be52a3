package io.sandtable.datasets.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.sandtable.datasets.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of text cells under named columns, spaces around cells removed.
 *
 * @param columns as in the file; only columns with a name, each once
 */
public record CsvTable(List<String> columns, List<Row> rows) {
    /**
     * One row that has a cell for every column.
     *
     * @param line where it begins in the file, from 1
     * @param cells by column, blank ones left out
     */
    public record Row(int line, Map<String, String> cells) {
        /** The cell, empty where blank. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** What a file holds before anybody knows which row is the header: {@code number} is the line where the row begins, from 1. */
    public record Line(int number, List<String> cells) {
        /** Spaces around cells mean nothing. */
        public Line {
            cells = cells.stream().map(String::strip).toList();
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Splits the text at commas; reports what is wrong with header, quotes and row lengths; empty where there is no usable header. */
    public static Optional<CsvTable> read(String text, String file, Draft draft) {
        List<Line> lines = lines(text, ',', file, draft);
        if (lines.isEmpty() || !separatedByCommas(lines.getFirst().cells(), file, draft)) {
            return Optional.empty();
        }
        return Optional.of(of(lines.getFirst().cells(), lines.subList(1, lines.size()), file, draft));
    }

    /** The rows of the text as they are; reports a quote that is never closed. */
    public static List<Line> lines(String text, char separator, String file, Draft draft) {
        var lines = new ArrayList<Line>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord csv : reader) {
                lines.add(new Line((int) csv.getStartingLineNumber(), csv.getFields()));
            }
        } catch (CsvParseException e) {
            int after = lines.isEmpty() ? 1 : lines.getLast().number() + 1;
            draft.problem(ProblemCode.QUOTE_WRONG, file, after, "", "\"", "\"\"");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return lines;
    }

    /** The lines under that header; reports what is wrong with header and row lengths. */
    public static CsvTable of(List<String> header, List<Line> lines, String file, Draft draft) {
        return new CsvTable(columns(header, file, draft), rows(header, lines, file, draft));
    }

    /** The lines of a sheet, which does not hold the blank cells at the end of a line. */
    public static List<Line> padded(List<Line> lines, int size) {
        return lines.stream()
                .map(line -> {
                    var cells = new ArrayList<>(line.cells());
                    while (cells.size() < size) {
                        cells.add("");
                    }
                    return new Line(line.number(), cells);
                })
                .toList();
    }

    private static boolean separatedByCommas(List<String> header, String file, Draft draft) {
        String only = header.size() == 1 ? header.getFirst() : "";
        for (String other : List.of(";", "\t", "|")) {
            if (only.contains(other)) {
                draft.problem(ProblemCode.SEPARATOR_WRONG, file, 1, "", other.equals("\t") ? "TAB" : other, ",");
                return false;
            }
        }
        return true;
    }

    private static List<String> columns(List<String> header, String file, Draft draft) {
        var named = new ArrayList<String>();
        for (String column : header) {
            if (named.contains(column)) {
                draft.problem(ProblemCode.COLUMN_TWICE, file, 1, column, column, "");
            } else if (!column.isEmpty()) {
                named.add(column);
            }
        }
        return named;
    }

    private static List<Row> rows(List<String> header, List<Line> lines, String file, Draft draft) {
        var rows = new ArrayList<Row>(lines.size());
        var unnamed = new HashSet<Integer>();
        for (Line at : lines) {
            List<String> fields = at.cells();
            if (at.isBlank()) {
                continue;
            }
            draft.row();
            int line = at.number();
            boolean tooLong = fields.stream().skip(header.size()).anyMatch(f -> !f.isBlank());
            if (tooLong || fields.size() < header.size()) {
                draft.problem(
                        ProblemCode.ROW_LENGTH,
                        file,
                        line,
                        "",
                        Integer.toString(fields.size()),
                        Integer.toString(header.size()));
                continue;
            }
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                String cell = fields.get(i);
                if (!cell.isEmpty() && header.get(i).isEmpty() && unnamed.add(i)) {
                    draft.problem(ProblemCode.COLUMN_UNNAMED, file, line, Integer.toString(i + 1), cell, "");
                } else if (!cell.isEmpty()) {
                    cells.putIfAbsent(header.get(i), cell);
                }
            }
            rows.add(new Row(line, cells));
        }
        return rows;
    }
}

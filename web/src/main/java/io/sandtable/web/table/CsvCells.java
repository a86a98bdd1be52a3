package io.sandtable.web.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of a CSV file as Excel and importers read it: commas, Windows line ends, quotes where they are needed (RFC 4180), dates as ISO
 * writes them, plain numbers, and no text that a spreadsheet would run as a formula.
 */
public final class CsvCells {
    /** Stands first in a file, so that Excel reads it as UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String BEGIN_OF_FORMULA = "=+-@\t\r";

    private final Guard guard;

    public CsvCells(Guard guard) {
        this.guard = guard;
    }

    /** What keeps text from being run. */
    public enum Guard {
        /** For people: every spreadsheet takes what follows for text. */
        APOSTROPHE("'"),
        /** For importers: they strip blanks, an apostrophe would become part of the name. */
        BLANK(" ");

        private final String before;

        Guard(String before) {
            this.before = before;
        }
    }

    /** A row with its line end. Text is guarded; numbers and times are not text. */
    public String row(List<?> cells) {
        return cells.stream().map(this::text).map(CsvCells::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private String text(Object cell) {
        String plain = plain(cell);
        boolean runs = cell instanceof String && !plain.isEmpty() && BEGIN_OF_FORMULA.indexOf(plain.charAt(0)) >= 0;
        return runs ? guard.before + plain : plain;
    }

    /** A cell as it is written, without quotes and guard. */
    public static String plain(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime moment -> MINUTE.format(moment);
            default -> cell.toString();
        };
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}

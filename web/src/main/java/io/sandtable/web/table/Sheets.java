package io.sandtable.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook written row by row: one sheet per table with a frozen bold head, true numbers and dates. A table of more rows than a
 * sheet can have goes on in another one, so that none is lost.
 */
public final class Sheets implements AutoCloseable {
    /** Rows of a sheet besides its head, by Excel's limit of 1,048,576. */
    static final int MOST_ROWS = 1_048_575;

    /** Written out and forgotten after so many rows. */
    private static final int KEPT_ROWS = 1_000;

    private final Workbook book;
    private final int mostRows;
    private @Nullable Worksheet sheet;
    private String name = "";
    private List<String> heads = List.of();
    private int part;
    private int row;

    public Sheets(OutputStream out) {
        this(out, MOST_ROWS);
    }

    Sheets(OutputStream out, int mostRows) {
        this.book = new Workbook(out, "Sandtable", "1.0");
        this.mostRows = mostRows;
    }

    /** Begins the next table. */
    public void begin(String tableName, List<String> tableHeads) {
        name = tableName;
        heads = tableHeads;
        part = 1;
        open(tableName);
    }

    private void open(String sheetName) {
        finish();
        Worksheet next = book.newWorksheet(sheetName);
        next.freezePane(0, 1);
        for (int c = 0; c < heads.size(); c++) {
            next.value(0, c, heads.get(c));
            next.style(0, c).bold().set();
        }
        sheet = next;
        row = 0;
    }

    /** The next row: text, numbers, dates or minutes. */
    public void row(List<?> cells) {
        if (row == mostRows) {
            open(name + " " + ++part);
        }
        Worksheet into = sheet;
        if (into == null) {
            throw new IllegalStateException("A row was written before a table was begun; call begin first.");
        }
        row++;
        for (int c = 0; c < cells.size(); c++) {
            put(into, row, c, cells.get(c));
        }
        if (row % KEPT_ROWS == 0) {
            flush(into);
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> {
                String text = cell.toString();
                if (!text.isEmpty()) {
                    sheet.value(row, column, text);
                }
            }
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void finish() {
        if (sheet != null) {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    @Override
    public void close() {
        finish();
        try {
            book.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "The workbook could not be written (%s); ask for the file again.".formatted(e.getMessage()), e);
    }
}

package io.sandtable.web.release;

import io.sandtable.audit.report.SteadyZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables of orders as files: one CSV each, UTF-8 with a mark so that Excel reads the names, and all of them as sheets of one workbook.
 * The same tables are the same bytes.
 */
final class OrderFiles {
    static final String WORKBOOK = "orders.xlsx";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** A zip remembers a local time for each file; this one says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    private OrderFiles() {}

    /** All in one zip. */
    static byte[] zip(List<OrderTable> tables) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        tables.forEach(table -> files.put(table.name() + ".csv", csv(table).getBytes(StandardCharsets.UTF_8)));
        files.put(WORKBOOK, workbook(tables));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The orders could not be packed in memory.", e);
        }
        return bytes.toByteArray();
    }

    static String csv(OrderTable table) {
        return BYTE_ORDER_MARK
                + row(List.copyOf(table.heads()))
                + table.rows().stream().map(OrderFiles::row).collect(Collectors.joining());
    }

    private static String row(List<?> cells) {
        return cells.stream().map(OrderFiles::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(Object cell) {
        String text = text(cell);
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** Text that begins like a formula would be run by a spreadsheet: a blank before it keeps it text, and importers strip blanks. */
    static String text(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime moment -> MINUTE.format(moment);
            case String words when !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 -> " " + words;
            default -> cell.toString();
        };
    }

    private static byte[] workbook(List<OrderTable> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Sandtable", "1.0")) {
            for (OrderTable table : tables) {
                Worksheet sheet = book.newWorksheet(table.name());
                sheet.freezePane(0, 1);
                for (int c = 0; c < table.heads().size(); c++) {
                    sheet.value(0, c, table.heads().get(c));
                    sheet.style(0, c).bold().set();
                }
                for (int r = 0; r < table.rows().size(); r++) {
                    for (int c = 0; c < table.heads().size(); c++) {
                        put(sheet, r + 1, c, table.rows().get(r).get(c));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook of the orders could not be written in memory.", e);
        }
        return SteadyZip.of(bytes.toByteArray());
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
            default -> sheet.value(row, column, cell.toString());
        }
    }
}

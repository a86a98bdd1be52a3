package io.sandtable.web.release;

import io.sandtable.audit.report.SteadyZip;
import io.sandtable.web.table.CsvCells;
import io.sandtable.web.table.Sheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Tables of orders as files: one CSV each, UTF-8 with a mark so that Excel reads the names, and all of them as sheets of one workbook.
 * The same tables are the same bytes.
 */
final class OrderFiles {
    static final String WORKBOOK = "orders.xlsx";

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
        var cells = new CsvCells(CsvCells.Guard.BLANK);
        return CsvCells.BYTE_ORDER_MARK
                + cells.row(table.heads())
                + table.rows().stream().map(cells::row).collect(Collectors.joining());
    }

    private static byte[] workbook(List<OrderTable> tables) {
        var bytes = new ByteArrayOutputStream();
        try (var sheets = new Sheets(bytes)) {
            for (OrderTable table : tables) {
                sheets.begin(table.name(), table.heads());
                table.rows().forEach(sheets::row);
            }
        }
        return SteadyZip.of(bytes.toByteArray());
    }
}

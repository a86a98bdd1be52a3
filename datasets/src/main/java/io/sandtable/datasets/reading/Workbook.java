package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.DateUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The sheets of an Excel file, {@code .xlsx} or {@code .xls}, as lines of text: what the cell shows, not how it is computed; dates as
 * 2026-11-21. Formulas have the value they had when the file was saved.
 *
 * @param sheets lines by the name of the sheet, in the order of the file; hidden ones too, blank ones not
 * @param sha256 lower-case hex over the bytes
 */
public record Workbook(Map<String, List<CsvTable.Line>> sheets, String sha256) {
    private static final long LARGEST = 128L << 20;
    /** A few kilobytes can unpack to any number: more than this is not waited for. */
    private static final long LARGEST_UNPACKED = 1L << 30;

    public Workbook {
        sheets = Collections.unmodifiableMap(new LinkedHashMap<>(sheets));
    }

    /** Whether the name is one of an Excel file. */
    public static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls");
    }

    /** Reads a file, notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<Workbook> read(Path path, String file, Draft draft) throws IOException {
        long size = Files.size(path);
        if (size > LARGEST) {
            draft.problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", (size >> 20) + " MB", (LARGEST >> 20) + " MB");
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(path);
        String sha256 = Provenance.sha256(bytes);
        draft.original(new SourceFile(file, path, sha256, bytes.length));
        try {
            boolean old = file.toLowerCase(Locale.ROOT).endsWith(".xls");
            if (!old && unpacksTo(bytes) > LARGEST_UNPACKED) {
                String limit = (LARGEST_UNPACKED >> 20) + " MB";
                draft.problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", "> " + limit, limit);
                return Optional.empty();
            }
            var sheets = old ? xls(bytes) : xlsx(bytes);

            if (sheets.isEmpty()) {
                draft.problem(ProblemCode.FILE_EMPTY, file, 0, "", "", "");
                return Optional.empty();
            }
            return Optional.of(new Workbook(sheets, sha256));
        } catch (EncryptedDocumentException e) {
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", "password", "Excel");
        } catch (IOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            // both libraries report a broken file by whatever they stumble over
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", String.valueOf(e.getMessage()), "Excel");
        }
        return Optional.empty();
    }

    /** Bytes of all parts, counted only until there are too many; what a part says of its own size may be a lie. */
    private static long unpacksTo(byte[] bytes) throws IOException {
        long all = 0;
        var buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0 && all <= LARGEST_UNPACKED; read = part.read(buffer)) {
                        all += read;
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, List<CsvTable.Line>> xlsx(byte[] bytes) throws IOException {
        var sheets = new LinkedHashMap<String, List<CsvTable.Line>>();
        try (InputStream in = new ByteArrayInputStream(bytes);
                var workbook = new ReadableWorkbook(in, new ReadingOptions(true, true));
                Stream<Sheet> all = workbook.getSheets()) {
            for (Sheet sheet : all.toList()) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                    keep(sheets, sheet.getName(), rows.map(Workbook::line).toList());
                }
            }
        }
        return sheets;
    }

    private static CsvTable.Line line(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<String>();
        for (int c = 0; c < row.getCellCount(); c++) {
            cells.add(row.getOptionalCell(c).map(Workbook::text).orElse(""));
        }
        return new CsvTable.Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell.getRawValue() == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.getRawValue());
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case EMPTY, ERROR -> "";
            case FORMULA ->
                cell.getValue() instanceof java.math.BigDecimal ? number(cell.getRawValue()) : cell.getRawValue();
            case STRING -> cell.asString();
        };
    }

    private static boolean isDate(Cell cell) {
        Integer format = cell.getDataFormatId();
        return format != null && DateUtil.isADateFormat(format, cell.getDataFormatString());
    }

    /** Without the exponent and the noise of binary fractions that files hold: 0.1 + 0.2 is stored as 0.30000000000000004. */
    private static String number(String raw) {
        var exact = new java.math.BigDecimal(raw)
                .round(new java.math.MathContext(15))
                .stripTrailingZeros();
        return exact.toPlainString();
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).toString();
    }

    private static Map<String, List<CsvTable.Line>> xls(byte[] bytes) throws IOException {
        var sheets = new LinkedHashMap<String, List<CsvTable.Line>>();
        try (var workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> {
                var lines = new ArrayList<CsvTable.Line>();
                sheet.forEach(row -> {
                    var cells = new ArrayList<String>();
                    for (int c = 0; c < row.getLastCellNum(); c++) {
                        cells.add(text(row.getCell(c)));
                    }
                    lines.add(new CsvTable.Line(row.getRowNum() + 1, cells));
                });
                keep(sheets, sheet.getSheetName(), lines);
            });
        }
        return sheets;
    }

    private static String text(org.apache.poi.ss.usermodel.@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        var type = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA
                ? cell.getCachedFormulaResultType()
                : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? date(cell.getLocalDateTimeCellValue())
                        : number(Double.toString(cell.getNumericCellValue()));
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    private static void keep(Map<String, List<CsvTable.Line>> sheets, String name, List<CsvTable.Line> lines) {
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            sheets.put(name, lines);
        }
    }
}

package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel file, {@code .xlsx} or {@code .xls}, as lines of text: what the cell shows, not how it is computed; dates as 2026-11-21.
 * Formulas have the value they had when the file was saved. Hidden sheets are read too, blank ones not.
 */
public final class Workbook {
    private static final long LARGEST = 128L << 20;
    /** A larger .xlsx is not held but read a line at a time. */
    private static final long LARGEST_HELD = 8L << 20;

    private static final int MOST_COLUMNS = 2_000;
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");
    /** Built-in formats of Chinese Excel that show dates, and of every Excel that show percentages; the file does not describe them. */
    private static final Set<Integer> CHINESE_DATES = Set.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Set<Integer> PERCENTAGES = Set.of(9, 10);
    /** The day after the last that Excel knows. */
    private static final double LAST_DATE = 2_958_466;
    /** A few kilobytes can unpack to any number: more than this is not waited for. */
    private static final long LARGEST_UNPACKED = 1L << 30;

    private static final String FORMATS = "xl/styles.xml";

    private Workbook() {}

    /** Whether the name is one of an Excel file. */
    public static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls");
    }

    /** Reads a file, notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<Sheets> read(Path path, String file, Draft draft) throws IOException {
        if (draft.isTooLarge(path, file, LARGEST)) {
            return Optional.empty();
        }
        long size = Files.size(path);
        String sha256 = Provenance.sha256(path);
        draft.original(new SourceFile(file, path, sha256, size));
        return sheets(path, file, size <= LARGEST_HELD, draft).map(sheets -> new Sheets(sheets, sha256));
    }

    /** Its sheets to see what they are; their rows are not read, what is wrong is left to whoever reads them. */
    public static Optional<Sheets> peek(Path path, String file) throws IOException {
        return sheets(path, file, false, new Draft(file)).map(sheets -> new Sheets(sheets, ""));
    }

    private static Optional<Map<String, Lines>> sheets(Path path, String file, boolean hold, Draft draft) {
        try {
            // systems export the newer format under the older name
            boolean old = !isZip(path);
            if (!old && unpacksTo(path) > LARGEST_UNPACKED) {
                String limit = (LARGEST_UNPACKED >> 20) + " MB";
                draft.problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", "> " + limit, limit);
                return Optional.empty();
            }
            Map<String, Lines> sheets =
                    old ? xls(path) : hold ? xlsx(path) : XlsxLines.sheets(path, hasFormats(path), file, draft);
            if (sheets.isEmpty()) {
                draft.problem(ProblemCode.FILE_EMPTY, file, 0, "", "", "");
                return Optional.empty();
            }
            return Optional.of(sheets);
        } catch (EncryptedDocumentException e) {
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", "password", "Excel");
        } catch (IOException | RuntimeException e) {
            // both libraries report a broken file by whatever they stumble over
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", String.valueOf(e.getMessage()), "Excel");
        }
        return Optional.empty();
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    /** Bytes of all parts, counted only until there are too many; what a part says of its own size may be a lie. */
    private static long unpacksTo(Path path) throws IOException {
        long all = 0;
        var buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
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

    private static boolean hasFormats(Path path) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            return zip.getEntry(FORMATS) != null;
        }
    }

    private static Map<String, Lines> xlsx(Path path) throws IOException {
        var sheets = new LinkedHashMap<String, Lines>();
        try (ReadableWorkbook workbook = XlsxLines.open(path, hasFormats(path));
                Stream<Sheet> all = workbook.getSheets()) {
            for (Sheet sheet : all.toList()) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                    keep(sheets, sheet.getName(), rows.map(Workbook::line).toList());
                }
            }
        }
        return sheets;
    }

    static CsvTable.Line line(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<String>();
        for (int c = 0; c < Math.min(MOST_COLUMNS, row.getCellCount()); c++) {
            cells.add(row.getOptionalCell(c).map(Workbook::text).orElse(""));
        }
        return new CsvTable.Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(raw, cell.getDataFormatId(), cell.getDataFormatString());
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case EMPTY -> "";
            case ERROR -> raw;
            case FORMULA ->
                cell.getValue() instanceof BigDecimal
                        ? number(raw, cell.getDataFormatId(), cell.getDataFormatString())
                        : raw;
            case STRING -> cell.asString();
        };
    }

    /** A number as the cell shows it: a date, a percentage, a code with zeros before it, or without the noise of binary fractions that files hold. */
    private static String number(String raw, @Nullable Integer id, @Nullable String format) {
        if (!Decimals.isOne(raw)) {
            return raw;
        }
        var exact = new BigDecimal(raw).round(Decimals.DIGITS);
        int known = id == null ? 0 : id;
        String shown = format == null ? "" : format;
        double serial = exact.doubleValue();
        boolean date = CHINESE_DATES.contains(known) || DateUtil.isADateFormat(known, shown);
        if (date && DateUtil.isValidExcelDate(serial) && serial < LAST_DATE) {
            return date(DateUtil.getLocalDateTime(serial));
        }
        if (shown.contains("%") || PERCENTAGES.contains(known)) {
            return exact.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        String plain = exact.stripTrailingZeros().toPlainString();
        return ZEROS.matcher(shown).matches() && exact.scale() <= 0 && exact.signum() >= 0
                ? "0".repeat(Math.max(0, shown.length() - plain.length())) + plain
                : plain;
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).toString();
    }

    private static Map<String, Lines> xls(Path path) throws IOException {
        var sheets = new LinkedHashMap<String, Lines>();
        try (InputStream in = Files.newInputStream(path);
                var workbook = new HSSFWorkbook(in)) {
            workbook.forEach(sheet -> {
                var lines = new ArrayList<CsvTable.Line>();
                sheet.forEach(row -> {
                    var cells = new ArrayList<String>();
                    for (int c = 0; c < Math.min(MOST_COLUMNS, row.getLastCellNum()); c++) {
                        cells.add(text(row.getCell(c)));
                    }
                    lines.add(new CsvTable.Line(row.getRowNum() + 1, cells));
                });
                keep(sheets, sheet.getSheetName(), lines);
            });
        }
        return sheets;
    }

    private static String text(org.apache.poi.ss.usermodel.@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        var type = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA
                ? cell.getCachedFormulaResultType()
                : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                number(
                        Double.toString(cell.getNumericCellValue()),
                        (int) cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString());
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case STRING -> cell.getStringCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static void keep(Map<String, Lines> sheets, String name, List<CsvTable.Line> lines) {
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            sheets.put(name, Lines.of(lines));
        }
    }
}

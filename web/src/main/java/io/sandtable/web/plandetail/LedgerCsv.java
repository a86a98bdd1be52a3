package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.web.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Postings as a file for a spreadsheet: UTF-8 with a mark so that Excel reads the names, plain numbers, no cell that it would run. */
final class LedgerCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> COLUMNS = List.of(
            "date", "account", "debit", "credit", "quantity", "unit", "event", "about", "operation", "order", "entry");

    private final Writer out;

    LedgerCsv(Writer out) {
        this.out = out;
    }

    void write(LedgerLines lines, LedgerFilter filter, Words words) {
        put(BYTE_ORDER_MARK
                + row(COLUMNS.stream().map(c -> words.say("detail.csv." + c)).toList()));
        lines.each(
                filter,
                line -> put(row(List.of(
                        line.date().toString(),
                        safe(line.accountName()),
                        plain(line.debit()),
                        plain(line.credit()),
                        line.quantity() == null ? "" : plain(line.quantity()),
                        safe(line.unit()),
                        safe(line.event()),
                        safe(line.about()),
                        safe(line.operation()),
                        safe(line.order()),
                        Integer.toString(line.entry())))));
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The postings could not be sent (%s); fetch the file again.".formatted(e.getMessage()), e);
        }
    }

    /** What begins like a formula is text: an apostrophe says so to every spreadsheet. */
    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        char first = text.charAt(0);
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r'
                ? "'" + text
                : text;
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "" : money.major().toPlainString();
    }

    private static String plain(double quantity) {
        return BigDecimal.valueOf(quantity)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(LedgerCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}

package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.web.Words;
import io.sandtable.web.table.CsvCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Postings as a file for a spreadsheet: UTF-8 with a mark so that Excel reads the names, plain numbers, no cell that it would run. */
final class LedgerCsv {
    private static final CsvCells CELLS = new CsvCells(CsvCells.Guard.APOSTROPHE);
    private static final List<String> COLUMNS = List.of(
            "date",
            "account",
            "debit",
            "credit",
            "quantity",
            "unit",
            "event",
            "about",
            "operation",
            "order",
            "entry",
            "currency",
            "original");

    private final Writer out;

    LedgerCsv(Writer out) {
        this.out = out;
    }

    void write(LedgerLines lines, LedgerFilter filter, Words words) {
        put(CsvCells.BYTE_ORDER_MARK
                + CELLS.row(
                        COLUMNS.stream().map(c -> words.say("detail.csv." + c)).toList()));
        lines.each(
                filter,
                line -> put(CELLS.row(List.of(
                        line.date(),
                        line.accountName(),
                        plain(line.debit()),
                        plain(line.credit()),
                        line.quantity() == null ? "" : plain(line.quantity()),
                        line.unit(),
                        line.event(),
                        line.about(),
                        text(line.operation()),
                        text(line.order()),
                        line.entry(),
                        line.original() == null
                                ? ""
                                : line.original().currency().getCurrencyCode(),
                        plain(line.original())))));
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The postings could not be sent (%s); fetch the file again.".formatted(e.getMessage()), e);
        }
    }

    private static Object plain(@Nullable Money money) {
        return money == null ? "" : money.major();
    }

    private static BigDecimal plain(double quantity) {
        return BigDecimal.valueOf(quantity).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}

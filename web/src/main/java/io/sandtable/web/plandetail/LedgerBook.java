package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.web.Words;
import io.sandtable.web.accounts.AccountChart;
import io.sandtable.web.accounts.BookAccount;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.table.Sheets;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan's ledger as a workbook: where it comes from, all postings, the trial balance and cash by week. */
final class LedgerBook {
    private static final String BETWEEN_LEVELS = ".";

    private final ShownPlan shown;
    private final LedgerLines lines;
    private final Words words;

    LedgerBook(ShownPlan shown, LedgerLines lines) {
        this.shown = shown;
        this.lines = lines;
        this.words = Words.in(shown.language());
    }

    void write(OutputStream out) {
        try (var sheets = new Sheets(out)) {
            cover(sheets);
            postings(sheets);
            trialBalance(sheets);
            cash(sheets);
        }
    }

    private void begin(Sheets sheets, String sheet, String... columns) {
        sheets.begin(
                words.say("detail.book." + sheet),
                Arrays.stream(columns).map(c -> words.say("detail.book." + c)).toList());
    }

    private void cover(Sheets sheets) {
        begin(sheets, "cover", "what", "value");
        row(
                sheets,
                "company",
                shown.language()
                        .choose(
                                shown.answer().company().zh(),
                                shown.answer().company().en()));
        row(sheets, "question", shown.answer().question().text());
        row(sheets, "plan", new AnswerTable(shown.answer(), shown.language()).title(shown.alternative()));
        row(sheets, "id", shown.inquiryId() + " / " + shown.alternative().id());
        row(sheets, "asOf", shown.problem().asOf());
        row(sheets, "lastDay", shown.lastDay());
        row(sheets, "unit", words.say("detail.book.unit.note"));
        row(sheets, "chart", words.say("detail.book.chart.note"));
        row(sheets, "ifs", words.say("compare.whatIf"));
    }

    private void row(Sheets sheets, String what, Object value) {
        sheets.row(List.of(words.say("detail.book." + what), value));
    }

    private void postings(Sheets sheets) {
        begin(
                sheets,
                "postings",
                "date",
                "code",
                "account",
                "debit",
                "credit",
                "quantity",
                "quantityUnit",
                "event",
                "about",
                "operation",
                "order",
                "entry",
                "currency",
                "original");
        lines.each(
                LedgerFilter.ALL,
                line -> sheets.row(List.of(
                        line.date(),
                        code(line.account()),
                        line.accountName(),
                        yuan(line.debit()),
                        yuan(line.credit()),
                        line.quantity() == null ? "" : line.quantity(),
                        line.unit(),
                        line.event(),
                        line.about(),
                        text(line.operation()),
                        text(line.order()),
                        line.entry(),
                        line.original() == null
                                ? ""
                                : line.original().currency().getCurrencyCode(),
                        line.original() == null ? "" : line.original().major())));
    }

    private void trialBalance(Sheets sheets) {
        begin(
                sheets,
                "trial",
                "from",
                "to",
                "code",
                "account",
                "openingDebit",
                "openingCredit",
                "debit",
                "credit",
                "closingDebit",
                "closingCredit");
        for (TrialWeek week : TrialWeek.all(shown)) {
            sheets.row(List.of(
                    week.from(),
                    week.to(),
                    code(week.account()),
                    LedgerLines.name(week.account(), shown.language()),
                    side(week.opening()),
                    side(-week.opening()),
                    side(week.debit()),
                    side(week.credit()),
                    side(week.closing()),
                    side(-week.closing())));
        }
    }

    private void cash(Sheets sheets) {
        begin(sheets, "cash", "from", "to", "opening", "in", "out", "low", "lowDay", "closing");
        for (CashWeek week : CashWeek.all(shown)) {
            sheets.row(List.of(
                    week.from(),
                    week.to(),
                    week.opening().major(),
                    week.in().major(),
                    week.out().major(),
                    week.low().major(),
                    week.lowDay(),
                    week.closing().major()));
        }
    }

    /** Stock is two accounts in the books; a sum of both has the numbers of both. */
    private static String code(Account account) {
        BookAccount bought = AccountChart.standard().of(account, false);
        BookAccount made = AccountChart.standard().of(account, true);
        return bought.equals(made)
                ? bought.code(BETWEEN_LEVELS)
                : bought.code(BETWEEN_LEVELS) + "/" + made.code(BETWEEN_LEVELS);
    }

    private static Object side(long fen) {
        return fen > 0 ? BigDecimal.valueOf(fen, 2) : "";
    }

    private static Object yuan(@Nullable Money money) {
        return money == null ? "" : money.major();
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}

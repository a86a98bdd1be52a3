package io.sandtable.web.voucher;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.Language;
import io.sandtable.web.accounts.AccountChart;
import io.sandtable.web.accounts.BookAccount;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.plandetail.Names;
import io.sandtable.web.table.CsvCells;
import io.sandtable.web.table.Sheets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The vouchers of a plan as the table that Kingdee and Yonyou read; in Chinese, as these systems are. */
final class VoucherTable {
    private static final String WORD = "记";
    private static final String YUAN = "人民币";
    private static final int DECIMALS = 6;

    private final VoucherColumns columns;
    private final PlanningProblem problem;
    private final Names names;
    private final Vouchers vouchers;

    VoucherTable(Answer answer, Alternative plan, VoucherColumns columns) {
        this.columns = columns;
        this.problem = answer.problem();
        this.names = new Names(answer.snapshot(), problem, Language.ZH);
        this.vouchers = new Vouchers(
                problem, plan.evaluation().plan(), plan.evaluation().ledger());
    }

    /** Vouchers, opening balances and the chart of accounts as sheets. */
    void workbook(OutputStream out) {
        try (var sheets = new Sheets(out)) {
            sheets.begin("凭证", columns.heads());
            each(sheets::row);
            sheets.begin(
                    "期初余额",
                    List.of("科目代码", "科目名称", "借方余额", "贷方余额", "数量", "单位", "客户编码", "客户", "供应商编码", "供应商", "物料编码", "物料名称"));
            for (VoucherLine line : vouchers.opening()) {
                var row = new ArrayList<Object>(List.of(
                        line.account().code(columns.betweenLevels()),
                        line.account().zh(),
                        yuan(line.debitFen()),
                        yuan(line.creditFen()),
                        quantity(line),
                        unit(line)));
                row.addAll(auxiliary(line));
                sheets.row(row);
            }
            sheets.begin("科目表", List.of("科目代码", "科目名称", "辅助核算"));
            for (BookAccount account : AccountChart.standard().all()) {
                sheets.row(List.of(account.code(columns.betweenLevels()), account.zh(), auxiliaries(account)));
            }
        }
    }

    /** The vouchers alone. */
    void csv(Writer out) {
        var cells = new CsvCells(CsvCells.Guard.BLANK);
        put(out, CsvCells.BYTE_ORDER_MARK + cells.row(columns.heads()));
        each(row -> put(out, cells.row(row)));
    }

    private static void put(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The vouchers could not be sent (%s); fetch the file again.".formatted(e.getMessage()), e);
        }
    }

    private void each(Consumer<List<Object>> take) {
        for (Voucher voucher : vouchers.all()) {
            int entry = 0;
            for (VoucherLine line : voucher.lines()) {
                take.accept(row(voucher, ++entry, line));
            }
        }
    }

    private List<Object> row(Voucher voucher, int entry, VoucherLine line) {
        var row = new ArrayList<Object>(columns.heads().size());
        row.add(voucher.date());
        row.add(WORD);
        row.add(voucher.number());
        row.add(0);
        row.add(entry);
        row.add(voucher.summary());
        row.add(line.account().code(columns.betweenLevels()));
        row.add(line.account().zh());
        row.add(yuan(line.debitFen()));
        row.add(yuan(line.creditFen()));
        addCurrency(row, line);
        row.add(quantity(line));
        row.add(unit(line));
        row.add(price(line));
        row.addAll(auxiliary(line));
        return row;
    }

    /** The currency, CNY for one unit of it, and the amount in it. */
    private static void addCurrency(List<Object> row, VoucherLine line) {
        Money original = line.original();
        if (original == null) {
            row.add(YUAN);
            row.add(1);
            row.add(yuan(line.fen()));
        } else {
            BigDecimal amount = original.major();
            row.add(line.currency());
            row.add(
                    amount.signum() == 0
                            ? ""
                            : BigDecimal.valueOf(line.fen(), 2)
                                    .divide(amount, DECIMALS, RoundingMode.HALF_UP)
                                    .stripTrailingZeros());
            row.add(amount);
        }
    }

    private List<Object> auxiliary(VoucherLine line) {
        var cells = new ArrayList<Object>();
        for (String who : List.of(line.customer(), line.supplier())) {
            cells.add(who.isEmpty() ? "" : names.code(who));
            cells.add(who.isEmpty() ? "" : names.of(who, who));
        }
        cells.add(
                line.item() < 0
                        ? ""
                        : names.code(problem.items().get(line.item()).id()));
        cells.add(line.item() < 0 ? "" : names.item(line.item()));
        return cells;
    }

    private static Object yuan(long fen) {
        return fen == 0 ? "" : BigDecimal.valueOf(fen, 2);
    }

    private static Object quantity(VoucherLine line) {
        return line.quantity() == 0 ? "" : rounded(line.quantity());
    }

    private static Object price(VoucherLine line) {
        return line.quantity() == 0 ? "" : rounded(line.fen() / 100.0 / line.quantity());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private String unit(VoucherLine line) {
        return line.quantity() == 0 ? "" : problem.items().get(line.item()).unit();
    }

    private static String auxiliaries(BookAccount account) {
        return account.auxiliaries().stream()
                .sorted()
                .map(a -> switch (a) {
                    case CUSTOMER -> "客户";
                    case SUPPLIER -> "供应商";
                    case MATERIAL -> "物料";
                })
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
    }
}

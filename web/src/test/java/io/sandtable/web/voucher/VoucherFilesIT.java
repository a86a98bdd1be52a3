package io.sandtable.web.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of a plan's ledger, as an accountant gets them from the running service. */
class VoucherFilesIT {
    private static final int CODE = 6;
    private static final int DEBIT = 8;
    private static final int CREDIT = 9;
    private static final int CURRENCY = 10;
    private static final int RATE = 11;
    private static final int ORIGINAL = 12;

    private static HttpBrowser reader;
    private static String inquiry;
    private static Answer answer;
    private static Alternative plan;

    @BeforeAll
    static void plan() {
        RunningService service = DemoService.running();
        reader = Colleague.of(service, "zhu", "朱会计", Role.PLANNER).browser();
        inquiry = DemoService.answered("预计下季度新能源汽车电池壳订单增长40%").id();
        answer = service.get(Answers.class).getAnswer(inquiry);
        plan = answer.recommended();
    }

    private static String address(String file) {
        return "/runs/" + inquiry + "/plans/" + plan.letter() + "/" + file;
    }

    private static Map<String, List<Row>> sheets(String address) throws IOException {
        var sheets = new HashMap<String, List<Row>>();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(reader.download(address).body()))) {
            for (var sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        return sheets;
    }

    private static List<Row> rows(Map<String, List<Row>> sheets, String name) {
        return Objects.requireNonNull(sheets.get(name), name);
    }

    private static BigDecimal number(Row row, int column) {
        return column >= row.getCellCount() || row.getCellText(column).isEmpty()
                ? BigDecimal.ZERO
                : row.getCellAsNumber(column).orElse(BigDecimal.ZERO);
    }

    @Test
    void vouchers_balanceEachAndAreWithTheOpeningTheWholeLedger() throws IOException {
        Map<String, List<Row>> sheets = sheets(address("vouchers.xlsx?system=kingdee"));

        var byVoucher = new HashMap<String, BigDecimal>();
        var byCode = new TreeMap<String, BigDecimal>();
        List<Row> vouchers = rows(sheets, "凭证");
        for (Row row : vouchers.subList(1, vouchers.size())) {
            BigDecimal net = number(row, DEBIT).subtract(number(row, CREDIT));
            String month = row.getCellAsDate(0).orElseThrow().toString().substring(0, 7);
            byVoucher.merge(month + " " + row.getCellText(2), net, BigDecimal::add);
            byCode.merge(row.getCellText(CODE), net, BigDecimal::add);
        }
        List<Row> opening = rows(sheets, "期初余额");
        opening.subList(1, opening.size())
                .forEach(row ->
                        byCode.merge(row.getCellText(0), number(row, 2).subtract(number(row, 3)), BigDecimal::add));

        assertThat(byVoucher).hasSizeGreaterThan(1_000);
        assertThat(byVoucher.values()).allSatisfy(net -> assertThat(net).isZero());
        Ledger ledger = plan.evaluation().ledger();
        assertThat(byCode.get("1002")).isEqualByComparingTo(sum(ledger, Account.CASH));
        assertThat(byCode.get("5001")).isEqualByComparingTo(sum(ledger, Account.REVENUE));
        assertThat(byCode.get("5401.01")).isEqualByComparingTo(sum(ledger, Account.COST_MATERIAL));
        assertThat(byCode.getOrDefault("1403", BigDecimal.ZERO).add(byCode.getOrDefault("1405", BigDecimal.ZERO)))
                .isEqualByComparingTo(sum(ledger, Account.INVENTORY));
        assertThat(byCode.getOrDefault("1403", BigDecimal.ZERO).signum()).isNotNegative();
        assertThat(vouchers.get(0).getCellText(CODE)).isEqualTo("科目代码");
        assertThat(rows(sheets, "科目表")).hasSize(Account.values().length + 2);
    }

    @Test
    void whatIsOwedInForeignCurrency_standsInItBesideYuan() throws IOException {
        List<Row> vouchers = rows(sheets(address("vouchers.xlsx?system=kingdee")), "凭证");
        List<Posting> owed = plan.evaluation().ledger().of(Account.PAYABLES).stream()
                .filter(p -> p.original() != null && !p.cause().event().name().startsWith("OPENING"))
                .toList();
        String currency =
                Objects.requireNonNull(owed.getFirst().original()).currency().getCurrencyCode();

        BigDecimal inVouchers = vouchers.stream()
                .filter(row -> row.getCellText(CURRENCY).equals(currency)
                        && row.getCellText(CODE).startsWith("2202"))
                .map(row -> number(row, DEBIT).signum() > 0
                        ? number(row, ORIGINAL)
                        : number(row, ORIGINAL).negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(inVouchers)
                .isEqualByComparingTo(owed.stream()
                        .map(p -> Objects.requireNonNull(p.original()))
                        .filter(original ->
                                original.currency().getCurrencyCode().equals(currency))
                        .map(Money::major)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(vouchers)
                .filteredOn(row -> row.getCellText(CURRENCY).equals(currency))
                .allSatisfy(row -> assertThat(number(row, RATE)).isNotEqualByComparingTo(BigDecimal.ONE));
    }

    private static BigDecimal sum(Ledger ledger, Account account) {
        return ledger.sum(p -> p.account() == account).major();
    }

    @Test
    void yonyousFile_numbersAccountsWithoutDotsAndIsTheSameOverRest() {
        String page = reader.page(address("vouchers.csv?system=yonyou"));

        assertThat(page.substring(1)).startsWith("制单日期,凭证类别字,凭证编号").contains(",540101,主营业务成本-材料,");
        assertThat(reader.get("/api/v1/plans/%s/vouchers.csv?system=yonyou&scenario=%s".formatted(plan.id(), inquiry))
                        .body())
                .isEqualTo(page);
        assertThat(reader.get(address("vouchers.csv?system=sap")).statusCode()).isEqualTo(400);
    }

    @Test
    void ledgersWorkbook_hasAllPostingsAndBalancesEveryWeek() throws IOException {
        Map<String, List<Row>> sheets = sheets(address("ledger.xlsx"));
        List<Posting> postings = plan.evaluation().ledger().postings();

        assertThat(rows(sheets, "分录")).hasSize(postings.size() + 1);
        List<Row> trial = rows(sheets, "每周试算平衡");
        var byWeek = new TreeMap<String, BigDecimal[]>();
        for (Row row : trial.subList(1, trial.size())) {
            BigDecimal[] week =
                    byWeek.computeIfAbsent(row.getCellAsDate(0).orElseThrow().toString(), w ->
                            new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
            for (int pair = 0; pair < week.length; pair++) {
                int debit = 4 + 2 * pair;
                week[pair] = week[pair].add(number(row, debit)).subtract(number(row, debit + 1));
            }
        }
        assertThat(byWeek).hasSizeGreaterThan(20);
        assertThat(byWeek.values())
                .allSatisfy(week ->
                        assertThat(week).allSatisfy(net -> assertThat(net).isZero()));
        Row last = rows(sheets, "每周资金").getLast();
        assertThat(number(last, 7))
                .isEqualByComparingTo(plan.evaluation()
                        .ledger()
                        .balance(
                                Account.CASH,
                                answer.problem()
                                        .asOf()
                                        .plusDays(answer.problem().horizonDays() - 1L))
                        .major());
        assertThat(reader.page(address("ledger"))).contains("ledger.xlsx", "vouchers.xlsx?system=kingdee");
    }
}

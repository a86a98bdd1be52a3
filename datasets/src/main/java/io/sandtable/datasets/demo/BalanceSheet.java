package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the company owns, is owed and owes on the as-of date; equity is what remains. */
final class BalanceSheet {
    private static final double VAT = 1.13;

    /** code | 中文 | English | kind | amount CNY | due | day of month | ends | % a year */
    private static final Sheet FIXED = Sheet.of("""
            CASH-1 | 基本户存款 | Main bank account | cash | 5650000 | | | |
            CASH-2 | 一般户存款 | Second bank account | cash | 920000 | | | |
            LOAN-1 | 流动资金贷款 | Working-capital loan | loan | 8000000 | 2027-03-19 | 21 | 2027-03-19 | 3.65
            LOAN-2 | 设备贷款 | Equipment loan | loan | 14000000 | 2029-06-29 | 21 | 2029-06-29 | 4.05
            LOAN-3 | 科技信用贷 | Technology credit loan | loan | 5000000 | 2027-09-15 | 21 | 2027-09-15 | 3.45
            CREDIT-LINE | 循环授信额度 | Revolving credit line | credit-line | 6000000 | | | 2027-12-31 | 4.35
            VAT-CREDIT | 留抵增值税 | VAT credit carried forward | vat-credit | 386000 | | | |
            WAGES | 应付计件工资（十一月） | Wages of November payable | payable | 760000 | 2026-12-10 | | |
            BONUS | 应付年终奖 | Year-end bonus payable | payable | 1450000 | 2027-01-29 | | |
            TAX | 应交税费 | Taxes payable | payable | 430000 | 2026-12-15 | | |
            POWER | 应付电费气费（十一月） | Power and gas of November payable | payable | 690000 | 2026-12-08 | | |
            PAYROLL | 管理与技术人员月薪（不含计时工人） | Monthly payroll of staff, without hourly workers | salaries | 805000 | | 10 | |
            RENT | 厂房月租 | Monthly rent of the plant | rent | 268000 | | 5 | 2029-12-31 |
            OVERHEAD | 其他月度费用（维修、运输、保险） | Other monthly expense: maintenance, transport, insurance | overhead | 335000 | | 25 | |
            """);

    /** One account item; the amount counts as its kind says and is never negative. */
    record Entry(
            String code,
            String zh,
            String en,
            String kind,
            double amount,
            String due,
            String dayOfMonth,
            String ends,
            String ratePercent) {}

    private final Business business;
    private final List<Entry> entries = new ArrayList<>();

    BalanceSheet(Business business) {
        this.business = business;
        FIXED.rows()
                .forEach(r -> entries.add(new Entry(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.text(3),
                        r.number(4),
                        r.text(5),
                        r.text(6),
                        r.text(7),
                        r.text(8))));
        receivables();
        payables();
        entries.add(new Entry(
                "FIXED-ASSETS",
                "固定资产净值（设备与模具台账合计）",
                "Fixed assets, net: sum of the equipment register",
                "fixed-asset",
                business.plant().bookValue(),
                "",
                "",
                "",
                ""));
        entries.add(new Entry(
                "EQUITY", "所有者权益", "Owners' equity", "equity", fen(assets() - liabilities()), "", "", "", ""));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    double sum(String... kinds) {
        List<String> wanted = List.of(kinds);
        return entries.stream()
                .filter(e -> wanted.contains(e.kind()))
                .mapToDouble(Entry::amount)
                .sum();
    }

    /** Cash, receivables, bills, VAT credit, fixed assets and the stock lots at cost. */
    double assets() {
        return sum("cash", "receivable", "bill-receivable", "vat-credit", "fixed-asset") + business.stockValue();
    }

    double liabilities() {
        return sum("payable", "bill-payable", "loan");
    }

    void write(Tables tables) {
        for (Entry entry : entries) {
            tables.row("Account")
                    .with("id", "ACC-" + entry.code())
                    .with("name", entry.zh())
                    .with("nameEn", entry.en())
                    .with("code", entry.code())
                    .with("kind", entry.kind())
                    .with("amount", entry.amount())
                    .with("dueDate", entry.due())
                    .with("dayOfMonth", entry.dayOfMonth())
                    .with("endDate", entry.ends())
                    .with("ratePercent", entry.ratePercent());
        }
    }

    /** Delivered and not yet due, per customer and month; customers on 90 days pay by acceptance bill. */
    private void receivables() {
        Map<String, Map<YearMonth, Double>> owed = new TreeMap<>();
        for (OrderBook.Line line : business.orders().closed()) {
            LocalDate delivered = line.deliveredDate();
            LocalDate due = delivered == null
                    ? DemoCompany.AS_OF
                    : delivered.plusDays(line.customer().termDays());
            if (due.isAfter(DemoCompany.AS_OF)) {
                double gross = line.value() * (line.customer().country().equals("CN") ? VAT : 1);
                owed.computeIfAbsent(line.customer().code(), c -> new TreeMap<>())
                        .merge(YearMonth.from(due), gross, Double::sum);
            }
        }
        for (Customers.Customer customer : Customers.list()) {
            boolean byBill = customer.termDays() == 90;
            owed.getOrDefault(customer.code(), Map.of())
                    .forEach((month, amount) -> entries.add(new Entry(
                            (byBill ? "BR-" : "AR-") + customer.code() + "-" + month,
                            (byBill ? "应收承兑汇票 " : "应收账款 ") + customer.zh(),
                            (byBill ? "Acceptance bill from " : "Receivable from ") + customer.en(),
                            byBill ? "bill-receivable" : "receivable",
                            fen(amount),
                            settlement(month),
                            "",
                            "",
                            "")));
        }
    }

    /** Received and not yet paid, per supplier and month; the rolling mills take acceptance bills. */
    private void payables() {
        Map<String, Map<YearMonth, Double>> owing = new TreeMap<>();
        for (PurchaseHistory.Receipt receipt : business.purchaseHistory().receipts()) {
            LocalDate due = receipt.delivered().plusDays(receipt.supplier().termDays());
            if (due.isAfter(DemoCompany.AS_OF)) {
                double gross = receipt.value() * (receipt.supplier().country().equals("CN") ? VAT : 1);
                owing.computeIfAbsent(receipt.supplier().code(), c -> new TreeMap<>())
                        .merge(YearMonth.from(due), gross, Double::sum);
            }
        }
        owing.forEach((code, months) -> {
            Suppliers.Supplier supplier = business.suppliers().named(code);
            boolean byBill = List.of("JIYUAN", "YANBEI", "LANYU").contains(code);
            months.forEach((month, amount) -> entries.add(new Entry(
                    (byBill ? "BP-" : "AP-") + code + "-" + month,
                    (byBill ? "应付承兑汇票 " : "应付账款 ") + supplier.zh(),
                    (byBill ? "Acceptance bill to " : "Payable to ") + supplier.en(),
                    byBill ? "bill-payable" : "payable",
                    fen(amount),
                    settlement(month),
                    "",
                    "",
                    "")));
        });
    }

    /** Trade items are settled on the 28th; in the month of the as-of date that lies ahead. */
    private static String settlement(YearMonth month) {
        return month.atDay(28).toString();
    }

    private static double fen(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}

package io.sandtable.datasets.demo;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page {@code docs/explanation/demo-company.md}: what the invented company is, and the arithmetic of its story. */
final class StoryPage {
    private static final double GROWTH_PERCENT = 40;

    private final Business business;
    private final LoadTable normal;
    private final LoadTable grown;
    private final BalanceSheet books;

    StoryPage(Business business) {
        this.business = business;
        this.normal = LoadTable.normal(business);
        this.grown = LoadTable.batteryShellsUp(business, GROWTH_PERCENT);
        this.books = new BalanceSheet(business);
    }

    String text() {
        return """
                # The demo company

                澄砚精密 (Chengyan Precision) is an invented maker of aluminium battery shells and controller housings in Suzhou.
                Every row of its tables is `origin=demo`; the market figures beside them are real, one package a source.
                A seeded generator writes the tables and this page, and a test proves that both are what it writes.
                Nothing in the planner knows this page: it is plain arithmetic to hold a plan against.

                ```
                java -cp … io.sandtable.datasets.demo.DemoCompany FOLDER [PAGE]
                ```

                ## Size
                %s
                ## The story in numbers
                %s
                ## Load
                Hours that the orders due in a month need, stock on hand taken off first, in percent of the hours of the
                two-shift calendar less breakdowns; one set-up per order line, everything on its usual machine. December is
                low because the stock of the as-of date serves its first weeks; February has 17 working days.
                `Q1` is 2027-01-01 … 2027-03-31, `Q1 +40 %%` the same with that much more battery shells.

                %s
                ## Money
                %s
                ## Where real figures enter
                - The frame contract for ingots: the mean LME aluminium price of the last twelve published months is %s CNY/kg at
                  the rate of 2026-06-01; ADC12 costs that and an alloying fee of 0.45 CNY/kg.
                - Past alloy prices follow the published monthly price until the contract of 2026-06.
                - Gas per casting and power per anodised body are published kWh per kg times the weight (`derived/`).
                - Two income-tax rates are valid: the standard one by law (real) and the high-tech rate this company was granted until
                  2028-11-30 (invented); the lower one holds.
                - Duty rows end in 2020-02 with their source and apply to nothing today.
                """.formatted(
                size(), story(), load(), money(), decimal(business.market().aluminiumYearMean(), 2));
    }

    private String size() {
        double revenue = business.orders().closed().stream()
                .filter(line -> line.dueDate().isAfter(DemoCompany.AS_OF.minusYears(1)))
                .mapToDouble(OrderBook.Line::value)
                .sum();
        int hourly = business.plant().labour().stream()
                .mapToInt(business.plant()::headcount)
                .sum();
        return bullets(List.of(
                "%d materials, of which %d are made, on %d operations, %d machine types and %d moulds and dies"
                        .formatted(
                                business.catalogue().items().size(),
                                business.catalogue().items().stream()
                                        .filter(Item::made)
                                        .count(),
                                business.catalogue().operations().size(),
                                business.plant().machines().size(),
                                business.plant().tools().size()),
                "%d suppliers, %d customers, %d open order lines over 26 weeks, %d delivered ones over three years"
                        .formatted(
                                business.suppliers().list().size(),
                                Customers.list().size(),
                                business.orders().open().size(),
                                business.orders().closed().size()),
                "%d hourly workers and about 60 staff".formatted(hourly),
                "revenue of the last twelve months %s million CNY, without VAT".formatted(millions(revenue))));
    }

    private String story() {
        Plant.Tool mould = business.plant().tool(LoadTable.MOULD);
        double left = mould.lifeStrokes() - mould.strokesUsed();
        return """
                | battery shell mould 01 | as ordered | +40 %% in Q1 |
                |---|---:|---:|
                | strokes needed over 26 weeks | %s | %s |
                | strokes left of its life (%s %% used) | %s | %s |
                | share of what is left | %s %% | %s %% |
                | load of the mould in Q1 | %s %% | %s %% |
                | load of the two 2800 t cells in Q1 | %s %% | %s %% |
                | mean good share of a stroke, worn mould | %s %% | %s %% |

                A new mould makes %s %% good castings, costs 680,000 CNY and 45 days (`SUPPLIES` from 圭帆模具), and lets both
                cells cast battery shells. Die casting, CNC machining and anodising of battery shells may also go to
                subcontractors (`OUTSOURCED_TO`), at a price and, for die casting, with know-how at risk.
                """.formatted(
                        whole(normal.strokes()),
                        whole(grown.strokes()),
                        decimal(100 * mould.strokesUsed() / mould.lifeStrokes(), 1),
                        whole(left),
                        whole(left),
                        whole(100 * normal.strokes() / left),
                        whole(100 * grown.strokes() / left),
                        quarter(normal, LoadTable.MOULD),
                        quarter(grown, LoadTable.MOULD),
                        quarter(normal, "DC-2800"),
                        quarter(grown, "DC-2800"),
                        decimal(normal.meanYieldPercent(), 1),
                        decimal(grown.meanYieldPercent(), 1),
                        decimal(mould.wear().at(0) * 0.985, 1));
    }

    private String load() {
        var text = new StringBuilder(
                "| | " + LoadTable.MONTHS.stream().map(YearMonth::toString).collect(Collectors.joining(" | "))
                        + " | Q1 | Q1 +40 % |\n|---|" + "---:|".repeat(LoadTable.MONTHS.size() + 2) + "\n");
        for (Plant.Machine machine : business.plant().machines()) {
            row(text, machine.code(), "%s %s".formatted(machine.code(), machine.zh()));
        }
        row(text, LoadTable.MOULD, "**MOULD-BAT01 电池壳压铸模01**");
        return text.toString();
    }

    private void row(StringBuilder text, String equipment, String name) {
        text.append("| ").append(name).append(" | ");
        for (YearMonth month : LoadTable.MONTHS) {
            text.append(whole(normal.percent(equipment, List.of(month)))).append(" | ");
        }
        text.append("%s | %s |%n"
                .formatted(quarter(normal, equipment), quarter(grown, equipment))
                .replace(System.lineSeparator(), "\n"));
    }

    private String money() {
        double value = business.orders().open().stream()
                .mapToDouble(OrderBook.Line::value)
                .sum();
        double cost = business.orders().open().stream()
                .mapToDouble(line ->
                        line.quantity() * business.costs().direct(line.product().code()))
                .sum();
        double depreciation = Math.round(business.plant().machines().stream()
                        .mapToDouble(m -> m.bookValue() / m.depreciationMonths())
                        .sum()
                + business.plant().tools().stream()
                        .mapToDouble(t -> t.bookValue() / t.depreciationMonths())
                        .sum());
        var outlook = new CashOutlook(business, books, normal.explosion());
        return bullets(List.of(
                "open orders %s million CNY; %s %% is left after material, hourly labour and energy, %s %% after depreciation and rent too"
                        .formatted(
                                millions(value),
                                decimal(100 * (value - cost) / value, 1),
                                decimal(100 * (value - cost - 6 * (depreciation + books.sum("rent"))) / value, 1)),
                "assets %s, liabilities %s, equity %s million CNY"
                        .formatted(
                                millions(books.assets()), millions(books.liabilities()), millions(books.sum("equity"))),
                "cash %s million CNY on the as-of date; if all is delivered and paid on time it is lowest on %s with %s million CNY"
                        .formatted(
                                millions(books.sum("cash")), outlook.lowDay(), millions(outlook.on(outlook.lowDay()))),
                "an undrawn credit line of %s million CNY".formatted(millions(books.sum("credit-line")))));
    }

    private static String quarter(LoadTable table, String equipment) {
        return whole(table.percent(equipment, LoadTable.NEXT_QUARTER));
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    private static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String millions(double amount) {
        return decimal(amount / 1_000_000, 1);
    }
}

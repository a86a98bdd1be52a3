package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.model.Attributes;
import io.sandtable.model.NodeType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoMoneyTest {
    private final BalanceSheet books = new BalanceSheet(Demo.BUSINESS);

    @Test
    void writtenAccountsAndLots_balanceToTheYuan() {
        double stock = Demo.SNAPSHOT.nodes(NodeType.STOCK_LOT).stream()
                .mapToDouble(l -> l.number(Attributes.QUANTITY) * l.number(Attributes.UNIT_COST))
                .sum();

        double assets = stock + written("cash", "receivable", "bill-receivable", "vat-credit", "fixed-asset");
        double owed = written("payable", "bill-payable", "loan", "equity");

        assertThat(assets).isEqualTo(owed, within(1.0));
        assertThat(written("equity")).isPositive();
    }

    @Test
    void equipmentRegister_addsUpToTheFixedAssets() {
        double register = Demo.SNAPSHOT.nodes(NodeType.EQUIPMENT).stream()
                .mapToDouble(e -> e.numberOr(Attributes.BOOK_VALUE, 0))
                .sum();

        assertThat(register).isEqualTo(books.sum("fixed-asset"), within(0.01));
    }

    @Test
    void revenueOfTheLastYear_fitsOneHundredAndEightyPeople() {
        double revenue = Demo.BUSINESS.orders().closed().stream()
                .filter(line -> line.dueDate().isAfter(DemoCompany.AS_OF.minusYears(1)))
                .mapToDouble(OrderBook.Line::value)
                .sum();

        assertThat(revenue).isBetween(145e6, 200e6);
    }

    @Test
    void openOrders_leaveAMarginOfAnOrdinaryMaker() {
        double value = 0;
        double cost = 0;
        for (OrderBook.Line line : Demo.BUSINESS.orders().open()) {
            value += line.value();
            cost += line.quantity()
                    * Demo.BUSINESS.costs().direct(line.product().code());
        }

        assertThat(100 * (value - cost) / value).isBetween(18.0, 26.0);
    }

    @Test
    void batteryShells_costWhatTheBriefSays() {
        assertThat(ProductLine.all().stream()
                        .filter(line -> line.family().equals("BAT"))
                        .map(Demo.BUSINESS.costs()::salesPrice))
                .allSatisfy(price -> assertThat(price).isBetween(380.0, 920.0));
    }

    @Test
    void cash_isTightAndNeverNegativeIfAllGoesWell() {
        var outlook = new CashOutlook(
                Demo.BUSINESS, books, LoadTable.normal(Demo.BUSINESS).explosion());
        double low = outlook.on(outlook.lowDay());

        assertThat(low).isBetween(200_000.0, 2_500_000.0);
        assertThat(outlook.lowDay()).isAfter(DemoCompany.AS_OF.plusWeeks(4));
    }

    @Test
    void frameContract_followsFromThePublishedAluminiumPrice() {
        double price = Demo.BUSINESS.catalogue().bought().stream()
                .filter(b -> b.item().code().equals("AL-ADC12"))
                .findFirst()
                .orElseThrow()
                .price();

        assertThat(price).isEqualTo(Demo.BUSINESS.market().aluminiumYearMean() + 0.45, within(0.01));
    }

    private static double written(String... kinds) {
        return Demo.SNAPSHOT.nodes(NodeType.ACCOUNT).stream()
                .filter(a -> List.of(kinds).contains(a.text(Attributes.KIND)))
                .mapToDouble(a -> a.number(Attributes.AMOUNT))
                .sum();
    }
}

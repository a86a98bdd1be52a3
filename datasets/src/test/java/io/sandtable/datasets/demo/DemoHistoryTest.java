package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoHistoryTest {
    private final List<OrderBook.Line> closed = Demo.BUSINESS.orders().closed();

    @Test
    void history_reachesBackThreeYearsAndEndsBeforeTheAsOfDate() {
        assertThat(closed.getFirst().dueDate())
                .isBetween(DemoCompany.AS_OF.minusWeeks(157), DemoCompany.AS_OF.minusWeeks(155));
        assertThat(closed)
                .allSatisfy(line -> assertThat(line.deliveredDate()).isNotNull().isBeforeOrEqualTo(DemoCompany.AS_OF));
        assertThat(Demo.BUSINESS.purchaseHistory().receipts())
                .hasSizeGreaterThan(2000)
                .allSatisfy(receipt -> assertThat(receipt.delivered()).isBeforeOrEqualTo(DemoCompany.AS_OF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-12", "2025-01-27", "2026-02-16"})
    void weekOfSpringFestival_isNearlyEmpty(LocalDate monday) {
        double festival = units(line -> inWeek(line, monday));
        double ordinary = units(line -> inWeek(line, monday.plusWeeks(4)));

        assertThat(festival).isPositive().isLessThan(0.2 * ordinary);
    }

    @Test
    void autumn_isStrongerThanSummerEveryYear() {
        for (int year = 2024; year <= 2026; year++) {
            YearMonth july = YearMonth.of(year, 7);
            YearMonth october = YearMonth.of(year, 10);

            assertThat(perDay(october)).as("October %d", year).isGreaterThan(perDay(july));
        }
    }

    @Test
    void batteryShells_growFasterThanTheRest() {
        double shells = growth(line -> line.product().family().equals("BAT"));
        double rest = growth(line -> !line.product().family().equals("BAT"));

        assertThat(shells).isBetween(1.12, 1.22);
        assertThat(rest).isBetween(1.02, 1.12);
    }

    @Test
    void fewDeliveries_wereLate() {
        double late = closed.stream()
                .filter(line ->
                        line.deliveredDate() != null && line.deliveredDate().isAfter(line.dueDate()))
                .count();

        assertThat(100 * late / closed.size()).isBetween(1.0, 8.0);
    }

    @Test
    void someReceipts_wereRejectedAndNoneMoreThanReceived() {
        var receipts = Demo.BUSINESS.purchaseHistory().receipts();

        assertThat(receipts.stream().filter(r -> r.rejected() > 0).count()).isGreaterThan(50);
        assertThat(receipts).allSatisfy(r -> assertThat(r.rejected()).isBetween(0.0, r.quantity() * 0.3));
    }

    private double perDay(YearMonth month) {
        return units(line -> YearMonth.from(line.dueDate()).equals(month)) / month.lengthOfMonth();
    }

    private double growth(Predicate<OrderBook.Line> which) {
        LocalDate yearAgo = DemoCompany.AS_OF.minusWeeks(52);
        return units(which.and(l -> l.dueDate().isAfter(yearAgo)))
                / units(which.and(
                        l -> !l.dueDate().isAfter(yearAgo) && l.dueDate().isAfter(yearAgo.minusWeeks(52))));
    }

    private static boolean inWeek(OrderBook.Line line, LocalDate monday) {
        return !line.dueDate().isBefore(monday) && line.dueDate().isBefore(monday.plusWeeks(1));
    }

    private double units(Predicate<OrderBook.Line> which) {
        return closed.stream()
                .filter(which)
                .mapToDouble(OrderBook.Line::quantity)
                .sum();
    }
}

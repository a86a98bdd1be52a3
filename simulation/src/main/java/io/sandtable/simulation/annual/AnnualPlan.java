package io.sandtable.simulation.annual;

import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Performance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a company means to sell, make, spend and earn, month by month.
 *
 * @param asOf the day of the data it was made on
 * @param months in order, without gaps
 * @param products all that its months speak of, by id
 */
public record AnnualPlan(LocalDate asOf, List<AnnualMonth> months, SortedMap<String, AnnualProduct> products) {
    public AnnualPlan {
        months = List.copyOf(months);
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
        if (months.isEmpty()) {
            throw new IllegalArgumentException(
                    "An annual plan had no months; it needs one whole calendar month at least. Plan further ahead.");
        }
        for (int i = 1; i < months.size(); i++) {
            if (!months.get(i).month().equals(months.get(i - 1).month().plusMonths(1))) {
                throw new IllegalArgumentException("%s follows %s in an annual plan; months must follow one another."
                        .formatted(months.get(i).month(), months.get(i - 1).month()));
            }
        }
    }

    public YearMonth first() {
        return months.getFirst().month();
    }

    public YearMonth last() {
        return months.getLast().month();
    }

    public Optional<AnnualMonth> find(YearMonth month) {
        return months.stream().filter(m -> m.month().equals(month)).findFirst();
    }

    /** Sum of a figure over all months. */
    public Money sum(Function<AnnualMonth, Money> figure) {
        return months.stream().map(figure).reduce(Money.fen(0), Money::plus);
    }

    /** What was said of months that were still to come, product by product. */
    public Performance said() {
        var said = new Performance();
        for (AnnualMonth month : months) {
            if (month.kind() != AnnualMonth.Kind.ACTUAL) {
                month.products().forEach((product, amounts) -> said.add(month.month(), product, amounts));
            }
        }
        return said;
    }
}

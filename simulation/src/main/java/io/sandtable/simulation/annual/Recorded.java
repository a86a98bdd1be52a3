package io.sandtable.simulation.annual;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.backtest.ActualPerformance;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What a company's records tell up to the day they speak of, the way the backtest reads them.
 *
 * @param open the days on which the house works, from its first order on
 * @param asOf the last day that is over
 */
record Recorded(OrderHistory orders, Performance actual, OpenDays open, LocalDate asOf) {
    static Recorded of(BusinessSnapshot snapshot, LocalDate asOf) {
        return of(snapshot, asOf, asOf);
    }

    /** @param until the open days are known to this day at least */
    static Recorded of(BusinessSnapshot snapshot, LocalDate asOf, LocalDate until) {
        OpenDays open = openDays(snapshot, until);
        OrderHistory orders = OrderHistory.of(snapshot, open);
        return new Recorded(orders, ActualPerformance.of(snapshot, orders), open, asOf);
    }

    private static OpenDays openDays(BusinessSnapshot snapshot, LocalDate until) {
        LocalDate first = until;
        LocalDate last = until;
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            LocalDate due = order.date(Attributes.DUE_DATE);
            LocalDate ordered = order.findDate(Attributes.ORDER_DATE).orElse(due);
            first = ordered.isBefore(first) ? ordered : first;
            last = due.isAfter(last) ? due : last;
        }
        return OpenDays.of(snapshot, first, last);
    }

    /** Months from that of the first order, which is counted, to the day's own, which is not. */
    int monthsKnown() {
        return orders.firstDay()
                .map(first -> (int) ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(asOf)))
                .orElse(0);
    }

    boolean isOver(YearMonth month) {
        return !month.atEndOfMonth().isAfter(asOf);
    }

    /** Whether anything is recorded as delivered in the month. */
    boolean tells(YearMonth month) {
        return actual.cells().entrySet().stream()
                .anyMatch(cell ->
                        cell.getKey().month().equals(month) && cell.getValue().delivered() > 0);
    }

    /** What had been delivered on the morning of a day, of orders entered before it. */
    Performance shippedBefore(LocalDate day) {
        return ActualPerformance.shipped(orders.knownBefore(day));
    }
}

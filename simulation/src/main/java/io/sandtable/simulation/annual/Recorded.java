package io.sandtable.simulation.annual;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.simulation.backtest.ActualPerformance;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a company's records tell up to the day they speak of, the way the backtest reads them.
 *
 * @param asOf the last day that is over
 */
record Recorded(OrderHistory orders, Performance actual, LocalDate asOf) {
    static Recorded of(BusinessSnapshot snapshot, LocalDate asOf) {
        OrderHistory orders = OrderHistory.of(snapshot, openDays(snapshot));
        return new Recorded(orders, ActualPerformance.of(snapshot, orders), asOf);
    }

    private static OpenDays openDays(BusinessSnapshot snapshot) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Node order : snapshot.nodes(NodeType.ORDER)) {
            LocalDate due = order.date(Attributes.DUE_DATE);
            first = due.isBefore(first) ? due : first;
            last = due.isAfter(last) ? due : last;
        }
        return first.isAfter(last)
                ? OpenDays.of(snapshot, HolidayCalendar.china(), LocalDate.EPOCH, LocalDate.EPOCH)
                : OpenDays.of(snapshot, HolidayCalendar.china(), first, last);
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

package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.KIND;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;

/** On which days of a span the house works: at least one machine does, by its calendar. A house without machines works by the usual week. */
public final class OpenDays {
    private final LocalDate first;
    private final int span;
    private final BitSet open = new BitSet();

    private OpenDays(LocalDate first, int span) {
        this.first = first;
        this.span = span;
    }

    /** The days from the first to the last, both included. */
    public static OpenDays of(BusinessSnapshot snapshot, LocalDate first, LocalDate last) {
        var days = new OpenDays(first, (int) ChronoUnit.DAYS.between(first, last) + 1);
        var calendars = new Calendars(first, days.span, HolidayCalendar.of(snapshot));
        var seen = new HashSet<WorkingTime>();
        for (Node equipment : snapshot.nodes(NodeType.EQUIPMENT)) {
            String kind = equipment.text(KIND);
            if (kind.equals("machine") || kind.equals("line")) {
                WorkingTime time = calendars.of(equipment).time();
                if (seen.add(time)) {
                    days.open(time);
                }
            }
        }
        if (seen.isEmpty()) {
            days.open(calendars.usual().time());
        }
        return days;
    }

    private void open(WorkingTime time) {
        for (int i = 0; i < time.size(); i++) {
            open.set(time.start(i) / PlanningProblem.DAY, (time.end(i) - 1) / PlanningProblem.DAY + 1);
        }
    }

    /** Whether anything is worked; days outside of the span count as usual ones. */
    public boolean isOpen(LocalDate day) {
        long at = ChronoUnit.DAYS.between(first, day);
        return at < 0 || at >= span || open.get((int) at);
    }

    /** The last open day that is not after the day; the day itself where all before it are closed. */
    public LocalDate lastBy(LocalDate day) {
        long at = ChronoUnit.DAYS.between(first, day);
        if (at < 0 || at >= span) {
            return day;
        }
        int last = open.previousSetBit((int) at);
        return last < 0 ? day : first.plusDays(last);
    }

    /** How many days of a month are open. */
    public int in(YearMonth month) {
        return (int) month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(this::isOpen)
                .count();
    }
}

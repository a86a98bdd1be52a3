package io.sandtable.datasets.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Hours that the orders due in a month need of a machine type or mould, against the hours its calendar gives. */
final class LoadTable {
    /** The battery shell mould of the story. */
    static final String MOULD = "MOULD-BAT01";

    static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2026, 12), m -> m.plusMonths(1))
            .limit(6)
            .toList();
    static final List<YearMonth> NEXT_QUARTER = MONTHS.subList(1, 4);
    private static final LocalDate HORIZON_END = DemoCompany.AS_OF.plusWeeks(26);

    private final Business business;
    private final Explosion explosion;

    private LoadTable(Business business, Explosion explosion) {
        this.business = business;
        this.explosion = explosion;
    }

    /** The order book as it stands. */
    static LoadTable normal(Business business) {
        return new LoadTable(business, business.explosion(line -> 1));
    }

    /** Battery shells due in the next quarter rise by the given percent. */
    static LoadTable batteryShellsUp(Business business, double percent) {
        return new LoadTable(
                business,
                business.explosion(line ->
                        line.product().family().equals("BAT") && NEXT_QUARTER.contains(YearMonth.from(line.dueDate()))
                                ? 1 + percent / 100
                                : 1));
    }

    /** Load in percent of the hours available over some months. */
    double percent(String equipment, List<YearMonth> months) {
        return 100
                * months.stream()
                        .mapToDouble(m -> explosion.hours(equipment, m))
                        .sum()
                / months.stream().mapToDouble(m -> availableHours(equipment, m)).sum();
    }

    /** Hours of all units in the month, breakdowns taken off; a mould is available when its machine is. */
    double availableHours(String equipment, YearMonth month) {
        LocalDate last = month.atEndOfMonth().isAfter(HORIZON_END) ? HORIZON_END : month.atEndOfMonth();
        double units = 1;
        double availability = business.plant().machine("DC-2800").availabilityPercent();
        if (!equipment.equals(MOULD)) {
            units = business.plant().machine(equipment).units();
            availability = business.plant().machine(equipment).availabilityPercent();
        }
        return WorkingTime.TWO_SHIFTS.hours(month.atDay(1), last) * units * availability / 100;
    }

    double strokes() {
        return explosion.strokes(MOULD);
    }

    double meanYieldPercent() {
        return explosion.meanYieldPercent(MOULD);
    }

    Explosion explosion() {
        return explosion;
    }
}

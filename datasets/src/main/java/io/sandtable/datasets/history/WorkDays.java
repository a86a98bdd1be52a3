package io.sandtable.datasets.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** When the companies work: Monday to Saturday, but not on the holidays that they publish in their calendar. */
final class WorkDays {
    /** First and last day of each. */
    private static final List<LocalDate[]> CLOSED = List.of(
            closed("2023-01-01", "2023-01-02"),
            closed("2023-01-20", "2023-01-29"),
            closed("2023-05-01", "2023-05-03"),
            closed("2023-10-01", "2023-10-05"),
            closed("2024-01-01", "2024-01-01"),
            closed("2024-02-08", "2024-02-18"),
            closed("2024-05-01", "2024-05-03"),
            closed("2024-10-01", "2024-10-05"),
            closed("2025-01-01", "2025-01-01"),
            closed("2025-01-27", "2025-02-05"),
            closed("2025-05-01", "2025-05-03"),
            closed("2025-10-01", "2025-10-06"),
            closed("2026-01-01", "2026-01-01"),
            closed("2026-02-14", "2026-02-24"),
            closed("2026-05-01", "2026-05-03"),
            closed("2026-10-01", "2026-10-06"));

    /** Days around Spring Festival in which customers need less, too. */
    private static final List<LocalDate> SPRING_FESTIVALS = List.of(
            LocalDate.of(2023, 1, 22), LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17));

    private WorkDays() {}

    static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY
                && CLOSED.stream().noneMatch(c -> !day.isBefore(c[0]) && !day.isAfter(c[1]));
    }

    static LocalDate nextAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorked(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** What customers need of a usual day's worth. */
    static double need(LocalDate day) {
        return SPRING_FESTIVALS.stream().anyMatch(f -> !day.isBefore(f.minusDays(6)) && day.isBefore(f.plusDays(12)))
                ? 0.5
                : 1;
    }

    /** The closed days as a calendar's shutdowns. */
    static String shutdowns() {
        return CLOSED.stream().map(c -> c[0] + ".." + c[1]).collect(Collectors.joining(";"));
    }

    private static LocalDate[] closed(String from, String to) {
        return new LocalDate[] {LocalDate.parse(from), LocalDate.parse(to)};
    }
}

package io.sandtable.rules.language;

import io.sandtable.model.DateRange;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of words and the days it means. */
record TimeRule(Pattern pattern, Meaning meaning) {
    /** The days, where unsaid parts are filled in to lie on or after a day. */
    @FunctionalInterface
    interface Meaning {
        Point of(Matcher words, LocalDate notBefore);
    }

    /** The festival of a year, else the next one. */
    static Point festival(
            HolidayCalendar calendar, LocalDate asOf, String name, Optional<Integer> year, boolean everyYear) {
        return Point.festival(daysOf(calendar, asOf, name, year), year.isEmpty() ? name : null, everyYear, 0);
    }

    /** Its days off in a year, else the next ones. */
    static DateRange daysOf(HolidayCalendar calendar, LocalDate asOf, String name, Optional<Integer> year) {
        int first = year.orElse(asOf.getYear());
        return calendar.festival(name, first)
                .filter(range -> year.isPresent() || !range.to().isBefore(asOf))
                .or(() -> year.isPresent() ? Optional.empty() : calendar.festival(name, first + 1))
                .orElseThrow(() -> new DateTimeException(
                        "%s gave no day off in %d; name another year. Ask again.".formatted(name, first)));
    }
}

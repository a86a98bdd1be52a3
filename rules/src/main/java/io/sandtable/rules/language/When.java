package io.sandtable.rules.language;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time a sentence names.
 *
 * @param from null: open (before a deadline)
 * @param to null: open
 * @param festival the festival's name where the time is a festival of no particular year
 * @param recurrence an RRULE or {@code LUNAR:12-20..01-15} where the time comes again and again
 * @param yearsSeen past years in which the festival was seen to be like that, as in 近三年春节
 * @param impossible the words, where the calendar has no such day
 */
record When(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean always,
        @Nullable String festival,
        boolean everyYear,
        @Nullable String recurrence,
        List<String> yearsSeen,
        @Nullable String impossible) {

    When {
        yearsSeen = List.copyOf(yearsSeen);
    }

    static When span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new When(from, to, false, null, false, null, List.of(), null);
    }

    static When alwaysSaid() {
        return new When(null, null, true, null, false, null, List.of(), null);
    }

    static When impossible(String words) {
        return new When(null, null, false, null, false, null, List.of(), words);
    }

    static When festival(String name, LocalDate from, LocalDate to, List<String> yearsSeen) {
        return new When(from, to, false, name, false, null, yearsSeen, null);
    }

    static When recurring(String rule) {
        return new When(null, null, false, null, false, rule, List.of(), null);
    }

    When yearly() {
        return new When(from, to, false, festival, true, recurrence, yearsSeen, impossible);
    }

    /** The same time, whether or not it was said to be every year's. */
    When once() {
        return new When(from, to, always, festival, false, recurrence, yearsSeen, impossible);
    }

    /** Whether both have two ends and this one lies within the other. */
    boolean isInside(When other) {
        return from != null
                && to != null
                && other.from != null
                && other.to != null
                && !from.isBefore(other.from)
                && !to.isAfter(other.to);
    }

    boolean isImpossible() {
        return impossible != null;
    }
}

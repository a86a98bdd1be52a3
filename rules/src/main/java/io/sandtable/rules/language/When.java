package io.sandtable.rules.language;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time a sentence names.
 *
 * @param from null: open (before a deadline)
 * @param to null: open
 * @param festival the festival's name where the time is a festival of no particular year
 * @param impossible the words, where the calendar has no such day
 */
record When(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean always,
        @Nullable String festival,
        boolean everyYear,
        @Nullable String impossible) {

    static When span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new When(from, to, false, null, false, null);
    }

    static When alwaysSaid() {
        return new When(null, null, true, null, false, null);
    }

    static When impossible(String words) {
        return new When(null, null, false, null, false, words);
    }

    static When festival(String name, LocalDate from, LocalDate to) {
        return new When(from, to, false, name, false, null);
    }

    When yearly() {
        return new When(from, to, false, festival, true, impossible);
    }

    boolean isImpossible() {
        return impossible != null;
    }
}

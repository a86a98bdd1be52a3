package io.sandtable.web.annual;

import io.sandtable.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A version of an annual plan as lists show it; the log has the record, the archive its content.
 *
 * @param number such as AP-2026-1127-001, the same for all its versions, counted from 1
 * @param index of its record in the log, {@code recordHash} the SHA-256 of the record, lower-case hex
 * @param inquiry the question whose plan it is, {@code question} in its own words
 * @param planId permanent id of the plan
 * @param compliant whether the plan keeps every must rule
 * @param asOf the day of the data it was made on
 * @param content SHA-256 of what is in the archive, lower-case hex
 * @param by sign-in name of who froze it; {@code byName} is what others read
 */
public record KeptAnnualPlan(
        String number,
        int version,
        long index,
        String recordHash,
        String company,
        String inquiry,
        String question,
        Language language,
        String planId,
        String planLetter,
        String planZh,
        String planEn,
        boolean compliant,
        LocalDate asOf,
        YearMonth first,
        YearMonth last,
        String content,
        String by,
        String byName,
        Instant at,
        String note) {
    public String planName(Language reader) {
        return reader.choose(planZh, planEn);
    }
}

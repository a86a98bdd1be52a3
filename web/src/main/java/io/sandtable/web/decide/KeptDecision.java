package io.sandtable.web.decide;

import io.sandtable.web.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as lists show it; the log has all of it.
 *
 * @param number audit number, such as A-2026-1121-007
 * @param index of its record in the log
 * @param question what was asked, in its own words
 * @param compliant whether the plan keeps every must rule
 * @param proposer sign-in name; {@code proposerName} is what others read
 * @param decidedBy who approved, returned or withdrew it last, null while it waits
 */
public record KeptDecision(
        String number,
        long index,
        String company,
        String inquiry,
        String question,
        String planLetter,
        String planZh,
        String planEn,
        boolean compliant,
        Language language,
        String proposer,
        String proposerName,
        Instant proposedAt,
        DecisionState state,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt) {
    public String planName(Language reader) {
        return reader.choose(planZh, planEn);
    }
}

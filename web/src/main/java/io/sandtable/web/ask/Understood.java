package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Understanding;
import io.sandtable.web.company.CompanyCard;
import java.time.LocalDate;
import java.util.List;

/** A question with its readings, before a person says that they are right. */
public record Understood(
        Question question,
        CompanyCard company,
        LocalDate asOf,
        BusinessSnapshot snapshot,
        List<Understanding> understandings,
        List<Stage> stages) {
    public Understood {
        understandings = List.copyOf(understandings);
        stages = List.copyOf(stages);
    }

    /** Whether every sentence has one reading, so that a person can confirm it. */
    public boolean isAccepted() {
        return understandings.stream().allMatch(Understanding::isAccepted);
    }
}

package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Understanding;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.CompanyCard;
import java.time.LocalDate;
import java.util.List;

/**
 * A question with what each of its sentences was understood to say; nothing has run yet.
 *
 * @param business that the question is about, as of the revision it was read at
 * @param stages done so far, with the time each took
 */
public record Understood(
        Question question, Business business, LocalDate asOf, List<Understanding> understandings, List<Stage> stages) {
    public Understood {
        understandings = List.copyOf(understandings);
        stages = List.copyOf(stages);
    }

    /** Whether every sentence has one reading that a person can confirm. */
    public boolean isAccepted() {
        return understandings.stream().allMatch(Understanding::isAccepted);
    }

    public CompanyCard company() {
        return business.card();
    }

    public BusinessSnapshot snapshot() {
        return business.snapshot();
    }
}

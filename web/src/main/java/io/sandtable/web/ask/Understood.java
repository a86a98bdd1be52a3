package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Understanding;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.CompanyCard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /** What some of its sentences say; empty where there are none of that kind. */
    public Optional<Understood> only(Predicate<Understanding> wanted) {
        int[] places = IntStream.range(0, understandings.size())
                .filter(i -> wanted.test(understandings.get(i)))
                .toArray();
        return places.length == 0
                ? Optional.empty()
                : Optional.of(new Understood(
                        question.only(places),
                        business,
                        asOf,
                        Arrays.stream(places).mapToObj(understandings::get).toList(),
                        stages));
    }

    public CompanyCard company() {
        return business.card();
    }

    public BusinessSnapshot snapshot() {
        return business.snapshot();
    }
}

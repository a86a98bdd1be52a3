package io.sandtable.web.query;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.query.Queries;
import io.sandtable.simulation.query.QueryAnswer;
import io.sandtable.simulation.query.QueryPlan;
import io.sandtable.simulation.query.RootCause;
import io.sandtable.simulation.query.RootCauses;
import io.sandtable.web.Language;
import io.sandtable.web.company.Business;
import java.time.LocalDate;
import java.util.List;

/**
 * A sentence with what it was understood to ask.
 *
 * @param asOf the last day that counts as over: the day the data speaks of, or an earlier one
 */
public record AskedQuestion(String sentence, Business business, LocalDate asOf, Understanding understanding) {
    public boolean isQuestion() {
        return Questions.isQuestion(understanding);
    }

    /** One for each thing that it asks, said in words of its own where there are several. */
    public List<AskedQuestion> each(Language language) {
        if (!isQuestion() || understanding.statements().size() == 1) {
            return List.of(this);
        }
        return understanding.statements().stream()
                .map(s -> new AskedQuestion(
                        language.choose(s.paraphrase().zh(), s.paraphrase().en()),
                        business,
                        asOf,
                        new Understanding(Outcome.ACCEPT, List.of(s), List.of())))
                .toList();
    }

    /** What is asked first. */
    Statement statement() {
        return understanding.statements().getFirst();
    }

    /** @throws io.sandtable.simulation.query.QueryRefused where the records cannot tell */
    QueryAnswer answer() {
        return Queries.answer(plan(), business.snapshot(), asOf);
    }

    /** @throws io.sandtable.simulation.query.QueryRefused where the records cannot tell, or there are no parts */
    RootCause why(RootCauses.Reference reference) {
        return RootCauses.of(plan(), reference, business.snapshot(), asOf);
    }

    private QueryPlan plan() {
        return QueryPlan.of((Condition.Query) Condition.of(statement()), business.snapshot(), asOf);
    }
}

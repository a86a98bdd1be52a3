package io.sandtable.web.rulebook;

import io.sandtable.rules.Question;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.web.Language;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.settings.SimulationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From words to a rule that a person can confirm; nothing is kept. */
@Component
public class RuleProposal {
    private final LoadedCompanies companies;
    private final AskQuestion ask;
    private final SimulationSettings simulation;

    RuleProposal(LoadedCompanies companies, AskQuestion ask, SimulationSettings simulation) {
        this.companies = companies;
        this.ask = ask;
        this.simulation = simulation;
    }

    /**
     * What a sentence becomes as a rule.
     *
     * @param statements to confirm; empty where something stands in the way
     * @param questions open points
     * @param whatIf whether it says what may happen, which is a question's and not a rule's
     * @param refused why no plan could obey it, or null
     */
    public record Reading(
            String sentence,
            List<Statement> statements,
            List<Question> questions,
            boolean whatIf,
            @Nullable ConditionRefused refused) {
        public Reading {
            statements = List.copyOf(statements);
            questions = List.copyOf(questions);
        }

        /** Whether it can go into the book. */
        public boolean isConfirmable() {
            return !statements.isEmpty();
        }
    }

    /** Reads the sentence against the company's present data. */
    public Reading read(String company, String sentence, Language language) {
        Business business = companies.business(company);
        Reader reader = AskQuestion.reader(business, business.card().asOf());
        Understanding understanding = reader.understand(sentence);
        if (!understanding.isAccepted()) {
            return new Reading(sentence, List.of(), understanding.questions(), false, null);
        }
        if (!understanding.statements().stream().allMatch(s -> s.kind().isRule())) {
            return new Reading(sentence, List.of(), List.of(), true, null);
        }
        try {
            ask.requireObeyable(understood(business, sentence, understanding, language));
        } catch (ConditionRefused refused) {
            return new Reading(sentence, List.of(), List.of(), false, refused);
        }
        return new Reading(sentence, understanding.statements(), List.of(), false, null);
    }

    private Understood understood(Business business, String sentence, Understanding understanding, Language language) {
        var question = new io.sandtable.web.ask.Question(
                business.card().name(), List.of(sentence), business.card().asOf(), language, simulation.seed());
        return new Understood(question, business, business.card().asOf(), List.of(understanding), List.of());
    }
}

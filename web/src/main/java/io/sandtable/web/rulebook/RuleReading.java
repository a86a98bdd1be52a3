package io.sandtable.web.rulebook;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import io.sandtable.web.ask.RuleTrial.Breach;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence of a draft was understood to say.
 *
 * @param items one a statement, empty where there are questions
 * @param questions what has to be answered first
 * @param replaced rules of the book that end when it begins
 * @param clashes rules of the book that it cannot stand beside
 * @param seen fingerprint of this reading: another is not confirmed in its place
 */
public record RuleReading(
        RuleDraft draft,
        List<Item> items,
        List<Question> questions,
        List<StandingRule> replaced,
        List<Clash> clashes,
        String seen) {
    public RuleReading {
        items = List.copyOf(items);
        replaced = List.copyOf(replaced);
        clashes = List.copyOf(clashes);
        questions = List.copyOf(questions);
    }

    /** One statement; {@code problem} says why it cannot be a rule, null where it can. */
    public record Item(Statement statement, @Nullable Problem problem) {}

    /** A statement of the draft and a rule of the book that cannot both hold. */
    public record Clash(Statement statement, StandingRule rule) {
        /** Whether no plan could keep both; of a preference a plan may let go. */
        public boolean isHard() {
            return statement.modality() == Modality.MUST && rule.statement().modality() == Modality.MUST;
        }
    }

    /** A code with its arguments, worded under the key. */
    public record Problem(String key, List<String> arguments) {}

    /** Whether a language model read some of it, so that a person has to see it first. */
    public boolean isReadByModel() {
        return items.stream().anyMatch(item -> item.statement().isReadByModel());
    }

    /** Whether all of it can become rules: nothing is open but a yes to what a language model read. */
    public boolean isConfirmable() {
        return !items.isEmpty()
                && questions.stream().allMatch(q -> q.code() == Question.Code.READ_BY_MODEL)
                && items.stream().allMatch(item -> item.problem() == null)
                && clashes.stream().noneMatch(Clash::isHard);
    }

    /**
     * A question whose plans a new rule would make stale.
     *
     * @param breaches those of its plans that break the rule as they are; null where nobody looked
     */
    public record Touched(
            String inquiry, String question, @Nullable List<Breach> breaches) {}
}

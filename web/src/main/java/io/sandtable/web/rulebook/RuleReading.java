package io.sandtable.web.rulebook;

import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence of a draft was understood to say.
 *
 * @param items one a statement, empty where there are questions
 * @param questions what has to be answered first
 * @param seen fingerprint of this reading: another is not confirmed in its place
 */
public record RuleReading(RuleDraft draft, List<Item> items, List<Question> questions, String seen) {
    public RuleReading {
        items = List.copyOf(items);
        questions = List.copyOf(questions);
    }

    /** One statement; {@code problem} says why it cannot be a rule, null where it can. */
    public record Item(Statement statement, @Nullable Problem problem) {}

    /** A code with its arguments, worded under the key. */
    public record Problem(String key, List<String> arguments) {}

    /** Whether all of it can become rules. */
    public boolean isConfirmable() {
        return !items.isEmpty() && items.stream().allMatch(item -> item.problem() == null);
    }

    /**
     * A question whose plans a new rule would make stale.
     *
     * @param breaking letters of its plans that break the rule as they are; null where nobody looked
     */
    public record Touched(
            String inquiry, String question, @Nullable List<String> breaking) {}
}

package io.sandtable.web.inquiry;

import io.sandtable.rules.Outcome;
import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.web.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One condition on the ask page: a statement to confirm, or what stands in the way of one.
 *
 * @param id unique in its inquiry
 * @param sentence the words it came from; spans of the statement point into them
 * @param statement null where the sentence has no reading yet
 * @param questions open points, empty where there is a statement
 * @param ruleId the rule of the rule book that joined by itself, empty where somebody said it
 * @param by who said it, or who made the rule
 * @param edited whether the person changed the reading by the form
 */
public record Chip(
        String id,
        String sentence,
        State state,
        @Nullable Statement statement,
        List<Question> questions,
        String ruleId,
        String by,
        boolean edited) {
    /** In which of the page's three groups it stands. */
    public enum State {
        CONFIRMED,
        TO_CONFIRM,
        NOT_UNDERSTOOD
    }

    public Chip {
        questions = List.copyOf(questions);
        if ((statement == null) == questions.isEmpty()) {
            throw new IllegalArgumentException(
                    "The chip of '%s' has %s statement and %d questions; it has either. Understand the sentence again."
                            .formatted(sentence, statement == null ? "no" : "a", questions.size()));
        }
    }

    /** What a sentence that nobody has confirmed yet becomes: a chip a statement, or one for its open points. */
    static List<Chip> of(String sentence, Understanding understanding, String by) {
        if (!understanding.isAccepted() && !understanding.isReadByModel()) {
            State state = understanding.outcome() == Outcome.CLARIFY && canBeAnswered(understanding)
                    ? State.TO_CONFIRM
                    : State.NOT_UNDERSTOOD;
            return List.of(new Chip("", sentence, state, null, understanding.questions(), "", by, false));
        }
        return understanding.statements().stream()
                .map(s -> new Chip("", sentence, State.TO_CONFIRM, s, List.of(), "", by, false))
                .toList();
    }

    private static boolean canBeAnswered(Understanding understanding) {
        return understanding.questions().stream().anyMatch(q -> !q.choices().isEmpty());
    }

    /** Whether the service added it from the rule book. */
    public boolean addedBySystem() {
        return !ruleId.isEmpty();
    }

    /** Whether a language model read it and nobody has agreed yet: that is asked for by itself, not among others. */
    public boolean awaitsItsOwnYes() {
        return state == State.TO_CONFIRM && statement != null && statement.isReadByModel();
    }

    public Optional<Statement> findStatement() {
        return Optional.ofNullable(statement);
    }

    /** What was understood in the person's language; its words where nothing was. */
    public String said(Language language) {
        return statement == null
                ? sentence
                : language.choose(
                        statement.paraphrase().zh(), statement.paraphrase().en());
    }

    /** Whether it was understood the same, in whatever words. */
    boolean saysTheSameAs(Chip other) {
        return said(Language.ZH).equals(other.said(Language.ZH));
    }

    Chip withId(String other) {
        return new Chip(other, sentence, state, statement, questions, ruleId, by, edited);
    }

    Chip confirmed() {
        return new Chip(id, sentence, State.CONFIRMED, statement, questions, ruleId, by, edited);
    }

    Chip reading(Statement other) {
        return new Chip(id, sentence, State.TO_CONFIRM, other, List.of(), ruleId, by, true);
    }
}

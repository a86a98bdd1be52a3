package io.sandtable.rules;

import java.util.List;

/** What a sentence becomes: accepted statements, or the questions that stand in the way. */
public record Understanding(Outcome outcome, List<Statement> statements, List<Question> questions) {
    public Understanding {
        statements = List.copyOf(statements);
        questions = List.copyOf(questions);
        if ((outcome == Outcome.ACCEPT) != (questions.isEmpty() && !statements.isEmpty())) {
            throw new IllegalArgumentException(
                    "%s came with %d statements and %d questions; only an accepted sentence has statements and no question. Build it again."
                            .formatted(outcome, statements.size(), questions.size()));
        }
    }

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPT;
    }

    /** Whether nothing is open but a person's yes to what a language model read. */
    public boolean isReadByModel() {
        return !statements.isEmpty()
                && !questions.isEmpty()
                && questions.stream().allMatch(q -> q.code() == Question.Code.READ_BY_MODEL);
    }
}

package io.sandtable.rules.language;

import io.sandtable.rules.Question;

/** A reading that cannot be finished without an answer; ends in a question, never in a log. */
final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Question question;

    Unclear(Question question) {
        super(question.code().name(), null, false, false);
        this.question = question;
    }

    Question question() {
        return question;
    }
}

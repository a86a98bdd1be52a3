package io.sandtable.rules.language;

import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import java.util.List;

/** A statement and what is still open about it. */
record Draft(Statement statement, List<Question> open) {
    Draft {
        open = List.copyOf(open);
    }

    boolean isComplete() {
        return open.isEmpty();
    }
}

package io.sandtable.rules.wording;

import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Wording;
import java.util.List;

/** Builds questions: the code and its arguments, worded from the two message bundles. */
public final class Questions {
    private static final Messages MESSAGES = Messages.load("questions");

    private Questions() {}

    public static Question ask(Code code, List<String> arguments, List<Choice> choices) {
        Object[] values = arguments.toArray();
        return new Question(
                code,
                arguments,
                new Wording(MESSAGES.zh(code.name(), values), MESSAGES.en(code.name(), values)),
                choices);
    }

    public static Question ask(Code code, String... arguments) {
        return ask(code, List.of(arguments), List.of());
    }
}

package io.sandtable.rules.wording;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Wording;
import java.util.List;

/** A sentence per kind that the reader understands, to be offered where it did not. */
public final class Examples {
    private static final Messages MESSAGES = Messages.load("examples");

    private Examples() {}

    /** The example with names put in; the choice's value is the Chinese sentence. */
    public static Choice of(Kind kind, List<Wording> names) {
        Object[] zh = names.stream().map(Wording::zh).toArray();
        Object[] en = names.stream().map(Wording::en).toArray();
        var words = new Wording(MESSAGES.zh(kind.name(), zh), MESSAGES.en(kind.name(), en));
        return new Choice(words.zh(), words);
    }
}

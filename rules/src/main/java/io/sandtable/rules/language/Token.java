package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stretch of the sentence read as one thing: token type of the grammar, characters start … end−1, and its value if it has one. */
record Token(int type, int start, int end, @Nullable Object value) {

    /** The value, which the token's type guarantees. */
    <T> T valueAs(Class<T> type) {
        return type.cast(Objects.requireNonNull(value));
    }

    /** What a name can mean; empty for what is no name. */
    List<NameIndex.Meaning> meanings() {
        return type == Sentence.NAME ? valueAs(NameIndex.Mention.class).meanings() : List.of();
    }
}

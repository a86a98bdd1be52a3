package io.sandtable.rules.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Question;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyQuestion_isWordedInBothLanguages() {
        Messages questions = Messages.load("questions");

        assertThat(questions.zhKeys())
                .isEqualTo(questions.enKeys())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Question.Code.values()).map(Enum::name).toList());
    }

    @Test
    void everyKind_hasAnExampleInBothLanguages() {
        Messages examples = Messages.load("examples");

        assertThat(examples.zhKeys())
                .isEqualTo(examples.enKeys())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values()).map(Enum::name).toList());
    }
}

package io.sandtable.web.inquiry;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Question;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Understanding;
import io.sandtable.web.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence after one of its open points was answered, and what it then becomes. */
record Answered(String sentence, Understanding understanding) {
    /** A node stands for the word that was unclear, by its name where that is clear, else by its id; any other choice is a sentence to say instead. */
    static Answered with(String sentence, Question question, int choice, Language language, Reader reader) {
        Question.Choice chosen = question.choices().get(choice);
        String unclear =
                question.arguments().isEmpty() ? "" : question.arguments().getFirst();
        if (unclear.isEmpty() || !sentence.contains(unclear) || !isNode(chosen.value())) {
            String words = isNode(chosen.value())
                    ? chosen.value()
                    : language.choose(chosen.words().zh(), chosen.words().en());
            return of(words, reader);
        }
        Answered byName = of(
                replaced(
                        sentence,
                        unclear,
                        language.choose(chosen.words().zh(), chosen.words().en())),
                reader);
        Answered byId = of(replaced(sentence, unclear, chosen.value()), reader);
        return byName.saysTheSameAs(byId) ? byName : byId;
    }

    private static Answered of(String sentence, Reader reader) {
        return new Answered(sentence, reader.understand(sentence));
    }

    private boolean saysTheSameAs(Answered other) {
        var mine = understanding.statements();
        var others = other.understanding.statements();
        return understanding.isAccepted()
                && other.understanding.isAccepted()
                && mine.size() == others.size()
                && java.util.stream.IntStream.range(0, mine.size())
                        .allMatch(i -> mine.get(i).meansTheSameAs(others.get(i)));
    }

    private static String replaced(String sentence, String unclear, String by) {
        return sentence.replaceFirst(Pattern.quote(unclear), Matcher.quoteReplacement(by));
    }

    private static boolean isNode(String value) {
        return NodeType.ofId(value).isPresent();
    }
}

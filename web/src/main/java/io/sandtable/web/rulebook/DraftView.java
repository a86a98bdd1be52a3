package io.sandtable.web.rulebook;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Question;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence for the rule book as the page says it back. */
public record DraftView(
        String id,
        String sentence,
        List<Line> lines,
        List<Open> questions,
        boolean confirmable,
        String seen,
        List<Touch> touched) {
    /** A statement; {@code problem} in words, null where it can be a rule. */
    public record Line(
            String words,
            @Nullable String strength,
            List<String> scope,
            @Nullable String problem) {}

    /** An open point. */
    public record Open(String words, List<String> choices) {}

    /** A question whose plans become stale; {@code effect} says which of them break the rule. */
    public record Touch(String inquiry, String question, String effect, boolean breaks) {}

    static DraftView of(
            RuleReading reading, List<RuleReading.Touched> touched, BusinessSnapshot snapshot, Language language) {
        Words words = Words.in(language);
        return new DraftView(
                reading.draft().id(),
                reading.draft().sentence(),
                reading.items().stream()
                        .map(item -> new Line(
                                RuleRow.words(item.statement(), language),
                                RuleRow.strength(item.statement()),
                                RuleRow.scope(item.statement(), snapshot, language),
                                item.problem() == null
                                        ? null
                                        : words.say(
                                                item.problem().key(),
                                                item.problem().arguments().toArray())))
                        .toList(),
                reading.questions().stream().map(q -> open(q, language)).toList(),
                reading.isConfirmable(),
                reading.seen(),
                touched.stream().map(t -> touch(t, words)).toList());
    }

    private static Open open(Question question, Language language) {
        return new Open(
                language.choose(question.words().zh(), question.words().en()),
                question.choices().stream()
                        .map(c -> language.choose(c.words().zh(), c.words().en()))
                        .toList());
    }

    private static Touch touch(RuleReading.Touched touched, Words words) {
        List<String> breaking = touched.breaking();
        if (breaking == null) {
            return new Touch(touched.inquiry(), touched.question(), words.say("rules.touch.unknown"), false);
        }
        String letters = String.join(
                words.language().choose("、", ", "),
                breaking.stream()
                        .map(l -> l.equals("0") ? words.say("plan.letter.baseline") : l)
                        .toList());
        return new Touch(
                touched.inquiry(),
                touched.question(),
                breaking.isEmpty() ? words.say("rules.touch.kept") : words.say("rules.touch.broken", letters),
                !breaking.isEmpty());
    }
}

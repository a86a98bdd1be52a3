package io.sandtable.web.rulebook;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.BrokenRule;
import io.sandtable.web.ask.RuleTrial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence for the rule book as the page says it back. */
public record DraftView(
        String id,
        String sentence,
        List<Line> lines,
        List<Open> questions,
        List<Line> replaced,
        List<Pair> clashes,
        boolean confirmable,
        String seen,
        List<Touch> touched) {
    /** A statement, {@code byModel} where a language model read it; {@code problem} in words, null where it can be a rule. */
    public record Line(
            String words,
            boolean byModel,
            @Nullable String strength,
            List<String> scope,
            @Nullable String problem) {}

    /** An open point. */
    public record Open(String words, List<String> choices) {}

    /** What the draft says and a rule of the book that excludes it; {@code hard} where both must hold. */
    public record Pair(Line said, Line standing, String ruleId, boolean hard) {}

    /** A question whose plans become stale; {@code effects} say which of them break the rule and by how much. */
    public record Touch(String inquiry, String question, List<String> effects, boolean breaks) {}

    static DraftView of(
            RuleReading reading, List<RuleReading.Touched> touched, BusinessSnapshot snapshot, Language language) {
        Words words = Words.in(language);
        return new DraftView(
                reading.draft().id(),
                reading.draft().sentence(),
                reading.items().stream()
                        .map(item -> line(
                                item.statement(),
                                item.problem() == null
                                        ? null
                                        : words.say(
                                                item.problem().key(),
                                                item.problem().arguments().toArray()),
                                snapshot,
                                language))
                        .toList(),
                reading.questions().stream().map(q -> open(q, language)).toList(),
                reading.replaced().stream()
                        .map(rule -> line(rule.statement(), null, snapshot, language))
                        .toList(),
                reading.clashes().stream()
                        .map(clash -> new Pair(
                                line(clash.statement(), null, snapshot, language),
                                line(clash.rule().statement(), null, snapshot, language),
                                clash.rule().id(),
                                clash.isHard()))
                        .toList(),
                reading.isConfirmable(),
                reading.seen(),
                touched.stream().map(t -> touch(t, snapshot, words)).toList());
    }

    private static Line line(
            Statement statement, @Nullable String problem, BusinessSnapshot snapshot, Language language) {
        return new Line(
                RuleRow.words(statement, language),
                statement.isReadByModel(),
                RuleRow.strength(statement),
                RuleRow.scope(statement, snapshot, language),
                problem);
    }

    private static Open open(Question question, Language language) {
        return new Open(
                language.choose(question.words().zh(), question.words().en()),
                // to agree is the page's own button
                question.choices().stream()
                        .filter(c -> question.code() != Question.Code.READ_BY_MODEL)
                        .map(c -> language.choose(c.words().zh(), c.words().en()))
                        .toList());
    }

    private static Touch touch(RuleReading.Touched touched, BusinessSnapshot snapshot, Words words) {
        List<RuleTrial.Breach> breaches = touched.breaches();
        if (breaches == null) {
            return new Touch(touched.inquiry(), touched.question(), List.of(words.say("rules.touch.unknown")), false);
        }
        if (breaches.isEmpty()) {
            return new Touch(touched.inquiry(), touched.question(), List.of(words.say("rules.touch.kept")), false);
        }
        List<String> effects = breaches.stream()
                .flatMap(breach -> BrokenRule.of(breach.violations(), snapshot, words).stream()
                        .map(broken -> words.say(
                                        "rules.touch.broken",
                                        letter(breach, words),
                                        broken.place(),
                                        broken.limit(),
                                        broken.actual())
                                + (broken.more() == 0 ? "" : words.say("violation.more", broken.more()))))
                .toList();
        return new Touch(touched.inquiry(), touched.question(), effects, true);
    }

    private static String letter(RuleTrial.Breach breach, Words words) {
        String letter = breach.plan().letter();
        return letter.equals("0") ? words.say("plan.letter.baseline") : letter;
    }
}

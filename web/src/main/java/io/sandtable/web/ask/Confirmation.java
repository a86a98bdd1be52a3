package io.sandtable.web.ask;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A person's yes: statements become conditions with permanent ids and the words they came from. */
final class Confirmation {
    private static final int ID_DIGITS = 12;

    private Confirmation() {}

    static List<ConfirmedCondition> of(Understood understood, String by) {
        return of(
                understood.question().sentences(),
                understood.question().ruleIds(),
                understood.understandings().stream()
                        .map(Understanding::statements)
                        .toList(),
                by);
    }

    /**
     * @param ruleIds of each sentence, empty where it belongs to the question alone
     * @param statements those of each sentence, in the order of the sentences
     */
    static List<ConfirmedCondition> of(
            List<String> sentences, List<String> ruleIds, List<List<Statement>> statements, String by) {
        var conditions = new ArrayList<ConfirmedCondition>();
        for (int i = 0; i < sentences.size(); i++) {
            for (Statement statement : parts(statements.get(i))) {
                conditions.add(new ConfirmedCondition(
                        ruleIds.get(i).isEmpty() ? id(sentences.get(i), statement, conditions.size()) : ruleIds.get(i),
                        sentences.get(i),
                        statement.kind().name(),
                        Condition.of(statement),
                        by));
            }
        }
        return conditions;
    }

    /** What a compound supposes holds together in one scenario, each part as a condition of its own. */
    private static List<Statement> parts(List<Statement> statements) {
        return statements.stream()
                .flatMap(s -> s.parts().isEmpty() ? Stream.of(s) : s.parts().stream())
                .toList();
    }

    /** The same words in the same place make the same id, on every machine. */
    private static String id(String sentence, Statement statement, int place) {
        String content = sentence + "\n" + statement.kind() + "\n" + place;
        return "RUL-"
                + io.sandtable.audit.tlog.Hash.of(content.getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, ID_DIGITS);
    }
}

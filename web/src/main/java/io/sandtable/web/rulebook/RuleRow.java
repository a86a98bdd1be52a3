package io.sandtable.web.rulebook;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the page.
 *
 * @param strength must or prefer
 * @param scope names of what it is about, empty where it is about everything
 */
public record RuleRow(
        StandingRule rule, String words, @Nullable String strength, List<String> scope, RuleUses.Use use) {
    static RuleRow of(StandingRule rule, RuleUses.Use use, BusinessSnapshot snapshot, Language language) {
        Statement statement = rule.statement();
        return new RuleRow(
                rule, words(statement, language), strength(statement), scope(statement, snapshot, language), use);
    }

    static String words(Statement statement, Language language) {
        return language.choose(
                statement.paraphrase().zh(), statement.paraphrase().en());
    }

    static @Nullable String strength(Statement statement) {
        return statement.modality() == Modality.MUST
                ? "must"
                : statement.modality() == Modality.PREFER ? "prefer" : null;
    }

    /** An id that the data no longer has stands for itself. */
    static List<String> scope(Statement statement, BusinessSnapshot snapshot, Language language) {
        return statement.entities().stream()
                .flatMap(ids -> Stream.of(ids.split("\\|")))
                .map(id -> snapshot.findNode(id)
                        .map(node -> language.choose(node.name(), node.nameEn()))
                        .orElse(id))
                .toList();
    }
}

package io.sandtable.web.rulebook;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.web.Language;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the page.
 *
 * @param strength must or prefer
 * @param weight of a preference, 1 to 100; null where it must hold
 * @param basis the words that a preference rests on, null where nobody said
 * @param scope names of what it is about, empty where it is about everything
 * @param earlier the versions that it took the place of, the last first
 */
public record RuleRow(
        StandingRule rule,
        String words,
        @Nullable String strength,
        @Nullable Integer weight,
        @Nullable String basis,
        List<String> scope,
        Effect effect,
        List<StandingRule> earlier,
        RuleUses.Use use) {
    /** Whether it speaks of days to come only, of now, or of days gone by. */
    public enum Effect {
        COMING,
        NOW,
        OVER
    }

    static RuleRow of(
            StandingRule rule,
            Map<String, StandingRule> all,
            RuleUses.Use use,
            BusinessSnapshot snapshot,
            LocalDate day,
            Language language) {
        Statement statement = rule.statement();
        boolean preferred = statement.modality() == Modality.PREFER;
        return new RuleRow(
                rule,
                words(statement, language),
                strength(statement),
                preferred && statement.slots().get("weight") instanceof Integer weight ? weight : null,
                preferred && statement.slots().get("basis") instanceof String basis ? basis : null,
                scope(statement, snapshot, language),
                effect(rule, day),
                RuleVersions.before(rule, all),
                use);
    }

    /** Counted from 1. */
    public int version() {
        return earlier.size() + 1;
    }

    /** First and last day that it speaks of; null where it speaks of always. */
    public @Nullable Window window() {
        Window window = rule.statement().window();
        return window == null || window.equals(Window.ALWAYS) ? null : window;
    }

    private static Effect effect(StandingRule rule, LocalDate day) {
        Window window = rule.statement().window();
        boolean coming =
                window != null && window.from() != null && window.from().isAfter(day);
        return rule.isOver(day) ? Effect.OVER : coming ? Effect.COMING : Effect.NOW;
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

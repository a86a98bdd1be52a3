package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Comparison;
import io.sandtable.simulation.evaluate.Awaited;
import io.sandtable.simulation.scenario.Restriction.Figure;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that waits for a figure, in words.
 *
 * @param text the rule in the words of who made it
 * @param held whether it holds in the plan
 * @param from the first day on which the figure passes its value; null where it never does or no day is meant
 * @param said from when it holds, or how far the figure is from that
 */
public record AwaitedRule(
        String ruleId, String text, boolean held, @Nullable LocalDate from, String said, String sentence) {
    /** One a rule; where it waits for the prices of several materials, what made it hold. */
    public static List<AwaitedRule> of(List<Awaited> awaited, BusinessSnapshot snapshot, Words words) {
        Collection<List<Awaited>> byRule = awaited.stream()
                .collect(Collectors.groupingBy(Awaited::ruleId, LinkedHashMap::new, Collectors.toList()))
                .values();
        return byRule.stream()
                .map(ofOneRule -> ofOneRule.stream()
                        .max(Comparator.comparing(Awaited::held))
                        .orElseThrow())
                .map(one -> of(one, snapshot, words))
                .toList();
    }

    private static AwaitedRule of(Awaited rule, BusinessSnapshot snapshot, Words words) {
        String said = said(rule, snapshot, words);
        return new AwaitedRule(
                rule.ruleId(),
                rule.ruleText(),
                rule.held(),
                rule.from(),
                said,
                words.say("awaited.sentence", rule.ruleText(), said));
    }

    private static String said(Awaited rule, BusinessSnapshot snapshot, Words words) {
        String figure = words.say(
                "awaited.figure." + rule.figure(),
                rule.subject().isEmpty() ? "" : BrokenRule.where(rule.subject(), snapshot, words));
        String reached = BrokenRule.withUnit(rule.reached(), rule.unit(), words);
        String value = BrokenRule.withUnit(rule.value(), rule.unit(), words);
        boolean daily = rule.unit().equals("CNY") || rule.figure() == Figure.STOCK;
        if (!rule.held()) {
            return words.say(
                    daily ? "awaited.not.days" : "awaited.not",
                    figure,
                    extreme(rule.side(), words),
                    reached,
                    otherSide(rule.side(), words),
                    value);
        }
        return rule.from() == null
                ? words.say("awaited.held", figure, reached, side(rule.side(), words), value)
                : words.say(
                        "awaited.held.days",
                        figure,
                        new Figures(words.language()).date(Objects.requireNonNull(rule.from())),
                        side(rule.side(), words),
                        value,
                        extreme(rule.side(), words),
                        reached);
    }

    private static String extreme(Comparison side, Words words) {
        return words.say(
                switch (side) {
                    case LT, LE -> "awaited.lowest";
                    case GT, GE -> "awaited.highest";
                    case EQ -> "awaited.nearest";
                });
    }

    private static String side(Comparison side, Words words) {
        return words.language().choose(side.words().zh(), side.words().en());
    }

    private static String otherSide(Comparison side, Words words) {
        return switch (side) {
            case LT -> side(Comparison.GE, words);
            case LE -> side(Comparison.GT, words);
            case GT -> side(Comparison.LE, words);
            case GE -> side(Comparison.LT, words);
            case EQ -> words.say("awaited.unequal");
        };
    }
}

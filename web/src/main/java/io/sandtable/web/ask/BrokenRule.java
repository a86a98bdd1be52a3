package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.CompanyRules;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule that a plan breaks, in words.
 *
 * @param text the rule in the words of who made it
 * @param place its worst place and days
 * @param limit what the rule allows there, {@code actual} what the plan does, with their unit
 * @param more how many other places there are
 * @param worst the breach that the words are about
 */
public record BrokenRule(
        String ruleId,
        boolean must,
        String text,
        String place,
        String limit,
        String actual,
        int more,
        Violation worst,
        String sentence) {
    /** By rule, must-rules first. */
    public static List<BrokenRule> of(List<Violation> violations, BusinessSnapshot snapshot, Words words) {
        Map<String, List<Violation>> byRule = violations.stream()
                .collect(Collectors.groupingBy(Violation::ruleId, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(ofOneRule -> ofOne(ofOneRule, snapshot, words))
                .sorted(Comparator.comparing(BrokenRule::must).reversed())
                .toList();
    }

    private static BrokenRule ofOne(List<Violation> ofOneRule, BusinessSnapshot snapshot, Words words) {
        Violation worst = ofOneRule.stream()
                .max(Comparator.comparingDouble(BrokenRule::excess))
                .orElseThrow();
        var figures = new Figures(words.language());
        String where = where(worst.where(), snapshot, words);
        String place = worst.from() == null
                ? where
                : where + " "
                        + (worst.to() == null || worst.to().equals(worst.from())
                                ? figures.date(worst.from())
                                : figures.range(worst.from(), worst.to()));
        String limit = withUnit(worst.limit(), worst.unit(), words);
        String actual = withUnit(worst.actual(), worst.unit(), words);
        int more = ofOneRule.size() - 1;
        String said = words.say(key(worst), worst.ruleText(), place, limit, actual);
        return new BrokenRule(
                worst.ruleId(),
                worst.must(),
                worst.kind().equals(CompanyRules.CASH_BELOW_ZERO)
                        ? words.say("violation.overdrawn.rule")
                        : worst.ruleText(),
                place,
                limit,
                actual,
                more,
                worst,
                more == 0 ? said : said + words.say("violation.more", more));
    }

    private static String key(Violation worst) {
        if (worst.kind().equals(InterventionCompiler.KIND)) {
            boolean missing = worst.actual() < worst.limit();
            return "violation.byhand." + (worst.unit().equals("min") ? "time" : missing ? "none" : "place");
        }
        if (worst.kind().equals(CompanyRules.CREDIT)) {
            return "violation.credit";
        }
        if (worst.kind().equals(CompanyRules.CREDIT_LINE)) {
            return "violation.creditline";
        }
        if (worst.kind().equals(CompanyRules.CASH_BELOW_ZERO)) {
            return "violation.overdrawn";
        }
        if (worst.kind().equals(CompanyRules.CATALOGUE)) {
            return "violation.catalogue";
        }
        return worst.must() ? "violation.must" : "violation.prefer";
    }

    /** How far the worst place lies beyond its limit, as a share of the limit where it has one. */
    public double excess() {
        return excess(worst);
    }

    private static double excess(Violation v) {
        double beyond = Math.abs(v.actual() - v.limit());
        return v.limit() == 0 ? beyond : beyond / Math.abs(v.limit());
    }

    static String where(String where, BusinessSnapshot snapshot, Words words) {
        return snapshot.findNode(where)
                .map(node -> words.language().choose(node.name(), node.nameEn()))
                .orElseGet(() -> words.knows("where." + where) ? words.say("where." + where) : where);
    }

    /** Money in the usual short form, minutes as hours, the rest with the word of its unit. */
    static String withUnit(double value, String unit, Words words) {
        var figures = new Figures(words.language());
        return switch (unit) {
            case "CNY" -> figures.shortMoney(Money.of(Money.CNY, value));
            case "min" -> figures.fixed(value / 60, 1) + " " + words.say("unit.h");
            case "%" -> figures.percent(value);
            default ->
                unit.startsWith("CNY/")
                        ? figures.fixed(value, 2) + " " + words.say("unit.CNY") + unit.substring(3)
                        : figures.fixed(value, value == Math.rint(value) ? 0 : 1) + " "
                                + (words.knows("unit." + unit) ? words.say("unit." + unit) : unit);
        };
    }
}

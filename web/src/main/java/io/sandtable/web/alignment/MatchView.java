package io.sandtable.web.alignment;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.model.UnitConversion;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Two records side by side, as a person decides on them.
 *
 * @param percent likelihood in whole percent
 * @param rows the same figures of both
 * @param reasons in words
 * @param changes what would be otherwise once they are one
 * @param askFactor whether the person has to say what one's unit is worth in the other's
 */
public record MatchView(
        String keptId,
        String otherId,
        String name,
        long percent,
        boolean sure,
        List<Row> rows,
        List<String> reasons,
        List<String> changes,
        boolean askFactor,
        String keptUnit,
        String otherUnit) {
    /** One figure of both; {@code differs} where they do not say the same. */
    public record Row(String label, String kept, String other, boolean differs) {}

    /** What a person is asked about is never certain. */
    private static final long MOST_PERCENT = 99;

    private static final int DIGITS = 6;

    private static final List<Attribute> SHOWN = List.of(
            Attributes.NAME,
            Attributes.NAME_EN,
            Attributes.ALIASES,
            Attributes.CODE,
            Attributes.SPECIFICATION,
            Attributes.KIND,
            Attributes.UNIT,
            Attributes.STANDARD_COST,
            Attributes.SALES_PRICE,
            Attributes.SAFETY_STOCK,
            Attributes.UNIT_FACTORS,
            Attributes.COUNTRY);

    /** What moves over, and how it is worded: which end the thing is at. */
    private static final Map<RelationType, String> MOVING = Map.of(
            RelationType.FOR, "documents",
            RelationType.SUPPLIES, "offers",
            RelationType.CONSUMES, "uses",
            RelationType.RUNS_ON, "uses",
            RelationType.PLACED_WITH, "documents");

    static MatchView of(Match match, Language language) {
        Words words = Words.in(language);
        Node kept = match.kept();
        Node other = match.other();
        String own = kept.findText(Attributes.UNIT).orElse("");
        String unit = other.findText(Attributes.UNIT).orElse("");
        OptionalDouble worth = own.isEmpty() || unit.isEmpty()
                ? OptionalDouble.of(1)
                : UnitConversion.of(kept, null).knowing(other).find(unit, own);
        return new MatchView(
                kept.id(),
                other.id(),
                kept.name(),
                Math.min(MOST_PERCENT, Math.round(100 * match.score())),
                match.sure(),
                rows(kept, other, language),
                ReasonWords.of(match.reasons(), words),
                changes(other, kept, unit, own, worth, language),
                worth.isEmpty(),
                own,
                unit);
    }

    private static List<Row> rows(Node kept, Node other, Language language) {
        Words words = Words.in(language);
        var rows = new ArrayList<Row>();
        for (Attribute attribute : SHOWN) {
            if (kept.type().has(attribute) && (kept.has(attribute) || other.has(attribute))) {
                String one = value(kept, attribute, language);
                String two = value(other, attribute, language);
                rows.add(new Row(label(attribute, language), one, two, !one.equals(two)));
            }
        }
        rows.add(new Row(words.say("alignment.source"), source(kept), source(other), false));
        return rows;
    }

    private static String label(Attribute attribute, Language language) {
        String en = attribute.en();
        return language.choose(attribute.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }

    /** Prices of screws and of machines alike, to six digits. */
    private static String plain(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String value(Node node, Attribute attribute, Language language) {
        Object value = node.values().get(attribute.name());
        return value instanceof Double number
                ? plain(number)
                : value == null ? Figures.MISSING : value.toString().replace("|", language.choose("、", ", "));
    }

    private static String source(Node node) {
        String row = node.source().row();
        String file = node.source().evidence().source();
        return row.isEmpty() ? file : file + " · " + row;
    }

    private static List<String> changes(
            Node other, Node kept, String unit, String own, OptionalDouble worth, Language language) {
        Words words = Words.in(language);
        var changes = new ArrayList<String>();
        changes.add(words.say("alignment.change.id", kept.id(), other.id()));
        MOVING.values().stream().distinct().sorted().forEach(what -> {
            int count = MOVING.entrySet().stream()
                    .filter(e -> e.getValue().equals(what))
                    .mapToInt(e -> other.in(e.getKey()).size())
                    .sum();
            if (count > 0) {
                changes.add(words.say("alignment.change." + what, count));
            }
        });
        if (worth.isPresent() && worth.getAsDouble() != 1) {
            changes.add(words.say("alignment.change.unit", unit, plain(worth.getAsDouble()), own));
        }
        return changes;
    }
}

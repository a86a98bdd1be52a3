package io.sandtable.web.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.simulation.query.Grouping;
import io.sandtable.simulation.query.Measure;
import io.sandtable.simulation.query.Measure.Unit;
import io.sandtable.simulation.query.Note;
import io.sandtable.simulation.query.QueryAnswer.Basis;
import io.sandtable.simulation.query.QueryPlan;
import io.sandtable.simulation.query.QueryRefused;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Figures, names and reasons of questions in a language. */
final class QueryWords {
    private final BusinessSnapshot snapshot;
    private final Words words;
    private final Language language;
    private final Figures figures;

    QueryWords(BusinessSnapshot snapshot, Language language) {
        this.snapshot = snapshot;
        this.language = language;
        this.words = Words.in(language);
        this.figures = new Figures(language);
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** A figure for a table whose header names the unit; -- where there is none. */
    String figure(Unit unit, OptionalDouble value) {
        return value.isEmpty() ? Figures.MISSING : figures.fixed(value.getAsDouble(), decimals(unit));
    }

    private static int decimals(Unit unit) {
        return switch (unit) {
            case MONEY, COUNT, QUANTITY -> 0;
            case PERCENT, DAYS -> 1;
            case UNIT_PRICE -> 2;
        };
    }

    /** The same with its unit, in a sentence. */
    String said(Unit unit, double value) {
        String number = figure(unit, OptionalDouble.of(value));
        return say("query.said." + unit, number);
    }

    /** How much more or less; of a percentage how many points higher or lower. */
    String difference(Unit unit, double difference) {
        String amount = figure(unit, OptionalDouble.of(Math.abs(difference)));
        if (amount.equals(figure(unit, OptionalDouble.of(0)))) {
            return say("query.same");
        }
        if (unit == Unit.PERCENT) {
            return say(difference < 0 ? "query.lower" : "query.higher", say("query.said.POINTS", amount));
        }
        return say(difference < 0 ? "query.less" : "query.more", say("query.said." + unit, amount));
    }

    String signed(Unit unit, double amount) {
        return (amount > 0 ? "+" : "") + figure(unit, OptionalDouble.of(amount));
    }

    String measure(Measure measure) {
        return say("query.measure." + measure);
    }

    /** In a header; empty where the figure is a plain count. */
    String unit(Unit unit) {
        return say("query.unit." + unit);
    }

    /** In the header of differences: percentages differ by points. */
    String unitOfDifference(Unit unit) {
        return unit == Unit.PERCENT ? say("query.unit.POINTS") : unit(unit);
    }

    String grouping(Grouping grouping) {
        return grouping.type().map(this::table).orElseGet(() -> say("query.grouping." + grouping));
    }

    String table(NodeType type) {
        return language.choose(type.zh(), type.en());
    }

    /** A thing, a month, or that nobody is named. */
    String thing(Grouping grouping, String key) {
        if (key.isEmpty()) {
            return say("query.nobody");
        }
        return grouping == Grouping.MONTH
                ? figures.month(YearMonth.parse(key))
                : snapshot.findNode(key)
                        .map(node -> language.choose(node.name(), node.nameEn()))
                        .map(name -> name.equals(key) ? code(key) : name)
                        .orElse(key);
    }

    /** Orders have a number where others have a name. */
    private String code(String id) {
        Node node = snapshot.node(id);
        return node.findText(io.sandtable.model.Attributes.CODE).orElse(id);
    }

    /** Where it stands among what depends on it; null for what is no thing. */
    @Nullable
    String address(Grouping grouping, String key) {
        return key.isEmpty() || grouping == Grouping.MONTH ? null : address("/relations", Map.of("about", key));
    }

    static String address(String path, Map<String, String> parameters) {
        var uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                // as a variable, so that & and = in a sentence stay part of it
                uri.queryParam(name, "{" + name + "}");
            }
        });
        return uri.encode().buildAndExpand(parameters).toUriString();
    }

    String range(DateRange range) {
        if (range.from().equals(range.to())) {
            return figures.date(range.from());
        }
        return language.isChinese()
                ? figures.date(range.from()) + " ～ " + figures.date(range.to())
                : figures.date(range.from()) + " – " + figures.date(range.to());
    }

    String refused(QueryRefused refused) {
        List<String> arguments = refused.arguments();
        return switch (refused.code()) {
            case FUTURE -> say("query.refused.FUTURE", date(arguments.getFirst()), date(arguments.getLast()));
            case GROUP_NOT_RECORDED ->
                say(
                        "query.refused.GROUP_NOT_RECORDED",
                        metric(arguments.getFirst()),
                        grouping(Grouping.valueOf(arguments.getLast())));
            case NAME_NOT_RECORDED ->
                say(
                        "query.refused.NAME_NOT_RECORDED",
                        metric(arguments.getFirst()),
                        thing(Grouping.ORDER, arguments.getLast()));
            case PRICE_OF_WHAT -> say("query.refused.PRICE_OF_WHAT");
            case NO_CAUSES -> say("query.refused.NO_CAUSES", metric(arguments.getFirst()));
        };
    }

    String metric(String code) {
        return say("query.metric." + code);
    }

    private String date(String iso) {
        return figures.date(java.time.LocalDate.parse(iso));
    }

    /** What an answer rests on, a sentence each. */
    List<String> basis(QueryPlan plan, Basis basis) {
        var sentences = new ArrayList<String>();
        sentences.add(say("query.subject." + plan.subject()));
        if (basis.lines() > 0) {
            sentences.add(say("query.basis.lines", table(plan.subject().table()), basis.lines(), origins(basis)));
        }
        if (basis.defaultPercent() > 0) {
            sentences.add(say("query.basis.default", figures.percent(basis.defaultPercent())));
        }
        for (Note note : basis.notes()) {
            sentences.add(say("query.note." + note.code(), note.lines(), note.of()));
        }
        if (plan.clipped()) {
            sentences.add(say("query.clipped", figures.date(plan.to())));
        }
        return sentences;
    }

    private String origins(Basis basis) {
        return basis.origins().entrySet().stream()
                .map(e -> say("part.badge." + badge(e.getKey())) + " " + figures.number(e.getValue()))
                .collect(Collectors.joining(language.choose("、", ", ")));
    }

    private static String badge(Origin origin) {
        return switch (origin) {
            case REAL -> "imported";
            case DERIVED -> "computed";
            case USER -> "typed";
            case DEFAULT -> "default";
            case DEMO -> "demo";
        };
    }
}

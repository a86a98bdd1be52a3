package io.sandtable.web.compare;

import io.sandtable.model.Origin;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.AwaitedRule;
import io.sandtable.web.ask.BrokenRule;
import io.sandtable.web.ask.DecidedByHand;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.ask.Measure;
import io.sandtable.web.difference.Gap;
import io.sandtable.web.drivers.DriversView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one comparison: the same figures in the same order for every plan, each with its difference from the baseline. */
final class Comparison {
    private static final int LATE_SHOWN = 5;
    private static final int DRIVERS_SHOWN = 3;

    private final String page;
    private final Answer answer;
    private final CompareOptions options;
    private final Words words;
    private final Figures figures;
    private final AnswerTable table;
    private final Alternative baseline;
    private final List<Alternative> shown;

    /**
     * A comparison of the plans shown.
     *
     * @param baseline that differences are counted from
     * @param shown as cards, the baseline first
     */
    Comparison(
            String inquiryId,
            Answer answer,
            CompareOptions options,
            Words words,
            Alternative baseline,
            List<Alternative> shown) {
        this.page = "/runs/" + inquiryId;
        this.answer = answer;
        this.options = options;
        this.words = words;
        this.figures = new Figures(words.language());
        this.table = new AnswerTable(answer, words.language());
        this.baseline = baseline;
        this.shown = shown;
    }

    CompareView view(Alternative selected, List<LateOrder> late, @Nullable Tornado tornado, @Nullable Gap gap) {
        List<Alternative> compared = options.table() ? answer.all() : shown;
        List<CardFigure> rows = CardFigure.all().stream()
                .filter(f -> !options.differences() || !f.isSame(shown, table))
                .toList();
        return new CompareView(
                answer.question().text(),
                DecidedByHand.all(answer, words.language()),
                awaited(compared),
                recommendation(),
                answer.plans().size() < AskQuestion.ENOUGH_PLANS
                        ? words.say("ask.fewer", answer.plans().size())
                        : null,
                new Releases(answer, table, words).find(),
                shown.stream().map(a -> card(a, a == selected, rows)).toList(),
                options.table() ? table(compared) : null,
                options.differences() ? folded(compared) : List.of(),
                answer.plans().size() > CompareViews.MOST_CARDS ? others() : List.of(),
                selected(selected, late, tornado, gap),
                shares(),
                addresses());
    }

    /** All plans have the same rules. */
    private List<CompareView.Awaited> awaited(List<Alternative> compared) {
        var plansOf = new LinkedHashMap<String, Map<Alternative, AwaitedRule>>();
        for (Alternative plan : compared) {
            table.awaited(plan)
                    .forEach(rule -> plansOf.computeIfAbsent(rule.ruleId(), id -> new LinkedHashMap<>())
                            .put(plan, rule));
        }
        return plansOf.values().stream().map(this::awaited).toList();
    }

    private CompareView.Awaited awaited(Map<Alternative, AwaitedRule> plans) {
        return new CompareView.Awaited(
                summary(plans),
                plans.entrySet().stream()
                        .map(e -> new CompareView.Held(
                                letter(e.getKey()),
                                e.getValue().held(),
                                e.getValue().said()))
                        .toList());
    }

    private String summary(Map<Alternative, AwaitedRule> plans) {
        String text = plans.values().iterator().next().text();
        String held = letters(plans, true);
        String not = letters(plans, false);
        if (held.isEmpty()) {
            return words.say("awaited.none", text);
        }
        String said = not.isEmpty() ? words.say("awaited.all", text) : words.say("awaited.some", text, held, not);
        return plans.values().stream()
                .map(AwaitedRule::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(first -> words.say("awaited.since", said, figures.date(first)))
                .orElse(said);
    }

    private String letters(Map<Alternative, AwaitedRule> plans, boolean held) {
        return plans.entrySet().stream()
                .filter(e -> e.getValue().held() == held)
                .map(e -> letter(e.getKey()))
                .collect(Collectors.joining(words.language().choose("、", ", ")));
    }

    private CompareView.Recommendation recommendation() {
        Alternative best = answer.recommended();
        return new CompareView.Recommendation(
                words.say("compare.recommended", best.letter(), best.name(words.language())), reason(best));
    }

    private String reason(Alternative best) {
        String key = best.compliant() ? "compare.recommended.reason" : "compare.recommended.reason.broken";
        return answer.favoured()
                .map(goal -> words.say(
                        "compare.recommended.goal",
                        words.say("compare.goal." + goal),
                        words.say(key + ".goal"),
                        words.say("compare.goal.most." + goal),
                        reached(goal, best)))
                .orElseGet(() -> words.say(key, missed(best), table.brief(KeyFigure.GROSS_MARGIN, best)));
    }

    private String reached(Restriction.Goal goal, Alternative best) {
        return table.brief(
                switch (goal) {
                    case CASH -> KeyFigure.CASH_LOW;
                    case DELIVERY -> KeyFigure.ON_TIME;
                    case MARGIN -> KeyFigure.GROSS_MARGIN;
                    case CARBON -> KeyFigure.CARBON;
                },
                best);
    }

    private static int missed(Alternative a) {
        return a.evaluation().kpis().missedOrders();
    }

    private CompareView.Card card(Alternative a, boolean selected, List<CardFigure> rows) {
        boolean today = a == answer.baseline();
        int place = answer.plans().indexOf(a) + 1;
        return new CompareView.Card(
                a.letter(),
                letter(a),
                a.name(words.language()),
                place >= 1 && place <= 9 ? Integer.toString(place) : null,
                a == baseline,
                a == answer.recommended(),
                selected,
                select(a),
                status(a),
                preferences(a),
                rows.stream().map(f -> row(f, a)).toList(),
                page + "/why?plan=" + a.letter(),
                missed(a),
                page + "/plans/" + a.letter(),
                today ? null : decide(a),
                a == baseline
                        ? null
                        : page + "/compare"
                                + options.against(today ? null : a.letter()).query());
    }

    /** Today's plan is the baseline unless the person took another. */
    private String letter(Alternative a) {
        return a != answer.baseline() ? a.letter() : words.say("compare.today");
    }

    private String select(Alternative a) {
        return page + "/compare" + options.selecting(a.letter()).query() + "#plan-" + a.letter();
    }

    private String decide(Alternative a) {
        return page + "/decide?plan=" + a.letter();
    }

    private CompareView.Status status(Alternative a) {
        if (!a.feasible()) {
            return new CompareView.Status(
                    "broken",
                    words.say("compare.status.infeasible", a.findings().size()),
                    null);
        }
        List<BrokenRule> must =
                table.broken(a).stream().filter(BrokenRule::must).toList();
        return must.isEmpty()
                ? new CompareView.Status("met", words.say("compare.status.met"), null)
                : new CompareView.Status("broken", words.say("compare.status.broken", must.size()), detail(must));
    }

    /** The first rule with its worst place; the others by their words. */
    private String detail(List<BrokenRule> must) {
        return must.stream()
                .map(r -> {
                    String said = words.say("compare.status.rule", r.text(), r.place(), r.actual(), r.limit());
                    return r.more() == 0 ? said : said + words.say("violation.more", r.more());
                })
                .reduce((a, b) -> a + words.say("compare.and") + b)
                .orElse("");
    }

    private @Nullable String preferences(Alternative a) {
        List<String> missed = table.broken(a).stream()
                .filter(r -> !r.must())
                .map(BrokenRule::sentence)
                .toList();
        return missed.isEmpty() ? null : String.join(words.say("compare.and"), missed);
    }

    private CompareView.Row row(CardFigure f, Alternative a) {
        return new CompareView.Row(
                f.id(),
                words.say(f.key()),
                f.value(a, table),
                a == baseline ? null : f.difference(a, baseline, figures),
                f.note(a, table, words),
                page + "/why?plan=" + a.letter() + "&figure=" + f.id());
    }

    private CompareView.Table table(List<Alternative> all) {
        List<KeyFigure> columns = Arrays.stream(KeyFigure.values())
                .filter(f -> !options.differences() || !isSame(f, all))
                .toList();
        List<Alternative> sorted = new ArrayList<>(all);
        KeyFigure by = options.sort() == null
                ? null
                : KeyFigure.findFigure(options.sort()).orElse(null);
        if (by != null) {
            Comparator<Alternative> order =
                    Comparator.comparingDouble(a -> by.of(a).place());
            Comparator<Alternative> missingLast = Comparator.comparing(a -> by.of(a) instanceof Measure.Missing);
            sorted.sort(missingLast.thenComparing(options.descending() ? order.reversed() : order));
        }
        return new CompareView.Table(
                columns.stream().map(this::column).toList(),
                sorted.stream().map(a -> line(a, columns)).toList());
    }

    private CompareView.Column column(KeyFigure f) {
        boolean here = f.id().equals(options.sort());
        boolean down = here && options.descending();
        // the first click shows the greatest first, the next turns it round
        return new CompareView.Column(
                words.say(f.key()),
                f.unitKey().isEmpty() ? null : words.say(f.unitKey()),
                page + "/compare" + options.sortedBy(f.id(), !down).query(),
                !here ? "none" : down ? "descending" : "ascending");
    }

    private CompareView.Line line(Alternative a, List<KeyFigure> columns) {
        return new CompareView.Line(
                a.letter(),
                letter(a),
                a.name(words.language()),
                page + "/compare" + options.selecting(a.letter()).query(),
                a == baseline,
                status(a),
                columns.stream()
                        .map(f -> new CompareView.Cell(
                                f.id(),
                                f.of(a).full(figures),
                                a == baseline ? null : f.of(a).difference(f.of(baseline), figures),
                                page + "/why?plan=" + a.letter() + "&figure=" + f.id()))
                        .toList());
    }

    private List<String> folded(List<Alternative> compared) {
        return options.table()
                ? Arrays.stream(KeyFigure.values())
                        .filter(f -> isSame(f, compared))
                        .map(f -> words.say(f.key()))
                        .toList()
                : CardFigure.all().stream()
                        .filter(f -> f.isSame(shown, table))
                        .map(f -> words.say(f.key()))
                        .toList();
    }

    /** Equal to the last digit that the answers hold, not only as it is rounded for reading. */
    private static boolean isSame(KeyFigure figure, List<Alternative> plans) {
        return plans.stream().map(figure::of).distinct().count() <= 1;
    }

    private List<CompareView.Other> others() {
        return answer.plans().stream()
                .map(a -> new CompareView.Other(
                        a.letter(),
                        table.title(a),
                        status(a).text(),
                        status(a).kind().equals("broken"),
                        words.say(
                                "compare.other",
                                table.brief(KeyFigure.ON_TIME, a),
                                table.brief(KeyFigure.GROSS_MARGIN, a),
                                table.brief(KeyFigure.CASH_LOW, a)),
                        shown.contains(a)))
                .toList();
    }

    private CompareView.Selected selected(
            Alternative a, List<LateOrder> late, @Nullable Tornado tornado, @Nullable Gap gap) {
        return new CompareView.Selected(
                a.letter(),
                a == answer.baseline() ? a.name(words.language()) : table.title(a),
                page + "/drivers?plan=" + a.letter(),
                tornado == null ? null : DriversView.of(tornado, words, DRIVERS_SHOWN),
                gap,
                late.stream().limit(LATE_SHOWN).map(o -> late(a, o)).toList(),
                late.size(),
                page + "/why?plan=" + a.letter(),
                a == answer.baseline() ? null : decide(a));
    }

    private CompareView.Late late(Alternative a, LateOrder order) {
        return new CompareView.Late(
                order,
                figures.date(order.due()),
                figures.date(order.delivered()),
                order.words(words),
                page + "/why?plan=" + a.letter() + "&order=" + order.id());
    }

    private String shares() {
        return words.say(
                "ask.shares",
                figures.percent(answer.share(Origin.REAL)),
                figures.percent(answer.share(Origin.DERIVED)),
                figures.percent(answer.share(Origin.DEFAULT)),
                figures.percent(answer.share(Origin.DEMO)),
                figures.percent(answer.share(Origin.USER)));
    }

    private CompareView.Addresses addresses() {
        String compare = page + "/compare";
        return new CompareView.Addresses(
                compare + options.asTable(false).query(),
                compare + options.asTable(true).query(),
                compare + options.onlyDifferences(!options.differences()).query(),
                compare,
                page + "/again",
                "/ask?from=" + page.substring("/runs/".length()),
                compare + options.against(null).query());
    }
}

package io.sandtable.web.ask;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The comparison as rows of words: the same rows in the same units for every plan, on the command line and in the report. */
public final class AnswerTable {
    private final Answer answer;
    private final Words words;
    private final Figures figures;

    public AnswerTable(Answer answer, Language language) {
        this.answer = answer;
        this.words = Words.in(language);
        this.figures = new Figures(language);
    }

    /** A figure of every plan: its name, and the cells from the baseline to the last plan. */
    public record Line(String label, List<String> cells) {}

    /** The heading of a plan's column: its letter, or the word for the baseline. */
    public String letter(Alternative alternative) {
        return alternative.letter().equals("0") ? words.say("plan.letter.baseline") : alternative.letter();
    }

    /** 「方案 A：…」. */
    public String title(Alternative alternative) {
        return alternative.letter().equals("0")
                ? words.say("plan.baseline", alternative.name(words.language()))
                : words.say("plan.title", alternative.letter(), alternative.name(words.language()));
    }

    /** All figures, the loudest first: broken rules, then delivery, money, and what it costs the world. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(line("kpi.rules", (a, k) -> status(a)));
        for (KeyFigure figure : KeyFigure.values()) {
            switch (figure) {
                case LATE_ORDERS ->
                    lines.add(line(
                            "kpi.late",
                            (a, k) -> brief(KeyFigure.LATE_ORDERS, a) + " / " + brief(KeyFigure.SHORT_ORDERS, a)));
                case SHORT_ORDERS -> {
                    // stands beside those that are late
                }
                case GROSS_MARGIN_PCT -> {
                    lines.add(line(figure.key(), (a, k) -> brief(figure, a)));
                    lines.add(line("kpi.marginDelta", this::delta));
                }
                case CASH_LOW_DATE ->
                    lines.add(line(figure.key(), (a, k) -> k.cashLowDate().toString()));
                default -> lines.add(line(figure.key(), (a, k) -> brief(figure, a)));
            }
        }
        lines.add(line("kpi.risk", (a, k) -> risk(a)));
        return lines;
    }

    /** A figure of a plan as a card says it. */
    public String brief(KeyFigure figure, Alternative plan) {
        return figure.of(plan).brief(figures);
    }

    /** Every broken rule in a sentence: its words, the worst place, and how many others there are. */
    public List<String> violations(Alternative alternative) {
        return broken(alternative).stream().map(BrokenRule::sentence).toList();
    }

    /** The rules that a plan breaks, must-rules first, each with its worst place. */
    public List<BrokenRule> broken(Alternative alternative) {
        return BrokenRule.of(alternative.evaluation().violations(), answer.snapshot(), words);
    }

    /** The rules that wait for a figure of the plan, with whether they hold in it. */
    public List<AwaitedRule> awaited(Alternative alternative) {
        return AwaitedRule.of(alternative.evaluation().awaited(), answer.snapshot(), words);
    }

    private String status(Alternative a) {
        if (!a.feasible()) {
            return words.say("status.infeasible", a.findings().size());
        }
        long must = broken(a).stream().filter(BrokenRule::must).count();
        return must == 0 ? words.say("status.ok") : words.say("status.broken", must);
    }

    private String delta(Alternative a, Kpis k) {
        return a == answer.baseline()
                ? "--"
                : figures.points(k.grossMarginPct()
                        - answer.baseline().evaluation().kpis().grossMarginPct());
    }

    /** Of a plan the risk that differs most from doing nothing, of the baseline the greatest: what is alike tells nothing apart. */
    public String risk(Alternative a) {
        Kpis k = a.evaluation().kpis();
        Map<String, Double> today = worstByKind(answer.baseline().evaluation().kpis());
        return worstByKind(k).entrySet().stream()
                .max(Comparator.comparingDouble(e -> a == answer.baseline()
                        ? e.getValue()
                        : Math.abs(e.getValue() - today.getOrDefault(e.getKey(), 0.0))))
                .map(e -> words.say("risk." + e.getKey()) + " " + figures.fixed(e.getValue(), 0))
                .orElse("--");
    }

    private static Map<String, Double> worstByKind(Kpis k) {
        var worst = new TreeMap<String, Double>();
        k.risks().forEach(r -> worst.merge(r.kind(), r.score(), Math::max));
        return worst;
    }

    /** A difference to the baseline in words, never in colour. */
    public String difference(Money now, Money base) {
        return figures.moneyDifference(now.minus(base));
    }

    private Line line(String key, BiFunction<Alternative, Kpis, String> cell) {
        return new Line(
                words.say(key),
                all().map(a -> cell.apply(a, a.evaluation().kpis())).toList());
    }

    private Stream<Alternative> all() {
        return Stream.concat(Stream.of(answer.baseline()), answer.plans().stream());
    }
}

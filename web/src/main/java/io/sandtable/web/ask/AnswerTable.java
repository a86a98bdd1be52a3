package io.sandtable.web.ask;

import io.sandtable.audit.report.Cell;
import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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

    /**
     * A figure of every plan.
     *
     * @param cells in words, from the baseline to the last plan
     * @param exact the same cells with their unrounded values and units, for sheets
     */
    public record Line(String label, List<String> cells, List<Cell> exact) {
        public Line {
            cells = List.copyOf(cells);
            exact = List.copyOf(exact);
        }
    }

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
        return lines(false);
    }

    /** The same with late and short orders in rows of their own, each a number. */
    List<Line> reportLines() {
        return lines(true);
    }

    private List<Line> lines(boolean countsApart) {
        var lines = new ArrayList<Line>();
        lines.add(inWords("kpi.rules", this::status));
        for (KeyFigure figure : KeyFigure.values()) {
            switch (figure) {
                case LATE_ORDERS -> lines.add(countsApart ? line("report.late", figure) : lateAndShort());
                case SHORT_ORDERS -> {
                    if (countsApart) {
                        lines.add(line("report.short", figure));
                    }
                }
                case GROSS_MARGIN_PCT -> {
                    lines.add(line(figure.key(), figure));
                    lines.add(marginDelta());
                }
                default -> lines.add(line(figure.key(), figure));
            }
        }
        lines.add(inWords("kpi.risk", this::risk));
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

    private String status(Alternative a) {
        if (!a.feasible()) {
            return words.say("status.infeasible", a.findings().size());
        }
        long must = broken(a).stream().filter(BrokenRule::must).count();
        return must == 0 ? words.say("status.ok") : words.say("status.broken", must);
    }

    private String delta(Alternative a) {
        return a == answer.baseline() ? Figures.MISSING : figures.points(pointsToBaseline(a));
    }

    private double pointsToBaseline(Alternative a) {
        return a.evaluation().kpis().grossMarginPct()
                - answer.baseline().evaluation().kpis().grossMarginPct();
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

    private Line inWords(String key, Function<Alternative, String> cell) {
        List<String> cells = all().map(cell).toList();
        return new Line(words.say(key), cells, cells.stream().map(AnswerTable::cell).toList());
    }

    private Line line(String key, KeyFigure figure) {
        return new Line(
                words.say(key),
                all().map(a -> brief(figure, a)).toList(),
                all().map(a -> exact(figure, a)).toList());
    }

    private Line lateAndShort() {
        return inWords("kpi.late", a -> brief(KeyFigure.LATE_ORDERS, a) + " / " + brief(KeyFigure.SHORT_ORDERS, a));
    }

    private Line marginDelta() {
        Line shown = inWords("kpi.marginDelta", this::delta);
        var exact = new ArrayList<Cell>();
        int place = 0;
        for (Alternative a : all().toList()) {
            String text = shown.cells().get(place++);
            exact.add(
                    a == answer.baseline()
                            ? Cell.missing()
                            : Cell.measured(text, rounded(pointsToBaseline(a)), words.say("unit.%-points")));
        }
        return new Line(shown.label(), shown.cells(), exact);
    }

    /** The cell with its unrounded value and its unit. */
    private Cell exact(KeyFigure figure, Alternative plan) {
        String shown = brief(figure, plan);
        if (shown.equals(Figures.MISSING)) {
            return Cell.missing();
        }
        return switch (figure.of(plan)) {
            case Measure.Amount amount -> Cell.measured(shown, amount.money().major(), words.say("unit.CNY"));
            case Measure.Percent percent -> Cell.measured(shown, rounded(percent.value()), "%");
            case Measure.Count count ->
                Cell.measured(shown, BigDecimal.valueOf(count.value()), words.say("unit.orders"));
            case Measure.Quantity quantity -> Cell.measured(shown, rounded(quantity.value()), unit(figure));
            case Measure.Day day -> Cell.day(day.day());
        };
    }

    /** Of the figures whose name carries the unit. */
    private String unit(KeyFigure figure) {
        return switch (figure) {
            case ENERGY -> "MWh";
            case CARBON -> words.say("unit.t");
            case TURNS -> words.say("unit.turns");
            default -> "";
        };
    }

    /** Rounded as in the JSON of an answer. */
    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(KpiJson.rounded(value, 2)).setScale(2, RoundingMode.HALF_UP);
    }

    private static Cell cell(String text) {
        if (text.startsWith("▲")) {
            return Cell.broken(text.substring(1).strip());
        }
        return text.equals("--") ? Cell.missing() : Cell.text(text);
    }

    private Stream<Alternative> all() {
        return Stream.concat(Stream.of(answer.baseline()), answer.plans().stream());
    }
}

package io.sandtable.web.ask;

import io.sandtable.audit.report.Cell;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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
        var lines = new ArrayList<Line>();
        String yuan = words.say("unit.CNY");
        lines.add(line("kpi.rules", (a, k) -> status(a)));
        lines.add(line("kpi.onTime", (a, k) -> figures.percent(k.onTimePct()), (a, k) -> number(k.onTimePct(), "%")));
        lines.add(line("kpi.late", (a, k) -> k.lateOrders() + " / " + k.shortOrders()));
        lines.add(money("kpi.revenue", Kpis::revenue));
        lines.add(money("kpi.margin", Kpis::grossMargin));
        lines.add(line(
                "kpi.marginPct",
                (a, k) -> figures.percent(k.grossMarginPct()),
                (a, k) -> number(k.grossMarginPct(), "%")));
        lines.add(line(
                "kpi.marginDelta",
                this::delta,
                (a, k) -> number(
                        k.grossMarginPct() - answer.baseline().evaluation().kpis().grossMarginPct(),
                        words.say("unit.%-points"))));
        lines.add(line(
                "kpi.capex",
                (a, k) -> k.capex().minor() == 0 ? "--" : figures.shortMoney(k.capex()),
                (a, k) -> new Exact(k.capex().major(), yuan)));
        lines.add(line(
                "kpi.npv",
                (a, k) -> k.capex().minor() == 0 ? "--" : figures.shortMoney(k.npv()),
                (a, k) -> new Exact(k.npv().major(), yuan)));
        lines.add(money("kpi.cashLow", Kpis::cashLow));
        lines.add(new Line(
                words.say("kpi.cashLowDate"),
                all().map(a -> a.evaluation().kpis().cashLowDate().toString()).toList(),
                all().map(a -> Cell.day(a.evaluation().kpis().cashLowDate())).toList()));
        lines.add(line("kpi.yield", (a, k) -> figures.percent(k.yieldPct()), (a, k) -> number(k.yieldPct(), "%")));
        lines.add(line(
                "kpi.energy",
                (a, k) -> figures.fixed(k.energyKwh() / 1000, 1),
                (a, k) -> number(k.energyKwh() / 1000, "MWh")));
        lines.add(line(
                "kpi.carbon",
                (a, k) -> figures.fixed(k.carbonKg() / 1000, 1),
                (a, k) -> number(k.carbonKg() / 1000, words.say("unit.t"))));
        lines.add(line(
                "kpi.turns",
                (a, k) -> figures.fixed(k.inventoryTurns(), 1),
                (a, k) -> number(k.inventoryTurns(), words.say("unit.turns"))));
        lines.add(line("kpi.risk", this::risk));
        return lines;
    }

    /** The same with late and short orders in rows of their own, each a number. */
    List<Line> reportLines() {
        var lines = new ArrayList<>(lines());
        int place = lines.indexOf(line("kpi.late", (a, k) -> k.lateOrders() + " / " + k.shortOrders()));
        lines.set(place, count("report.late", Kpis::lateOrders));
        lines.add(place + 1, count("report.short", Kpis::shortOrders));
        return lines;
    }

    private Line count(String key, ToIntFunction<Kpis> number) {
        return line(
                key,
                (a, k) -> figures.number(number.applyAsInt(k)),
                (a, k) -> new Exact(BigDecimal.valueOf(number.applyAsInt(k)), words.say("unit.orders")));
    }

    /** Every broken rule in a sentence: its words, the worst place, and how many others there are. */
    public List<String> violations(Alternative alternative) {
        Map<String, List<Violation>> byRule = alternative.evaluation().violations().stream()
                .collect(Collectors.groupingBy(Violation::ruleId, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream().map(this::sentence).toList();
    }

    private String sentence(List<Violation> ofOneRule) {
        Violation worst = ofOneRule.stream()
                .max(Comparator.comparingDouble(AnswerTable::excess))
                .orElseThrow();
        String when = worst.from() == null
                ? ""
                : worst.to() == null || worst.to().equals(worst.from())
                        ? worst.from().toString()
                        : worst.from() + " ～ " + worst.to();
        String said = words.say(
                worst.must() ? "violation.must" : "violation.prefer",
                worst.ruleText(),
                answer.snapshot().findNode(worst.where()).map(this::name).orElse(worst.where()),
                when,
                figures.fixed(worst.limit(), 1),
                figures.fixed(worst.actual(), 1),
                worst.unit());
        return ofOneRule.size() == 1 ? said : said + words.say("violation.more", ofOneRule.size() - 1);
    }

    /** How far beyond its limit, as a share of the limit where it has one. */
    private static double excess(Violation v) {
        double beyond = Math.abs(v.actual() - v.limit());
        return v.limit() == 0 ? beyond : beyond / Math.abs(v.limit());
    }

    private String name(Node node) {
        return words.language().isChinese() ? node.name() : node.nameEn();
    }

    private String status(Alternative a) {
        if (!a.feasible()) {
            return words.say("status.infeasible", a.findings().size());
        }
        long must = a.evaluation().violations().stream()
                .filter(Violation::must)
                .map(Violation::ruleId)
                .distinct()
                .count();
        return must == 0 ? words.say("status.ok") : words.say("status.broken", must);
    }

    private String delta(Alternative a, Kpis k) {
        return a == answer.baseline()
                ? "--"
                : figures.points(k.grossMarginPct()
                        - answer.baseline().evaluation().kpis().grossMarginPct());
    }

    /** Of a plan the risk that differs most from doing nothing, of the baseline the greatest: what is alike tells nothing apart. */
    private String risk(Alternative a, Kpis k) {
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
        List<String> cells = all().map(a -> cell.apply(a, a.evaluation().kpis())).toList();
        return new Line(words.say(key), cells, cells.stream().map(AnswerTable::cell).toList());
    }

    private Line line(
            String key, BiFunction<Alternative, Kpis, String> cell, BiFunction<Alternative, Kpis, Exact> value) {
        Line inWords = line(key, cell);
        var exact = new ArrayList<Cell>();
        int place = 0;
        for (Alternative a : all().toList()) {
            String shown = inWords.cells().get(place++);
            Exact number = value.apply(a, a.evaluation().kpis());
            exact.add(shown.equals("--") ? Cell.missing() : Cell.measured(shown, number.value(), number.unit()));
        }
        return new Line(inWords.label(), inWords.cells(), exact);
    }

    private Line money(String key, Function<Kpis, Money> amount) {
        return line(
                key,
                (a, k) -> figures.shortMoney(amount.apply(k)),
                (a, k) -> new Exact(amount.apply(k).major(), words.say("unit.CNY")));
    }

    private record Exact(BigDecimal value, String unit) {}

    /** Rounded as in the JSON of an answer. */
    private static Exact number(double value, String unit) {
        return new Exact(BigDecimal.valueOf(KpiJson.rounded(value, 2)).setScale(2, RoundingMode.HALF_UP), unit);
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

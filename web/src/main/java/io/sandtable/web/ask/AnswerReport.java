package io.sandtable.web.ask;

import io.sandtable.audit.report.BarChart;
import io.sandtable.audit.report.Block;
import io.sandtable.audit.report.Cell;
import io.sandtable.audit.report.ReportDocument;
import io.sandtable.audit.report.ReportDocument.Section;
import io.sandtable.audit.report.Table;
import io.sandtable.model.Money;
import io.sandtable.model.Origin;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.EngineVersion;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The report on a question: conclusion, what was asked, comparison, drivers, reasons, data, signatures; a decision, where somebody chose. */
public final class AnswerReport {
    private static final int BARS_SHOWN = 12;
    private static final int REASONS_SHOWN = 8;

    private final Answer answer;
    private final Standing standing;
    private final Language language;
    private final Words words;
    private final Figures figures;
    private final AnswerTable table;

    public AnswerReport(Answer answer, Standing standing) {
        this.answer = answer;
        this.standing = standing;
        this.language = answer.question().language();
        this.words = Words.in(language);
        this.figures = new Figures(language);
        this.table = new AnswerTable(answer, language);
    }

    /** What the report says; the same answer and standing always give the same. */
    public ReportDocument document() {
        var decided = new StandingSections(answer, standing);
        return new ReportDocument(
                words.say("report.title"),
                answer.company().title(language.isChinese()),
                decided.status(),
                standing.number(),
                language.isChinese() ? io.sandtable.audit.report.Language.ZH : io.sandtable.audit.report.Language.EN,
                answer.asOf().atStartOfDay(),
                answer.isDemo(),
                Stream.of(
                                Stream.of(conclusion()),
                                decided.decision().stream(),
                                Stream.of(asked(), comparison(), drivers(), reasons(), data()),
                                decided.anchors().stream(),
                                Stream.of(decided.signatures()))
                        .flatMap(s -> s)
                        .toList());
    }

    private Section conclusion() {
        Alternative plan = standing.plan();
        Kpis k = plan.evaluation().kpis();
        Kpis base = answer.baseline().evaluation().kpis();
        var points = new ArrayList<String>();
        points.add(words.say(
                standing.chosen() ? "report.conclusion.chosen" : "report.conclusion.plan",
                table.title(plan),
                figures.percent(k.onTimePct()),
                figures.percent(base.onTimePct())));
        points.add(words.say(
                "report.conclusion.money",
                figures.shortMoney(k.grossMargin()),
                table.difference(k.grossMargin(), base.grossMargin()),
                figures.shortMoney(k.cashLow()),
                figures.date(k.cashLowDate())));
        points.add(verdict(plan));
        table.awaited(plan).forEach(rule -> points.add(rule.sentence()));
        if (standing.chosen() && plan != answer.recommended()) {
            points.add(words.say("report.conclusion.recommended", table.title(answer.recommended())));
        }
        points.add(answer.favoured()
                .map(goal -> words.say("report.conclusion.order.goal", words.say("compare.goal.most." + goal)))
                .orElseGet(() -> words.say("report.conclusion.order")));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Points(points));
        for (Alternative other : answer.plans()) {
            if (!other.compliant()) {
                blocks.add(new Block.Callout(
                        Block.Tone.BROKEN,
                        table.title(other),
                        String.join(language.choose("；", "; "), table.violations(other))));
            }
        }
        return new Section(words.say("report.conclusion"), blocks);
    }

    private String verdict(Alternative plan) {
        if (plan.compliant()) {
            return words.say("report.conclusion.compliant");
        }
        return standing.chosen() ? words.say("report.conclusion.chosenBroken") : words.say("report.conclusion.broken");
    }

    private Section asked() {
        var rows = new ArrayList<Table.Row>();
        List<String> sentences = answer.question().sentences();
        for (int i = 0; i < sentences.size(); i++) {
            rows.add(Table.Row.of(
                    Cell.text(sentences.get(i)),
                    Cell.text(understood(answer.understandings().get(i)))));
        }
        for (DecidedByHand decided : DecidedByHand.all(answer, language)) {
            rows.add(Table.Row.of(
                    Cell.text(words.say("report.byhand", decided.reason(), decided.by())), Cell.text(decided.said())));
        }
        return Section.of(
                words.say("report.asked"),
                new Table(
                        null,
                        List.of(
                                Table.Column.text(words.say("report.asked.words")),
                                Table.Column.text(words.say("report.asked.understood"))),
                        rows),
                new Block.Paragraph(words.say("report.asked.confirmed", answer.confirmedBy(), answer.asOf())));
    }

    private String understood(Understanding understanding) {
        return understanding.statements().stream()
                .map(this::paraphrase)
                .reduce((a, b) -> a + language.choose("；", "; ") + b)
                .orElse("");
    }

    private String paraphrase(Statement statement) {
        return language.choose(
                        statement.paraphrase().zh(), statement.paraphrase().en())
                + (statement.isReadByModel() ? words.say("part.model.after") : "");
    }

    private Section comparison() {
        List<Alternative> all = Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .toList();
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.text(""));
        all.forEach(a -> columns.add(new Table.Column(table.letter(a), null, Table.Kind.NUMBER, a == standing.plan())));
        var rows = new ArrayList<Table.Row>();
        rows.addAll(new ReportRows(answer, words, figures, table).rows());
        return Section.of(
                words.say("report.comparison"),
                new Block.Points(all.stream().map(table::title).toList()),
                new Table(null, columns, rows));
    }

    private Section drivers() {
        List<DriverLine> lines = DriverLine.of(answer.tornado(), words, BARS_SHOWN);
        String title = words.say("report.drivers", table.title(answer.recommended()));
        if (lines.isEmpty()) {
            return Section.of(title, new Block.Paragraph(words.say("report.drivers.none")));
        }
        DriverLine widest = lines.getFirst();
        String sentence = words.say(
                "report.drivers.sentence",
                widest.name(),
                widest.low(),
                figures.shortMoney(widest.atLow()),
                widest.high(),
                figures.shortMoney(widest.atHigh()));
        return Section.of(
                title,
                new BarChart(
                        words.say("report.drivers.chart"),
                        sentence,
                        words.say("kpi.margin"),
                        language.choose("万元", "CNY 10k"),
                        wan(DriverLine.yuan(answer.tornado().base())),
                        lines.stream()
                                .map(l ->
                                        new BarChart.Bar(l.name(), l.low(), l.high(), wan(l.atLow()), wan(l.atHigh())))
                                .toList()),
                new Block.Paragraph(words.say("report.drivers.basis")));
    }

    private static BigDecimal wan(Money money) {
        return money.major().divide(BigDecimal.valueOf(10_000), 1, RoundingMode.HALF_UP);
    }

    private Section reasons() {
        var rows = new ArrayList<Table.Row>();
        Alternative best = standing.plan();
        for (LateOrder late : LateOrder.of(answer, best.evaluation().plan()).stream()
                .limit(REASONS_SHOWN)
                .toList()) {
            rows.add(Table.Row.of(
                    Cell.text(late.number()),
                    Cell.text(late.customer()),
                    Cell.day(late.due()),
                    late.delivered() == null ? Cell.missing() : Cell.day(late.delivered()),
                    Cell.text(late.words(words))));
        }
        if (rows.isEmpty()) {
            return Section.of(
                    words.say("report.reasons"),
                    new Block.Paragraph(words.say("report.reasons.none", table.title(best))));
        }
        return Section.of(
                words.say("report.reasons"),
                new Table(
                        words.say("report.reasons.table", table.title(best)),
                        List.of(
                                Table.Column.text(words.say("report.order")),
                                Table.Column.text(words.say("report.customer")),
                                Table.Column.date(words.say("report.due")),
                                Table.Column.date(words.say("report.delivered")),
                                Table.Column.text(words.say("report.reason"))),
                        rows));
    }

    private Section data() {
        var pairs = new ArrayList<Block.Pair>();
        for (Origin origin : Origin.values()) {
            if (answer.share(origin) > 0) {
                pairs.add(new Block.Pair(
                        words.say("origin." + origin.code()), figures.percent(answer.share(origin)), false));
            }
        }
        pairs.add(new Block.Pair(words.say("report.data.asOf"), answer.asOf().toString(), false));
        pairs.add(new Block.Pair(
                words.say("report.data.horizon"),
                words.say("report.data.days", answer.problem().horizonDays()),
                false));
        pairs.add(new Block.Pair(
                words.say("report.data.snapshot"), answer.snapshot().hash(), true));
        for (Alternative plan : answer.plans()) {
            pairs.add(new Block.Pair(words.say("report.data.result", plan.letter()), plan.resultHash(), true));
        }
        pairs.add(new Block.Pair(words.say("report.data.engine"), EngineVersion.current(), false));
        pairs.add(new Block.Pair(
                words.say("report.data.seed"), Long.toString(answer.question().seed()), true));
        if (standing.recordHash() != null) {
            pairs.add(new Block.Pair(words.say("report.data.record"), standing.recordHash(), true));
        }
        var blocks = new ArrayList<Block>();
        if (answer.isDemo()) {
            blocks.add(new Block.Callout(Block.Tone.WARNING, words.say("report.demo"), words.say("report.demo.text")));
        }
        blocks.add(new Block.KeyValues(pairs));
        return new Section(words.say("report.data"), blocks);
    }
}

package io.sandtable.web.ask;

import io.sandtable.audit.report.Cell;
import io.sandtable.audit.report.Table;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The comparison as rows of a report: short words on paper, the exact number with its unit in a sheet. */
final class ReportRows {
    private final Answer answer;
    private final Words words;
    private final Figures figures;
    private final AnswerTable table;

    ReportRows(Answer answer, Words words, Figures figures, AnswerTable table) {
        this.answer = answer;
        this.words = words;
        this.figures = figures;
        this.table = table;
    }

    List<Table.Row> rows() {
        List<AnswerTable.Line> lines = table.lines();
        var rows = new ArrayList<Table.Row>();
        // the rules, in words
        rows.add(row(lines.getFirst().label(), lines.getFirst().cells()));
        for (KeyFigure figure : KeyFigure.values()) {
            String unit = figure.unitKey().isEmpty() ? "" : words.say(figure.unitKey());
            rows.add(row(words.say(figure.key()), plan -> exact(figure.of(plan), unit)));
            if (figure == KeyFigure.GROSS_MARGIN_PCT) {
                rows.add(row(words.say("kpi.marginDelta"), this::marginDelta));
            }
        }
        rows.add(row(lines.getLast().label(), lines.getLast().cells()));
        return rows;
    }

    private Table.Row row(String label, List<String> cells) {
        var row = new ArrayList<Cell>();
        row.add(Cell.text(label));
        cells.forEach(text -> row.add(inWords(text)));
        return new Table.Row(row, false);
    }

    private Table.Row row(String label, Function<Alternative, Cell> cell) {
        var row = new ArrayList<Cell>();
        row.add(Cell.text(label));
        Stream.concat(Stream.of(answer.baseline()), answer.plans().stream()).forEach(plan -> row.add(cell.apply(plan)));
        return new Table.Row(row, false);
    }

    private Cell exact(Measure measure, String unit) {
        String shown = measure.brief(figures);
        if (shown.equals(Figures.MISSING)) {
            return Cell.missing();
        }
        return switch (measure) {
            case Measure.Amount amount -> Cell.measured(shown, amount.money().major(), unit);
            case Measure.Percent percent -> Cell.measured(shown, rounded(percent.value()), unit);
            case Measure.Count count -> Cell.measured(shown, BigDecimal.valueOf(count.value()), unit);
            case Measure.Quantity quantity -> Cell.measured(shown, rounded(quantity.value()), unit);
            case Measure.Day day -> Cell.day(day.day());
            case Measure.Missing _ -> Cell.missing();
        };
    }

    private Cell marginDelta(Alternative plan) {
        if (plan == answer.baseline()) {
            return Cell.missing();
        }
        double points = plan.evaluation().kpis().grossMarginPct()
                - answer.baseline().evaluation().kpis().grossMarginPct();
        return Cell.measured(figures.points(points), rounded(points), words.say("unit.%-points"));
    }

    /** As in the JSON of an answer. */
    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(KpiJson.rounded(value, 2)).setScale(2, RoundingMode.HALF_UP);
    }

    private static Cell inWords(String text) {
        if (text.startsWith("▲")) {
            return Cell.broken(text.substring(1).strip());
        }
        return text.equals(Figures.MISSING) ? Cell.missing() : Cell.text(text);
    }
}

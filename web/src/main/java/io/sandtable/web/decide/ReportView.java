package io.sandtable.web.decide;

import io.sandtable.audit.report.BarChart;
import io.sandtable.audit.report.Block;
import io.sandtable.audit.report.Cell;
import io.sandtable.audit.report.ReportDocument;
import io.sandtable.audit.report.Table;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for the page: the same content as on paper, block by block, in its own language. */
public record ReportView(
        String title, @Nullable String subtitle, String status, String number, boolean chinese, List<Part> parts) {
    /** A numbered part. */
    public record Part(int number, String title, List<Piece> pieces) {}

    /**
     * One block.
     *
     * @param kind paragraph, points, callout, figures, pairs, signatures or table; says which of the others are there
     * @param tone broken, confirm or plain, of a callout
     */
    public record Piece(
            String kind,
            String tone,
            @Nullable String title,
            String text,
            List<String> items,
            List<Block.Pair> pairs,
            @Nullable Grid grid) {}

    /** A table in words. */
    public record Grid(List<Head> heads, List<Row> rows) {}

    public record Head(String title, @Nullable String unit, boolean number, boolean highlighted) {}

    public record Row(List<Box> boxes, boolean emphasised) {}

    public record Box(String text, boolean number, boolean broken) {}

    static ReportView of(ReportDocument report) {
        return new Maker(report.language() == io.sandtable.audit.report.Language.ZH ? Language.ZH : Language.EN)
                .make(report);
    }

    private static final class Maker {
        private final Language language;
        private final Figures figures;
        private final Words words;

        Maker(Language language) {
            this.language = language;
            this.figures = new Figures(language);
            this.words = Words.in(language);
        }

        ReportView make(ReportDocument report) {
            var parts = new ArrayList<Part>();
            for (ReportDocument.Section section : report.sections()) {
                parts.add(new Part(
                        parts.size() + 1,
                        section.title(),
                        section.blocks().stream().map(this::piece).toList()));
            }
            return new ReportView(
                    report.title(),
                    report.subtitle(),
                    report.status(),
                    report.auditNumber(),
                    language.isChinese(),
                    parts);
        }

        private Piece piece(Block block) {
            return switch (block) {
                case Block.Paragraph paragraph -> piece("paragraph", paragraph.text(), List.of());
                case Block.Points points -> piece("points", "", points.items());
                case Block.Callout callout ->
                    new Piece(
                            "callout",
                            switch (callout.tone()) {
                                case BROKEN -> "broken";
                                case WARNING -> "confirm";
                                case NOTE -> "plain";
                            },
                            callout.title(),
                            callout.text(),
                            List.of(),
                            List.of(),
                            null);
                case Block.Figures some ->
                    pairs("figures", some.figures().stream().map(Maker::pair).toList());
                case Block.KeyValues values -> pairs("pairs", values.pairs());
                case Block.Signatures signatures ->
                    pairs(
                            "signatures",
                            signatures.signers().stream()
                                    .map(s -> new Block.Pair(s.role(), s.name() == null ? "" : s.name(), false))
                                    .toList());
                case Block.Scan scan -> pairs("pairs", List.of(new Block.Pair(scan.caption(), scan.text(), true)));
                case Table table -> table(table.title(), "", grid(table));
                case BarChart chart -> table(chart.title(), chart.sentence(), grid(chart));
            };
        }

        private static Block.Pair pair(Block.Figure figure) {
            return new Block.Pair(
                    figure.label(),
                    figure.remark() == null ? figure.value() : figure.value() + " (" + figure.remark() + ")",
                    false);
        }

        private static Piece piece(String kind, String text, List<String> items) {
            return new Piece(kind, "plain", null, text, items, List.of(), null);
        }

        private static Piece pairs(String kind, List<Block.Pair> pairs) {
            return new Piece(kind, "plain", null, "", List.of(), pairs, null);
        }

        private static Piece table(@Nullable String title, String sentence, Grid grid) {
            return new Piece("table", "plain", title, sentence, List.of(), List.of(), grid);
        }

        private Grid grid(Table table) {
            List<Table.Column> columns = table.columns();
            return new Grid(
                    columns.stream()
                            .map(c -> new Head(c.title(), c.unit(), c.kind() != Table.Kind.TEXT, c.highlighted()))
                            .toList(),
                    table.rows().stream()
                            .map(row -> new Row(boxes(columns, row), row.emphasised()))
                            .toList());
        }

        private List<Box> boxes(List<Table.Column> columns, Table.Row row) {
            var boxes = new ArrayList<Box>();
            for (int i = 0; i < columns.size(); i++) {
                boxes.add(box(row.cells().get(i), columns.get(i).kind() != Table.Kind.TEXT));
            }
            return boxes;
        }

        private Box box(Cell cell, boolean number) {
            return switch (cell) {
                case Cell.Text text -> new Box(text.text(), number, false);
                case Cell.Numeric n ->
                    new Box((n.signed() && n.value().signum() > 0 ? "+" : "") + fixed(n.value()), true, false);
                case Cell.Measured figure -> new Box(figure.shown(), number, false);
                case Cell.Day day -> new Box(figures.date(day.date()), number, false);
                case Cell.Broken broken -> new Box("▲ " + broken.text(), number, true);
                case Cell.Missing missing -> new Box(Figures.MISSING, number, false);
            };
        }

        private String fixed(BigDecimal value) {
            return figures.fixed(value.doubleValue(), Math.max(0, value.scale()));
        }

        private Grid grid(BarChart chart) {
            var rows = new ArrayList<Row>();
            for (BarChart.Bar bar : chart.bars()) {
                rows.add(new Row(
                        List.of(
                                new Box(bar.input(), false, false),
                                new Box(bar.low(), true, false),
                                new Box(bar.high(), true, false),
                                new Box(fixed(bar.atLow()), true, false),
                                new Box(fixed(bar.atHigh()), true, false)),
                        false));
            }
            String unit = chart.unit();
            return new Grid(
                    List.of(
                            new Head(words.say("ask.driver"), null, false, false),
                            new Head(words.say("ask.driver.low"), null, true, false),
                            new Head(words.say("ask.driver.high"), null, true, false),
                            new Head(words.say("ask.driver.atLow"), unit, true, false),
                            new Head(words.say("ask.driver.atHigh"), unit, true, false)),
                    rows);
        }
    }
}

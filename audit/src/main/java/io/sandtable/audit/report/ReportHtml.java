package io.sandtable.audit.report;

import java.util.List;
import java.util.Locale;

/** The report as one self-contained XHTML page for the printer. */
final class ReportHtml {
    /** A table of more columns is set in smaller type. */
    private static final int WIDE = 6;

    /** Words this short, such as an order number, are not broken. */
    private static final int CODE = 10;

    private final ReportDocument report;
    private final Words words;
    private final Markup html;
    private final String styleSheet;

    ReportHtml(ReportDocument report, ReportFont font, String styleSheet) {
        this.report = report;
        this.words = new Words(report.language());
        this.html = new Markup(text -> words.punctuate(font.spell(text)));
        this.styleSheet = styleSheet;
    }

    String write() {
        html.element(
                "html",
                () -> {
                    html.element("head", this::head);
                    html.element("body", this::body);
                },
                "xmlns",
                "http://www.w3.org/1999/xhtml",
                "lang",
                report.language().tag());
        return html.toString();
    }

    private void head() {
        html.element("title", report.title() + " · " + report.auditNumber());
        html.empty("meta", "name", "subject", "content", report.auditNumber());
        html.empty("meta", "name", "description", "content", report.title());
        html.element(
                "style", () -> html.ownSource(styleSheet + ".page:before { content: " + words.say("page") + "; }"));
    }

    private void body() {
        pageHead();
        pageFoot();
        if (report.demoData()) {
            html.element("div", this::watermark, "class", "watermark");
        }
        html.element("h1", report.title());
        if (report.subtitle() != null) {
            html.element("p", report.subtitle(), "class", "subtitle");
        }
        html.element(
                "table",
                () -> html.element("tr", () -> {
                    html.element("td", report.status(), "class", "strong");
                    html.element("td", words.say("auditNumber", report.auditNumber()), "class", "middle");
                    html.element("td", words.say("dataTime", words.dateTime(report.dataTime())), "class", "end");
                }),
                "class",
                "facts");
        int number = 1;
        for (ReportDocument.Section section : report.sections()) {
            section(section, number++);
        }
    }

    /** Drawn rather than written, so that searching and copying the page's text does not meet it. */
    private void watermark() {
        html.element(
                "svg",
                () -> html.element(
                        "text",
                        words.say("demo"),
                        "x",
                        "330",
                        "y",
                        "290",
                        "text-anchor",
                        "middle",
                        "transform",
                        "rotate(-32 330 250)",
                        "font-family",
                        PdfReport.FONT,
                        "font-weight",
                        "600",
                        "font-size",
                        "104",
                        "fill",
                        "#F0F1F4"),
                "xmlns",
                "http://www.w3.org/2000/svg",
                "alt",
                words.say("demo"),
                "width",
                "660",
                "height",
                "490",
                "viewBox",
                "0 0 660 490");
    }

    private void pageHead() {
        html.element(
                "div",
                () -> html.element(
                        "table",
                        () -> html.element("tr", () -> {
                            html.element("td", report.title());
                            html.element(
                                    "td",
                                    () -> {
                                        html.text(report.status());
                                        if (report.demoData()) {
                                            html.element("span", words.say("demoLong"), "class", "demo");
                                        }
                                    },
                                    "class",
                                    "end");
                        }),
                        "class",
                        "line"),
                "class",
                "head");
    }

    private void pageFoot() {
        html.element(
                "div",
                () -> html.element(
                        "table",
                        () -> html.element("tr", () -> {
                            html.element("td", words.say("auditNumber", report.auditNumber()));
                            html.element(
                                    "td", words.say("dataTime", words.dateTime(report.dataTime())), "class", "middle");
                            html.element("td", () -> html.element("span", "", "class", "page"), "class", "end");
                        }),
                        "class",
                        "line"),
                "class",
                "foot");
    }

    private void section(ReportDocument.Section section, int number) {
        html.element("h2", () -> {
            html.element("span", Integer.toString(number), "class", "no");
            html.text(section.title());
        });
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> html.element("p", paragraph.text());
            case Block.Points points -> points(points);
            case Block.Callout callout -> callout(callout);
            case Block.Figures figures -> figures(figures);
            case Block.KeyValues pairs -> keyValues(pairs);
            case Block.Signatures signatures -> signatures(signatures);
            case Block.Scan scan -> scan(scan);
            case Table table -> table(table);
            case BarChart chart -> chart(chart);
        }
    }

    private void points(Block.Points points) {
        html.element(
                "table",
                () -> {
                    int number = 1;
                    for (String item : points.items()) {
                        String mark = "%d.".formatted(number++);
                        html.element("tr", () -> {
                            html.element("td", mark, "class", "no");
                            html.element("td", item);
                        });
                    }
                },
                "class",
                "points");
    }

    private void callout(Block.Callout callout) {
        String tone = callout.tone().name().toLowerCase(Locale.ROOT);
        html.element(
                "div",
                () -> {
                    html.element("div", words.say(tone, callout.title()), "class", "name");
                    html.element("p", callout.text());
                },
                "class",
                "callout " + tone);
    }

    private void figures(Block.Figures figures) {
        String width = "width: %d%%".formatted(100 / figures.figures().size());
        html.element(
                "table",
                () -> html.element("tr", () -> {
                    String kind = "first";
                    for (Block.Figure figure : figures.figures()) {
                        html.element("td", () -> figure(figure), "class", kind, "style", width);
                        kind = "next";
                    }
                }),
                "class",
                "figures");
    }

    private void figure(Block.Figure figure) {
        html.element("div", figure.label(), "class", "label");
        html.element("div", figure.value(), "class", "value");
        if (figure.remark() != null) {
            html.element("div", figure.remark(), "class", "remark");
        }
    }

    private void keyValues(Block.KeyValues pairs) {
        html.element(
                "table",
                () -> {
                    for (Block.Pair pair : pairs.pairs()) {
                        html.element("tr", () -> {
                            html.element("td", pair.key(), "class", "key");
                            html.element("td", pair.value(), "class", pair.code() ? "code" : "value");
                        });
                    }
                },
                "class",
                "pairs");
    }

    private void signatures(Block.Signatures signatures) {
        html.element(
                "table",
                () -> {
                    html.element(
                            "tr",
                            () -> signatures
                                    .signers()
                                    .forEach(signer -> html.element(
                                            "td",
                                            signer.name() == null
                                                    ? signer.role()
                                                    : signer.role() + "  " + signer.name(),
                                            "class",
                                            "role")));
                    html.element(
                            "tr",
                            () -> signatures
                                    .signers()
                                    .forEach(signer -> html.element(
                                            "td",
                                            () -> html.element(
                                                    "div",
                                                    words.say("sign.name") + " / " + words.say("sign.date"),
                                                    "class",
                                                    "rule"))));
                },
                "class",
                "signatures");
    }

    private void scan(Block.Scan scan) {
        html.element(
                "table",
                () -> html.element("tr", () -> {
                    html.element("td", () -> new QrDrawing(scan.text()).draw(html, scan.caption()), "class", "code");
                    html.element("td", () -> {
                        html.element("div", scan.caption(), "class", "caption");
                        html.element("div", scan.text(), "class", "text");
                    });
                }),
                "class",
                "scan");
    }

    private void chart(BarChart chart) {
        html.element(
                "div",
                () -> {
                    html.element("h3", chart.title());
                    html.element("p", chart.sentence(), "class", "sentence");
                    new TornadoDrawing(chart, words).draw(html);
                },
                "class",
                "chart");
        table(chart.numbers(words));
    }

    private void table(Table table) {
        if (table.title() != null) {
            html.element("h3", table.title());
        }
        html.element(
                "table",
                () -> {
                    html.element("thead", () -> html.element("tr", () -> columnHeads(table.columns())));
                    html.element("tbody", () -> table.rows().forEach(row -> row(table, row)));
                },
                "class",
                table.columns().size() > WIDE ? "data wide" : "data");
    }

    private void columnHeads(List<Table.Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Table.Column column = columns.get(i);
            html.element(
                    "th",
                    () -> {
                        html.text(column.title());
                        if (column.unit() != null) {
                            html.element("span", " (%s)".formatted(column.unit()), "class", "unit");
                        }
                    },
                    "class",
                    look(columns, i));
        }
    }

    /** A first column that names rows of figures is read at a glance and never broken. */
    private static boolean isLabel(List<Table.Column> columns, int i) {
        return i == 0 && columns.size() > 2 && columns.stream().skip(1).noneMatch(c -> c.kind() == Table.Kind.TEXT);
    }

    private void row(Table table, Table.Row row) {
        html.element(
                "tr",
                () -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        cell(row.cells().get(i), look(table.columns(), i));
                    }
                },
                "class",
                row.emphasised() ? "emphasised" : "plain");
    }

    private void cell(Cell cell, String look) {
        switch (cell) {
            case Cell.Text text ->
                html.element("td", text.text(), "class", look + (text.text().length() <= CODE ? " label" : ""));
            case Cell.Numeric number ->
                html.element(
                        "td",
                        number.signed() ? Words.change(number.value()) : Words.number(number.value()),
                        "class",
                        look);
            case Cell.Measured figure -> html.element("td", figure.shown(), "class", look);
            case Cell.Day day -> html.element("td", words.date(day.date()), "class", look);
            case Cell.Broken broken -> html.element("td", "▲ " + broken.text(), "class", look + " broken");
            case Cell.Missing missing -> html.element("td", "--", "class", look + " missing");
        }
    }

    private static String look(List<Table.Column> columns, int i) {
        boolean text = columns.get(i).kind() == Table.Kind.TEXT;
        // words right after right-aligned numbers need air
        boolean after = text && i > 0 && columns.get(i - 1).kind() != Table.Kind.TEXT;
        return (text ? isLabel(columns, i) ? "left label" : "left" : "right")
                + (after ? " after" : "")
                + (columns.get(i).highlighted() ? " chosen" : "");
    }
}

package io.sandtable.audit.report;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Draws the bars of a tornado as SVG. Low ends are hatched, high ends solid, so that a black-and-white copy reads the
 * same; the two never rely on colour.
 */
final class TornadoDrawing {
    private static final int WIDTH = 680;
    private static final double LABELS = 218;
    private static final double VALUES = 62;
    private static final int ROW = 31;
    private static final double BAR = 14;
    private static final int TOP = 38;
    private static final String INK = "#1B1F27";
    private static final String GREY = "#595F6B";
    private static final String LINE = "#D9DCE3";
    private static final String BLUE = "#1F5FBF";

    private final BarChart chart;
    private final Words words;
    private final double left = LABELS + VALUES;
    private final double right = WIDTH - VALUES;
    private final double low;
    private final double high;

    TornadoDrawing(BarChart chart, Words words) {
        this.chart = chart;
        this.words = words;
        double least = chart.base().doubleValue();
        double most = least;
        for (BarChart.Bar bar : chart.bars()) {
            least = Math.min(
                    least, Math.min(bar.atLow().doubleValue(), bar.atHigh().doubleValue()));
            most = Math.max(
                    most, Math.max(bar.atLow().doubleValue(), bar.atHigh().doubleValue()));
        }
        // a flat chart still needs a scale to draw its line on
        double slack = most == least ? 1 : 0;
        this.low = least - slack;
        this.high = most + slack;
    }

    void draw(Markup svg) {
        int height = TOP + chart.bars().size() * ROW + 6;
        svg.element(
                "svg",
                () -> {
                    legend(svg);
                    for (int i = 0; i < chart.bars().size(); i++) {
                        row(svg, chart.bars().get(i), TOP + i * ROW);
                    }
                    double base = x(chart.base());
                    line(svg, base, TOP - 5, base, height - 2, INK, "1.2");
                },
                "xmlns",
                "http://www.w3.org/2000/svg",
                "alt",
                chart.sentence(),
                "width",
                Integer.toString(WIDTH),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, height));
    }

    private void legend(Markup svg) {
        hatched(svg, 0.5, 4, 18, 9);
        label(svg, 24, 12.5, "start", GREY, words.say("chart.legendLow"));
        solid(svg, 0.5, 20, 18, 9);
        label(svg, 24, 28.5, "start", GREY, words.say("chart.legendHigh"));
        double base = Math.clamp(x(chart.base()), left + 40, right - 40);
        label(svg, base, TOP - 10, "middle", INK, words.say("chart.base", Words.number(chart.base()), chart.unit()));
    }

    private void row(Markup svg, BarChart.Bar bar, double top) {
        double middle = top + ROW / 2.0;
        line(svg, 0, top + ROW, WIDTH, top + ROW, LINE, "0.5");
        label(svg, 0, middle - 1.5, "start", INK, fit(bar.input(), 19));
        smallLabel(svg, 0, middle + 10.5, words.say("chart.range", bar.low(), bar.high()));
        double barTop = top + (ROW - BAR) / 2.0;
        double base = x(chart.base());
        double atLow = x(bar.atLow());
        double atHigh = x(bar.atHigh());
        hatched(svg, Math.min(base, atLow), barTop, Math.abs(atLow - base), BAR);
        solid(svg, Math.min(base, atHigh), barTop, Math.abs(atHigh - base), BAR);
        ends(svg, bar, middle + 3.8);
    }

    /** Writes the smaller result to the left of the bar and the larger one to its right. */
    private void ends(Markup svg, BarChart.Bar bar, double baseline) {
        BigDecimal smaller = bar.atLow().min(bar.atHigh());
        BigDecimal larger = bar.atLow().max(bar.atHigh());
        label(svg, Math.min(x(smaller), x(chart.base())) - 5, baseline, "end", INK, Words.number(smaller));
        label(svg, Math.max(x(larger), x(chart.base())) + 5, baseline, "start", INK, Words.number(larger));
    }

    private double x(BigDecimal value) {
        return left + (right - left) * (value.doubleValue() - low) / (high - low);
    }

    private static void solid(Markup svg, double x, double y, double width, double height) {
        rect(svg, x, y, width, height, BLUE, BLUE);
    }

    /** White with diagonal strokes, drawn one by one because pattern fills come out as bitmaps in print. */
    private static void hatched(Markup svg, double x, double y, double width, double height) {
        rect(svg, x, y, width, height, "#FFFFFF", BLUE);
        for (double at = 3.5; at < width + height; at += 3.5) {
            double x1 = Math.min(at, width);
            double y1 = at - x1;
            double y2 = Math.min(at, height);
            double x2 = at - y2;
            if (x2 < width) {
                line(svg, x + x1, y + y1, x + x2, y + y2, BLUE, "0.7");
            }
        }
    }

    private static void rect(Markup svg, double x, double y, double width, double height, String fill, String stroke) {
        svg.empty(
                "rect",
                "x",
                px(x),
                "y",
                px(y),
                "width",
                px(Math.max(width, 0.5)),
                "height",
                px(height),
                "fill",
                fill,
                "stroke",
                stroke,
                "stroke-width",
                "0.8");
    }

    private static void line(
            Markup svg, double x1, double y1, double x2, double y2, String stroke, String strokeWidth) {
        svg.empty(
                "line",
                "x1",
                px(x1),
                "y1",
                px(y1),
                "x2",
                px(x2),
                "y2",
                px(y2),
                "stroke",
                stroke,
                "stroke-width",
                strokeWidth);
    }

    private static void label(Markup svg, double x, double y, String anchor, String fill, String text) {
        svg.element(
                "text",
                text,
                "x",
                px(x),
                "y",
                px(y),
                "text-anchor",
                anchor,
                "fill",
                fill,
                "font-size",
                "11",
                "font-family",
                PdfReport.FONT,
                "font-weight",
                "400");
    }

    private static void smallLabel(Markup svg, double x, double y, String text) {
        svg.element(
                "text",
                text,
                "x",
                px(x),
                "y",
                px(y),
                "text-anchor",
                "start",
                "fill",
                GREY,
                "font-size",
                "9.5",
                "font-family",
                PdfReport.FONT,
                "font-weight",
                "400");
    }

    /** Shortens a name to a width counted in Chinese characters; the table below the chart has it in full. */
    static String fit(String text, double ems) {
        double used = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            used += text.codePointAt(i) < 0x2E80 ? 0.55 : 1;
            if (used > ems) {
                return text.substring(0, i).stripTrailing() + "…";
            }
        }
        return text;
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

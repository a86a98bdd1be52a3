package io.sandtable.web.annual;

import io.sandtable.model.Money;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.annual.AnnualTable.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Figures of annual plans as cells of tables, and months by name. */
final class AnnualCells {
    static final Cell NONE = new Cell(Figures.MISSING, null);

    /** From so many on, months in a row are said as the first and the last. */
    private static final int RANGE = 3;

    private static final int MANY = 1_000;

    private final Language language;
    private final Figures figures;

    AnnualCells(Language language) {
        this.language = language;
        this.figures = new Figures(language);
    }

    /** 2026-12 / Dec 2026. */
    String month(YearMonth month) {
        return figures.month(month);
    }

    /** Months in order: 2026-09、2026-10, or 2027-05 ～ 2027-11 where more follow one another. */
    String months(List<YearMonth> months) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 1; i <= months.size(); i++) {
            if (i == months.size() || !months.get(i).equals(months.get(i - 1).plusMonths(1))) {
                parts.addAll(inARow(months.subList(from, i)));
                from = i;
            }
        }
        return String.join(language.choose("、", ", "), parts);
    }

    private List<String> inARow(List<YearMonth> months) {
        return months.size() < RANGE
                ? months.stream().map(this::month).toList()
                : List.of(Words.in(language).say("annual.range", month(months.getFirst()), month(months.getLast())));
    }

    /** Whole yuan on the page, to the fen in files. */
    Cell money(Money amount) {
        return new Cell(figures.yuan(amount), amount.major());
    }

    Cell percent(OptionalDouble percent) {
        return percent.isEmpty()
                ? NONE
                : new Cell(figures.fixed(percent.getAsDouble(), 1), rounded(percent.getAsDouble(), 1));
    }

    /** Gross margin of revenue; nothing where nothing is sold. */
    Cell marginPercent(Money margin, Money revenue) {
        return percent(
                revenue.minor() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100.0 * margin.minor() / revenue.minor()));
    }

    /** Whole units where they are whole, or so many that a part of one says nothing. */
    Cell quantity(double quantity) {
        boolean whole = Math.abs(quantity - Math.rint(quantity)) < 1e-6;
        return new Cell(figures.fixed(quantity, whole || quantity >= MANY ? 0 : 1), rounded(quantity, whole ? 0 : 3));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}

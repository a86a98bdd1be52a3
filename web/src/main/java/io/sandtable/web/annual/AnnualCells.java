package io.sandtable.web.annual;

import io.sandtable.model.Money;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.annual.AnnualTable.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.OptionalDouble;

/** Figures of annual plans as cells of tables, and months by name. */
final class AnnualCells {
    static final Cell NONE = new Cell(Figures.MISSING, null);

    private final Figures figures;

    AnnualCells(Language language) {
        this.figures = new Figures(language);
    }

    /** 2026-12 / Dec 2026. */
    String month(YearMonth month) {
        return figures.month(month);
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

    /** Whole units where they are whole. */
    Cell quantity(double quantity) {
        boolean whole = Math.abs(quantity - Math.rint(quantity)) < 1e-6;
        return new Cell(figures.fixed(quantity, whole ? 0 : 1), rounded(quantity, whole ? 0 : 3));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}

package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import java.util.List;
import java.util.Map;

/**
 * How a figure is the sum over accounts.
 *
 * @param parts in the sense of the figure: income counts up, cost counts down
 * @param total their sum, {@code kpi} what the plan's figures say; the two are equal
 */
record FigureSum(LedgerFigure figure, List<Part> parts, Money total, Money kpi) {
    FigureSum {
        parts = List.copyOf(parts);
    }

    /** An account's part. */
    record Part(String code, String account, Money amount) {}

    static FigureSum of(LedgerFigure figure, ShownPlan shown, LedgerLines lines) {
        Map<Account, Money> sums = lines.sums(new LedgerFilter(null, figure, null, null, "", "", null));
        List<Part> parts = sums.entrySet().stream()
                .map(e -> new Part(
                        e.getKey().name(),
                        LedgerLines.name(e.getKey(), shown.language()),
                        figure.inSense(e.getValue())))
                .toList();
        Money total = parts.stream().map(Part::amount).reduce(Money.fen(0), Money::plus);
        return new FigureSum(figure, parts, total, figure.of(shown.kpis()));
    }
}

package io.sandtable.web.why;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.KeyFigure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An amount as the postings that make it, by account; the sums add up to the figure, to the fen.
 *
 * @param by whether the accounts are those that the figure is made of, or those on the other side of its cash account
 */
record FigureSums(KeyFigure figure, By by, List<Sum> sums) {
    /** What the lines are grouped by. */
    enum By {
        ACCOUNT,
        COUNTER_ACCOUNT
    }

    /** The postings on one account. */
    record Sum(Account account, Money amount, int lines) {}

    FigureSums {
        sums = List.copyOf(sums);
    }

    /** Whether the figure is a sum of postings at all. */
    static boolean isSum(KeyFigure figure) {
        return switch (figure) {
            case REVENUE, GROSS_MARGIN, CAPEX, CASH_LOW -> true;
            default -> false;
        };
    }

    static FigureSums of(KeyFigure figure, PlanningProblem problem, Alternative plan) {
        List<Posting> all = plan.evaluation().ledger().postings();
        LocalDate end = problem.asOf().plusDays(problem.horizonDays());
        Predicate<Posting> inHorizon = p -> p.date().isBefore(end);
        return switch (figure) {
            case REVENUE ->
                byAccount(figure, all, inHorizon.and(p -> p.account().group() == Account.Group.REVENUE), -1);
            case GROSS_MARGIN ->
                byAccount(
                        figure,
                        all,
                        inHorizon.and(p -> p.account().group() == Account.Group.REVENUE
                                || p.account().group() == Account.Group.COST_OF_GOODS),
                        -1);
            // what is ordered in the horizon counts, also where it arrives later
            case CAPEX -> byAccount(figure, all, p -> p.account() == Account.FIXED_ASSETS, 1);
            case CASH_LOW -> cash(all, plan.evaluation().kpis());
            default ->
                throw new IllegalArgumentException(
                        "%s is no sum of postings; ask for revenue, grossMargin, capex or cashLow."
                                .formatted(figure.id()));
        };
    }

    /** The sum of the lines: the figure. */
    Money total() {
        return sums.stream().map(Sum::amount).reduce(Money::plus).orElse(Money.fen(0));
    }

    private static FigureSums byAccount(KeyFigure figure, List<Posting> all, Predicate<Posting> fits, int sign) {
        return new FigureSums(figure, By.ACCOUNT, sums(all.stream().filter(fits).toList(), Posting::account, sign));
    }

    /** The balance on the lowest day, by the accounts that the money came from or went to. */
    private static FigureSums cash(List<Posting> all, Kpis kpis) {
        Map<Integer, Account> others = new HashMap<>();
        all.stream().filter(p -> p.account() != Account.CASH).forEach(p -> others.put(p.entry(), p.account()));
        List<Posting> until = all.stream()
                .filter(p -> p.account() == Account.CASH && !p.date().isAfter(kpis.cashLowDate()))
                .toList();
        return new FigureSums(
                KeyFigure.CASH_LOW,
                By.COUNTER_ACCOUNT,
                sums(until, p -> others.getOrDefault(p.entry(), Account.CASH), 1));
    }

    private static List<Sum> sums(List<Posting> postings, Function<Posting, Account> account, int sign) {
        var amounts = new EnumMap<Account, Sum>(Account.class);
        for (Posting p : postings) {
            Account on = account.apply(p);
            amounts.merge(
                    on,
                    new Sum(on, Money.fen(sign * p.amount().minor()), 1),
                    (a, b) -> new Sum(on, a.amount().plus(b.amount()), a.lines() + b.lines()));
        }
        return amounts.values().stream()
                .sorted(Comparator.comparing((Sum s) -> Math.abs(s.amount().minor()))
                        .reversed())
                .toList();
    }
}

package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What the machines and tools of a plan are worth over their life, against a plan without them.
 *
 * <p>Per year they bring the difference of (gross margin before depreciation − penalties) over the horizon × 365 ÷ horizon days, less
 * income tax at the company's rate on that amount after straight-line depreciation. NPV = −capex + Σ over the months of their life of
 * a twelfth of it ÷ (1 + discount rate)^(months ÷ 12); life is the depreciation time, weighted by price. The horizon's
 * difference stands for every later year, so growth, the time until they arrive, decay and resale are not in it.
 *
 * @param capex paid at the start, without VAT
 * @param yearly what they bring per year after tax
 * @param lifeMonths over which it is counted
 * @param discountPercent per year
 */
public record InvestmentCase(Money capex, Money yearly, double lifeMonths, double discountPercent, Money npv) {
    /** Used where the company states no rate of its own, in percent per year. */
    public static final double DEFAULT_DISCOUNT_PERCENT = 8;

    /** Of a plan that buys nothing. */
    public static final InvestmentCase NONE =
            new InvestmentCase(Money.fen(0), Money.fen(0), 0, DEFAULT_DISCOUNT_PERCENT, Money.fen(0));

    /** Rates of return below and above these, in percent per year, say no more than that the capital is lost or back at once. */
    private static final double LOWEST_RETURN = -99;

    private static final double HIGHEST_RETURN = 10_000;
    private static final double RETURN_ACCURACY = 1e-9;
    private static final int RETURN_STEPS = 1_000;

    private static final double DAYS_OF_YEAR = 365;
    private static final int MONTHS = 12;

    public InvestmentCase {
        if (!(discountPercent > -100)) {
            throw new IllegalArgumentException("The discount rate was %s %% a year; it must be above -100. 8 is usual."
                    .formatted(discountPercent));
        }
    }

    /** Compares a plan that invests with one of the same problem that does not. */
    public static InvestmentCase of(
            PlanningProblem problem, Evaluation without, Evaluation with, double discountPercent) {
        long capex = with.kpis().capex().minor() - without.kpis().capex().minor();
        double difference = beforeDepreciation(with.kpis()) - beforeDepreciation(without.kpis());
        double yearly = difference * DAYS_OF_YEAR / problem.horizonDays();
        double months = lifeMonths(problem, with.plan().investments());
        double depreciation = months == 0 ? 0 : capex / months * MONTHS;
        double taxRate = problem.finance().incomeTaxPercent() / 100;
        double afterTax = yearly - taxRate * (yearly - depreciation);
        double npv = -capex + afterTax / MONTHS * annuity(months, discountPercent);
        return new InvestmentCase(
                Money.fen(capex), Money.fen(Math.round(afterTax)), months, discountPercent, Money.fen(Math.round(npv)));
    }

    /** Years until the capital is back, empty where it never is. */
    public OptionalDouble paybackYears() {
        return yearly.minor() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) capex.minor() / yearly.minor());
    }

    /**
     * Internal rate of return in percent per year: the discount rate at which the net present value is zero. Empty where nothing is bought
     * or it brings nothing, and where the rate is beyond −99 … 10,000 %.
     */
    public OptionalDouble irrPercent() {
        if (capex.minor() <= 0 || valueAt(LOWEST_RETURN) < 0 || valueAt(HIGHEST_RETURN) > 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                new BrentSolver(RETURN_ACCURACY).solve(RETURN_STEPS, this::valueAt, LOWEST_RETURN, HIGHEST_RETURN));
    }

    /** Net present value at that discount rate, fen. */
    private double valueAt(double percent) {
        return -capex.minor() + (double) yearly.minor() / MONTHS * annuity(lifeMonths, percent);
    }

    private static double beforeDepreciation(Kpis kpis) {
        return (double) kpis.grossMargin()
                .plus(kpis.depreciation())
                .minus(kpis.penalties())
                .minor();
    }

    private static double lifeMonths(PlanningProblem problem, List<Integer> investments) {
        double price = 0;
        double weighted = 0;
        for (int index : investments) {
            Investment bought = problem.investments().get(index);
            price += bought.price();
            weighted += bought.price() * bought.depreciationMonths();
        }
        return price == 0 ? 0 : weighted / price;
    }

    /** Present value of 1 at the end of each month, a begun last month in its share. */
    private static double annuity(double months, double discountPercent) {
        double sum = 0;
        for (int m = 1; m <= Math.ceil(months); m++) {
            sum += Math.min(1, months - m + 1) / Math.pow(1 + discountPercent / 100, (double) m / MONTHS);
        }
        return sum;
    }
}

package io.sandtable.simulation.scenario;

import io.sandtable.model.Curve;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a supplier gives back at the end of a period.
 *
 * @param tiers quantity that arrived in the period → percent of its price without VAT, from this quantity on for all of it; below the first
 *     nothing
 * @param months of a period, by the calendar: 1, 3 or 12
 * @param quantityBefore what arrived of the material from the supplier, by whichever variant of his offer, in the running period before the as-of day, {@code valueBefore} its price in CNY without VAT
 */
public record Rebate(Curve tiers, int months, double quantityBefore, double valueBefore) {
    /** Percent of the price of all that arrived in a period. */
    public double percent(double quantity) {
        double least = tiers.nextAbove(Double.NEGATIVE_INFINITY).orElseThrow();
        return quantity < least ? 0 : Math.clamp(tiers.stepAt(quantity), 0, 100);
    }

    /** First day of the period that a day lies in. */
    public LocalDate firstDay(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return month.minusMonths((month.getMonthValue() - 1) % months).atDay(1);
    }

    /** Last day of the period that a day lies in. */
    public LocalDate lastDay(LocalDate day) {
        return firstDay(day).plusMonths(months).minusDays(1);
    }
}

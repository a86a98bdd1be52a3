package io.sandtable.simulation.annual;

import io.sandtable.model.BusinessSnapshot;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rolls an annual plan forward: months that are over become what happened, the rest is what a newer plan says. */
public final class RolledYear {
    private RolledYear() {}

    /**
     * The next version. Months before the newer plan's first are what happened where they are over and recorded, else as they were; months behind its last
     * are as they were.
     *
     * @param newer made on {@code snapshot}, not earlier than the plan before
     * @throws IllegalArgumentException where the newer plan is of earlier data, or leaves a gap
     */
    public static AnnualPlan of(AnnualPlan before, AnnualPlan newer, BusinessSnapshot snapshot) {
        if (newer.asOf().isBefore(before.asOf())) {
            throw new IllegalArgumentException(
                    "The newer plan is of %s, before %s of the plan it shall roll forward; take an answer of later data."
                            .formatted(newer.asOf(), before.asOf()));
        }
        Recorded recorded = Recorded.of(snapshot, newer.asOf());
        var months = new ArrayList<AnnualMonth>();
        for (YearMonth month = before.first(); month.isBefore(newer.first()); month = month.plusMonths(1)) {
            Optional<AnnualMonth> was = before.find(month);
            if (was.isPresent()) {
                months.add(past(was.get(), recorded));
            }
        }
        months.addAll(newer.months());
        before.months().stream()
                .filter(month -> month.month().isAfter(newer.last()))
                .forEach(month -> months.add(kept(month)));
        return new AnnualPlan(newer.asOf(), months, products(before, newer, months, snapshot));
    }

    private static AnnualMonth past(AnnualMonth was, Recorded recorded) {
        if (was.kind() == AnnualMonth.Kind.ACTUAL) {
            return was;
        }
        return recorded.isOver(was.month()) && recorded.tells(was.month())
                ? new AnnualMonth(
                        was.month(),
                        AnnualMonth.Kind.ACTUAL,
                        Map.of(),
                        recorded.actual().in(was.month()))
                : kept(was);
    }

    /** A forecast stays marked as one. */
    private static AnnualMonth kept(AnnualMonth was) {
        return was.kind() == AnnualMonth.Kind.FORECAST ? was : was.as(AnnualMonth.Kind.KEPT);
    }

    private static TreeMap<String, AnnualProduct> products(
            AnnualPlan before, AnnualPlan newer, Iterable<AnnualMonth> months, BusinessSnapshot snapshot) {
        var known = new TreeMap<>(before.products());
        known.putAll(newer.products());
        var products = new TreeMap<String, AnnualProduct>();
        for (AnnualMonth month : months) {
            for (String id : month.products().keySet()) {
                AnnualProduct product = known.get(id);
                products.put(id, product == null ? Products.of(id, snapshot) : product);
            }
        }
        return products;
    }
}

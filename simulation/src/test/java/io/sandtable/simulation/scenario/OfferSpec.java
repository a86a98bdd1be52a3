package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Curve;
import java.util.ArrayList;
import java.util.List;

/** What a supplier of a test sells: 10 CNY a unit after five days, any quantity, always on time and good. */
public final class OfferSpec {
    final int item;
    private final String supplier;
    private final List<int[]> closed = new ArrayList<>();
    private double price = 10;
    private double dutyPercent;
    private int leadTimeMinutes = 5 * DAY;
    private double minimum;
    private double multiple;
    private double capacityPerWeek = Double.POSITIVE_INFINITY;
    private double onTimePercent = 100;
    private double rejectPercent;
    private String tiers = "";
    private int paymentTermDays = 30;
    private boolean foreign;
    private double sharePercent;
    private final List<PlanningProblem.RateStep> dutySteps = new ArrayList<>();

    OfferSpec(String supplier, int item) {
        this.supplier = supplier;
        this.item = item;
    }

    public OfferSpec price(double yuan) {
        price = yuan;
        return this;
    }

    /** Quantity of an order = share of the price from it on, such as {@code 1=1;100=0.8}. */
    public OfferSpec tiers(String curve) {
        tiers = curve;
        return this;
    }

    public OfferSpec leadDays(int days) {
        leadTimeMinutes = days * DAY;
        return this;
    }

    public OfferSpec minimum(double quantity) {
        minimum = quantity;
        return this;
    }

    public OfferSpec multiple(double quantity) {
        multiple = quantity;
        return this;
    }

    public OfferSpec capacityPerWeek(double quantity) {
        capacityPerWeek = quantity;
        return this;
    }

    public OfferSpec onTimePercent(double percent) {
        onTimePercent = percent;
        return this;
    }

    public OfferSpec rejectPercent(double percent) {
        rejectPercent = percent;
        return this;
    }

    public OfferSpec paymentTermDays(int days) {
        paymentTermDays = days;
        return this;
    }

    /** Sold from abroad, at that duty. */
    public OfferSpec foreign(double dutyPercent) {
        foreign = true;
        this.dutyPercent = dutyPercent;
        return this;
    }

    /** What comes from that day on bears another duty. */
    public OfferSpec dutyFrom(int day, double percent) {
        dutySteps.add(new PlanningProblem.RateStep(day, percent));
        return this;
    }

    public OfferSpec share(double percent) {
        sharePercent = percent;
        return this;
    }

    /** Neither takes orders nor delivers from this day to that one. */
    public OfferSpec closed(int firstDay, int lastDay) {
        closed.add(new int[] {firstDay * DAY, (lastDay + 1) * DAY});
        return this;
    }

    PlanningProblem.Offer build(int index) {
        return new PlanningProblem.Offer(
                index,
                supplier,
                supplier,
                item,
                price,
                tiers.isEmpty() ? null : Curve.parse(tiers),
                dutyPercent,
                leadTimeMinutes,
                minimum,
                multiple,
                capacityPerWeek,
                onTimePercent,
                rejectPercent,
                paymentTermDays,
                foreign,
                sharePercent,
                closed,
                "CNY",
                null,
                dutySteps);
    }
}

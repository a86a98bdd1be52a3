package io.sandtable.simulation.plan;

import io.sandtable.model.Curve;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.OptionalDouble;

/**
 * An offer as the planner may use it: when it can be ordered, when it can arrive, what a usable unit costs.
 *
 * @param delivers closed for deliveries, {@code orders} closed for placing orders
 * @param earliestArrival the first minute at which an order placed from now on can arrive; {@link Integer#MAX_VALUE} when never
 */
record Vendor(Offer offer, Closures delivers, Closures orders, int earliestArrival) {
    static Vendor of(Offer offer, Closures delivers, Closures orders) {
        return new Vendor(offer, delivers, orders, earliestArrival(offer, delivers, orders));
    }

    private static int earliestArrival(Offer offer, Closures delivers, Closures orders) {
        int ordered = orders.firstOpen(0);
        if (weeklyCapacity(offer) < offer.minimumQuantity()) {
            return Integer.MAX_VALUE;
        }
        return ordered > Integer.MAX_VALUE / 2
                ? Integer.MAX_VALUE
                : delivers.firstOpen(ordered + offer.leadTimeMinutes());
    }

    /** The last minute at which a delivery wanted by the minute can arrive, given that the earliest one is in time. */
    int latestArrival(int wanted) {
        int arrival = delivers.lastOpen(wanted);
        int ordered = orders.lastOpen(arrival - offer.leadTimeMinutes());
        return ordered < 0 || arrival < earliestArrival() ? earliestArrival() : arrival;
    }

    /** The first minute of that week from the as-of day at which an order can arrive; {@link Integer#MAX_VALUE} when none. */
    int arrivalIn(int week) {
        int first = week * WeeklyLoad.WEEK;
        int arrival = delivers.firstOpen(Math.max(earliestArrival(), first));
        return arrival < first + WeeklyLoad.WEEK ? arrival : Integer.MAX_VALUE;
    }

    /** When to place the order that arrives then. */
    int orderFor(int arrival) {
        return Math.max(orders.firstOpen(0), orders.lastOpen(arrival - offer.leadTimeMinutes()));
    }

    double usableShare() {
        return 1 - offer.rejectPercent() / 100;
    }

    /** CNY per usable unit in an order of so many that is wanted then, with the duty of the day on which it comes. */
    double unitCost(double ordered, int wanted) {
        return offer.price(Math.max(ordered, offer.minimumQuantity()))
                * (1 + dutyPercent(wanted) / 100)
                / usableShare();
    }

    private double dutyPercent(int wanted) {
        return offer.dutySteps().isEmpty()
                ? offer.dutyPercent()
                : offer.dutyPercentOn(Math.max(0, latestArrival(wanted)) / PlanningProblem.DAY);
    }

    boolean limited() {
        return limited(offer);
    }

    private static boolean limited(Offer offer) {
        return offer.capacityPerWeek() < 1e12;
    }

    /** Units a week that can be ordered in whole multiples. */
    double weeklyCapacity() {
        return weeklyCapacity(offer);
    }

    private static double weeklyCapacity(Offer offer) {
        if (!limited(offer)) {
            return offer.capacityPerWeek();
        }
        double unit = offer.multiple() > 0 ? offer.multiple() : 1;
        return Math.floor(offer.capacityPerWeek() / unit + 1e-9) * unit;
    }

    /** Usable units a week, whole pieces where only those exist. */
    double weeklyUsable(boolean whole) {
        return limited() ? usable(weeklyCapacity(), whole) : offer.capacityPerWeek();
    }

    /** Units that enter a purchase order for so many usable ones: minimum, multiple and whole pieces observed. */
    double orderQuantity(double usable, boolean whole) {
        double quantity = Math.max(usable / usableShare(), offer.minimumQuantity());
        if (offer.multiple() > 0) {
            quantity = Math.ceil(quantity / offer.multiple() - 1e-9) * offer.multiple();
        }
        return whole ? Math.ceil(quantity - 1e-9) : quantity;
    }

    /** The quantity itself, or the beginning of a higher price tier where so many cost less than fewer. */
    double noDearer(double quantity, boolean whole) {
        Curve tiers = offer.tiers();
        double best = quantity;
        if (tiers != null) {
            for (OptionalDouble next = tiers.nextAbove(quantity);
                    next.isPresent();
                    next = tiers.nextAbove(next.getAsDouble())) {
                double more = orderQuantity(next.getAsDouble() * usableShare(), whole);
                if (more * offer.price(more) < best * offer.price(best)) {
                    best = more;
                }
            }
        }
        return best;
    }

    /** Usable units of an order of so many. */
    double usable(double ordered, boolean whole) {
        double usable = ordered * usableShare();
        return whole ? Math.floor(usable + 1e-9) : usable;
    }
}

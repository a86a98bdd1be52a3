package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is needed from one supplier into purchase orders: everything needed within a week in one, rounded up to minimum and
 * multiple, what that brings too much used before the next is placed; as late as the first need allows.
 */
final class Purchasing {
    /** Needs that lie within this many minutes share an order. */
    private static final int SHARED = WeeklyLoad.WEEK;

    private static final double[] NO_WEEKS = {};
    private static final int UNKNOWN = -1;

    private record Need(int minute, double quantity) {}

    private final Shop shop;
    /** By offer, in the order in which they were told. */
    private final List<List<Need>> needs;

    /** By offer and week of arrival as the plan was found, for suppliers whose weeks are limited. */
    private final Map<Integer, double[]> weekly = new HashMap<>();

    /** By week, when a delivery of the supplier that is looked at can come; found when it is asked for. */
    private final int[] arrivals = new int[WeeklyLoad.LAST_WEEK + 1];

    private @Nullable Vendor arrivalsOf;

    Purchasing(Shop shop) {
        this.shop = shop;
        this.needs = Stream.generate(() -> (List<Need>) new ArrayList<Need>())
                .limit(shop.problem().offers().size())
                .toList();
    }

    void need(Exact.Part part, int minute) {
        needs.get(part.index).add(new Need(minute, Micro.toUnits(part.taken)));
        if (shop.vendor(part.index).limited()) {
            double[] weeks = weekly.computeIfAbsent(part.index, o -> new double[WeeklyLoad.LAST_WEEK + 1]);
            for (long[] week : part.weeks) {
                weeks[(int) week[0]] += Micro.toUnits(week[1]);
            }
        }
    }

    List<Purchase> orders() {
        if (shop.keepsStockByRule()) {
            shop.problem().items().forEach(this::fillUp);
        }
        var orders = new ArrayList<Purchase>();
        for (int offer = 0; offer < needs.size(); offer++) {
            List<Need> list = needs.get(offer);
            Vendor vendor = shop.vendor(offer);
            if (vendor.limited() && !list.isEmpty()) {
                fillWeeks(vendor, latestWeeks(vendor, list, weekly.getOrDefault(offer, NO_WEEKS)), orders);
            } else {
                consolidate(vendor, list, orders);
            }
        }
        orders.sort(Comparator.comparingInt(Purchase::arrives).thenComparingInt(Purchase::offer));
        return orders;
    }

    /** What a rule wants kept in stock and is not there is bought at once, from who delivers first. */
    private void fillUp(Item item) {
        double missing = shop.missingStock(item);
        if (missing <= 0 || item.isMade()) {
            return;
        }
        item.offers().stream()
                .map(shop::vendor)
                .filter(vendor -> vendor.earliestArrival() != Integer.MAX_VALUE)
                .min(Comparator.comparingInt(Vendor::earliestArrival))
                .ifPresent(vendor -> fillUp(vendor, missing));
    }

    private void fillUp(Vendor vendor, double missing) {
        int offer = vendor.offer().index();
        if (!vendor.limited()) {
            needs.get(offer).add(new Need(vendor.earliestArrival(), missing));
            return;
        }
        double capacity = vendor.weeklyUsable(shop.item(vendor.offer().item()).whole());
        double[] weeks = weekly.computeIfAbsent(offer, o -> new double[WeeklyLoad.LAST_WEEK + 1]);
        double left = missing;
        for (int week = vendor.earliestArrival() / WeeklyLoad.WEEK; left > 1e-6 && week < weeks.length; week++) {
            int arrival = vendor.arrivalIn(week);
            double part = arrival == Integer.MAX_VALUE ? 0 : Math.min(left, capacity - weeks[week]);
            if (part > 1e-6) {
                needs.get(offer).add(new Need(arrival, part));
                weeks[week] += part;
                left -= part;
            }
        }
    }

    private void consolidate(Vendor vendor, List<Need> list, List<Purchase> orders) {
        list.sort(Comparator.comparingInt(Need::minute));
        double surplus = 0;
        for (int i = 0; i < list.size(); ) {
            int until = list.get(i).minute() + SHARED;
            int first = i;
            double sum = 0;
            for (; i < list.size() && list.get(i).minute() < until; i++) {
                sum += list.get(i).quantity();
            }
            if (surplus < sum - 1e-6) {
                int wanted = firstUncovered(list, first, surplus);
                Purchase order = order(vendor, sum - surplus, vendor.latestArrival(wanted));
                orders.add(order);
                surplus += order.usable();
            }
            surplus -= sum;
        }
    }

    private static int firstUncovered(List<Need> list, int first, double surplus) {
        double left = surplus;
        for (int i = first; i < list.size(); i++) {
            left -= list.get(i).quantity();
            if (left < -1e-6) {
                return list.get(i).minute();
            }
        }
        throw new IllegalStateException(
                "Needs from %d on are covered by %s; order only what is not.".formatted(first, surplus));
    }

    /**
     * The same quantities in the latest weeks that serve every need: money stays in the bank until material is wanted. The plan was
     * found with the earliest weeks, which remain the answer where whole multiples leave no room.
     */
    private double[] latestWeeks(Vendor vendor, List<Need> list, double[] earliest) {
        int first = vendor.earliestArrival() / WeeklyLoad.WEEK;
        var wanted = new double[WeeklyLoad.LAST_WEEK + 1];
        int last = first;
        for (Need need : list) {
            int week = latestWeek(vendor, need.minute());
            if (week < first || week >= wanted.length) {
                return earliest;
            }
            wanted[week] += need.quantity();
            last = Math.max(last, week);
        }
        double capacity = vendor.weeklyUsable(shop.item(vendor.offer().item()).whole());
        var weeks = new double[wanted.length];
        double open = 0;
        for (int week = Math.min(last, weeks.length - 1); week >= first; week--) {
            open += wanted[week];
            if (open > 0 && arrivalIn(week, vendor) != Integer.MAX_VALUE) {
                weeks[week] = Math.min(open, capacity);
                open -= weeks[week];
            }
        }
        return open > 1e-6 ? earliest : weeks;
    }

    /** The last week in which a delivery comes no later than the minute. */
    private int latestWeek(Vendor vendor, int minute) {
        int week = minute / WeeklyLoad.WEEK;
        while (week >= 0 && arrivalIn(week, vendor) > minute) {
            week--;
        }
        return week;
    }

    private int arrivalIn(int week, Vendor vendor) {
        if (arrivalsOf != vendor) {
            Arrays.fill(arrivals, UNKNOWN);
            arrivalsOf = vendor;
        }
        if (week >= arrivals.length) {
            return vendor.arrivalIn(week);
        }
        if (arrivals[week] == UNKNOWN) {
            arrivals[week] = vendor.arrivalIn(week);
        }
        return arrivals[week];
    }

    private void fillWeeks(Vendor vendor, double[] weeks, List<Purchase> orders) {
        double surplus = 0;
        for (int week = 0; week < weeks.length; week++) {
            if (surplus < weeks[week] - 1e-6) {
                Purchase order = order(vendor, weeks[week] - surplus, vendor.arrivalIn(week));
                orders.add(order);
                surplus += order.usable();
            }
            surplus -= weeks[week];
        }
    }

    private Purchase order(Vendor vendor, double usable, int arrives) {
        boolean whole = shop.item(vendor.offer().item()).whole();
        double needed = vendor.orderQuantity(usable, whole);
        double quantity = vendor.limited() ? needed : vendor.noDearer(needed, whole);
        return new Purchase(
                vendor.offer().index(), quantity, vendor.usable(quantity, whole), vendor.orderFor(arrives), arrives);
    }
}

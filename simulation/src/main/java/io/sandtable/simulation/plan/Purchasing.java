package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Purchase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts what is needed from one supplier into purchase orders: everything needed within a week in one, rounded up to minimum and
 * multiple, what that brings too much used before the next is placed; as late as the first need allows.
 */
final class Purchasing {
    /** Needs that lie within this many minutes share an order. */
    private static final int SHARED = WeeklyLoad.WEEK;

    private record Need(int minute, double quantity) {}

    private final Shop shop;
    private final TreeMap<Integer, List<Need>> needs = new TreeMap<>();
    /** By offer and week of arrival, for suppliers whose weeks are limited. */
    private final TreeMap<Integer, TreeMap<Integer, Double>> weekly = new TreeMap<>();

    Purchasing(Shop shop) {
        this.shop = shop;
    }

    void need(Exact.Part part, int minute) {
        if (shop.vendor(part.index).limited()) {
            for (long[] week : part.weeks) {
                weekly.computeIfAbsent(part.index, o -> new TreeMap<>())
                        .merge((int) week[0], Micro.toUnits(week[1]), Double::sum);
            }
        } else {
            needs.computeIfAbsent(part.index, o -> new ArrayList<>()).add(new Need(minute, Micro.toUnits(part.taken)));
        }
    }

    List<Purchase> orders() {
        var orders = new ArrayList<Purchase>();
        needs.forEach((offer, list) -> consolidate(shop.vendor(offer), list, orders));
        weekly.forEach((offer, weeks) -> fillWeeks(shop.vendor(offer), weeks, orders));
        orders.sort(Comparator.comparingInt(Purchase::arrives).thenComparingInt(Purchase::offer));
        return orders;
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

    private void fillWeeks(Vendor vendor, TreeMap<Integer, Double> weeks, List<Purchase> orders) {
        double surplus = 0;
        for (var week : weeks.entrySet()) {
            if (surplus < week.getValue() - 1e-6) {
                Purchase order = order(vendor, week.getValue() - surplus, vendor.arrivalIn(week.getKey()));
                orders.add(order);
                surplus += order.usable();
            }
            surplus -= week.getValue();
        }
    }

    private Purchase order(Vendor vendor, double usable, int arrives) {
        boolean whole = shop.item(vendor.offer().item()).whole();
        double quantity = vendor.orderQuantity(usable, whole);
        return new Purchase(
                vendor.offer().index(), quantity, vendor.usable(quantity, whole), vendor.orderFor(arrives), arrives);
    }
}

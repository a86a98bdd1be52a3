package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stock and open receipts that are still free, and how much of each supplier's week is taken; quantities in millionths. */
final class Materials {
    /** Stock or a receipt. */
    static final class Supply {
        final Source source;
        final int index;
        final int available;
        final int expires;
        long free;

        Supply(Source source, int index, int available, int expires, long free) {
            this.source = source;
            this.index = index;
            this.available = available;
            this.expires = expires;
            this.free = free;
        }
    }

    private final List<List<Supply>> supplies;
    private final Supply[] stocks;
    private final Supply[] receipts;
    private final WeeklyLoad[] vendorWeeks;

    Materials(Shop shop) {
        PlanningProblem problem = shop.problem();
        supplies = new ArrayList<>();
        problem.items().forEach(item -> supplies.add(new ArrayList<>()));
        stocks = new Supply[problem.stocks().size()];
        receipts = new Supply[problem.receipts().size()];
        for (Stock stock : problem.stocks()) {
            stocks[stock.index()] = new Supply(
                    Source.STOCK, stock.index(), 0, stock.expires(), pieces(shop, stock.item(), stock.quantity()));
            supplies.get(stock.item()).add(stocks[stock.index()]);
        }
        for (Receipt receipt : problem.receipts()) {
            receipts[receipt.index()] = new Supply(
                    Source.RECEIPT,
                    receipt.index(),
                    Math.max(0, receipt.arrives()),
                    Integer.MAX_VALUE,
                    pieces(shop, receipt.item(), receipt.quantity()));
            supplies.get(receipt.item()).add(receipts[receipt.index()]);
        }
        supplies.forEach(list ->
                list.sort(Comparator.comparingInt((Supply s) -> s.available).thenComparingInt(s -> s.expires)));
        if (!shop.levers().safetyStockUsed()) {
            problem.items().forEach(item -> reserve(supplies.get(item.index()), Micro.of(item.safetyStock())));
        }
        vendorWeeks = new WeeklyLoad[problem.offers().size()];
        for (int o = 0; o < vendorWeeks.length; o++) {
            Vendor vendor = shop.vendor(o);
            boolean whole = shop.item(vendor.offer().item()).whole();
            vendorWeeks[o] = new WeeklyLoad(Micro.limit(vendor.weeklyUsable(whole)));
        }
    }

    private static long pieces(Shop shop, int item, double quantity) {
        return Micro.of(shop.item(item).whole() ? Math.floor(quantity + 1e-9) : quantity);
    }

    /** Safety stock is kept in what keeps longest. */
    private static void reserve(List<Supply> supplies, long safety) {
        long rest = safety;
        for (int i = supplies.size() - 1; i >= 0 && rest > 0; i--) {
            Supply supply = supplies.get(i);
            if (supply.source == Source.STOCK) {
                long kept = Math.min(rest, supply.free);
                supply.free -= kept;
                rest -= kept;
            }
        }
    }

    /** What there is of the item: stock first, by expiry, then receipts by arrival. */
    List<Supply> of(int item) {
        return supplies.get(item);
    }

    Supply supply(Source source, int index) {
        return source == Source.STOCK ? stocks[index] : receipts[index];
    }

    WeeklyLoad weeks(int offer) {
        return vendorWeeks[offer];
    }

    void take(Placement.Taken taken) {
        if (taken.source() == Source.PURCHASE) {
            vendorWeeks[taken.index()].add(taken.available() / WeeklyLoad.WEEK, taken.quantity());
        } else {
            supply(taken.source(), taken.index()).free -= taken.quantity();
        }
    }

    void giveBack(Placement.Taken taken) {
        if (taken.source() == Source.PURCHASE) {
            vendorWeeks[taken.index()].remove(taken.available() / WeeklyLoad.WEEK, taken.quantity());
        } else {
            supply(taken.source(), taken.index()).free += taken.quantity();
        }
    }
}

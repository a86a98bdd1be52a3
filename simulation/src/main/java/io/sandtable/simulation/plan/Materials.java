package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Stock, open receipts and what lots leave over, as far as it is still free, and how much of each supplier's week is taken; quantities in
 * millionths.
 */
final class Materials {
    /** Stock, a receipt, or what a lot leaves over. */
    static final class Supply {
        final Source source;
        final int index;
        final int available;
        final int expires;
        /** The order whose lot leaves it over, −1 where it is no lot's. */
        final int maker;

        long free;
        /** {@link Placement#chain} of its maker. */
        int chain;
        /** Whose lot takes some of what another's leaves over, once for each time. */
        final List<Integer> takers = new ArrayList<>(0);
        /** Whether its lot is planned; before and after it may be taken in the middle of a move. */
        boolean made;

        Supply(Source source, int index, int maker, int available, int expires, long free) {
            this.source = source;
            this.index = index;
            this.maker = maker;
            this.available = available;
            this.expires = expires;
            this.free = free;
        }
    }

    private static final Comparator<Supply> FIRST_THERE =
            Comparator.comparingInt((Supply s) -> s.available).thenComparingInt(s -> s.expires);

    private final List<List<Supply>> supplies;
    private final Supply[] stocks;
    private final Supply[] receipts;
    private final WeeklyLoad[] vendorWeeks;
    /** Bought from each offer so far. */
    private final long[] bought;

    private final Map<LotGoods, Supply> leftovers = new HashMap<>();
    /** For each order that leaves something over: what it is. */
    private final Map<Integer, List<Supply>> leftoversOf = new HashMap<>();

    private record LotGoods(int demand, int lot, int item) {}

    Materials(Shop shop) {
        PlanningProblem problem = shop.problem();
        supplies = new ArrayList<>();
        problem.items().forEach(item -> supplies.add(new ArrayList<>()));
        stocks = new Supply[problem.stocks().size()];
        receipts = new Supply[problem.receipts().size()];
        for (Stock stock : problem.stocks()) {
            stocks[stock.index()] = new Supply(
                    Source.STOCK,
                    stock.index(),
                    -1,
                    stock.available(),
                    stock.expires(),
                    pieces(shop, stock.item(), stock.quantity()));
            supplies.get(stock.item()).add(stocks[stock.index()]);
        }
        for (Receipt receipt : problem.receipts()) {
            receipts[receipt.index()] = new Supply(
                    Source.RECEIPT,
                    receipt.index(),
                    -1,
                    Math.max(0, receipt.arrives()),
                    Integer.MAX_VALUE,
                    pieces(shop, receipt.item(), receipt.quantity()));
            supplies.get(receipt.item()).add(receipts[receipt.index()]);
        }
        supplies.forEach(list -> list.sort(FIRST_THERE));
        if (!shop.levers().safetyStockUsed()) {
            problem.items()
                    .forEach(item -> reserve(supplies.get(item.index()), Micro.of(shop.safetyStock(item.index()))));
        }
        bought = new long[problem.offers().size()];
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

    /** @param demand who takes it */
    void take(Taken taken, int demand) {
        switch (taken.source()) {
            case STOCK, RECEIPT -> supply(taken.source(), taken.index()).free -= taken.quantity();
            case PURCHASE -> buy(taken, taken.quantity());
            case LOT -> {
                Supply supply = leftover(taken.maker(), taken.index(), taken.item(), taken.available());
                supply.free -= taken.quantity();
                supply.takers.add(demand);
            }
        }
    }

    /** @param demand who took it */
    void giveBack(Taken taken, int demand) {
        switch (taken.source()) {
            case STOCK, RECEIPT -> supply(taken.source(), taken.index()).free += taken.quantity();
            case PURCHASE -> buy(taken, -taken.quantity());
            case LOT -> {
                Supply supply = leftover(taken.maker(), taken.index(), taken.item(), taken.available());
                supply.free += taken.quantity();
                supply.takers.remove((Integer) demand);
                forget(supply, taken.item());
            }
        }
    }

    private void buy(Taken taken, long quantity) {
        bought[taken.index()] += quantity;
        WeeklyLoad weeks = vendorWeeks[taken.index()];
        if (quantity > 0) {
            weeks.add(taken.available() / WeeklyLoad.WEEK, quantity);
        } else {
            weeks.remove(taken.available() / WeeklyLoad.WEEK, -quantity);
        }
    }

    /** Millionths bought from the offer so far. */
    long bought(int offer) {
        return bought[offer];
    }

    /** From now on others may use what the order's lot leaves over. */
    void add(Leftover leftover, int demand, int chain) {
        Supply supply = leftover(demand, leftover.lot(), leftover.item(), leftover.available());
        supply.free += leftover.quantity();
        supply.chain = chain;
        if (!supply.made) {
            supply.made = true;
            List<Supply> all = supplies.get(leftover.item());
            int at = all.size();
            while (at > 0 && FIRST_THERE.compare(all.get(at - 1), supply) > 0) {
                at--;
            }
            all.add(at, supply);
        }
    }

    /** The order's lot is no longer planned; whoever takes from it must not be either when the move is done. */
    void remove(Leftover leftover, int demand) {
        Supply supply = leftover(demand, leftover.lot(), leftover.item(), leftover.available());
        supply.free -= leftover.quantity();
        supply.made = false;
        supplies.get(leftover.item()).remove(supply);
        forget(supply, leftover.item());
    }

    /** How many orders in a row each use what the one before left over, now that the whole order is known. */
    void chain(int demand, int chain) {
        leftoversOf.getOrDefault(demand, List.of()).forEach(supply -> supply.chain = chain);
    }

    /** {@link Placement#chain} of an order that takes this. */
    int chainOf(List<Taken> takes, int demand) {
        int longest = 0;
        for (Taken taken : takes) {
            if (taken.maker() >= 0 && taken.maker() != demand) {
                longest = Math.max(
                        longest, leftover(taken.maker(), taken.index(), taken.item(), taken.available()).chain);
            }
        }
        return longest + 1;
    }

    private Supply leftover(int demand, int lot, int item, int available) {
        return leftovers.computeIfAbsent(new LotGoods(demand, lot, item), k -> {
            var supply = new Supply(Source.LOT, lot, demand, available, Integer.MAX_VALUE, 0);
            leftoversOf.computeIfAbsent(demand, d -> new ArrayList<>(1)).add(supply);
            return supply;
        });
    }

    private void forget(Supply supply, int item) {
        if (!supply.made && supply.takers.isEmpty()) {
            leftovers.remove(new LotGoods(supply.maker, supply.index, item));
            List<Supply> ofMaker = leftoversOf.getOrDefault(supply.maker, List.of());
            ofMaker.remove(supply);
            if (ofMaker.isEmpty()) {
                leftoversOf.remove(supply.maker);
            }
        }
    }

    /** Adds to the orders those that use what they leave over, and those that use what these leave over. */
    void addTakers(Collection<Integer> orders) {
        if (leftoversOf.isEmpty()) {
            return;
        }
        var open = new ArrayDeque<>(orders);
        var known = new HashSet<>(orders);
        while (!open.isEmpty()) {
            for (Supply supply : leftoversOf.getOrDefault(open.removeFirst(), List.of())) {
                for (int taker : supply.takers) {
                    if (known.add(taker)) {
                        open.add(taker);
                        orders.add(taker);
                    }
                }
            }
        }
    }

    /** Whether another order uses what this one leaves over. */
    boolean hasTakers(int order) {
        for (Supply supply : leftoversOf.getOrDefault(order, List.of())) {
            for (int taker : supply.takers) {
                if (taker != order) {
                    return true;
                }
            }
        }
        return false;
    }
}

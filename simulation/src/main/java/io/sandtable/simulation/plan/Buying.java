package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Chooses whom to buy from, as the levers say, and when each part of a purchase can be there. */
final class Buying {
    private static final int NEVER = Placement.NEVER;

    private final Board board;
    private final Shop shop;
    private final PurchaseShares shares;
    /** Whether the shares are not looked at, because nobody could supply within them. */
    private boolean anyShare;

    Buying(Board board) {
        this.board = board;
        this.shop = board.shop();
        this.shares = shop.shares();
    }

    /** A part of a purchase, in millionths, and when it can be there. */
    record Part(long quantity, int arrives) {}

    /** What a purchase seems to cost at that price when it arrives then. */
    interface Judgement {
        double cost(double price, int arrival);
    }

    /** The offer to take the quantity from, −1 where nobody can supply it. */
    int choose(Item item, long quantity, int wanted, Demand demand, Judgement judgement) {
        int offer = chosen(item, quantity, wanted, demand, judgement);
        if (offer >= 0 || shares.isEmpty()) {
            return offer;
        }
        anyShare = true;
        try {
            return chosen(item, quantity, wanted, demand, judgement);
        } finally {
            anyShare = false;
        }
    }

    private int chosen(Item item, long quantity, int wanted, Demand demand, Judgement judgement) {
        return switch (shop.levers().sourcing()) {
            case FIRST -> byShare(item, quantity, wanted, () -> first(item, quantity, 0));
            case BEST -> byShare(item, quantity, wanted, () -> best(item, quantity, wanted, judgement));
            case SPREAD -> {
                boolean second = (demand.index() + item.index()) % 5 >= 3
                        && item.offers().size() > 1;
                int offer = first(item, quantity, second ? 1 : 0);
                yield offer >= 0 && arrival(offer, quantity) <= wanted
                        ? offer
                        : best(item, quantity, wanted, judgement);
            }
        };
    }

    /**
     * Where suppliers have shares of what is bought: the one that is furthest behind its own, of those that deliver in time; where none
     * does, shares make nothing later.
     */
    private int byShare(Item item, long quantity, int wanted, IntSupplier otherwise) {
        int behind = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int offer : item.offers()) {
            double share = shop.vendor(offer).offer().sharePercent();
            if (share > 0 && arrival(offer, quantity) <= wanted && mayBuy(offer, quantity)) {
                double filled = (board.materials().bought(offer) + quantity) / share;
                if (filled < least) {
                    least = filled;
                    behind = offer;
                }
            }
        }
        return behind < 0 ? otherwise.getAsInt() : behind;
    }

    private int first(Item item, long quantity, int from) {
        for (int i = from; i < item.offers().size(); i++) {
            int offer = item.offers().get(i);
            if (arrival(offer, quantity) != NEVER && mayBuy(offer, quantity)) {
                return offer;
            }
        }
        return -1;
    }

    private int best(Item item, long quantity, int wanted, Judgement judgement) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int offer : item.offers()) {
            int arrival = arrival(offer, quantity);
            if (arrival != NEVER && mayBuy(offer, quantity)) {
                double units = Micro.toUnits(quantity);
                double cost =
                        judgement.cost(shop.vendor(offer).unitCost(units, Math.max(arrival, wanted)) * units, arrival);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = offer;
                }
            }
        }
        return best;
    }

    /** Whether the rules about suppliers' shares allow it, as far as anything is bought yet. */
    private boolean mayBuy(int offer, long quantity) {
        return shares.isEmpty() || anyShare || shares.allow(offer, quantity, board.materials()::bought);
    }

    /** When the whole quantity can be there, the supplier's weekly capacity observed. */
    private int arrival(int offer, long quantity) {
        Vendor vendor = shop.vendor(offer);
        if (!vendor.limited() || vendor.earliestArrival() == NEVER) {
            return vendor.earliestArrival();
        }
        List<Part> parts = split(vendor, quantity);
        return parts.isEmpty() ? NEVER : parts.getLast().arrives();
    }

    /** The quantity in the parts in which a limited supplier can deliver it, by week; empty where there never is room enough. */
    List<Part> split(Vendor vendor, long quantity) {
        WeeklyLoad weeks = board.materials().weeks(vendor.offer().index());
        var parts = new ArrayList<Part>();
        long rest = quantity;
        for (int week = vendor.earliestArrival() / WeeklyLoad.WEEK; rest > 0; week++) {
            if (weeks.endsBefore(week)) {
                return List.of();
            }
            int arrival = vendor.arrivalIn(week);
            long part = arrival == NEVER ? 0 : Math.min(rest, weeks.free(week));
            if (part > 0) {
                parts.add(new Part(part, arrival));
                rest -= part;
            }
        }
        return parts;
    }

    /**
     * The quantity in the parts in which a limited supplier can deliver it by then, the last weeks first, so that earlier ones are left for
     * who needs them; empty where there is not room enough.
     */
    List<Part> splitLast(Vendor vendor, long quantity, int wanted) {
        WeeklyLoad weeks = board.materials().weeks(vendor.offer().index());
        var parts = new ArrayList<Part>();
        long rest = quantity;
        int first = vendor.earliestArrival() / WeeklyLoad.WEEK;
        for (int week = wanted / WeeklyLoad.WEEK; rest > 0 && week >= first; week--) {
            int arrival = vendor.arrivalIn(week);
            long part = arrival > wanted ? 0 : Math.min(rest, weeks.free(week));
            if (part > 0) {
                parts.add(new Part(part, arrival));
                rest -= part;
            }
        }
        return rest > 0 ? List.of() : parts;
    }
}

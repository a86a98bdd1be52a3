package io.sandtable.simulation.trace;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which demands a plan would serve from a stock, as it is, as a part, or by what is left over of a production lot made of it. */
public final class PlannedUses {
    private final Plan plan;

    public PlannedUses(Plan plan) {
        this.plan = plan;
    }

    /**
     * A demand that gets something of a stock.
     *
     * @param stock index of the stock in the planning problem, {@code demand} that of the demand
     * @param quantity taken for it out of the stock; empty where it only gets what another demand's lots leave over
     */
    public record Use(int stock, int demand, OptionalDouble quantity) {}

    /** Those of a stock, by the demand. */
    public List<Use> of(int stock) {
        var own = new TreeMap<Integer, Double>();
        Set<Integer> lots = new HashSet<>();
        for (Take take : plan.takes()) {
            if (take.source() == Source.STOCK && take.index() == stock) {
                own.merge(take.demand(), take.quantity(), Double::sum);
                if (take.lot() >= 0) {
                    lots.add(take.lot());
                }
            }
        }
        Set<Integer> demands = new TreeSet<>(own.keySet());
        spread(lots, demands);
        var uses = new ArrayList<Use>();
        for (int demand : demands) {
            Double quantity = own.get(demand);
            uses.add(new Use(stock, demand, quantity == null ? OptionalDouble.empty() : OptionalDouble.of(quantity)));
        }
        return uses;
    }

    /** A lot is in what consumes it, and what it leaves over is in whatever takes that. */
    private void spread(Set<Integer> lots, Set<Integer> demands) {
        boolean more = !lots.isEmpty();
        while (more) {
            more = false;
            for (Lot lot : plan.lots()) {
                if (lots.contains(lot.index()) && lot.parent() >= 0) {
                    more |= lots.add(lot.parent());
                }
            }
            for (Take take : plan.takes()) {
                if (take.source() == Source.LOT && lots.contains(take.index())) {
                    demands.add(take.demand());
                    if (take.lot() >= 0) {
                        more |= lots.add(take.lot());
                    }
                }
            }
        }
    }
}

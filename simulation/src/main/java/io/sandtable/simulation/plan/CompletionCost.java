package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.SplittableRandom;

/** What ways to do an order cost in CNY: money, and lateness at the price of the moment; misjudged where a search wants to try others. */
final class CompletionCost {
    private final Shop shop;
    private double latePrice;
    private double noise;
    private SplittableRandom random = new SplittableRandom(0);

    CompletionCost(Shop shop) {
        this.shop = shop;
    }

    /**
     * Judges from here on for that order.
     *
     * @param byDate whether lateness costs anything
     * @param byChance by how large a share costs are misjudged
     */
    void begin(Demand demand, boolean byDate, double byChance, SplittableRandom newRandom) {
        latePrice = byDate ? 200 + demand.value() * (0.03 + demand.penaltyPercentPerDay() / 100) : 0;
        noise = byChance;
        random = newRandom;
    }

    boolean isExact() {
        return noise == 0;
    }

    double late(int end, int wanted) {
        return end <= wanted ? 0 : latePrice * (end - wanted) / 1440.0;
    }

    double misjudged(double cost) {
        return noise == 0 ? cost : cost * (1 + noise * random.nextDouble());
    }

    double of(Way way, double quantityIn, int work, int start, int end) {
        double overtime = way.outsourced() ? 0 : shop.overtimeCost(way, start, end, work);
        return work * way.costPerMinute() + quantityIn * way.costPerUnit() + overtime;
    }

    /** Fen for all work and purchases of a draft so far. */
    long spent(Draft draft) {
        double yuan = 0;
        for (PlacedOperation operation : draft.operations()) {
            yuan += of(
                    operation.way(),
                    operation.quantityIn(),
                    operation.workMinutes(),
                    operation.start(),
                    operation.end());
        }
        for (Taken taken : draft.takes()) {
            if (taken.source() == Source.PURCHASE) {
                double units = Micro.toUnits(taken.quantity());
                Vendor vendor = shop.vendor(taken.index());
                yuan += units * vendor.unitCost(units, wanted(vendor, taken, draft));
            }
        }
        return Math.round(yuan * 100);
    }

    /** When what is bought is needed; looked for only where duty depends on it. */
    private static int wanted(Vendor vendor, Taken taken, Draft draft) {
        return vendor.offer().dutySteps().isEmpty()
                ? taken.available()
                : draft.operations().stream()
                        .filter(o -> o.lot() == taken.lot() && o.step() == taken.step())
                        .mapToInt(PlacedOperation::start)
                        .min()
                        .orElse(taken.available());
    }
}

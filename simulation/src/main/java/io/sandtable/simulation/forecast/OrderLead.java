package io.sandtable.simulation.forecast;

import java.util.Arrays;

/** How long before it must leave an order is entered: the share of the quantity by days, as it has been. */
public final class OrderLead {
    private static final int LONGEST = 730;

    private final double[] quantityByDays = new double[LONGEST + 1];
    private double all;

    /** Learns from an order: so much was entered so many days ahead; what is entered after it was due counts as none. */
    public void learn(long days, double quantity) {
        quantityByDays[(int) Math.clamp(days, 0, LONGEST)] += quantity;
        all += quantity;
    }

    /** Share of the quantity that is entered so many days ahead, 0 … 1; where nothing was learnt all is entered at once. */
    public double share(int days) {
        if (all <= 0) {
            return days == 0 ? 1 : 0;
        }
        return days < 0 || days > LONGEST ? 0 : quantityByDays[days] / all;
    }

    /** The most days that anything was entered ahead. */
    public int longest() {
        for (int days = LONGEST; days > 0; days--) {
            if (quantityByDays[days] > 0) {
                return days;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return "OrderLead" + Arrays.toString(Arrays.copyOf(quantityByDays, longest() + 1));
    }
}

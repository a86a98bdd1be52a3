package io.sandtable.simulation.relief;

import java.util.List;

/**
 * What would help one order, each verified: in time first, then the least late; what relaxes a cause before the rest, and another promise, which always
 * helps and makes nothing come sooner, last.
 *
 * @param demand index of the order
 * @param daysLate days that it is late in the plan; {@link #NEVER} where it is short
 * @param helps none where no single relief that was tried makes it less late
 * @param replans how often the plan was carried on to find that out
 * @param cutShort whether the bound on that was reached before everything was tried
 */
public record WhatHelps(int demand, int daysLate, List<Help> helps, int replans, boolean cutShort) {
    /** Days late of what is never delivered in full. */
    public static final int NEVER = Integer.MAX_VALUE;

    public WhatHelps {
        helps = List.copyOf(helps);
    }
}

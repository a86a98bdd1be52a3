package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.Restriction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The working copy of a plan while its quantities and times are made exact. */
final class Exact {
    /** Steps of a lot, things a step uses: there are thousands of these lists. */
    private static final int FEW = 3;

    private Exact() {}

    /** A lot; {@code operations} by step. */
    static final class ExactLot {
        final int demand;
        final int item;
        final int routing;
        final List<ExactOperation> operations = new ArrayList<>(FEW);
        /** Who consumes it. */
        final Use use;

        /** Those that use what it leaves over, or what comes out beside. */
        final List<Use> others = new ArrayList<>(0);

        double quantity;
        /** Millionths that others are to get of it. */
        long promised;
        /** Its place in the plan that is written. */
        int index;

        ExactLot(int demand, int item, int routing, Use use) {
            this.demand = demand;
            this.item = item;
            this.routing = routing;
            this.use = use;
        }

        ExactOperation last() {
            return operations.getLast();
        }
    }

    /** One step of a lot with its choice; {@code planned} is its place in the sequence. */
    static final class ExactOperation {
        final ExactLot lot;
        final int step;
        Way way;
        long planned;
        final List<Use> uses = new ArrayList<>(FEW);
        double in;
        double out;
        /** The minute at which it begins by somebody's decision; {@link Restriction.ByHand#ANY_TIME} where nobody said. */
        int pinned = Restriction.ByHand.ANY_TIME;
        /** Millionths of strokes on its tool before it begins. */
        long strokesBefore;

        int from;
        /** The machine's worked minutes until it ends. */
        int span;
        /** Worked minutes before it in which the machine is changed over. */
        int changeover;

        int start;
        int end;
        int order = -1;
        /** Its place among all operations as they were read. */
        int number;
        /** Its place in its machine's sequence, while sequences are searched. */
        int place;

        /** Whether its place is kept for it though it is not dispatched yet. */
        boolean reserved;

        boolean isPinned() {
            return pinned != Restriction.ByHand.ANY_TIME;
        }

        ExactOperation(ExactLot lot, int step, Way way, long planned) {
            this.lot = lot;
            this.step = step;
            this.way = way;
            this.planned = planned;
        }
    }

    /** Material that an operation, or the delivery itself ({@code by} null), needs. */
    static final class Use {
        final int demand;
        final int item;
        final @Nullable ExactOperation by;
        long planned;
        final List<Part> parts = new ArrayList<>(1);
        final List<ExactLot> lots = new ArrayList<>(0);
        /** What the plan that is read takes for it from stock, receipts, purchases and what is left over. */
        double noted;
        /** Millionths that no source covers yet. */
        long missing;
        /** Whether it is noted among those that are short. */
        boolean isShort;
        /** Its place among all uses as they were read. */
        int number;

        Use(int demand, int item, @Nullable ExactOperation by, long planned) {
            this.demand = demand;
            this.item = item;
            this.by = by;
            this.planned = planned;
        }
    }

    /** One source of a use: planned millionths, how much of it there is, how much is taken. */
    static final class Part {
        final Source source;
        final int index;
        long planned;
        long allowed;
        /** What was allowed when its demand was sized. */
        long allotted;

        long taken;
        int available;
        /** Week and millionths, where the supplier's week is limited. */
        final List<long[]> weeks = new ArrayList<>(0);

        /** What leaves it over, where that is a lot. */
        final @Nullable ExactLot lot;

        Part(Source source, int index, long planned) {
            this(source, index, planned, null);
        }

        /** What a lot leaves over, or what comes out of it beside. */
        Part(ExactLot lot, long planned) {
            this(Source.LOT, -1, planned, lot);
        }

        private Part(Source source, int index, long planned, @Nullable ExactLot lot) {
            this.source = source;
            this.index = index;
            this.planned = planned;
            this.lot = lot;
        }
    }
}

package io.sandtable.simulation.check;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What anybody may take of one item, in the order in which it is taken. */
final class Shelf {
    private static final double NOTHING = 1e-9;

    /** Some units of one origin with what they have cost. */
    static final class Heap {
        private final int usableUntil;
        private final SpentOn cost;
        private double units;

        Heap(double units, SpentOn cost, int usableUntil) {
            this.units = units;
            this.cost = cost;
            this.usableUntil = usableUntil;
        }

        /** Takes up to so many units, puts their cost with another and says how many there were; the last ones take all the cost that is left. */
        double take(double wanted, SpentOn into) {
            if (wanted >= units - NOTHING) {
                double had = Math.min(units, wanted);
                into.add(cost.all());
                units = 0;
                return had;
            }
            into.add(cost.split(wanted / units));
            units -= wanted;
            return wanted;
        }

        boolean isGone() {
            return units <= NOTHING;
        }

        long worth() {
            return cost.total();
        }

        int usableUntil() {
            return usableUntil;
        }
    }

    private final Deque<Heap> heaps = new ArrayDeque<>();

    void put(Heap heap) {
        if (!heap.isGone() || heap.worth() != 0) {
            heaps.add(heap);
        }
    }

    /** Takes the first heap away if it can be used no more at that minute; null where it still can. */
    @Nullable
    Heap removeSpoilt(int minute) {
        Heap first = heaps.peek();
        return first != null && first.usableUntil <= minute ? heaps.remove() : null;
    }

    /** Takes up to so many units that are usable at that minute. */
    double take(double wanted, int minute, SpentOn into) {
        double had = 0;
        while (!heaps.isEmpty() && wanted - had > NOTHING && heaps.element().usableUntil > minute) {
            had += heaps.element().take(wanted - had, into);
            if (heaps.element().isGone()) {
                heaps.remove();
            }
        }
        return had;
    }
}

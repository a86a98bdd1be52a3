package io.sandtable.simulation.evaluate;

import java.util.Arrays;

/**
 * What lies in stock, in layers of one origin and cost. Free layers of an item queue first in, first out; a layer outside the queue is
 * pegged to whoever knows its number. A layer that is emptied gives exactly what is left of its cost, so no fen is lost.
 */
final class StockLayers {
    private static final double NOTHING = 1e-9;

    private double[] quantities;
    private long[] costs;
    private int[] next;
    private int[] expires;
    private int size;
    private final int[] first;
    private final int[] last;

    StockLayers(int items, int expectedLayers) {
        int capacity = Math.max(16, expectedLayers);
        quantities = new double[capacity];
        costs = new long[capacity * CostPart.COUNT];
        next = new int[capacity];
        expires = new int[capacity];
        first = new int[items];
        last = new int[items];
        Arrays.fill(first, -1);
        Arrays.fill(last, -1);
    }

    /** A new pegged layer; its number. */
    int add(double quantity, long[] costOf, int offset) {
        ensureRoom();
        quantities[size] = quantity;
        System.arraycopy(costOf, offset, costs, size * CostPart.COUNT, CostPart.COUNT);
        next[size] = -1;
        expires[size] = Integer.MAX_VALUE;
        return size++;
    }

    /** A new free layer of bought goods, usable before a minute. */
    void addBought(int item, double quantity, long cost, int usableUntil) {
        ensureRoom();
        quantities[size] = quantity;
        costs[size * CostPart.COUNT + CostPart.MATERIAL.ordinal()] = cost;
        next[size] = -1;
        expires[size] = usableUntil;
        free(item, size++);
    }

    /** Puts a pegged layer at the end of its item's queue, if anything is left of it. */
    void free(int item, int layer) {
        if (quantities[layer] <= NOTHING && costIn(layer) == 0) {
            return;
        }
        if (first[item] < 0) {
            first[item] = layer;
        } else {
            next[last[item]] = layer;
        }
        last[item] = layer;
    }

    /** Takes up to a quantity out of one layer, adds its cost to {@code into}, and says how much it took. */
    double takeFrom(int layer, double wanted, long[] into) {
        double there = quantities[layer];
        int at = layer * CostPart.COUNT;
        if (wanted >= there - NOTHING) {
            for (int p = 0; p < CostPart.COUNT; p++) {
                into[p] += costs[at + p];
                costs[at + p] = 0;
            }
            quantities[layer] = 0;
            return Math.min(there, wanted);
        }
        for (int p = 0; p < CostPart.COUNT; p++) {
            if (costs[at + p] != 0) {
                long part = Fen.share(costs[at + p], wanted / there);
                into[p] += part;
                costs[at + p] -= part;
            }
        }
        quantities[layer] = there - wanted;
        return wanted;
    }

    /** Takes up to a quantity from an item's queue at a minute and says how much there was. */
    double take(int item, double wanted, int minute, long[] into) {
        double taken = 0;
        while (first[item] >= 0 && wanted - taken > NOTHING) {
            int layer = first[item];
            if (expires[layer] <= minute) {
                break;
            }
            taken += takeFrom(layer, wanted - taken, into);
            if (quantities[layer] <= NOTHING) {
                pop(item);
            }
        }
        return taken;
    }

    /** The first layer of the queue if it has expired by a minute, else −1. */
    int expiredBy(int item, int minute) {
        return first[item] >= 0 && expires[first[item]] <= minute ? first[item] : -1;
    }

    int expires(int layer) {
        return expires[layer];
    }

    double quantity(int layer) {
        return quantities[layer];
    }

    /** Fen that a layer is worth. */
    long costIn(int layer) {
        long sum = 0;
        for (int p = 0; p < CostPart.COUNT; p++) {
            sum += costs[layer * CostPart.COUNT + p];
        }
        return sum;
    }

    /** Drops the first layer of the queue. */
    void pop(int item) {
        first[item] = next[first[item]];
    }

    private void ensureRoom() {
        if (size == quantities.length) {
            int capacity = size * 2;
            quantities = Arrays.copyOf(quantities, capacity);
            costs = Arrays.copyOf(costs, capacity * CostPart.COUNT);
            next = Arrays.copyOf(next, capacity);
            expires = Arrays.copyOf(expires, capacity);
        }
    }
}

package io.sandtable.datasets.history;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The store: lots by material, the oldest goes out first; every movement is written down. */
final class Goods {
    /** A lot, what it cost per unit and what is left of it. */
    static final class Lot {
        final String id;
        final String item;
        final LocalDate received;
        final double unitCost;
        double left;

        private Lot(String id, String item, LocalDate received, double quantity, double unitCost) {
            this.id = id;
            this.item = item;
            this.received = received;
            this.left = quantity;
            this.unitCost = unitCost;
        }
    }

    /** So much of a lot went into a work order or to a customer, or a lot came from somewhere: {@code from} and {@code to} as relations have them. */
    record Move(String from, String to, double quantity, LocalDate day) {}

    private final Map<String, Deque<Lot>> there = new HashMap<>();
    private final Map<String, Double> onHand = new HashMap<>();
    private final List<Lot> lots = new ArrayList<>();
    private final List<Move> issues = new ArrayList<>();
    private final List<Move> shipments = new ArrayList<>();
    private final List<Move> receipts = new ArrayList<>();

    /** Puts a lot into store. @param source the purchase or work order it came from, empty where nobody knows */
    void receive(String item, double quantity, double unitCost, LocalDate day, String source) {
        var lot = new Lot("LOT-%06d".formatted(lots.size() + 1), item, day, quantity, unitCost);
        lots.add(lot);
        there.computeIfAbsent(item, i -> new ArrayDeque<>()).add(lot);
        onHand.merge(item, quantity, Double::sum);
        if (!source.isEmpty()) {
            receipts.add(new Move(lot.id, source, quantity, day));
        }
    }

    double onHand(String item) {
        return onHand.getOrDefault(item, 0.0);
    }

    /** Issues material to a work order. @return what it cost, CNY */
    double issue(String item, double quantity, String work, LocalDate day) {
        return take(item, quantity, (lot, part) -> issues.add(new Move(work, lot.id, part, day)));
    }

    /** Ships goods for an order. */
    void ship(String item, double quantity, String order, LocalDate day) {
        take(item, quantity, (lot, part) -> shipments.add(new Move(lot.id, order, part, day)));
    }

    private interface Taken {
        void of(Lot lot, double part);
    }

    private double take(String item, double quantity, Taken taken) {
        Deque<Lot> queue = there.computeIfAbsent(item, i -> new ArrayDeque<>());
        double rest = quantity;
        double cost = 0;
        while (rest > 1e-9) {
            Lot lot = queue.peek();
            if (lot == null) {
                throw new IllegalStateException(
                        "%s of %s more was taken than there is; ask onHand first.".formatted(rest, item));
            }
            double part = Math.min(rest, lot.left);
            taken.of(lot, part);
            cost += part * lot.unitCost;
            rest -= part;
            lot.left = round(lot.left - part);
            if (lot.left <= 0) {
                queue.remove();
            }
        }
        onHand.merge(item, -quantity, Double::sum);
        return cost;
    }

    /** Quantities have four decimals, in the books and in the files. */
    static double round(double quantity) {
        return Math.round(quantity * 1e4) / 1e4;
    }

    List<Lot> lots() {
        return lots;
    }

    List<Move> issues() {
        return issues;
    }

    List<Move> shipments() {
        return shipments;
    }

    List<Move> receipts() {
        return receipts;
    }
}

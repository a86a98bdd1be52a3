package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Product;
import io.sandtable.datasets.history.Trade.Step;
import java.time.LocalDate;

/** A work order on its way through the shop, and what it has cost so far. */
final class Job {
    final String id;
    final Product product;
    /** Good units that were wanted of it when it was released. */
    final double wanted;

    final LocalDate due;
    /** Units that are still good. */
    double quantity;

    int step;
    /** CNY. */
    double cost;

    /** Whether a machine has it, or the material of its step has been issued. */
    boolean begun;

    Job(String id, Product product, double wanted, double quantity, LocalDate due) {
        this.id = id;
        this.product = product;
        this.wanted = wanted;
        this.quantity = quantity;
        this.due = due;
    }

    boolean isDone() {
        return step == product.steps().size();
    }

    Step current() {
        return product.steps().get(step);
    }

    /** Minutes by the book that are left, from the current step on. */
    double minutesLeft() {
        return product.steps().stream()
                .skip(step)
                .mapToDouble(s -> s.setup() + quantity * s.minutes())
                .sum();
    }

    int stepsLeft() {
        return product.steps().size() - step;
    }

    /** Units that must go in so that so many good ones come out, by the book. */
    static double toStart(Product product, double good) {
        double yield =
                product.steps().stream().mapToDouble(s -> s.yield() / 100).reduce(1, (a, b) -> a * b);
        return Math.ceil(good / yield);
    }
}

package io.sandtable.simulation.query;

import io.sandtable.simulation.query.Input.Used;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Why what was taken of one material costs otherwise: how much was taken at the mean price, from whom at the distance of each one's price from the
 * mean, and what each asked at his mean share. Each product of two factors is taken apart at the mean of the other (decision 31); the three sum to the
 * change.
 */
final class InputChange {
    private final Map<String, Used> before;
    private final Map<String, Used> after;
    private final Used allBefore;
    private final Used allAfter;

    /** By supplier; the key is empty where he is not recorded. */
    InputChange(Map<String, Used> before, Map<String, Used> after) {
        this.before = before;
        this.after = after;
        this.allBefore = before.values().stream().reduce(Used.NOTHING, Used::plus);
        this.allAfter = after.values().stream().reduce(Used.NOTHING, Used::plus);
    }

    /** @param supplier empty for quantity, which is about none; {@code fen} more than before */
    record Effect(Cause cause, String supplier, double before, double after, double fen) {}

    void effects(Cause quantity, Consumer<Effect> effects) {
        if (allBefore.quantity() <= 0 || allAfter.quantity() <= 0) {
            effects.accept(new Effect(
                    quantity, "", allBefore.quantity(), allAfter.quantity(), allAfter.fen() - allBefore.fen()));
            return;
        }
        double meanPrice = (allBefore.price() + allAfter.price()) / 2;
        double meanQuantity = (allBefore.quantity() + allAfter.quantity()) / 2;
        effects.accept(new Effect(
                quantity,
                "",
                allBefore.quantity(),
                allAfter.quantity(),
                (allAfter.quantity() - allBefore.quantity()) * meanPrice));
        var suppliers = new TreeSet<>(before.keySet());
        suppliers.addAll(after.keySet());
        for (String supplier : suppliers) {
            supplier(supplier, meanPrice, meanQuantity, effects);
        }
    }

    private void supplier(String supplier, double meanPrice, double meanQuantity, Consumer<Effect> effects) {
        Used then = before.getOrDefault(supplier, Used.NOTHING);
        Used now = after.getOrDefault(supplier, Used.NOTHING);
        double priceThen = then.quantity() > 0 ? then.price() : now.price();
        double priceNow = now.quantity() > 0 ? now.price() : then.price();
        double shareThen = then.quantity() / allBefore.quantity();
        double shareNow = now.quantity() / allAfter.quantity();
        effects.accept(new Effect(
                Cause.SOURCING,
                supplier,
                100 * shareThen,
                100 * shareNow,
                (shareNow - shareThen) * ((priceThen + priceNow) / 2 - meanPrice) * meanQuantity));
        effects.accept(new Effect(
                Cause.INPUT_PRICE,
                supplier,
                priceThen / 100,
                priceNow / 100,
                (priceNow - priceThen) * ((shareThen + shareNow) / 2) * meanQuantity));
    }

    /** Material → supplier → what was taken of it, out of inputs. */
    static Map<String, Map<String, Used>> bySupplier(Map<Input, Used> inputs) {
        var materials = new TreeMap<String, Map<String, Used>>();
        inputs.forEach((input, used) -> {
            if (input.kind() == Input.Kind.MATERIAL) {
                materials.computeIfAbsent(input.id(), id -> new TreeMap<>()).merge(input.supplier(), used, Used::plus);
            }
        });
        return materials;
    }
}

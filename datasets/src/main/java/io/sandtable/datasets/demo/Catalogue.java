package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.BoughtItems.Bought;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every item of the company by its code, bought or made, and the steps of what is made. */
final class Catalogue {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Bought> bought = new LinkedHashMap<>();
    private final Map<String, List<Operation>> steps = new LinkedHashMap<>();

    Catalogue(List<Bought> bought, MadeItems made) {
        bought.forEach(b -> {
            this.bought.put(b.item().code(), b);
            items.put(b.item().code(), b.item());
        });
        made.items().forEach(item -> items.put(item.code(), item));
        made.operations()
                .forEach(step -> steps.computeIfAbsent(step.item(), i -> new ArrayList<>())
                        .add(step));
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    List<Bought> bought() {
        return List.copyOf(bought.values());
    }

    /** Every step of every item, routing after routing. */
    List<Operation> operations() {
        return steps.values().stream().flatMap(List::stream).toList();
    }

    Item item(String code) {
        return known(items.get(code), code);
    }

    Bought bought(String code) {
        return known(bought.get(code), code);
    }

    /** The steps of an item in their order; none for what is bought. */
    List<Operation> steps(String code) {
        return Collections.unmodifiableList(steps.getOrDefault(code, List.of()));
    }

    /** Whether anything that the item is made of is itself made here. */
    boolean hasMadeParts(String code) {
        return steps(code).stream()
                .flatMap(step -> step.inputs().stream())
                .anyMatch(input -> item(input.item()).made());
    }

    private static <T> T known(@Nullable T found, String code) {
        if (found == null) {
            throw new IllegalStateException(
                    "The catalogue has no %s of that kind; add its row or correct the code.".formatted(code));
        }
        return found;
    }
}

package io.sandtable.datasets.frepple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An item that lies in several buffers is a thing of its own in each of them, named as the buffer is: what moves it from one to the other
 * is an operation like any other, and stock in one place is none in the other.
 */
final class XmlHeaps {
    private static final String ITEM = "input.item";
    private static final String BUFFER = "input.buffer";
    private static final String FLOW = "input.operationmaterial";
    private static final String OPERATION = "input.operation";
    private static final String DEMAND = "input.demand";
    private static final String OFFER = "input.itemsupplier";

    private final XmlModel model;
    /** By item, and there by place. */
    private final Map<String, Map<String, String>> buffers = new HashMap<>();

    private final Map<String, Set<String>> heaps = new LinkedHashMap<>();
    private final Map<String, String> bases = new HashMap<>();

    XmlHeaps(XmlModel model) {
        this.model = model;
    }

    /** The item that lies in the heap; the name itself where the item has one heap only. */
    String base(String heap) {
        return bases.getOrDefault(heap, heap);
    }

    void settle() {
        shipments();
        for (XmlThing buffer : model.all(BUFFER)) {
            if (buffer.has("item")) {
                buffers.computeIfAbsent(buffer.text("item"), i -> new HashMap<>())
                        .putIfAbsent(buffer.text("location"), buffer.name());
                meet(buffer.text("item"), buffer.name());
            }
        }
        for (XmlThing flow : model.all(FLOW)) {
            flow.putIfAbsent("heap", heap(flow.text("item"), flow.text("place")));
            meet(flow.text("item"), flow.text("heap"));
        }
        for (XmlThing operation : model.all(OPERATION)) {
            meet(operation.text("item"), heap(operation.text("item"), operation.text("location")));
        }
        for (XmlThing demand : model.all(DEMAND)) {
            if (!demand.has("operation")) {
                meet(demand.text("item"), heap(demand.text("item"), demand.text("location")));
            }
        }
        heaps.remove("");
        heaps.values().removeIf(names -> names.size() < 2);
        heaps.forEach(this::split);
        rename();
    }

    private void meet(String item, String heap) {
        heaps.computeIfAbsent(item, i -> new LinkedHashSet<>()).add(heap);
    }

    /** Where the item lies in that place; a thing without a place means the only buffer there is. */
    private String heap(String item, String place) {
        Map<String, String> known = buffers.getOrDefault(item, Map.of());
        if (known.containsKey(place)) {
            return known.get(place);
        }
        if (place.isEmpty()) {
            return known.isEmpty()
                    ? item
                    : known.values().stream().sorted().findFirst().orElseThrow();
        }
        return known.size() == 1 && known.containsKey("") ? known.get("") : item + " @ " + place;
    }

    private void split(String item, Set<String> names) {
        XmlThing whole = model.named(ITEM, item);
        for (String name : names) {
            if (!name.equals(item)) {
                XmlThing part = model.named(ITEM, name);
                part.fields().setAll(whole.fields());
                part.put("name", name);
            }
            bases.put(name, item);
        }
    }

    /** Forgets the items that are nowhere as such. */
    void forgetWholes() {
        var wanted = new HashSet<String>();
        for (String kind : List.of(DEMAND, OFFER, FLOW, OPERATION, "input.operationplan")) {
            model.all(kind).forEach(thing -> wanted.add(thing.text("item")));
        }
        model.removeIf(
                ITEM,
                item -> heaps.containsKey(item.name())
                        && !bases.containsKey(item.name())
                        && !wanted.contains(item.name()));
    }

    private void rename() {
        for (XmlThing buffer : model.all(BUFFER)) {
            rename(buffer, buffer.name());
        }
        var made = new HashMap<String, String>();
        for (XmlThing flow : model.all(FLOW)) {
            String heap = flow.take("heap");
            if (heaps.containsKey(flow.text("item"))) {
                flow.take("place");
            }
            rename(flow, heap);
            if (XmlFlows.isOut(flow)) {
                made.putIfAbsent(flow.text("operation"), flow.text("item"));
            }
        }
        for (XmlThing operation : model.all(OPERATION)) {
            String out = made.getOrDefault(operation.name(), "");
            boolean same = base(out).equals(operation.text("item"));
            rename(operation, same ? out : heap(operation.text("item"), operation.text("location")));
            made.putIfAbsent(operation.name(), operation.text("item"));
        }
        for (XmlThing demand : model.all(DEMAND)) {
            if (!demand.has("operation")) {
                rename(demand, heap(demand.text("item"), demand.text("location")));
            }
        }
        for (XmlThing plan : model.all("input.operationplan")) {
            rename(plan, heap(plan.text("item"), plan.text("location")));
        }
        offers(new HashSet<>(made.values()));
    }

    private void rename(XmlThing thing, String heap) {
        if (heaps.containsKey(thing.text("item"))) {
            thing.put("item", heap);
        }
    }

    /** A supplier who names no place delivers wherever nothing is made. */
    private void offers(Set<String> made) {
        for (XmlThing offer : List.copyOf(model.all(OFFER))) {
            String item = offer.text("item");
            if (!heaps.containsKey(item)) {
                continue;
            }
            List<String> places = offer.has("location")
                    ? List.of(heap(item, offer.text("location")))
                    : heaps.get(item).stream()
                            .filter(heap -> !made.contains(heap))
                            .toList();
            for (String heap : places) {
                XmlThing own = offer.copy();
                own.take("location");
                own.put("item", heap);
                model.add(own);
            }
        }
        model.removeIf(OFFER, offer -> heaps.containsKey(offer.text("item")));
    }

    /** A distribution is an operation without machines, as frePPLe makes of it. */
    private void shipments() {
        var all = new ArrayList<>(model.all("input.itemdistribution"));
        for (XmlThing distribution : all) {
            String item = distribution.text("item");
            String origin = distribution.text("origin");
            String place = distribution.text("location");
            if (item.isEmpty() || origin.isEmpty() || place.isEmpty()) {
                continue;
            }
            String name = "Ship %s from %s to %s".formatted(item, origin, place);
            XmlThing ship = model.named(OPERATION, name);
            ship.fields().setAll(distribution.fields());
            List.of("origin", "leadtime").forEach(ship::take);
            ship.put("name", name);
            ship.put("item", item);
            ship.put("location", place);
            ship.put("duration", distribution.has("leadtime") ? distribution.text("leadtime") : "0");
            model.add(flow(ship, item, origin, "-1"));
            model.add(flow(ship, item, place, "1"));
        }
        model.removeIf("input.itemdistribution", all::contains);
    }

    private static XmlThing flow(XmlThing operation, String item, String place, String quantity) {
        var flow = new XmlThing(FLOW, operation.file(), "");
        flow.put("operation", operation.name());
        flow.put("item", item);
        flow.put("place", place);
        flow.put("quantity", quantity);
        return flow;
    }
}

package io.sandtable.datasets.frepple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What suppliers offer and what moves between places: of a group of items it is so of each of its members. */
final class XmlOffers {
    private static final String OFFER = "input.itemsupplier";
    private static final String DISTRIBUTION = "input.itemdistribution";
    private static final String UNLIMITED = "unlimited";

    /** Members times offers can be any number; nobody has written so many. */
    private static final int MOST = 100_000;

    private final XmlModel model;
    private final Map<String, List<String>> members = new HashMap<>();
    private int looked;

    XmlOffers(XmlModel model) {
        this.model = model;
        for (XmlThing item : model.all("input.item")) {
            if (item.has("owner")) {
                members.computeIfAbsent(item.text("owner"), o -> new ArrayList<>())
                        .add(item.name());
            }
        }
    }

    void settle() {
        unlimited();
        for (XmlThing offer : model.all(OFFER)) {
            offer.putIfAbsent("leadtime", "0");
            offer.putIfAbsent("priority", "1");
        }
        keepTheBest();
    }

    /** Before places are told apart: the members lie in places, their group does not. */
    void ofMembers() {
        for (String kind : List.of(OFFER, DISTRIBUTION)) {
            for (XmlThing thing : List.copyOf(model.all(kind))) {
                all(thing.text("item")).forEach(member -> copy(thing, member));
            }
            model.removeIf(kind, o -> members.containsKey(o.text("item")));
        }
    }

    /** What lies in a buffer without end can be had at once, from nobody in particular. */
    private void unlimited() {
        for (XmlThing buffer : model.all("input.buffer")) {
            if (buffer.is("type", "infinite") && buffer.has("item")) {
                buffer.take("type");
                model.mention("input.supplier", UNLIMITED);
                var offer = new XmlThing(OFFER, buffer.file(), "");
                offer.put("item", buffer.text("item"));
                offer.put("supplier", UNLIMITED);
                model.add(offer);
            }
        }
    }

    /** All things below a group, those that are no group themselves. */
    private Set<String> all(String group) {
        var seen = new LinkedHashSet<String>();
        var next = new ArrayList<>(members.getOrDefault(group, List.of()));
        while (!next.isEmpty()) {
            String item = next.removeLast();
            if (++looked > MOST) {
                model.unused(OFFER + " (> " + MOST + ")", item);
                return Set.of();
            }
            if (seen.add(item)) {
                next.addAll(members.getOrDefault(item, List.of()));
            }
        }
        seen.removeIf(members::containsKey);
        return seen;
    }

    private void copy(XmlThing offer, String item) {
        XmlThing own = offer.copy();
        own.put("item", item);
        model.add(own);
    }

    /** A supplier offers an item once; where frePPLe has several offers by date or place, the preferred one is kept. */
    private void keepTheBest() {
        var best = new HashMap<List<String>, XmlThing>();
        for (XmlThing offer : model.all(OFFER)) {
            best.merge(key(offer), offer, (a, b) -> rank(b) < rank(a) ? b : a);
        }
        var kept = new HashSet<>(best.values());
        model.removeIf(OFFER, o -> {
            if (!kept.contains(o)) {
                model.unused(OFFER + " (alternative)", o.text("item") + " ← " + o.text("supplier"));
            }
            return !kept.contains(o);
        });
    }

    private static List<String> key(XmlThing offer) {
        return List.of(offer.text("item"), offer.text("supplier"));
    }

    private static double rank(XmlThing offer) {
        double priority = offer.numberOr("priority", 1).doubleValue();
        return priority == 0 ? Double.MAX_VALUE : priority;
    }
}

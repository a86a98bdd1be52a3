package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the few things of another list that a thing could be, by the traces they share; so that nobody compares all with all. */
final class Blocking {
    private static final int CANDIDATES = 12;
    /** A trace that so many share leads nowhere. */
    private static final int TOO_COMMON = 300;

    private final List<Profile> things;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Rarity rarity;

    Blocking(List<Profile> things, Rarity rarity) {
        this.things = things;
        this.rarity = rarity;
        for (int i = 0; i < things.size(); i++) {
            for (String trace : things.get(i).traces()) {
                places.computeIfAbsent(trace, t -> new ArrayList<>()).add(i);
            }
        }
    }

    List<Profile> candidates(Profile thing) {
        var weights = new HashMap<Integer, Double>();
        for (String trace : thing.traces()) {
            List<Integer> found = places.getOrDefault(trace, List.of());
            if (found.size() <= TOO_COMMON) {
                double weight = rarity.of(trace);
                found.forEach(place -> weights.merge(place, weight, Double::sum));
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(e -> things.get(e.getKey()))
                .toList();
    }
}

package io.sandtable.simulation.correction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The smallest sets that are enough, by size: all of one element, then of two, and so on; what holds a smaller set that is enough is not
 * tried. For a question whose answer stays yes when a set grows these are the minimal correction sets up to the size.
 *
 * @param found in the order in which they were found
 * @param tries how often it was asked whether a set is enough
 * @param cutShort whether sets were left untried because enough were found or the tries were used up
 */
record MinimalSets<T>(List<Set<T>> found, int tries, boolean cutShort) {
    MinimalSets {
        found = List.copyOf(found);
    }

    /** How far to look. */
    record Bounds(int largest, int mostFound, int mostTries) {}

    /** @param candidates the likeliest first */
    static <T> MinimalSets<T> of(List<T> candidates, Predicate<Set<T>> isEnough, Bounds bounds) {
        var found = new ArrayList<Set<T>>();
        int tries = 0;
        for (int size = 1; size <= Math.min(bounds.largest(), candidates.size()); size++) {
            for (Set<T> set : ofSize(size, candidates)) {
                if (found.stream().anyMatch(set::containsAll)) {
                    continue;
                }
                if (tries == bounds.mostTries() || found.size() == bounds.mostFound()) {
                    return new MinimalSets<>(found, tries, true);
                }
                tries++;
                if (isEnough.test(set)) {
                    found.add(set);
                }
            }
        }
        return new MinimalSets<>(found, tries, false);
    }

    /** All subsets of that size, those of the first elements first. */
    private static <T> List<Set<T>> ofSize(int size, List<T> elements) {
        if (size == 0) {
            return List.of(Set.of());
        }
        var sets = new ArrayList<Set<T>>();
        for (int first = 0; first + size <= elements.size(); first++) {
            for (Set<T> rest : ofSize(size - 1, elements.subList(first + 1, elements.size()))) {
                var set = new LinkedHashSet<T>();
                set.add(elements.get(first));
                set.addAll(rest);
                sets.add(set);
            }
        }
        return sets;
    }
}

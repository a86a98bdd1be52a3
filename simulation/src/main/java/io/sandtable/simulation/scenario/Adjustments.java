package io.sandtable.simulation.scenario;

import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The overlay: reads a base value through the scenario's changes. */
final class Adjustments {
    private final Map<Dimension, List<Change>> changes = new EnumMap<>(Dimension.class);

    Adjustments(List<Change> all) {
        all.forEach(c ->
                changes.computeIfAbsent(c.dimension(), d -> new ArrayList<>()).add(c));
    }

    /** The value of something that carries no date of its own. */
    double value(Dimension dimension, double base, Node... subjects) {
        return value(dimension, base, null, subjects);
    }

    /** The value after all changes of the dimension that hold on the day and whose scope meets one of the subjects. */
    double value(Dimension dimension, double base, @Nullable LocalDate day, Node... subjects) {
        double value = base;
        for (Change change : changes.getOrDefault(dimension, List.of())) {
            if (change.holdsOn(day) && matches(change.scope(), subjects)) {
                value = change.apply(value);
            }
        }
        return value;
    }

    /** The days on which a change of the dimension begins to hold, or holds no more. */
    List<LocalDate> edges(Dimension dimension) {
        var edges = new ArrayList<LocalDate>();
        for (Change change : changes.getOrDefault(dimension, List.of())) {
            if (change.from() != null) {
                edges.add(change.from());
            }
            if (change.to() != null) {
                edges.add(change.to().plusDays(1));
            }
        }
        return edges;
    }

    /** Several things named in one scope must all be meant: 「佛山协力的铝板」 is the supplier and the material. */
    static boolean matches(Set<String> scope, Node... subjects) {
        if (scope.isEmpty()) {
            return true;
        }
        var met = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (String id : scope) {
            kinds.add(kind(id));
        }
        for (Node subject : subjects) {
            for (String id : namesOf(subject)) {
                if (scope.contains(id)) {
                    met.add(kind(id));
                }
            }
        }
        return met.containsAll(kinds);
    }

    /** A family and its members are one kind: naming both does not narrow. */
    private static String kind(String id) {
        String prefix = id.substring(0, Math.max(0, id.indexOf('-')));
        return prefix.equals("FAM") ? "MAT" : prefix;
    }

    /** The ids a thing answers to: its own, its families', the workshop it is part of. */
    static Set<String> namesOf(Node node) {
        var names = new HashSet<String>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (names.add(node.id())) {
            node.out(RelationType.MEMBER_OF).forEach(r -> collect(r.to(), names));
            node.out(RelationType.PART_OF).forEach(r -> collect(r.to(), names));
        }
    }
}

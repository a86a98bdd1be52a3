package io.sandtable.model.ripple;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The relations that hold on a day, each in the ways it is walked, in compressed rows: node → a range of arcs. */
final class Arcs {
    private final BusinessSnapshot snapshot;
    /** Number of the first relation of each type. */
    private final int[] firstOfType;

    private final int[] offsets;
    private final int[] targets;
    private final int[] relations;

    private Arcs(BusinessSnapshot snapshot, int[] firstOfType, int[] from, int[] to, int[] number) {
        this.snapshot = snapshot;
        this.firstOfType = firstOfType;
        offsets = new int[snapshot.nodeCount() + 1];
        targets = new int[from.length];
        relations = new int[from.length];
        for (int node : from) {
            offsets[node + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        int[] next = offsets.clone();
        for (int arc = 0; arc < from.length; arc++) {
            int place = next[from[arc]]++;
            targets[place] = to[arc];
            relations[place] = number[arc];
        }
    }

    static Arcs of(BusinessSnapshot snapshot, LocalDate day, List<Influence> influences) {
        int[] firstOfType = new int[RelationType.values().length + 1];
        for (RelationType type : RelationType.values()) {
            firstOfType[type.ordinal() + 1] = firstOfType[type.ordinal()] + snapshot.relationCount(type);
        }
        boolean[] alive = alive(snapshot, day);
        var from = new IntRow();
        var to = new IntRow();
        var number = new IntRow();
        for (Influence influence : influences) {
            int first = firstOfType[influence.type().ordinal()];
            for (int row = 0; row < snapshot.relationCount(influence.type()); row++) {
                Relation relation = snapshot.relation(influence.type(), row);
                int beginning = relation.from().index();
                int end = relation.to().index();
                if ((influence.type().isMovement() || alive[beginning] && alive[end])
                        && influence.fits(relation)
                        && relation.validOn(day)) {
                    from.add(influence.along() ? beginning : end);
                    to.add(influence.along() ? end : beginning);
                    number.add(first + row);
                }
            }
        }
        return new Arcs(snapshot, firstOfType, from.values(), to.values(), number.values());
    }

    /** What is closed, and what no longer or not yet holds, takes part in nothing but what has happened to it. */
    private static boolean[] alive(BusinessSnapshot snapshot, LocalDate day) {
        boolean[] alive = new boolean[snapshot.nodeCount()];
        for (int i = 0; i < alive.length; i++) {
            Node node = snapshot.node(i);
            alive[i] = node.validOn(day)
                    && !node.findText(Attributes.STATUS)
                            .filter("closed"::equals)
                            .isPresent();
        }
        return alive;
    }

    BusinessSnapshot snapshot() {
        return snapshot;
    }

    int size() {
        return targets.length;
    }

    int first(int node) {
        return offsets[node];
    }

    int end(int node) {
        return offsets[node + 1];
    }

    int target(int arc) {
        return targets[arc];
    }

    /** The number of the relation that an arc walks. */
    int number(int arc) {
        return relations[arc];
    }

    /** The relation of that number. */
    Relation relation(int number) {
        int type = Arrays.binarySearch(firstOfType, number);
        if (type < 0) {
            type = -type - 2;
        }
        while (firstOfType[type + 1] == number) {
            // types without relations begin where the next one does
            type++;
        }
        return snapshot.relation(RelationType.values()[type], number - firstOfType[type]);
    }

    /** A row of ints that grows. */
    private static final class IntRow {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] values() {
            return Arrays.copyOf(values, size);
        }
    }
}

package io.sandtable.model;

import io.sandtable.model.Column.Draft;
import io.sandtable.model.Column.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** One relation type in compressed rows: rows are sorted by their beginning, so relations that begin at a node are a range. */
final class Adjacency {
    final int[] from;
    final int[] to;
    final String[] variants;
    final int[] outOffsets;
    final int[] inOffsets;
    final int[] inRows;
    final Table table;

    /**
     * Sorts relations into rows.
     *
     * @param rankOfId the place of each node among all of them by their ids alone
     */
    Adjacency(Map<SnapshotBuilder.Ends, Draft> drafts, Map<String, Integer> indexOfId, int[] rankOfId) {
        int nodeCount = rankOfId.length;
        Row[] rows = drafts.entrySet().stream()
                .map(entry -> Row.of(entry.getKey(), entry.getValue(), indexOfId, rankOfId))
                .toArray(Row[]::new);
        Arrays.parallelSort(rows, Comparator.comparingLong(Row::order).thenComparing(Row::variant));
        int size = rows.length;
        from = new int[size];
        to = new int[size];
        variants = new String[size];
        outOffsets = new int[nodeCount + 1];
        inOffsets = new int[nodeCount + 1];
        inRows = new int[size];
        table = new Table(size);
        for (int i = 0; i < size; i++) {
            Row row = rows[i];
            from[i] = row.from();
            to[i] = row.to();
            variants[i] = row.variant();
            outOffsets[row.from() + 1]++;
            inOffsets[row.to() + 1]++;
            table.set(i, row.draft());
        }
        Arrays.parallelPrefix(outOffsets, Integer::sum);
        Arrays.parallelPrefix(inOffsets, Integer::sum);
        int[] next = inOffsets.clone();
        for (int i = 0; i < size; i++) {
            inRows[next[to[i]]++] = i;
        }
    }

    int size() {
        return from.length;
    }

    /**
     * A relation on its way to its place.
     *
     * @param order by the beginning's index, then by the rank of the end's id
     */
    private record Row(long order, int from, int to, String variant, Draft draft) {
        static Row of(SnapshotBuilder.Ends ends, Draft draft, Map<String, Integer> indexOfId, int[] rankOfId) {
            int from = Objects.requireNonNull(indexOfId.get(ends.from()));
            int to = Objects.requireNonNull(indexOfId.get(ends.to()));
            return new Row((long) from << Integer.SIZE | rankOfId[to], from, to, ends.variant(), draft);
        }
    }
}

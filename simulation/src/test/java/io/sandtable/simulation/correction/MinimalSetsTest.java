package io.sandtable.simulation.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.correction.MinimalSets.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimalSetsTest {
    private static final Bounds WIDE = new Bounds(3, 1_000, 10_000);

    /** Conflicts: sets of rules that cannot all hold. Enough is what takes one rule out of each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void foundSets_areThoseOfAnExhaustiveSearch(long seed) {
        var random = new SplittableRandom(seed);
        List<Integer> rules = IntStream.range(0, 6).boxed().toList();
        var conflicts = new ArrayList<Set<Integer>>();
        for (int c = 0; c < 3; c++) {
            conflicts.add(Set.copyOf(
                    random.ints(2 + random.nextInt(2), 0, 6).distinct().boxed().toList()));
        }

        MinimalSets<Integer> found = MinimalSets.of(rules, set -> hits(set, conflicts), WIDE);

        var minimal = new HashSet<Set<Integer>>();
        for (int bits = 1; bits < 1 << 6; bits++) {
            int chosen = bits;
            Set<Integer> set = Set.copyOf(
                    rules.stream().filter(r -> (chosen >> r & 1) == 1).toList());
            boolean noneLess = set.stream().allMatch(less -> {
                var smaller = new HashSet<>(set);
                smaller.remove(less);
                return !hits(smaller, conflicts);
            });
            if (set.size() <= 3 && hits(set, conflicts) && noneLess) {
                minimal.add(set);
            }
        }
        assertThat(minimal).isNotEmpty();
        assertThat(new HashSet<>(found.found())).isEqualTo(minimal);
        assertThat(found.found()).hasSameSizeAs(minimal);
        assertThat(found.found().stream().mapToInt(Set::size).toArray()).isSorted();
        assertThat(found.cutShort()).isFalse();
    }

    private static boolean hits(Set<Integer> set, List<Set<Integer>> conflicts) {
        return conflicts.stream().allMatch(conflict -> conflict.stream().anyMatch(set::contains));
    }

    @Test
    void bounds_areKeptAndSaid() {
        List<Integer> rules = List.of(1, 2, 3, 4);

        MinimalSets<Integer> few = MinimalSets.of(rules, set -> set.size() == 2, new Bounds(3, 2, 100));
        MinimalSets<Integer> early = MinimalSets.of(rules, set -> false, new Bounds(3, 5, 3));
        MinimalSets<Integer> none = MinimalSets.of(rules, set -> set.size() == 4, WIDE);

        assertThat(few.found()).containsExactly(Set.of(1, 2), Set.of(1, 3));
        assertThat(few.cutShort()).isTrue();
        assertThat(early).isEqualTo(new MinimalSets<Integer>(List.of(), 3, true));
        assertThat(none).isEqualTo(new MinimalSets<Integer>(List.of(), 4 + 6 + 4, false));
    }
}

package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AscendingIndexTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 500})
    void everyNumber_isFoundWhereASearchByHalvesFindsIt(int size) {
        var random = new SplittableRandom(size);
        int[] values = random.ints(3L * size, -20 * size, 100 * size)
                .sorted()
                .distinct()
                .limit(size)
                .toArray();
        var index = new AscendingIndex(values);

        IntStream.rangeClosed(-25 * size, 110 * size)
                .forEach(n -> assertThat(index.lastAtMost(n)).isEqualTo(lastAtMost(values, n)));
    }

    @Test
    void fromOneEndOfTheIntegersToTheOther() {
        int[] values = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
        var index = new AscendingIndex(values);

        for (int n : new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -2, -1, 0, 1, Integer.MAX_VALUE}) {
            assertThat(index.lastAtMost(n)).isEqualTo(lastAtMost(values, n));
        }
    }

    @Test
    void nothing_hasNone() {
        assertThat(new AscendingIndex(new int[0]).lastAtMost(5)).isEqualTo(-1);
    }

    private static int lastAtMost(int[] values, int number) {
        int at = Arrays.binarySearch(values, number);
        return at >= 0 ? at : -at - 2;
    }
}

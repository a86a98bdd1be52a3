package io.sandtable.bench.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals of the alignment, on exports that a seed makes; the pairs written by hand keep what they reached. */
class AlignmentFiguresTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 11, 23})
    void twoExports_areAlignedWithoutMistakesAndAlmostCompletely(long seed) {
        Exports exports = Exports.of(seed, AlignmentBenchmark.ARTICLES, AlignmentBenchmark.LOOK_ALIKES);
        assertThat(exports.same()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(exports.lookAlikes()).hasSizeGreaterThanOrEqualTo(100);

        Found found = AlignmentBenchmark.find(exports);

        assertThat(found.precision()).isGreaterThanOrEqualTo(AlignmentBenchmark.LEAST_PRECISION);
        assertThat(found.recall()).isGreaterThanOrEqualTo(AlignmentBenchmark.LEAST_RECALL);
        assertThat(found.sure()).doesNotContainAnyElementsOf(exports.lookAlikes());
    }

    @Test
    void pairsWrittenByHand_areNeverJoinedWrongly() {
        for (String file : new String[] {HandWritten.SEEN, HandWritten.HELD_OUT}) {
            Found found = AlignmentBenchmark.find(HandWritten.exports(file));

            assertThat(found.precision()).as(file).isEqualTo(1);
            assertThat(found.recall()).as(file).isGreaterThan(0.75);
        }
    }

    @Test
    void sameSeed_makesTheSameExports() {
        assertThat(Exports.of(7, 50, 20)).isEqualTo(Exports.of(7, 50, 20));
    }
}

package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {
    private final WorkingTime twoShifts = WorkingTime.of(List.of(new int[] {480, 720}, new int[] {780, 1020}));

    @Test
    void workedBefore_countsOnlyTheIntervals() {
        assertThat(twoShifts.workedBefore(-5)).isZero();
        assertThat(twoShifts.workedBefore(480)).isZero();
        assertThat(twoShifts.workedBefore(481)).isEqualTo(1);
        assertThat(twoShifts.workedBefore(720)).isEqualTo(240);
        assertThat(twoShifts.workedBefore(750)).isEqualTo(240);
        assertThat(twoShifts.workedBefore(780)).isEqualTo(240);
        assertThat(twoShifts.workedBefore(9999)).isEqualTo(480);
    }

    @Test
    void or_joinsWhatOverlapsOrTouches() {
        WorkingTime noon = WorkingTime.of(List.of(new int[] {700, 780}, new int[] {1100, 1200}));

        assertThat(twoShifts.or(noon))
                .isEqualTo(WorkingTime.of(List.of(new int[] {480, 1020}, new int[] {1100, 1200})));
        assertThat(noon.or(twoShifts)).isEqualTo(twoShifts.or(noon));
    }

    @Test
    void lastFree_takesTheMinutesNearestToTheEnd() {
        assertThat(twoShifts.lastFree(0, 900, 100))
                .isEqualTo(WorkingTime.of(List.of(new int[] {440, 480}, new int[] {720, 780})));
        assertThat(twoShifts.lastFree(470, 900, 1000).total()).isEqualTo(10 + 60);
        assertThat(twoShifts.lastFree(500, 700, 1000).total()).isZero();
        assertThat(twoShifts.lastFree(0, 2000, 30)).isEqualTo(WorkingTime.of(List.of(new int[] {1970, 2000})));
        assertThat(twoShifts.lastFree(100, 300, 50)).isEqualTo(WorkingTime.of(List.of(new int[] {250, 300})));
    }

    @Test
    void workThatFillsTheMorning_endsAtNoonAndTheNextStartsAfterTheBreak() {
        assertThat(twoShifts.wallOfEnd(240)).isEqualTo(720);
        assertThat(twoShifts.wallOfStart(240)).isEqualTo(780);
    }

    @Test
    void beyondTheLastInterval_thereIsNoStart() {
        assertThat(twoShifts.wallOfStart(479)).isEqualTo(1019);
        assertThat(twoShifts.wallOfStart(480)).isEqualTo(Integer.MAX_VALUE);
        assertThat(twoShifts.wallOfEnd(480)).isEqualTo(1020);
        assertThat(twoShifts.wallOfEnd(481)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void noIntervals_meansNeverAtWork() {
        WorkingTime never = WorkingTime.of(List.of());

        assertThat(never.total()).isZero();
        assertThat(never.workedBefore(5000)).isZero();
        assertThat(never.wallOfStart(0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void touchingIntervals_areJoined() {
        WorkingTime joined = WorkingTime.of(List.of(new int[] {0, 10}, new int[] {10, 20}));

        assertThat(joined).isEqualTo(WorkingTime.of(List.of(new int[] {0, 20})));
        assertThat(joined.size()).isEqualTo(1);
    }

    @Test
    void emptyOrOverlappingIntervals_areRefused() {
        assertThatThrownBy(() -> WorkingTime.of(List.of(new int[] {5, 5})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5–5");
        assertThatThrownBy(() -> WorkingTime.of(List.of(new int[] {0, 10}, new int[] {9, 20})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlaps");
    }

    @Test
    void negativeWorkedMinutes_areRefused() {
        assertThatThrownBy(() -> twoShifts.wallOfStart(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void keepingHalf_leavesTheFirstHalfOfEachIntervalInTheRange() {
        WorkingTime kept = twoShifts.keeping(0.5, 0, 780);

        assertThat(kept).isEqualTo(WorkingTime.of(List.of(new int[] {480, 600}, new int[] {780, 1020})));
    }

    @Test
    void keepingNothingOfTheMiddle_splitsTheInterval() {
        assertThat(twoShifts.keeping(0, 500, 600))
                .isEqualTo(WorkingTime.of(List.of(new int[] {480, 500}, new int[] {600, 720}, new int[] {780, 1020})));
    }

    @Test
    void keepingAll_changesNothingEvenWhereTheRangeCutsAnInterval() {
        assertThat(twoShifts.keeping(1, 500, 600)).isEqualTo(twoShifts);
    }

    @Test
    void keepingAShareThatIsWholeInDecimals_losesNoMinuteToBinaryFractions() {
        WorkingTime hundred = WorkingTime.of(List.of(new int[] {0, 100}));

        // 100 · 0.29 is 28.999999999999996 in binary
        assertThat(hundred.keeping(0.29, 0, 100).total()).isEqualTo(29);
    }

    @Test
    void keepingMoreThanAllOrLessThanNothing_isRefused() {
        assertThatThrownBy(() -> twoShifts.keeping(1.2, 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.2");
        assertThatThrownBy(() -> twoShifts.keeping(Double.NaN, 0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyWorkedMinute_mapsToAWallMinuteAtWorkAndBack(long seed) {
        List<int[]> intervals = intervals(new SplittableRandom(seed));
        WorkingTime time = WorkingTime.of(intervals);

        for (int worked = 0; worked < time.total(); worked++) {
            int wall = time.wallOfStart(worked);
            assertThat(isAtWork(intervals, wall)).isTrue();
            assertThat(time.workedBefore(wall)).isEqualTo(worked);
            assertThat(time.wallOfEnd(worked + 1)).isEqualTo(wall + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void workedBetween_isTheNumberOfMinutesAtWork(long seed) {
        var random = new SplittableRandom(seed);
        List<int[]> intervals = intervals(random);
        WorkingTime time = WorkingTime.of(intervals);

        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(-50, 2500);
            int to = random.nextInt(-50, 2500);
            int counted = 0;
            for (int wall = from; wall < to; wall++) {
                counted += isAtWork(intervals, wall) ? 1 : 0;
            }
            assertThat(time.workedBetween(from, to)).isEqualTo(counted);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void keeping_neverAddsTimeAndLeavesTheRestAlone(long seed) {
        var random = new SplittableRandom(seed);
        List<int[]> intervals = intervals(random);
        WorkingTime time = WorkingTime.of(intervals);

        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(0, 2000);
            int to = from + random.nextInt(0, 800);
            double share = random.nextInt(0, 101) / 100.0;
            WorkingTime kept = time.keeping(share, from, to);
            for (int wall = 0; wall < 2500; wall++) {
                boolean before = isAtWork(intervals, wall);
                boolean after = kept.workedBetween(wall, wall + 1) == 1;
                assertThat(after).isEqualTo((wall >= from && wall < to) ? (before && after) : before);
            }
            assertThat((double) kept.workedBetween(from, to))
                    .isLessThanOrEqualTo(time.workedBetween(from, to) * share + 1e-6);
        }
    }

    private static boolean isAtWork(List<int[]> intervals, int wall) {
        return intervals.stream().anyMatch(i -> i[0] <= wall && wall < i[1]);
    }

    private static List<int[]> intervals(SplittableRandom random) {
        var intervals = new ArrayList<int[]>();
        int wall = random.nextInt(0, 100);
        while (wall < 2000) {
            int end = wall + 1 + random.nextInt(200);
            intervals.add(new int[] {wall, end});
            wall = end + random.nextInt(120);
        }
        return intervals;
    }
}

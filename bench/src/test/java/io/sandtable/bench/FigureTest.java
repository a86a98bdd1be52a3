package io.sandtable.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void median_isTheMiddleOfOddAndTheMeanOfTheTwoMiddlesOfEvenRuns() {
        assertThat(Figure.median("f", List.of(9L, 1L, 5L)).value()).isEqualTo(5);
        assertThat(Figure.median("f", List.of(9L, 1L, 5L, 6L)).value()).isEqualTo(5.5);
    }

    @Test
    void median_ofNoRunIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.median("f", List.of()))
                .withMessageContaining("--runs");
    }

    @Test
    void goal_isMetExactlyAtItsEdgeAndMissedAbove() {
        assertThat(Figure.median("f", List.of(15_000L), 15_000).met()).isTrue();
        assertThat(Figure.median("f", List.of(15_001L), 15_000).met()).isFalse();
    }

    @Test
    void goalOfAtLeast_isMetExactlyAtItsEdgeAndMissedBelow() {
        assertThat(Figure.atLeast("f", 5_000, "messages/s", 5_000, 1).met()).isTrue();
        assertThat(Figure.atLeast("f", 4_999, "messages/s", 5_000, 1).met()).isFalse();
        assertThat(Figure.atLeast("f", 4_999, "messages/s", 5_000, 1).goal()).isEqualTo(">= 5000");
        assertThat(Figure.plain("f", 1, "messages", 1).hasGoal()).isFalse();
    }

    @Test
    void somethingThatMustNeverHappen_missesItsGoalWhenItHappensOnce() {
        assertThat(Figure.never("f", 0, "plans", 5).met()).isTrue();
        assertThat(Figure.never("f", 1, "plans", 5).met()).isFalse();
    }

    @Test
    void json_hasTheContractsFieldsAndNoGoalWhereThereIsNone() {
        var result = new Result(
                "question",
                "abc1234",
                "2 cores",
                List.of(Figure.median("total", List.of(900L), 15_000), Figure.median("stage", List.of(7L))));

        assertThat(result.json())
                .isEqualTo("{\"bench\":\"question\",\"commit\":\"abc1234\",\"machine\":\"2 cores\",\"figures\":["
                        + "{\"name\":\"total\",\"value\":900.0,\"unit\":\"ms\",\"goal\":\"<= 15000\",\"met\":true,\"runs\":1},"
                        + "{\"name\":\"stage\",\"value\":7.0,\"unit\":\"ms\",\"runs\":1}]}");
    }

    @Test
    void table_printsAMissedGoalLoudly() {
        var result =
                new Result("question", "abc1234", "2 cores", List.of(Figure.median("total", List.of(16_000L), 15_000)));

        assertThat(result.table()).contains("| total | 16,000 | ms | <= 15000 | **no** | 1 |");
    }
}

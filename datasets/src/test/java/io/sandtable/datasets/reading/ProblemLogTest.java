package io.sandtable.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of very many problems and facts. */
class ProblemLogTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Problem bad(int row, String column) {
        return new Problem("a.csv", row, column, "x", ProblemCode.NUMBER_WRONG, "1250.5");
    }

    @Test
    void ofVeryManyProblems_theFirstOfEachKindAreKept_andTheOthersAreCounted() {
        var log = new ProblemLog(3, 2);

        for (int row = 2; row <= 11; row++) {
            log.add(bad(row, "数量"));
            log.add(bad(row, "数量"));
        }
        log.add(bad(2, "单价"));

        assertThat(log.all())
                .containsExactly(
                        new Problem("a.csv", 0, "数量", "7", ProblemCode.MORE_OF_A_KIND, "5..11"),
                        bad(2, "数量"),
                        bad(3, "数量"),
                        bad(4, "数量"),
                        bad(2, "单价"));
        assertThat(log.badRows()).isEqualTo(10);
        assertThat(log.errorsLeft()).isEqualTo(7);
        assertThat(log.isBad("a.csv", 11)).isTrue();
        assertThat(log.isBad("a.csv", 12)).isFalse();
        assertThat(log.isTold("a.csv", 11, "数量")).isTrue();
        assertThat(log.isTold("a.csv", 11, "单价")).isFalse();
    }

    @Test
    void whatAnotherFound_comesWithItsCount() {
        var log = new ProblemLog(3, 2);
        var found = new ProblemLog(1, 1);
        found.add(bad(2, "数量"));
        found.add(bad(3, "数量"));

        log.addAll(found, problem -> problem);

        assertThat(log.all()).hasSize(2);
        assertThat(log.badRows()).isEqualTo(2);
        assertThat(log.errorsLeft()).isEqualTo(1);
    }

    @Test
    void factsBeyondTheRoom_areCounted_andTheSourceIsRefused() {
        var draft = new Draft("many", new Room(10_000));
        Evidence evidence = Provenance.file(Origin.REAL, "many/a.csv", "0".repeat(64), DAY, null, null);
        for (int row = 2; row <= 9; row++) {
            draft.state(
                    new Fact.NodeFact(NodeType.SITE, "SIT-" + row, Map.of("name", "x"), evidence, "" + row),
                    "a.csv",
                    row);
        }

        Dataset read = draft.finish(Title.of("many"), Origin.REAL, DAY);

        assertThat(read.facts()).isEmpty();
        assertThat(read.importable()).isFalse();
        assertThat(read.importableInPart()).isFalse();
        assertThat(read.problems())
                .containsExactly(new Problem("a.csv", 7, "", "8", ProblemCode.TOO_MUCH_TO_KEEP, "5"));
    }
}

package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A press that works Monday to Saturday and rests from 1 to 6 October. */
class OpenDaysTest {
    private static final Evidence FILE =
            new Evidence("EVI-1", Origin.REAL, "calendar.csv", null, LocalDate.of(2025, 12, 31), null, null);

    private final OpenDays open = OpenDays.of(
            BusinessSnapshot.of(List.of(
                    node("CAL-1", Map.of("shifts", "MON-SAT 08:00-16:00", "shutdowns", "2025-10-01..2025-10-06")),
                    node("EQP-1", Map.of("kind", "machine")),
                    new Fact.RelationFact(RelationType.FOLLOWS, "EQP-1", "CAL-1", "", Map.of(), FILE, ""))),
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2025, 10, 31));

    @Test
    void whatIsDueWhileTheHouseIsClosed_leavesOnTheLastOpenDay() {
        assertThat(open.lastBy(LocalDate.of(2025, 10, 4))).isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(open.lastBy(LocalDate.of(2025, 9, 28))).isEqualTo(LocalDate.of(2025, 9, 27));
        assertThat(open.lastBy(LocalDate.of(2025, 10, 7))).isEqualTo(LocalDate.of(2025, 10, 7));
    }

    @Test
    void openDaysOfAMonth_areCounted() {
        assertThat(open.in(YearMonth.of(2025, 10))).isEqualTo(31 - 6 - 3);
        assertThat(open.isOpen(LocalDate.of(2025, 10, 12))).isFalse();
    }

    @Test
    void outsideOfTheSpan_daysAreUsualOnes() {
        assertThat(open.isOpen(LocalDate.of(2025, 11, 2))).isTrue();
        assertThat(open.lastBy(LocalDate.of(2025, 11, 2))).isEqualTo(LocalDate.of(2025, 11, 2));
    }

    private static Fact node(String id, Map<String, Object> values) {
        return new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, FILE, "");
    }
}

package io.sandtable.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes.RevisionNote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaleLineTest {
    private static final Instant RAN = Instant.parse("2026-11-21T12:15:00Z");

    private static Inquiry inquiry() {
        return new Inquiry(
                "INQ-2026-1121-001",
                "demo",
                Language.ZH,
                "li",
                RAN,
                LocalDate.of(2026, 11, 21),
                7,
                Inquiry.State.DONE,
                RAN,
                List.of(),
                List.of(),
                "li",
                RAN,
                3L,
                null,
                null,
                null);
    }

    private static RevisionNote note(long revision, String code, String argument) {
        return new RevisionNote(revision, RAN.plusSeconds(revision), code, List.of(argument));
    }

    @Test
    void freshPlans_haveNoLine() {
        assertThat(StaleLine.of(inquiry(), List.of(), Words.in(Language.ZH))).isNull();
    }

    @Test
    void stock_isSaidOnceWithItsSourceAndHowOften() {
        StaleLine line = java.util.Objects.requireNonNull(StaleLine.of(
                inquiry(), List.of(note(4, "stock", "wms"), note(5, "stock", "wms")), Words.in(Language.ZH)));

        assertThat(line.text()).isEqualTo("2026-11-21 20:15 后有 2 笔新数据，结果可能变化");
        assertThat(line.reasons()).containsExactly("收到现场库存（wms）（2 次）");
    }

    @Test
    void unknownCode_isSaidAsAChange() {
        StaleLine line = java.util.Objects.requireNonNull(
                StaleLine.of(inquiry(), List.of(note(4, "moon", "x")), Words.in(Language.EN)));

        assertThat(line.reasons()).containsExactly("Data changed (moon)");
    }
}

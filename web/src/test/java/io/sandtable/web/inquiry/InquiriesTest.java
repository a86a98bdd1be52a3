package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ids of questions and their order, with a real database. */
class InquiriesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC);

    private final ServiceDatabase database = new ServiceDatabase();
    private final Inquiries inquiries = database.inquiries(CLOCK);

    private static String add(Inquiries inquiries) {
        return inquiries
                .add("demo", Language.ZH, "li", LocalDate.of(2026, 11, 21), 1, List.of())
                .id();
    }

    @Test
    void id_isGivenToNobodyElseOnceItsQuestionIsDiscarded() {
        String first = add(inquiries);
        inquiries.remove(first);

        String second = add(inquiries);

        assertThat(first).isEqualTo("INQ-2026-1121-001");
        assertThat(second).isEqualTo("INQ-2026-1121-002");
    }

    @Test
    void day_hasRoomForMoreThanAThousandQuestions() {
        List<String> ids =
                IntStream.rangeClosed(1, 1_002).mapToObj(n -> add(inquiries)).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.getLast()).isEqualTo("INQ-2026-1121-1002");
        assertThat(inquiries.listInquiries("demo", 0, 4))
                .extracting(Inquiry::id)
                .containsExactly("INQ-2026-1121-1002", "INQ-2026-1121-1001", "INQ-2026-1121-1000", "INQ-2026-1121-999");
    }

    @Test
    void numbers_goOnWhereAHomeOfBeforeHadCome() {
        var before = new ServiceDatabase("6");
        for (String number : List.of("007", "999", "1000")) {
            before.client().sql("""
                            insert into inquiry (id, company, language, author, asked_at, seed, state, changed_at, chips)
                            values (?, 'demo', 'zh', 'li', now(), 1, 'DRAFT', now(), '[]')""").param("INQ-2026-1121-" + number).update();
        }
        before.migrate("latest");

        assertThat(add(before.inquiries(CLOCK))).isEqualTo("INQ-2026-1121-1001");
    }
}

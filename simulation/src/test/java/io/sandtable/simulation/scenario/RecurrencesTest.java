package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrencesTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;BYDAY=MO|2026-11-23 2026-11-30 2026-12-07",
                "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2|2026-12-01 2026-12-03",
                "FREQ=WEEKLY|2026-11-21 2026-11-28 2026-12-05",
                "FREQ=MONTHLY;BYMONTHDAY=-1|2026-11-30",
                "FREQ=MONTHLY;BYMONTHDAY=5,25|2026-11-25 2026-12-05",
                "FREQ=MONTHLY;BYDAY=1MO|2026-12-07",
                "FREQ=MONTHLY;BYDAY=-1FR|2026-11-27",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1|2026-12-01",
                "FREQ=DAILY;INTERVAL=7;UNTIL=20261130T000000Z|2026-11-21 2026-11-28"
            })
    void ruleOfTheCalendar_happensOnItsDays(String recurrence, String days) {
        assertThat(Recurrences.days(recurrence, SATURDAY, LocalDate.of(2026, 12, 10)))
                .extracting(LocalDate::toString)
                .containsExactly(days.split(" "));
    }

    @Test
    void lunarDays_goOverTheYear() {
        // the twelfth month's twentieth day is 2027-01-27, the first month's fifteenth 2027-02-20
        List<LocalDate> days = Recurrences.days("LUNAR:12-20..01-15", SATURDAY, LocalDate.of(2027, 5, 1));

        assertThat(days.getFirst()).isEqualTo(LocalDate.of(2027, 1, 27));
        assertThat(days.getLast()).isEqualTo(LocalDate.of(2027, 2, 20));
        assertThat(days).hasSize(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=HOURLY", "FREQ=WEEKLY;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=XX", "LUNAR:12-20", "weekly"})
    void whatIsNotRead_isNotGuessed(String recurrence) {
        assertThatThrownBy(() -> Recurrences.days(recurrence, SATURDAY, SATURDAY.plusDays(30)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

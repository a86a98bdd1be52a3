package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatedWeeksTest {
    private static final String SUMMER = "2027-06-01..2027-08-31 MON-FRI 07:00-15:00;SAT 07:00-12:00";

    @Test
    void weekHoldsFromItsFirstDayToItsLast_andTheFirstOfTwoCounts() {
        var weeks = DatedWeeks.parse(SUMMER + " | 2027-08-01..2027-09-30 MON-SUN 00:00-24:00");

        assertThat(weeks.on(LocalDate.of(2027, 5, 31))).isEmpty();
        assertThat(weeks.on(LocalDate.of(2027, 6, 1)))
                .hasValue(WeekPattern.parse("MON-FRI 07:00-15:00;SAT 07:00-12:00"));
        assertThat(weeks.on(LocalDate.of(2027, 8, 31)))
                .hasValue(WeekPattern.parse("MON-FRI 07:00-15:00;SAT 07:00-12:00"));
        assertThat(weeks.on(LocalDate.of(2027, 9, 1))).hasValue(WeekPattern.parse("MON-SUN 00:00-24:00"));
    }

    @Test
    void whatIsWritten_isReadBack() {
        var weeks = DatedWeeks.parse(SUMMER);

        assertThat(DatedWeeks.parse(weeks.toString())).isEqualTo(weeks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MON-FRI 07:00-15:00",
                "2027-06-01..2027-08-31",
                "2027-08-31..2027-06-01 MON 07:00-15:00",
                "2027-06-01;2027-07-01 MON 07:00-15:00",
                "2027-06-01..2027-08-31 MON 15:00-07:00"
            })
    void anythingElse_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DatedWeeks.parse(text));
    }
}

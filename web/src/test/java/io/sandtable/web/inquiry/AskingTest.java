package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day to plan from. */
class AskingTest {
    private static final LocalDate OF_THE_DATA = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({",2026-11-21", "2026-12-01,2026-12-01", "2021-11-21,2021-11-21", "2031-11-21,2031-11-21"})
    void day_isTheOneWishedWithinFiveYearsOfTheData(@Nullable LocalDate wished, LocalDate taken) {
        assertThat(Asking.day(wished, OF_THE_DATA)).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-11-20", "2031-11-22", "0001-01-01", "9999-12-31"})
    void day_furtherAway_isRefusedWithWhatMayBe(LocalDate wished) {
        assertThatThrownBy(() -> Asking.day(wished, OF_THE_DATA))
                .isInstanceOfSatisfying(
                        InquiryRefused.class,
                        e -> assertThat(e.arguments()).containsExactly(wished.toString(), "2021-11-21", "2031-11-21"));
    }
}

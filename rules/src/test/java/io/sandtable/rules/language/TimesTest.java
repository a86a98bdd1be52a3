package io.sandtable.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private final Times times = new Times(LocalDate.of(2026, 11, 21), HolidayCalendar.china());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "下月, 2026-12-01, 2026-12-31",
                "下下个月, 2027-01-01, 2027-01-31",
                "本季度, 2026-10-01, 2026-12-31",
                "下季度, 2027-01-01, 2027-03-31",
                "明年上半年, 2027-01-01, 2027-06-30",
                "明年, 2027-01-01, 2027-12-31",
                "2027年第二季度, 2027-04-01, 2027-06-30",
                "一季度, 2027-01-01, 2027-03-31",
                "月底前, -, 2026-11-30",
                "下月底前, -, 2026-12-31",
                "年底前, -, 2026-12-31",
                "6月底前, -, 2027-06-30",
                "12月中旬, 2026-12-11, 2026-12-20",
                "2月下旬, 2027-02-21, 2027-02-28",
                "下周二, 2026-11-24, 2026-11-24",
                "下周, 2026-11-23, 2026-11-29",
                "12月20号, 2026-12-20, 2026-12-20",
                "11月20日, 2027-11-20, 2027-11-20",
                "2027年3月, 2027-03-01, 2027-03-31",
                "二〇二七年三月, 2027-03-01, 2027-03-31",
                "3月到5月, 2027-03-01, 2027-05-31",
                "11月到1月, 2026-11-01, 2027-01-31",
                "8月3日到17日, 2027-08-03, 2027-08-17",
                "2027-03-01至2027-03-15, 2027-03-01, 2027-03-15",
                "从4月1日起, 2027-04-01, -",
                "4月1日以后, 2027-04-01, -",
                "最晚12月20号, -, 2026-12-20",
                "春节前, -, 2027-02-04",
                "春节后, 2027-02-09, -",
                "国庆期间, 2027-10-01, 2027-10-03",
                "未来三个月, 2026-11-21, 2027-02-20",
                "两周内, 2026-11-21, 2026-12-04",
                "next month, 2026-12-01, 2026-12-31",
                "next quarter, 2027-01-01, 2027-03-31",
                "in February, 2027-02-01, 2027-02-28",
                "in May, 2027-05-01, 2027-05-31",
                "May 2027, 2027-05-01, 2027-05-31",
                "in 2027, 2027-01-01, 2027-12-31",
                "by the end of June, -, 2027-06-30",
                "until the end of June, -, 2027-06-30",
                "by 20 December, -, 2026-12-20",
                "by December 20th, -, 2026-12-20",
                "before Spring Festival, -, 2027-02-04",
                "3–17 August 2027, 2027-08-03, 2027-08-17",
                "from 1 January 2027 to 31 March 2027, 2027-01-01, 2027-03-31",
                "from 1 March onwards, 2027-03-01, -",
                "in the first half of next year, 2027-01-01, 2027-06-30",
                "Q2 2027, 2027-04-01, 2027-06-30",
                "next Tuesday, 2026-11-24, 2026-11-24",
                "over the next two weeks, 2026-11-21, 2026-12-04",
            })
    void words_nameTheDays(String words, LocalDate from, LocalDate to) {
        assertThat(longest(words)).hasValueSatisfying(token -> {
            assertThat(token.end()).as("all of '%s' is read", words).isEqualTo(words.length());
            assertThat(token.valueAs(When.class).from()).isEqualTo(from);
            assertThat(token.valueAs(When.class).to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2月30日", "2027年2月29日", "13月", "4月31号前", "30 February", "31 April 2027", "3月5日到3月1日"})
    void daysTheCalendarLacks_areImpossible(String words) {
        assertThat(longest(words))
                .hasValueSatisfying(token ->
                        assertThat(token.valueAs(When.class).isImpossible()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"may", "2027", "三十", "marching"})
    void wordsThatMeanOtherThings_areNoTimesAlone(String words) {
        assertThat(longest(words)).isEmpty();
    }

    private Optional<Token> longest(String words) {
        return times.at(NormalText.of(words), 0).stream().max(Comparator.comparingInt(Token::end));
    }
}

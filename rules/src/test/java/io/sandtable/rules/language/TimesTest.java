package io.sandtable.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                "12月1号到6号, 2026-12-01, 2026-12-06",
                "12月24到26号, 2026-12-24, 2026-12-26",
                "元月18号到2月2号, 2027-01-18, 2027-02-02",
                "3-5月, 2027-03-01, 2027-05-31",
                "七八月份, 2027-07-01, 2027-08-31",
                "7、8月, 2027-07-01, 2027-08-31",
                "三月和九月之间, 2027-03-01, 2027-09-30",
                "下个月15号, 2026-12-15, 2026-12-15",
                "大后天, 2026-11-24, 2026-11-24",
                "下下周三, 2026-12-02, 2026-12-02",
                "下周末, 2026-11-28, 2026-11-29",
                "12月19日周六, 2026-12-19, 2026-12-19",
                "12月上半月, 2026-12-01, 2026-12-15",
                "季度末, 2026-12-01, 2026-12-31",
                "上上个月, 2026-09-01, 2026-09-30",
                "过去三个月, 2026-08-21, 2026-11-20",
                "半年内, 2026-11-21, 2027-05-20",
                "两周后, 2026-12-05, -",
                "12月底之前, -, 2026-12-31",
                "2027-03-01或之后, 2027-03-01, -",
                "春节前两周, 2027-01-22, 2027-02-04",
                "五一前, -, 2027-04-30",
                "過年前, -, 2027-02-04",
                "腊月廿三到正月初八, 2027-01-30, 2027-02-13",
                "腊月二十到正月十五, 2027-01-27, 2027-02-20",
                "正月十五前, -, 2027-02-20",
                "农历八月十五, 2027-09-15, 2027-09-15",
                "大年三十, 2027-02-05, 2027-02-05",
                "除夕, 2027-02-05, 2027-02-05",
                "除夕到初六, 2027-02-05, 2027-02-11",
                "大年初一到初六, 2027-02-06, 2027-02-11",
                "明年前三季度, 2027-01-01, 2027-09-30",
                "腊月, 2027-01-08, 2027-02-05",
                "二〇二六年十二月廿日, 2026-12-20, 2026-12-20",
                "from 20 to 26 December, 2026-12-20, 2026-12-26",
                "between 20 and 26 December, 2026-12-20, 2026-12-26",
                "Wednesday next week, 2026-11-25, 2026-11-25",
                "the last day of the month, 2026-11-30, 2026-11-30",
                "in the second half of December, 2026-12-16, 2026-12-31",
                "by the 15th, -, 2026-12-15",
                "over the weekend, 2026-11-21, 2026-11-22",
                "next weekend, 2026-11-28, 2026-11-29",
                "within two weeks, 2026-11-21, 2026-12-04",
                "the day after tomorrow, 2026-11-23, 2026-11-23",
            })
    void words_nameTheDays(String words, LocalDate from, LocalDate to) {
        assertThat(longest(words)).hasValueSatisfying(token -> {
            assertThat(token.end()).as("all of '%s' is read", words).isEqualTo(words.length());
            assertThat(token.valueAs(When.class).from()).isEqualTo(from);
            assertThat(token.valueAs(When.class).to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2月30日",
                "2027年2月29日",
                "13月",
                "4月31号前",
                "30 February",
                "31 April 2027",
                "3月5日到3月1日",
                "12月19日周五",
                "每月32号",
                "腊月三十",
                "三五月",
                "正月初八到腊月廿三"
            })
    void daysTheCalendarLacks_areImpossible(String words) {
        assertThat(longest(words))
                .hasValueSatisfying(token ->
                        assertThat(token.valueAs(When.class).isImpossible()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "每周四 | FREQ=WEEKLY;BYDAY=TH",
                "每周一和周四 | FREQ=WEEKLY;BYDAY=MO,TH",
                "每周一到周五 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                "每个周末 | FREQ=WEEKLY;BYDAY=SA,SU",
                "每月15号 | FREQ=MONTHLY;BYMONTHDAY=15",
                "每月最后一天 | FREQ=MONTHLY;BYMONTHDAY=-1",
                "每月第一个周一 | FREQ=MONTHLY;BYDAY=1MO",
                "每年3月15日 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15",
                "每年腊月二十到正月十五 | LUNAR:12-20..01-15",
                "every Monday | FREQ=WEEKLY;BYDAY=MO",
                "on Mondays and Thursdays | FREQ=WEEKLY;BYDAY=MO,TH",
                "on the 15th of every month | FREQ=MONTHLY;BYMONTHDAY=15",
                "on the last Friday of each month | FREQ=MONTHLY;BYDAY=-1FR",
            })
    void words_nameWhatComesAgain(String words, String rule) {
        assertThat(longest(words)).hasValueSatisfying(token -> {
            assertThat(token.end()).as("all of '%s' is read", words).isEqualTo(words.length());
            assertThat(token.valueAs(When.class).recurrence()).isEqualTo(rule);
        });
    }

    @Test
    void tonight_isADayAndHoursOfIt() {
        NormalText tonight = NormalText.of("明晚8点到10点");

        assertThat(times.at(tonight, 0)).singleElement().satisfies(day -> {
            assertThat(day.end()).isEqualTo(1);
            assertThat(day.valueAs(When.class).from()).isEqualTo("2026-11-22");
        });
        assertThat(Amounts.at(tonight, 1))
                .filteredOn(token -> token.end() == tonight.length())
                .singleElement()
                .satisfies(hours -> assertThat(hours.value()).isEqualTo(List.of("20:00", "22:00")));
    }

    @Test
    void yearsInWhichAFestivalWasSeen_areKept() {
        assertThat(longest("近三年春节均")).hasValueSatisfying(token -> {
            assertThat(token.valueAs(When.class).festival()).isEqualTo("春节");
            assertThat(token.valueAs(When.class).yearsSeen()).containsExactly("2024", "2025", "2026");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"may", "2027", "三十", "marching", "三五天后", "两三周内"})
    void wordsThatMeanOtherThings_areNoTimesAlone(String words) {
        assertThat(longest(words)).isEmpty();
    }

    private Optional<Token> longest(String words) {
        return times.at(NormalText.of(words), 0).stream().max(Comparator.comparingInt(Token::end));
    }
}

package io.sandtable.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    /** Month and day of the first day of the lunar year, 1950 to 2050, ten years a line. */
    private static final String SPRING_FESTIVALS = "02-17 02-06 01-27 02-14 02-03 01-24 02-12 01-31 02-18 02-08 "
            + "01-28 02-15 02-05 01-25 02-13 02-02 01-21 02-09 01-30 02-17 "
            + "02-06 01-27 02-15 02-03 01-23 02-11 01-31 02-18 02-07 01-28 "
            + "02-16 02-05 01-25 02-13 02-02 02-20 02-09 01-29 02-17 02-06 "
            + "01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-07 01-28 02-16 "
            + "02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 "
            + "02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05 "
            + "01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 "
            + "02-03 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24 "
            + "02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02 "
            + "01-23";

    private final HolidayCalendar china = HolidayCalendar.china();

    @Test
    void everyDayFrom2004To2026_isTheOneOfThePublishedTable() throws IOException {
        Path table = Path.of(System.getProperty("sandtable.shared", "../shared"), "data/calendar/chinese-days.json");
        assumeTrue(Files.exists(table), "skipped: the calendar table is not there: " + table);
        String json = Files.readString(table);
        int workdaysAt = json.indexOf("\"workdays\"");
        Set<LocalDate> holidays = dates(json.substring(0, workdaysAt));
        Set<LocalDate> workdays = dates(json.substring(workdaysAt, json.indexOf("\"inLieuDays\"")));

        assertThat(holidays).hasSize(619);
        assertThat(workdays).hasSize(150);
        assertThat(LocalDate.of(2004, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)))
                .hasSize(8401)
                .allSatisfy(day -> {
                    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
                    assertThat(china.isHoliday(day)).as("holiday %s", day).isEqualTo(holidays.contains(day));
                    assertThat(china.isWorkday(day))
                            .as("workday %s", day)
                            .isEqualTo(workdays.contains(day) || (!weekend && !holidays.contains(day)));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "春节, 2027, 2027-02-05, 2027-02-08",
        "春节, 2030, 2030-02-02, 2030-02-05",
        "元旦, 2027, 2027-01-01, 2027-01-01",
        "清明, 2027, 2027-04-05, 2027-04-05",
        "五一, 2027, 2027-05-01, 2027-05-02",
        "端午, 2027, 2027-06-09, 2027-06-09",
        "中秋, 2027, 2027-09-15, 2027-09-15",
        "国庆, 2027, 2027-10-01, 2027-10-03",
        "元旦, 2008, 2007-12-30, 2008-01-01",
        "国庆, 2009, 2009-10-01, 2009-10-08",
        "中秋, 2020, 2020-10-01, 2020-10-01",
        "春节, 2026, 2026-02-15, 2026-02-23",
    })
    void festival_spansItsDaysOff(String name, int year, LocalDate from, LocalDate to) {
        assertThat(china.festival(name, year)).contains(new DateRange(from, to));
    }

    @Test
    void yearsWithoutNotice_haveTheStatutoryDaysAndPlainWeekends() {
        assertThat(china.isOfficial(2026)).isTrue();
        assertThat(china.isOfficial(2027)).isFalse();

        // 除夕 is a Friday; the Saturday is off anyway, the Sunday after is no adjusted workday
        assertThat(china.isWorkday(LocalDate.of(2027, 2, 4))).isTrue();
        assertThat(china.isWorkday(LocalDate.of(2027, 2, 5))).isFalse();
        assertThat(china.isWorkday(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(china.isWorkday(LocalDate.of(2027, 2, 9))).isTrue();
        assertThat(china.isWorkday(LocalDate.of(2027, 2, 14))).isFalse();
    }

    @Test
    void loadedNotice_standsForItsYearAlone() {
        HolidayCalendar loaded = HolidayCalendar.of(with(Map.of(
                "shutdowns",
                "2026-12-31..2027-01-02;2027-02-05..2027-02-12;2027-04-03..2027-04-05;2027-05-01..2027-05-05;2027-10-01..2027-10-07",
                "workdays",
                "2027-01-31;2027-02-20")));

        assertThat(loaded.isOfficial(2027)).isTrue();
        assertThat(loaded.isOfficial(2028)).isFalse();
        assertThat(loaded.festival("春节", 2027))
                .contains(new DateRange(LocalDate.parse("2027-02-05"), LocalDate.parse("2027-02-12")));
        assertThat(loaded.festival("元旦", 2027))
                .contains(new DateRange(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-02")));
        assertThat(loaded.isWorkday(LocalDate.parse("2027-02-20"))).isTrue();
        assertThat(loaded.isWorkday(LocalDate.parse("2027-02-09"))).isFalse();
        // the notice gave no day for 端午, so it is worked though the law would have it off
        assertThat(loaded.isHoliday(LocalDate.parse("2027-06-09"))).isFalse();
        assertThat(LocalDate.of(2004, 1, 1).datesUntil(LocalDate.of(2026, 12, 1)))
                .allSatisfy(day -> assertThat(loaded.isWorkday(day)).isEqualTo(china.isWorkday(day)));
        assertThat(loaded.festival("春节", 2026)).isEqualTo(china.festival("春节", 2026));
    }

    @Test
    void snapshotWithoutNotices_hasTheCalendarThatShips() {
        assertThat(HolidayCalendar.of(BusinessSnapshot.of(List.of()))).isSameAs(china);
    }

    private static BusinessSnapshot with(Map<String, Object> notices) {
        var evidence = new Evidence("EVI-1", Origin.USER, "2027", null, LocalDate.parse("2026-11-10"), null, "li");
        return BusinessSnapshot.of(
                List.of(new Fact.NodeFact(NodeType.CALENDAR, HolidayCalendar.NOTICES, notices, evidence, "2")));
    }

    @Test
    void springFestival_isTheDayThatAlmanacsGiveFrom1950To2050() {
        String[] days = SPRING_FESTIVALS.split(" ");

        assertThat(days).hasSize(101);
        assertThat(IntStream.rangeClosed(1950, 2050))
                .allSatisfy(year -> assertThat(HolidayCalendar.ofLunar(year, 1, 1))
                        .isEqualTo(LocalDate.parse(year + "-" + days[year - 1950])));
    }

    @ParameterizedTest
    @CsvSource({
        "2027, 1, 1, 2027-02-06",
        "2030, 1, 1, 2030-02-03",
        "2026, 12, 20, 2027-01-27",
        "2027, 1, 15, 2027-02-20",
        "2025, -6, 1, 2025-07-25",
    })
    void lunarDays_haveTheirSolarDay(int year, int month, int day, LocalDate solar) {
        assertThat(HolidayCalendar.ofLunar(year, month, day)).isEqualTo(solar);
    }

    @Test
    void aLunarDayThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> HolidayCalendar.ofLunar(2027, 1, 31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2027")
                .hasMessageContaining("31");
    }

    @Test
    void festivalsWithoutDaysOff_areEmpty() {
        assertThat(china.festival("端午", 2006)).isEmpty();
        assertThat(china.festival("圣诞", 2026)).isEmpty();
    }

    @Test
    void badLines_areNamedTogether() {
        assertThatThrownBy(() -> HolidayCalendar.parse(
                        "year,festival,holidays,workdays\n2028,元旦,2028-02-30,\n2028,春节\n2028,国庆,,\n"))
                .hasMessageContaining("3 bad lines")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3")
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> HolidayCalendar.parse("")).hasMessageContaining("first line");
    }

    private static Set<LocalDate> dates(String json) {
        var dates = new HashSet<LocalDate>();
        Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\d)\":")
                .matcher(json)
                .results()
                .forEach(m -> dates.add(LocalDate.parse(m.group(1))));
        return dates;
    }
}

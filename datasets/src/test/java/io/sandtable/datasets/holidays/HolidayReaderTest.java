package io.sandtable.datasets.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.calendar.HolidayCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayReaderTest {
    @TempDir
    private Path folder;

    @Test
    void publishedDays_areThoseOfOurOwnCalendar() throws IOException {
        Dataset dataset = Datasets.read(SharedData.folder("calendar"), ReadOptions.none());

        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.controlTotals())
                .extracting(t -> t.subject() + " " + t.file() + " " + t.imported())
                .containsExactly("holidays 619 619", "workdays 150 150");
        Node calendar = BusinessSnapshot.of(dataset.facts()).node("CAL-CN-HOLIDAYS");
        HolidayCalendar ours = HolidayCalendar.china();
        LocalDate.of(2004, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> {
            boolean off = calendar.dateRanges(Attributes.SHUTDOWNS).stream().anyMatch(r -> r.contains(day));
            boolean worked = calendar.dateRanges(Attributes.WORKDAYS).stream().anyMatch(r -> r.contains(day));
            assertThat(off).as("%s off", day).isEqualTo(ours.isHoliday(day));
            if (worked) {
                assertThat(ours.isWorkday(day)).as("%s worked", day).isTrue();
            }
        });
    }

    @Test
    void whatIsWrong_isNamed() throws IOException {
        Files.writeString(
                folder.resolve("chinese-days.json"),
                "{\"holidays\": {\"2026-01-01\": \"x\", \"2026-13-01\": \"x\"}, \"workdays\": {\"2026-01-01\": \"x\"}}");

        assertThat(Datasets.read(folder, ReadOptions.none()).problems(Severity.ERROR))
                .extracting(Problem::code, Problem::column, Problem::value)
                .containsExactlyInAnyOrder(
                        tuple(ProblemCode.DATE_NOT_IN_CALENDAR, "holidays", "2026-13-01"),
                        tuple(ProblemCode.VALUE_WRONG, "workdays", "2026-01-01"));
    }
}

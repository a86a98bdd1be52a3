package io.sandtable.ingest.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of readings as third parties publish them, and as they are when something is wrong. */
class RecordedFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T04:00:00Z"), ZoneOffset.UTC);
    private static final String STEEL =
            "date,Usage_kWh,Lagging_Current_Reactive.Power_kVar,Leading_Current_Reactive_Power_kVar,CO2(tCO2),Lagging_Current_Power_Factor,Leading_Current_Power_Factor,NSM\n";
    private static final String LOGGERS =
            "device,container,date,time_utc,latitude,longitude,accuracy,active,reverse,sleep,door,mount,motion,gforce,tilt,temperature,humidity,light,origin,destination\n";

    @TempDir
    private Path folder;

    @Test
    void steelWorks_hasEveryQuarterHourOfItsYear_andItsKilowattHours() throws IOException {
        Path path = shared("energy/steel_works_15min_2018.csv");

        RecordedFile file =
                RecordedFile.read(RecordedFile.find(path.resolveSibling("")).orElseThrow());

        assertThat(file.checked().problems()).isEmpty();
        assertThat(file.moments())
                .isEqualTo(35_040)
                .isEqualTo(Files.readAllLines(path).size() - 1);
        List<RecordedReading> usage =
                file.readings().stream().filter(r -> r.sensor().equals("usage")).toList();
        assertThat(usage.stream().map(r -> BigDecimal.valueOf(r.value())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("959636.71");
        for (int i = 0; i < usage.size(); i++) {
            assertThat(usage.get(i).at())
                    .isEqualTo(OffsetDateTime.parse("2018-01-01T00:15+09:00").plusMinutes(15L * i));
        }
    }

    @Test
    void containerLoggers_areOneRowADeviceAndTime_andStoredOnce() throws IOException {
        Path path = shared("sensors/container_loggers.csv");
        List<String[]> cells = Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();

        RecordedFile file = RecordedFile.read(RecordedFile.find(path).orElseThrow());
        RecordedSeries.Stored stored = RecordedSeries.store(file, folder, "acme", CLOCK);
        RecordedSeries.Stored again = RecordedSeries.store(file, folder, "acme", CLOCK);

        assertThat(file.checked().rows()).isEqualTo(cells.size()).isEqualTo(8_248);
        assertThat(file.moments())
                .isEqualTo((int)
                        cells.stream().map(c -> c[0] + c[2] + c[3]).distinct().count())
                .isEqualTo(3_540);
        long temperatures = cells.stream()
                .filter(c -> !c[15].isEmpty())
                .map(c -> c[0] + c[2] + c[3])
                .distinct()
                .count();
        assertThat(stored.sensors().stream()
                        .filter(s -> s.name().endsWith("-temperature"))
                        .mapToLong(s -> s.stored().readings())
                        .sum())
                .isEqualTo(temperatures);
        assertThat(stored.agrees()).isTrue();
        assertThat(stored.added()).isEqualTo(file.readings().size());
        assertThat(again.added()).isZero();
        assertThat(again.there()).isEqualTo(file.readings().size());
        assertThat(again.agrees()).isTrue();
        assertThat(file.checked().problems())
                .extracting(p -> p.code() + " " + p.column() + " " + p.value())
                .containsExactly("NOT_USED container 8248", "NOT_USED accuracy 512");
    }

    @Test
    void midnight_endsTheDayThatItIsWrittenWith() throws IOException {
        RecordedFile file = RecordedFile.read(
                write(
                        STEEL
                                + "01-01-2018 23:45,1,0,0,0,100,100,85500\n01-01-2018 00:00,2,0,0,0,100,100,0\n02-01-2018 00:15,3,0,0,0,100,100,900\n"));

        assertThat(file.checked().problems()).isEmpty();
        assertThat(file.readings().stream()
                        .filter(r -> r.sensor().equals("usage"))
                        .map(RecordedReading::at))
                .containsExactly(
                        OffsetDateTime.parse("2018-01-01T23:45+09:00"),
                        OffsetDateTime.parse("2018-01-02T00:00+09:00"),
                        OffsetDateTime.parse("2018-01-02T00:15+09:00"));
    }

    @Test
    void whatIsWrong_isNamedWithRowAndColumn() throws IOException {
        RecordedFile steel = RecordedFile.read(
                write(
                        STEEL
                                + "01-01-2018 00:15,x,0,0,0,100,100,900\n31-02-2018 00:30,1,0,0,0,1,1,1800\n01-01-2018 00:45,1,0,0,0,1,1,900\n01-01-2018 00:15,1,0,0,0,1,1,900\n"));
        RecordedFile loggers = RecordedFile.read(
                write(
                        LOGGERS
                                + ",X,2016-02-01,12:36:25,,,,,,,,,,,,1.8,,,,\nC,X,2016-02-01,12:36:25,,,,,,,,,,,,1.8,,,,\nC,X,2016-02-01,12:36:25,,,,,,,,,,,,2.1,,,,\n"));

        assertThat(steel.checked().problems())
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(
                        tuple(2, "Usage_kWh", ProblemCode.NUMBER_WRONG),
                        tuple(3, "date", ProblemCode.DATE_WRONG),
                        tuple(4, "NSM", ProblemCode.VALUE_WRONG),
                        tuple(5, "date", ProblemCode.OUT_OF_RANGE));
        assertThat(steel.checked().importable()).isFalse();
        assertThat(loggers.checked().problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(
                        tuple(2, "device", ProblemCode.VALUE_MISSING),
                        tuple(4, "temperature", ProblemCode.VALUE_WRONG));
    }

    @Test
    void anotherValueForTheSameMoment_isRefused_andTheStoredOneStays() throws IOException {
        String row = "C,X,2016-02-01,12:36:25,,,,,,,,,,,,%s,,,,\n";
        RecordedSeries.store(RecordedFile.read(write(LOGGERS + row.formatted("1.8"))), folder, "acme", CLOCK);

        RecordedSeries.Stored other =
                RecordedSeries.store(RecordedFile.read(write(LOGGERS + row.formatted("2.1"))), folder, "acme", CLOCK);

        assertThat(other.refused()).isEqualTo(1);
        assertThat(other.agrees()).isFalse();
        assertThat(other.sensors().getFirst().stored().total()).isEqualByComparingTo("1.8");
    }

    @Test
    void otherTables_areNoFilesOfReadings() throws IOException {
        assertThat(RecordedFile.find(write("id,name\n1,x\n"))).isEmpty();
        assertThat(RecordedFile.find(folder.resolve("nowhere.csv"))).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("readings.csv"), text);
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("sandtable.shared", "../../shared"), "data", name);
        assumeThat(Files.isRegularFile(file))
                .as("SKIPPED: no third-party data at %s; point -Dsandtable.shared at it", file)
                .isTrue();
        return file;
    }
}

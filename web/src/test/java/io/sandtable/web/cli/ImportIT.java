package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.cli.Terminal.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody's own files, from a first import to a question about their products; in order, as one home goes through it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIT {
    @TempDir
    static Path folder;

    private static Path home;
    private static Path tables;
    private static Terminal terminal;

    @BeforeAll
    static void aWorkshopsTables() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        tables = Workshop.write(folder.resolve("tables"));
        terminal = Terminal.at(home);
    }

    @Test
    @Order(1)
    void ownCompany_isImportedAndIsTheCurrentOne() throws IOException {
        Ran first = terminal.run("import", tables.toString(), "--json");

        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        JsonNode json = first.json();
        assertThat(json.get("ok").asBoolean()).isTrue();
        assertThat(json.get("source").asString()).isEqualTo(Workshop.NAME);
        assertThat(json.at("/facts/added").asInt()).isPositive();
        assertThat(json.get("problems")).isEmpty();
        assertThat(json.get("controlTotals")).isNotEmpty().allSatisfy(ImportIT::isTheSameInFileAndGraph);
        assertThat(currentCompany()).isEqualTo(Workshop.NAME);
    }

    private static void isTheSameInFileAndGraph(JsonNode total) {
        assertThat(total.get("imported").decimalValue())
                .as(total.toString())
                .isEqualByComparingTo(total.get("file").decimalValue());
    }

    @Test
    @Order(1)
    void emptyWorkbook_isWrittenOnce() {
        Path file = folder.resolve("empty.xlsx");

        assertThat(terminal.run("import", "--template", file.toString()).exit()).isZero();
        Ran again = terminal.run("import", "--template", file.toString(), "--lang", "en");

        assertThat(file).isNotEmptyFile();
        assertThat(again.exit()).isEqualTo(ExitCode.NO);
        assertThat(again.out()).contains("is there already");
    }

    @Test
    @Order(2)
    void recordedReadings_becomeSeriesOfTheCompany_onceEach() throws IOException {
        Path file = Files.writeString(
                folder.resolve("loggers.csv"),
                "device,date,time_utc,latitude,longitude,active,reverse,sleep,door,mount,motion,gforce,tilt,temperature,humidity\n"
                        + "C,2016-02-01,12:36:25,,,1,0,0,0,0,0,,,,\nC,2016-02-01,12:36:25,,,,,,,,,,,1.8,64.6\n");

        Ran first = terminal.run("import", file.toString(), "--company", Workshop.NAME, "--json");
        Ran again = terminal.run("import", file.toString(), "--company", Workshop.NAME, "--lang", "en");

        assertThat(first.exit()).as(first.out() + first.err()).isZero();
        assertThat(first.json().at("/readings/moments").asInt()).isEqualTo(1);
        assertThat(first.json().at("/readings/added").asInt()).isEqualTo(8);
        assertThat(again.exit()).isZero();
        assertThat(again.out())
                .contains("C-temperature", "readings added 0, there already 8")
                .doesNotContain("no tables yet");
        assertThat(currentCompany()).isEqualTo(Workshop.NAME);
    }

    @Test
    @Order(2)
    void brokenTables_nameEveryProblemAtOnceAndChangeNothing() throws IOException {
        Path broken = Workshop.write(folder.resolve("broken"));
        change(broken.resolve("datapackage.json"), Workshop.NAME, "broken-workshop");
        change(broken.resolve("SUPPLIES.csv"), "CNY,7,", "CNY,soon,");
        change(broken.resolve("Order.csv"), "2026-12-18", "2026-13-18");
        change(broken.resolve("CONSUMES.csv"), "PRO-RAIL,MAT-STEEL", "PRO-RAIL,MAT-STEAL");

        Ran ran = terminal.run("import", broken.toString(), "--json");
        Ran printed = terminal.run("import", broken.toString(), "--lang", "en");

        assertThat(ran.exit()).isEqualTo(ExitCode.NO);
        JsonNode json = ran.json();
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.at("/facts/added").asInt() + json.at("/facts/changed").asInt())
                .isZero();
        hasProblem(json, "SUPPLIES.csv", 2, "leadTimeDays", "soon");
        hasProblem(json, "Order.csv", 3, "dueDate", "2026-13-18");
        hasProblem(json, "CONSUMES.csv", 3, "to", "MAT-STEAL");
        assertThat(printed.exit()).isEqualTo(ExitCode.NO);
        assertThat(printed.out())
                .contains("nothing was imported", "leadTimeDays is \"soon\"", "\"MAT-STEAL\"", "2026-13-18")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(currentCompany()).isEqualTo(Workshop.NAME);
        assertThat(home.resolve("companies").resolve("broken-workshop")).doesNotExist();
    }

    private static void hasProblem(JsonNode json, String file, int row, String column, String value) {
        assertThat(json.get("problems").valueStream())
                .filteredOn(p -> p.get("file").asString().equals(file)
                        && p.get("row").asInt() == row
                        && p.get("column").asString().equals(column)
                        && p.get("value").asString().equals(value))
                .singleElement()
                .satisfies(p -> assertThat(p.get("expected").asString()).isNotBlank())
                .satisfies(p -> assertThat(p.get("severity").asString()).isEqualTo("ERROR"));
    }

    @Test
    @Order(3)
    void sameTablesAgain_changeNothingButAChangedCellDoes() throws IOException {
        change(tables.resolve("SUPPLIES.csv"), "MAT-STEEL,5,", "MAT-STEEL,5.2,");

        Ran changed = terminal.run("import", tables.toString(), "--json");
        Ran again = terminal.run("import", tables.toString(), "--json");

        assertThat(changed.json().at("/facts/added").asInt()).isZero();
        assertThat(changed.json().at("/facts/changed").asInt()).isEqualTo(1);
        assertThat(again.exit()).isZero();
        assertThat(again.json().at("/facts/added").asInt()).isZero();
        assertThat(again.json().at("/facts/changed").asInt()).isZero();
        assertThat(again.json().at("/facts/unchanged").asInt()).isPositive();
    }

    @Test
    @Order(4)
    void questionAboutAnOwnProduct_isAnsweredAndSaysHowMuchRestsOnDefaults() throws IOException {
        ReportFonts.require();

        Ran asked = terminal.run(
                "ask",
                "hook orders grow by 30 % next quarter",
                "--confirm-as",
                "Li",
                "--lang",
                "en",
                "--out",
                folder.resolve("own").toString());

        assertThat(asked.exit()).as(asked.out() + asked.err()).isZero();
        assertThat(asked.out())
                .contains("Company: Hook workshop", "Confirmed by Li", "Plan A")
                .containsPattern("default [1-9]\\d*\\.\\d %, demo 0\\.0 %");
        assertThat(folder.resolve("own").resolve("report.pdf")).isNotEmptyFile();
    }

    @Test
    @Order(5)
    void freppleExport_isImportedAndAQuestionAboutItsProductIsOneDocument() {
        Path export = SharedData.path("company/frepple-manufacturing");
        ReportFonts.require();

        Ran imported = terminal.run(
                "import",
                export.toString(),
                "--market",
                SharedData.path("market").toString(),
                "--json");
        Ran asked = terminal.run(
                "ask",
                "round table orders grow by 50 %",
                "--confirm-as",
                "Li",
                "--json",
                "--out",
                folder.resolve("frepple").toString());

        assertThat(imported.exit()).as(imported.out() + imported.err()).isZero();
        assertThat(imported.json().at("/facts/added").asInt()).isPositive();
        assertThat(asked.exit()).as(asked.out() + asked.err()).isZero();
        assertThat(asked.json().at("/snapshot/shares/default").asDouble()).isPositive();
        assertThat(asked.json().get("plans")).isNotEmpty();
        assertThat(asked.json().get("asOf").asString()).isEqualTo("2021-01-01");
    }

    @Test
    @Order(6)
    void whatTwoSourcesSurelyListTwice_isJoinedAndSaid_unlessUnwanted() throws IOException {
        Path both = Files.createDirectory(folder.resolve("both"));
        try (Stream<Path> files = Files.list(Path.of("..", "docs", "examples", "bracket-workshop"))) {
            for (Path file : files.toList()) {
                Files.copy(file, both.resolve(file.getFileName()));
            }
        }
        Path materials = both.resolve("Material.csv");
        List<String> rows = Files.readAllLines(materials);
        Files.writeString(
                materials,
                rows.getFirst() + ",source\n" + String.join(",\n", rows.subList(1, rows.size()))
                        + ",\nMAT-WL-100,冷軋鋼板,,,raw,t,5150,,仓库台账\n");

        Ran unwanted = terminal.run("import", both.toString(), "--company", "both", "--no-align", "--json");
        change(materials, "5150", "5160");
        Ran joined = terminal.run("import", both.toString(), "--company", "both", "--json");
        Ran again = terminal.run("import", both.toString(), "--company", "both", "--lang", "en");
        Ran state = terminal.run("align", "--company", "both", "--json");

        assertThat(unwanted.json().path("alignment").isMissingNode()).isTrue();
        assertThat(joined.json().at("/alignment/waiting").asInt()).isZero();
        assertThat(joined.json().at("/alignment/taken")).singleElement().satisfies(pair -> {
            assertThat(pair.at("/kept/id").asString()).isEqualTo("MAT-SHEET");
            assertThat(pair.at("/other/id").asString()).isEqualTo("MAT-WL-100");
        });
        assertThat(again.exit()).isZero();
        assertThat(again.out()).doesNotContain("joined");
        assertThat(state.json().at("/links/0/automatic").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void pathWithNothingThere_isRefused() {
        Ran ran = terminal.run("import", folder.resolve("nowhere").toString(), "--lang", "en");

        assertThat(ran.exit()).isEqualTo(ExitCode.NO);
        assertThat(ran.out()).contains("There is nothing at", "nowhere");
    }

    private static String currentCompany() throws IOException {
        return Files.readString(home.resolve("current-company")).strip();
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}

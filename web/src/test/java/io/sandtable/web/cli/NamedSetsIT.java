package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Other people's companies and tables, each by one command into a real graph, and what the graph then holds. How each is read is
 * tested beside its reader; the numbers were counted in the files by other means.
 */
class NamedSetsIT {
    @TempDir
    static Path folder;

    private static Terminal terminal;

    @BeforeAll
    static void home() throws IOException {
        terminal = Terminal.at(Files.createDirectory(folder.resolve("home")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "company/adventureworks, PurchaseOrder=8845 StockLot=1069 CONSUMES=2576 SUPPLIES=460",
        "company/frepple-manufacturing, Material=11 Supplier=4 Process=7 Order=220 StockLot=19",
        "company/supplygraph, Material=41 Site=25 PriceSeries=328",
        "market, Policy=12527 PriceSeries=91",
        "calendar, Calendar=1",
        "pv-module, Material=8",
    })
    void setIsInTheGraph_whole(String set, String expected) {
        imported(SharedData.path(set), set.replaceAll(".*/", ""), expected);
    }

    @Test
    void foodMart_asItsArchiveIsUnzipped() throws IOException, URISyntaxException {
        Path unzipped = Files.createDirectory(folder.resolve("foodmart"));
        URI archive = Objects.requireNonNull(NamedSetsIT.class.getResource("/warehouse.json"), "FoodMart's archive")
                .toURI();
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of());
                Stream<Path> files = Files.list(zip.getPath("/"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Files.copy(file, unzipped.resolve(file.getFileName().toString()));
            }
        }

        imported(unzipped, "foodmart", "Material=1560 Order=11352 Site=24 Customer=24");
    }

    /** By one command; each sum of the files is that of the graph, and the graph holds so many of each. */
    private static void imported(Path set, String company, String expected) {
        JsonNode imported = terminal.run("import", set.toString(), "--company", company, "--json")
                .json();
        JsonNode graph = terminal.run("graph", "--company", company, "--json").json();

        assertThat(imported.get("ok").asBoolean()).as(imported.toString()).isTrue();
        assertThat(imported.get("controlTotals")).isNotEmpty().allSatisfy(NamedSetsIT::agrees);
        assertThat(counts(graph)).containsAllEntriesOf(counts(expected));
    }

    /** Sums do; of rows some say nothing, such as a rate left blank or a place above all others. */
    private static void agrees(JsonNode total) {
        BigDecimal file = total.get("file").decimalValue();
        BigDecimal imported = total.get("imported").decimalValue();
        if (total.get("what").asString().equals("rows")) {
            assertThat(imported).as(total.toString()).isPositive().isLessThanOrEqualTo(file);
        } else {
            assertThat(imported).as(total.toString()).isEqualByComparingTo(file);
        }
    }

    private static Map<String, Integer> counts(JsonNode graph) {
        var counts = new HashMap<String, Integer>();
        for (String kind : new String[] {"nodes", "relations"}) {
            graph.get(kind)
                    .properties()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        }
        return counts;
    }

    private static Map<String, Integer> counts(String expected) {
        var counts = new HashMap<String, Integer>();
        for (String one : expected.split(" ")) {
            counts.put(one.replaceAll("=.*", ""), Integer.valueOf(one.replaceAll(".*=", "")));
        }
        return counts;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "energy/steel_works_15min_2018.csv, 35040, 959636.71",
        "sensors/container_loggers.csv, 3540, ",
    })
    void recordedReadings_areInTheirStore(String set, int moments, BigDecimal energy) {
        Path file = SharedData.path(set);

        JsonNode imported = terminal.run("import", file.toString(), "--company", "recorded", "--json")
                .json();

        assertThat(imported.get("ok").asBoolean()).as(imported.toString()).isTrue();
        JsonNode readings = imported.get("readings");
        assertThat(readings.get("moments").asInt()).isEqualTo(moments);
        assertThat(readings.get("sensors")).isNotEmpty().allSatisfy(sensor -> {
            assertThat(sensor.get("stored").asInt())
                    .isEqualTo(sensor.get("file").asInt());
            assertThat(sensor.get("storedSum").decimalValue())
                    .isEqualByComparingTo(sensor.get("fileSum").decimalValue());
        });
        if (energy != null) {
            assertThat(readings.get("sensors"))
                    .anySatisfy(sensor ->
                            assertThat(sensor.get("storedSum").decimalValue()).isEqualByComparingTo(energy));
        }
    }
}

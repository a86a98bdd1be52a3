package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.NodeType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTablesTest {
    @Test
    void generator_reproducesTheCommittedTablesByteForByte() throws IOException {
        for (var file : DemoCompany.files(Business.invent()).entrySet()) {
            try (InputStream committed = DemoCompany.class.getResourceAsStream(file.getKey())) {
                assertThat(committed).as("%s is committed", file.getKey()).isNotNull();
                assertThat(file.getValue().getBytes(StandardCharsets.UTF_8))
                        .as("%s; run DemoCompany to write the tables anew", file.getKey())
                        .isEqualTo(committed.readAllBytes());
            }
        }
    }

    @Test
    void noCommittedTable_isLeftOverFromAnEarlierGenerator() throws IOException {
        Path committed = Path.of("src/main/resources/io/sandtable/datasets/demo");

        try (var files = Files.walk(committed)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(f -> committed.relativize(f).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(Demo.FILES.keySet());
        }
    }

    @Test
    void storyPage_isWhatTheGeneratorWrites() {
        assertThat(Path.of("../docs/explanation/demo-company.md"))
                .hasContent(new StoryPage(Demo.BUSINESS).text().stripTrailing());
    }

    @Test
    void write_putsEveryFileIntoTheFolder(@TempDir Path folder) throws IOException {
        DemoCompany.write(folder);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(Demo.FILES.size());
        }
        assertThat(folder.resolve("market/commodities/PriceSeries.csv")).exists();
    }

    @Test
    void tables_staySmallEnoughToReadInASecond() {
        long bytes = Demo.FILES.values().stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();

        assertThat(bytes).isLessThan(3_000_000);
        assertThat(Demo.SNAPSHOT.nodeCount()).isLessThan(12_000);
    }

    @ParameterizedTest
    @CsvSource({
        "MATERIAL, 120",
        "SUPPLIER, 40",
        "PROCESS, 30",
        "CUSTOMER, 15",
        "POLICY, 10",
        "ROUTING, 60",
        "CALENDAR, 4",
        "STOCK_LOT, 100",
        "PRICE_SERIES, 10",
        "ACCOUNT, 60",
        "BIN, 20"
    })
    void tables_haveAtLeastTheNodesTheIssueAsksFor(NodeType type, int least) {
        assertThat(Demo.SNAPSHOT.nodes(type)).hasSizeGreaterThanOrEqualTo(least);
    }
}

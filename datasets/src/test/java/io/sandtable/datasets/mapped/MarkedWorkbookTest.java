package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.TooLongToMark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source with two slips of the pen: what is good of it, and the file in which they are put right. */
class MarkedWorkbookTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final ReadOptions DAY = new ReadOptions(null, LocalDate.of(2026, 11, 20), null);

    @TempDir
    Path folder;

    private Path broken(String example, String file, String right, String wrong) throws IOException {
        Path source = folder.resolve("source");
        Files.createDirectories(source);
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(example))) {
            for (Path one : files.toList()) {
                Files.copy(one, source.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path table = source.resolve(file);
        String text = Files.readString(table);
        assertThat(text).contains(right);
        Files.writeString(table, text.replace(right, wrong), StandardCharsets.UTF_8);
        return source;
    }

    private Path marked(Path source, Dataset dataset) throws IOException, TooLongToMark {
        Path file = folder.resolve("marked.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Datasets.writeMarked(source, dataset, Locale.CHINESE, out);
        }
        return file;
    }

    /** Writes another text over the wrong one, as a person would; it must have a note. */
    private static void correct(Path file, String cell, String wrong, String right) throws IOException {
        Path corrected = file.resolveSibling("corrected.xlsx");
        boolean noted = false;
        try (var book = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(corrected))) {
            for (ZipEntry part : Collections.list(book.entries())) {
                String text = new String(book.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                boolean notes = part.getName().contains("comments");
                noted |= notes && text.contains("ref=\"" + cell + "\"");
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write((notes ? text : text.replace(wrong, right)).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(noted).isTrue();
        Files.move(corrected, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void tablesOfAnErp_areMarkedWhereTheyAreWrong_andReadOncePutRight() throws IOException, TooLongToMark {
        Path source = broken("erp-export", "即时库存.csv", ",3200,", ",32oo,");
        Dataset bad = Datasets.read(source, DAY);
        assertThat(bad.importable()).isFalse();

        Path file = marked(source, bad);
        Dataset again = Datasets.read(file, DAY);

        assertThat(again.problems().stream().filter(Problem::isError).toList())
                .extracting(Problem::row, Problem::column, Problem::value)
                .containsExactlyElementsOf(bad.problems().stream()
                        .filter(Problem::isError)
                        .map(p -> org.assertj.core.api.Assertions.tuple(p.row(), p.column(), p.value()))
                        .toList());
        correct(file, "E2", "32oo", "3200");
        Dataset right = Datasets.read(file, DAY);
        assertThat(right.importable()).isTrue();
        assertThat(right.facts())
                .hasSameSizeAs(
                        Datasets.read(EXAMPLES.resolve("erp-export"), DAY).facts());
    }

    @Test
    void plainTables_keepTheirHead() throws IOException, TooLongToMark {
        Path source = broken("bracket-workshop", "StockLot.csv", lastCell(), "2026-02-30");
        Dataset bad = Datasets.read(source, ReadOptions.none());
        assertThat(bad.importable()).isFalse();

        Path file = marked(source, bad);
        correct(file, "D2", "2026-02-30", "2026-11-01");
        Dataset right = Datasets.read(file, ReadOptions.none());

        assertThat(right.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(right.title()).isEqualTo(bad.title());
        assertThat(right.asOf()).isEqualTo(bad.asOf());
    }

    private static String lastCell() throws IOException {
        List<String> lines =
                Files.readAllLines(EXAMPLES.resolve("bracket-workshop").resolve("StockLot.csv"));
        return java.util.Arrays.stream(lines.getLast().split(","))
                .filter(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsWithErrors_canBeLeftOut_butNotWhatIsWrongAsAWhole() throws IOException {
        Dataset row = Datasets.read(broken("erp-export", "即时库存.csv", ",3200,", ",32oo,"), DAY);

        assertThat(row.importableInPart()).isTrue();
        assertThat(row.badRows()).isEqualTo(1);
        assertThat(row.facts())
                .hasSizeLessThan(Datasets.read(EXAMPLES.resolve("erp-export"), DAY)
                        .facts()
                        .size());

        Path noHeader = folder.resolve("source").resolve("BOM.csv");
        Files.writeString(noHeader, "a,b\n1,\"2\n");
        assertThat(Datasets.read(folder.resolve("source"), DAY).importableInPart())
                .isFalse();
        assertThat(Datasets.read(EXAMPLES.resolve("erp-export"), DAY).importableInPart())
                .isFalse();
    }

    /** Rows are written in pieces; this has more than two of them. */
    @Test
    void aLongTable_keepsEveryRow_andTheMarkFarBehind() throws IOException, TooLongToMark {
        Path source = Files.createDirectory(folder.resolve("long"));
        Files.writeString(source.resolve("a.csv"), "no,name\n" + rows(12_000).replace("11500,", "11500x,"));
        Files.writeString(source.resolve("b.csv"), "code\n7\n");
        Path mapping = Files.writeString(folder.resolve("long.yaml"), """
                name: long
                asOf: 2026-11-20
                tables:
                  - has: [no, name]
                    facts:
                      - node: Bin
                        id: BIN-{no}
                        values: {name: "{name}", xMetres: "{no}"}
                """);
        var options = new ReadOptions(mapping.toString(), null, null);
        Dataset bad = Datasets.read(source, options);
        assertThat(bad.problems().stream().filter(Problem::isError))
                .extracting(Problem::row)
                .containsExactly(11_501);

        Path file = marked(source, bad);
        correct(file, "A11501", "11500x", "11500");
        Dataset right = Datasets.read(file, options);

        assertThat(right.importable()).isTrue();
        assertThat(right.facts()).hasSize(12_000);
    }

    @Test
    void aTableLongerThanASheet_isRefusedWithTheReason() throws IOException {
        Path source = Files.createDirectory(folder.resolve("longer"));
        Files.writeString(source.resolve("a.csv"), "a\n".repeat((1 << 20) + 1));
        Dataset unread = Datasets.read(folder.resolve("nowhere"), DAY);

        assertThatThrownBy(() -> marked(source, unread))
                .isInstanceOf(TooLongToMark.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("1048576");
    }

    private static String rows(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(n -> n + ",site " + n + "\n")
                .collect(Collectors.joining());
    }
}

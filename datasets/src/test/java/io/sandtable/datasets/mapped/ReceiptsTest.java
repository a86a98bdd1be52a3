package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Origin;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches of a plain export: what was received, from whom, and what was made of it. */
class ReceiptsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String BOUGHT = """
            采购入库列表,,,,,,,,
            单据编号,日期,供应商编码,仓库编码,物料编码,批号,实收数量,供应商批号,源单编号
            CGRK01,2026/11/10,S03,CK1,01.003,Z1110,500,HB-77,CGDD2610-07
            CGRK02,2026/10/2,S01,CK1,01.001,B2610,900,AL-5,CGDD-OLD
            CGRK03,2026/11/3,S01,CK2,01.001,B2611,4000,AL-6,
            """;
    private static final String MADE = """
            单据编号,日期,仓库编码,物料编码,批号,实收数量,来源物料编码,来源批号,来源数量
            SCRK01,2026/11/12,CK2,02.001,C1112,300,01.001,B2610,900
            SCRK01,2026/11/12,CK2,02.001,C1112,,,B2611,20
            SCRK02,2026/11/15,CK3,03.001,D1115,300,02.001,C1112,300
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void export() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "docs", "examples", "erp-export"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("采购入库.csv"), BOUGHT);
        Files.writeString(folder.resolve("产品入库.csv"), MADE);
    }

    private Dataset read() throws IOException {
        return Datasets.read(folder, new ReadOptions("kingdee", DAY, null));
    }

    private static List<String> ends(BusinessSnapshot snapshot, String typed, Direction direction) {
        Trace trace = Trace.of(Trace.find(snapshot, typed), direction);
        return trace.movements().stream()
                .map(movement -> movement.hop().to().id())
                .toList();
    }

    @Test
    void suppliersBatch_isFollowedToWhatWasMadeOfIt_andBackToPurchaseAndSupplier() throws IOException {
        Dataset read = read();

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        BusinessSnapshot snapshot = BusinessSnapshot.of(read.facts());
        assertThat(ends(snapshot, "AL-5", Direction.FORWARD))
                .containsExactly("LOT-CK2-02.001-C1112", "LOT-CK3-03.001-D1115");
        assertThat(ends(snapshot, "LOT-CK3-03.001-D1115", Direction.BACK))
                .containsExactlyInAnyOrder(
                        "LOT-CK2-02.001-C1112", "LOT-CK1-01.001-B2610", "LOT-CK1-01.001-B2611", "SUP-S01", "SUP-S01");
        assertThat(ends(snapshot, "HB-77", Direction.BACK))
                .as("the purchase that is listed, with its supplier")
                .containsExactly("PUR-CGDD2610-07-1", "SUP-S03");
    }

    @Test
    void lots_areThoseOfTheStockList_andWhatIsNotThereAnyMoreIsEmptyByDefault() throws IOException {
        BusinessSnapshot snapshot = BusinessSnapshot.of(read().facts());

        Node there = snapshot.findNode("LOT-CK1-01.001-B2611").orElseThrow();
        assertThat(there.number(Attributes.QUANTITY)).isEqualTo(3200);
        assertThat(there.findText(Attributes.SUPPLIER_LOT)).contains("AL-6");
        Node gone = snapshot.findNode("LOT-CK1-01.001-B2610").orElseThrow();
        assertThat(gone.number(Attributes.QUANTITY)).isZero();
        assertThat(gone.source(Attributes.QUANTITY).evidence().origin()).isEqualTo(Origin.DEFAULT);
        assertThat(snapshot.findNode("LOT-CK2-01.001-B2611"))
                .as("received there, lies elsewhere now")
                .isEmpty();
    }

    @Test
    void aLotThatNobodyReceived_isNamedAndNotInvented() throws IOException {
        Files.writeString(folder.resolve("产品入库.csv"), MADE.replace("01.001,B2610", "01.001,B0000"));

        assertThat(read().problems(Severity.ERROR)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.END_UNKNOWN);
            assertThat(problem.value()).contains("B0000");
        });
    }

    @ParameterizedTest
    @CsvSource({"采购入库.csv, 供应商批号|来源单号", "产品入库.csv, 来源物料编码|来源批号|来源数量"})
    void receipts_areProposedForWhatTheyAre(String file, String columns) throws IOException {
        Proposal proposal = Datasets.propose(folder, Choices.NONE);

        assertThat(proposal.tables())
                .filteredOn(table -> table.file().equals(file))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.as()).contains("receipts");
                    assertThat(table.lacking()).isEmpty();
                    assertThat(table.columns())
                            .extracting(column -> column.meaning().orElse(""))
                            .contains(columns.split("\\|"));
                });
        assertThat(proposal.problems()).extracting(Problem::code).isEmpty();
    }
}

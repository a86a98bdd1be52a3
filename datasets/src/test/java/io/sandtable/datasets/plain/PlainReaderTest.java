package io.sandtable.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.SourceFile;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainReaderTest {
    @TempDir
    private Path folder;

    @Test
    void soundFolder_isReadWithoutAWord() throws IOException {
        Dataset dataset = PlainFolder.sound().readIn(folder);

        assertThat(dataset.problems()).isEmpty();
        assertThat(dataset.name()).isEqualTo("kettles");
        assertThat(dataset.title().zh()).isEqualTo("水壶厂");
        assertThat(dataset.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(dataset.rows()).isEqualTo(42);
        var snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.node("MAT-sheet").in(RelationType.SUPPLIES))
                .extracting(r -> r.from().id() + r.variant())
                .containsExactly("SUP-1", "SUP-2", "SUP-2sea");
        assertThat(snapshot.node("ORD-2").number(Attributes.QUANTITY)).isEqualTo(80.5);
    }

    @Test
    void evidence_leadsToTheLineOfTheFile() throws Exception {
        Dataset dataset = PlainFolder.sound().readIn(folder);
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(folder.resolve("Supplier.csv"))));

        var source = BusinessSnapshot.of(dataset.facts()).node("SUP-2").source();

        assertThat(source.row()).isEqualTo("3");
        assertThat(source.evidence())
                .isEqualTo(new Evidence(
                        "EVI-" + sha256.substring(0, 16),
                        Origin.DEMO,
                        "kettles/Supplier.csv",
                        sha256,
                        LocalDate.of(2026, 11, 21),
                        null,
                        null));
        assertThat(dataset.originals())
                .contains(new SourceFile(
                        "Supplier.csv",
                        folder.resolve("Supplier.csv"),
                        sha256,
                        Files.size(folder.resolve("Supplier.csv"))));
    }

    @Test
    void subPackage_bringsItsOwnOriginAndRowsTheirOwnSource() throws IOException {
        var snapshot = BusinessSnapshot.of(PlainFolder.sound().readIn(folder).facts());

        Evidence steel = snapshot.node("PRI-steel").source().evidence();
        assertThat(steel.origin()).isEqualTo(Origin.REAL);
        assertThat(steel.licence()).isEqualTo("CC BY 4.0, Somebody");
        assertThat(steel.source()).isEqualTo("market/PriceSeries.csv");
        Evidence gas = snapshot.node("PRI-gas").source().evidence();
        assertThat(gas.source()).isEqualTo("Exchange, Shanghai (market/PriceSeries.csv)");
        assertThat(gas.asOf()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(gas.licence()).startsWith("public notice");
        assertThat(gas.sha256()).isEqualTo(steel.sha256());
    }

    @Test
    void controlTotals_areTheSumsOfTheFile() throws IOException {
        Dataset dataset = PlainFolder.sound().readIn(folder);

        assertThat(dataset.controlTotals()).allMatch(ControlTotal::agrees);
        assertThat(dataset.controlTotals())
                .contains(
                        total("stock-value", "", "2330.5"),
                        total("account", "receivable", "100000.30"),
                        total("account", "payable", "61234.56"),
                        total("order-value", "open", "23095.125"),
                        new ControlTotal("rows", "Order.csv", "rows", new BigDecimal(3), new BigDecimal(3)));
    }

    @Test
    void controlTotals_tellWhatABadRowTookAway() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .replace("Order.csv", "ORD-2,SO-1109,open,80.5,2027-01-20", "ORD-2,SO-1109,open,80.5,2027-02-30")
                .readIn(folder);

        assertThat(dataset.importable()).isFalse();
        assertThat(dataset.controlTotals())
                .filteredOn(t -> !t.agrees())
                .extracting(t -> t.what() + " " + t.subject() + " " + t.file() + " " + t.imported())
                .contains("order-value open 23095.125 14220", "rows Order.csv 3 2");
        // the good rows still hang together
        var snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.nodes(NodeType.ORDER)).hasSize(2);
        assertThat(snapshot.relations(RelationType.ORDERED)).hasSize(2);
    }

    @Test
    void byteOrderMarkWindowsLinesAndQuotedNewlines_changeNothing() throws IOException {
        String text = PlainFolder.sound().text("Supplier.csv").replace("Mill", "\"Mill,\n2nd \"\"Works\"\"\"");
        Dataset dataset = PlainFolder.sound()
                .put("Supplier.csv", "\uFEFF" + text.replace("\n", "\r\n") + "SUP-3,Last,CN,CNY\r\n")
                .readIn(folder);

        assertThat(dataset.problems()).isEmpty();
        var snapshot = BusinessSnapshot.of(dataset.facts());
        assertThat(snapshot.node("SUP-2").name()).isEqualTo("Mill,\r\n2nd \"Works\"");
        assertThat(snapshot.node("SUP-3").source().row()).isEqualTo("5");
    }

    @Test
    void gb18030_isReadAndSaid() throws IOException {
        byte[] chinese = PlainFolder.sound().text("Supplier.csv").getBytes(Charset.forName("GB18030"));
        Dataset dataset = PlainFolder.sound().put("Supplier.csv", chinese).readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(new Problem("Supplier.csv", 0, "", "GB18030", ProblemCode.ENCODING_GB18030, "UTF-8"));
        assertThat(dataset.importable()).isTrue();
        assertThat(BusinessSnapshot.of(dataset.facts()).node("SUP-1").name()).isEqualTo("佛山协力");
    }

    @Test
    void latin1_isRefusedWithItsFirstBadLine() throws IOException {
        byte[] latin = "id,name\nSUP-1,A\nSUP-2,Müller\n".getBytes(StandardCharsets.ISO_8859_1);
        Dataset dataset = PlainFolder.sound().put("Supplier.csv", latin).readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(new Problem("Supplier.csv", 3, "", "", ProblemCode.ENCODING_UNKNOWN, "UTF-8|GB18030"));
    }

    @Test
    void circleInTheBill_isNamedWithTheLineThatClosesIt() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .put("CONSUMES.csv", PlainFolder.sound().text("CONSUMES.csv") + "PRO-press,MAT-kettle,1,\n")
                .readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(new Problem(
                        "CONSUMES.csv", 3, "", "MAT-body → MAT-kettle → MAT-body", ProblemCode.BOM_CYCLE, ""));
    }

    @Test
    void operationWithoutMachine_isAWarningEvenWhereItWaits() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .replace("RUNS_ON.csv", "PRO-weld,EQP-weld,2,10,98.5\n", "")
                .readIn(folder);

        assertThat(dataset.importable()).isTrue();
        assertThat(dataset.problems())
                .containsExactly(new Problem(
                        "Process.csv",
                        3,
                        "id",
                        "PRO-weld",
                        ProblemCode.OPERATION_WITHOUT_MACHINE,
                        "RUNS_ON|OUTSOURCED_TO"));
    }

    @Test
    void missingColumn_isOneProblemAndNotOnePerRow() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .put("Order.csv", "id,quantity,dueDate\nORD-1,1,2026-12-01\nORD-2,1,2026-12-01\nORD-3,1,2026-12-01\n")
                .readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(new Problem("Order.csv", 1, "status", "", ProblemCode.COLUMN_MISSING, "status"));
    }

    @Test
    void unreadableFile_doesNotDrownTheMessageInItsConsequences() throws IOException {
        Dataset dataset = PlainFolder.sound().put("FOR.csv", "").readIn(folder);

        assertThat(dataset.problems()).containsExactly(new Problem("FOR.csv", 0, "", "", ProblemCode.FILE_EMPTY, ""));
    }

    @Test
    void brokenHead_saysAllThatIsWrongWithIt() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .put("datapackage.json", "{\"title\": \"x\", \"origin\": \"dmo\", \"asOf\": \"2026/2/30\"}")
                .readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(
                        new Problem("datapackage.json", 0, "name", "", ProblemCode.PACKAGE_FIELD_MISSING, ""),
                        new Problem("datapackage.json", 0, "origin", "dmo", ProblemCode.PACKAGE_FIELD_WRONG, "demo"),
                        new Problem(
                                "datapackage.json",
                                0,
                                "asOf",
                                "2026/2/30",
                                ProblemCode.DATE_NOT_IN_CALENDAR,
                                "2026-02-01..2026-02-28"));
        assertThat(dataset.facts()).isEmpty();
    }

    @Test
    void derivedPackage_mustNameItsMethod() throws IOException {
        Dataset dataset = PlainFolder.sound()
                .replace("datapackage.json", "\"demo\"", "\"derived\"")
                .readIn(folder);

        assertThat(dataset.problems())
                .containsExactly(new Problem("datapackage.json", 0, "by", "", ProblemCode.PACKAGE_FIELD_MISSING, ""));
    }

    @Test
    void rulesAndDecisions_doNotComeFromFiles() throws IOException {
        Dataset dataset = PlainFolder.sound().put("Rule.csv", "id\nRUL-1\n").readIn(folder);

        assertThat(dataset.problems()).extracting(Problem::code).containsExactly(ProblemCode.FILE_UNKNOWN);
    }

    @Test
    void absentPathUnknownFolderAndUnknownMapping_areProblemsToo() throws IOException {
        assertThat(Datasets.read(folder.resolve("nowhere"), ReadOptions.none()).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PATH_NOT_FOUND);
        assertThat(Datasets.read(folder, ReadOptions.none()).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FORMAT_UNKNOWN);
        assertThat(Datasets.read(folder, new ReadOptions("sap", null, null)).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.expected().split("\\|"))
                        .startsWith("plain", "frepple", "market")
                        .contains("adventureworks", "supplygraph", "kingdee", "yonyou")
                        .endsWith("erp"));
        for (String mapping : new String[] {"plain", "frepple", "market"}) {
            assertThat(Datasets.read(folder, new ReadOptions(mapping, null, null))
                            .problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.FORMAT_UNKNOWN);
        }
    }

    private static ControlTotal total(String what, String subject, String sum) {
        return new ControlTotal(what, subject, "CNY", new BigDecimal(sum), new BigDecimal(sum));
    }
}

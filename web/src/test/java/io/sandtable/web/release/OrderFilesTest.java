package io.sandtable.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for an ERP is what our own mapping of that ERP reads. */
class OrderFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @TempDir
    private Path folder;

    private static Orders orders() {
        return new Orders(
                List.of(
                        purchase("A-1-P0001", 1, "01.001", "铝锭, \"ADC12\"", 2000.5, 20.123456),
                        purchase("A-1-P0001", 2, "01.002", "=HYPERLINK(1)", 3, 7),
                        purchase("A-1-P0002", 1, "01.001", "铝锭, \"ADC12\"", 0.25, 20)),
                List.of(new WorkOrderRow(
                        "A-1-W0001",
                        "02.001",
                        "壳体",
                        120,
                        "件",
                        LocalDateTime.of(2026, 11, 21, 8, 0),
                        LocalDateTime.of(2026, 11, 22, 17, 30),
                        "",
                        "SO-1108")),
                List.of(),
                List.of(new SubcontractRow(
                        "A-1-S0001",
                        "A-1-W0001",
                        "SUP-S01",
                        "S01",
                        "近铝",
                        "02.001",
                        "壳体",
                        "氧化",
                        120,
                        "件",
                        2.5,
                        Money.fen(30_000),
                        DAY,
                        DUE)),
                List.of());
    }

    private static PurchaseRow purchase(
            String order, int line, String code, String name, double quantity, double price) {
        return new PurchaseRow(
                order,
                line,
                "SUP-S01",
                "S01",
                "近铝",
                code,
                name,
                quantity,
                "kg",
                price,
                Money.of(Money.CNY, quantity * price),
                DAY,
                DUE);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** The company that the orders are for, as that ERP exports it. */
    private void company(ErpColumns erp) throws IOException {
        boolean kingdee = erp == ErpColumns.KINGDEE;
        Files.writeString(
                folder.resolve("物料.csv"),
                (kingdee ? "物料编码,物料名称,基本单位,物料属性\n" : "存货编码,存货名称,主计量单位,存货属性\n")
                        + "01.001,铝锭,kg,外购\n01.002,镁锭,kg,外购\n02.001,壳体,件,自制\n");
        Files.writeString(folder.resolve("供应商.csv"), "供应商编码,供应商名称\nS01,近铝\n");
        Files.writeString(
                folder.resolve("清单.csv"),
                kingdee
                        ? "父项物料编码,子项物料编码,用量:分子,用量:分母\n02.001,01.001,2,1\n"
                        : "母件编码,子件编码,基本用量,基础数量\n02.001,01.001,2,1\n");
    }

    @ParameterizedTest
    @EnumSource(ErpColumns.class)
    void purchaseOrders_areReadBackByOurOwnMapping(ErpColumns erp) throws IOException {
        company(erp);
        byte[] csv = unzipped(OrderFiles.zip(erp.tables(orders()))).get("采购订单.csv");
        Files.write(folder.resolve("采购订单.csv"), csv);

        Dataset read = Datasets.read(folder, new ReadOptions(null, DAY, null));

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.title().zh()).isEqualTo(erp == ErpColumns.KINGDEE ? "金蝶导出的表格" : "用友导出的表格");
        BusinessSnapshot company = BusinessSnapshot.of(read.facts());
        assertThat(company.nodes(NodeType.PURCHASE_ORDER))
                .extracting(Node::id)
                .containsExactlyInAnyOrder("PUR-A-1-P0001-1", "PUR-A-1-P0001-2", "PUR-A-1-P0002-1");
        Node first = company.node("PUR-A-1-P0001-1");
        assertThat(first.text(Attributes.CODE)).isEqualTo("A-1-P0001");
        assertThat(first.text(Attributes.STATUS)).isEqualTo("open");
        assertThat(first.number(Attributes.QUANTITY)).isEqualTo(2000.5);
        assertThat(first.number(Attributes.PRICE)).isCloseTo(20.123456, within(1e-9));
        assertThat(first.date(Attributes.DUE_DATE)).isEqualTo(DUE.toString());
        assertThat(first.out(RelationType.PLACED_WITH))
                .singleElement()
                .satisfies(r -> assertThat(r.to().id()).isEqualTo("SUP-S01"));
        assertThat(first.out(RelationType.FOR))
                .singleElement()
                .satisfies(r -> assertThat(r.to().id()).isEqualTo("MAT-01.001"));
    }

    @Test
    void everyKindThatThereIs_isAFileAndASheet_andTheSameOrdersAreTheSameBytes() throws IOException {
        byte[] zip = OrderFiles.zip(ErpColumns.KINGDEE.tables(orders()));

        Map<String, byte[]> files = unzipped(zip);
        assertThat(files.keySet()).containsExactlyInAnyOrder("采购订单.csv", "生产订单.csv", "委外订单.csv", OrderFiles.WORKBOOK);
        assertThat(OrderFiles.zip(ErpColumns.KINGDEE.tables(orders()))).isEqualTo(zip);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(files.get(OrderFiles.WORKBOOK)))) {
            var rows = book.findSheet("采购订单").orElseThrow().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("2000.5");
            assertThat(rows.get(1).getCellAsDate(12)).contains(DUE.atStartOfDay());
            assertThat(rows.get(2).getCellText(5)).isEqualTo("=HYPERLINK(1)");
        }
    }

    @Test
    void csv_startsWithTheMarkOfUtf8_quotesAndRunsNothing() {
        String csv = OrderFiles.csv(ErpColumns.KINGDEE.tables(orders()).getFirst());

        assertThat(csv)
                .startsWith("\uFEFF采购订单号,行号,")
                .contains(",\"铝锭, \"\"ADC12\"\"\",", ", =HYPERLINK(1),", ",2000.5,20.123456,");
    }

    @Test
    void sums_areOfEveryOrderThatMoneyIsOwedFor() {
        Orders orders = orders();

        assertThat(orders.bought())
                .extracting(Orders.Bought::order, b -> b.amount().minor())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("A-1-P0001", 4_027_797L),
                        org.assertj.core.api.Assertions.tuple("A-1-P0002", 500L),
                        org.assertj.core.api.Assertions.tuple("A-1-S0001", 30_000L));
        assertThat(orders.sum()).isEqualTo(Money.fen(4_058_297));
    }
}

package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel sheets as Chinese systems export them: a title above the header, sheets and files called anything. */
class ErpExportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Object[][] MATERIALS = {
        {"物料列表", null, null, null},
        {"导出日期", LocalDate.of(2026, 11, 20), null, null},
        {"物料编码", "物料名称", "规格型号", "基本单位", "物料属性", "参考成本", "固定提前期"},
        {"01.001", "铝锭 ADC12", "ADC12", "kg", "外购", 19.5, 7},
        {"02.001", "壳体毛坯", "A", "件", "自制", 60, null},
        {"03.001", "电池壳", "A", "件", "自制", "1,200.50", null},
    };
    private static final Object[][] SUPPLIERS = {
        {"供应商编码", "供应商名称", "账期(天)"},
        {"S01", "近铝", 30},
    };
    private static final Object[][] PRICES = {
        {"供应商编码", "供应商名称", "物料编码", "含税单价", "生效日期", "失效日期", "最小订货量"},
        {"S01", "近铝", "01.001", "22.60", "2026/1/1", "2026年12月31日", 500},
    };
    private static final Object[][] BILLS = {
        {"父项物料编码", "子项物料编码", "用量:分子", "用量:分母", "变动损耗率(%)", "生效日期", "失效日期"},
        {"02.001", "01.001", 250, 100, 2, LocalDate.of(2026, 1, 1), null},
        {"03.001", "02.001", 1, 1, null, LocalDate.of(2026, 1, 1), LocalDate.of(9999, 12, 31)},
    };
    private static final Object[][] STOCK = {
        {"仓库编码", "仓库名称", "物料编码", "批号", "库存量(基本单位)", "有效期至"},
        {"CK1", "原料仓", "01.001", "B2611", 3000, LocalDate.of(2027, 5, 1)},
        {"CK1", "原料仓", "01.001", "B2612", 1500.5, null},
        {"CK2", "成品仓", "03.001", null, 40, null},
    };
    private static final Object[][] PURCHASES = {
        {"采购订单号", "行号", "供应商编码", "供应商名称", "物料编码", "采购数量", "含税单价", "税率(%)", "交货日期", "累计入库数量", "关闭状态"},
        {"CGDD001", 1, "S01", "近铝", "01.001", 2000, 22.6, 13, LocalDate.of(2026, 12, 1), 0, "正常"},
    };
    private static final Object[][] ORDERS = {
        {"销售订单号", "行号", "客户编码", "客户名称", "物料编码", "销售数量", "含税单价", "税率(%)", "要货日期", "业务状态"},
        {"XSDD001", 1, "C01", "车厂", "03.001", 120, 1808, 13, LocalDate.of(2026, 12, 20), "正常"},
    };

    @TempDir
    private Path folder;

    private static ReadOptions asOf() {
        return new ReadOptions(null, DAY, null);
    }

    private static void xlsx(Path file, Object[][]... sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            for (int s = 0; s < sheets.length; s++) {
                Worksheet sheet = book.newWorksheet("Sheet" + (s + 1));
                for (int r = 0; r < sheets[s].length; r++) {
                    for (int c = 0; c < sheets[s][r].length; c++) {
                        switch (sheets[s][r][c]) {
                            case null -> {}
                            case Number n -> sheet.value(r, c, n);
                            case LocalDate d -> {
                                sheet.value(r, c, d);
                                sheet.style(r, c).format("yyyy/m/d").set();
                            }
                            default -> sheet.value(r, c, sheets[s][r][c].toString());
                        }
                    }
                }
            }
        }
    }

    private Dataset company() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, PRICES, BILLS);
        xlsx(folder.resolve("业务单据.xlsx"), STOCK, PURCHASES, ORDERS);
        return Datasets.read(folder, asOf());
    }

    @Test
    void sheets_areKnownByTheirColumns() throws IOException {
        Dataset read = company();

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.title().zh()).isEqualTo("金蝶导出的表格");
        assertThat(read.controlTotals()).filteredOn(t -> !t.agrees()).isEmpty();
        BusinessSnapshot company = BusinessSnapshot.of(read.facts());
        assertThat(company.node("MAT-03.001").number(Attributes.STANDARD_COST)).isEqualTo(1200.5);
        assertThat(company.node("MAT-01.001").text(Attributes.ROLE)).isEqualTo("raw");
        assertThat(company.nodes(NodeType.STOCK_LOT))
                .extracting(lot -> lot.id(), lot -> lot.number(Attributes.QUANTITY))
                .containsExactlyInAnyOrder(
                        tuple("LOT-CK1-01.001-B2611", 3000.0),
                        tuple("LOT-CK1-01.001-B2612", 1500.5),
                        tuple("LOT-CK2-03.001", 40.0));
        assertThat(company.node("LOT-CK1-01.001-B2611").date(Attributes.EXPIRY_DATE))
                .isEqualTo("2027-05-01");
    }

    @Test
    void everySheet_isEvidenceOfItsOwn() throws IOException {
        Dataset read = company();

        Map<String, Set<Evidence>> byId = read.facts().stream()
                .map(Fact::evidence)
                .collect(Collectors.groupingBy(Evidence::id, Collectors.toSet()));

        assertThat(byId)
                .hasSizeGreaterThan(5)
                .allSatisfy((id, same) -> assertThat(same).hasSize(1));
    }

    @Test
    void quantities_arePerUnit_pricesOfOrdersWithoutTax() throws IOException {
        BusinessSnapshot company = BusinessSnapshot.of(company().facts());

        Relation aluminium =
                company.node("PRO-02.001-0").out(RelationType.CONSUMES).getFirst();
        assertThat(aluminium.number(Attributes.QUANTITY_PER_UNIT)).isEqualTo(2.5);
        assertThat(aluminium.number(Attributes.SCRAP_PERCENT)).isEqualTo(2);
        assertThat(company.node("ORD-XSDD001-1").number(Attributes.PRICE)).isEqualTo(1600, within(1e-9));
        assertThat(company.node("PUR-CGDD001-1").number(Attributes.PRICE)).isEqualTo(20, within(1e-9));
        Relation offer = company.node("SUP-S01").out(RelationType.SUPPLIES).getFirst();
        assertThat(offer.number(Attributes.PRICE)).isEqualTo(22.6);
        assertThat(offer.flag(Attributes.PRICE_INCLUDES_VAT)).isTrue();
        assertThat(offer.number(Attributes.LEAD_TIME_DAYS))
                .as("from the material's own row")
                .isEqualTo(7);
        assertThat(offer.date(Attributes.VALID_TO)).isEqualTo("2026-12-31");
    }

    @Test
    void olderExcel_readsTheSame() throws IOException {
        Dataset fresh = company();
        try (var book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("业务单据.xls"))) {
            for (Object[][] table : List.of(STOCK, PURCHASES, ORDERS)) {
                var sheet = book.createSheet();
                for (int r = 0; r < table.length; r++) {
                    var row = sheet.createRow(r);
                    for (int c = 0; c < table[r].length; c++) {
                        switch (table[r][c]) {
                            case null -> {}
                            case Number n -> row.createCell(c).setCellValue(n.doubleValue());
                            case LocalDate d -> {
                                var style = book.createCellStyle();
                                style.setDataFormat((short) 14);
                                row.createCell(c).setCellValue(d);
                                row.getCell(c).setCellStyle(style);
                            }
                            default -> row.createCell(c).setCellValue(table[r][c].toString());
                        }
                    }
                }
            }
            book.write(out);
        }
        Files.delete(folder.resolve("业务单据.xlsx"));

        assertThat(Datasets.read(folder, asOf()).facts())
                .extracting(fact -> fact.values())
                .containsExactlyElementsOf(
                        fresh.facts().stream().map(fact -> fact.values()).toList());
    }

    @Test
    void textInTheEncodingOfChineseSpreadsheets_isReadToo() throws IOException {
        String rows = String.join("\n", "物料编码,物料名称,基本单位,物料属性,固定提前期", "01.001,铝锭,kg,外购,7", "03.001,电池壳,件,自制,");
        Files.write(folder.resolve("物料.csv"), rows.getBytes(Charset.forName("GB18030")));
        xlsx(folder.resolve("其他.xlsx"), SUPPLIERS, new Object[][] {
            BILLS[0], {"03.001", "01.001", 3, 1, null, null, null}
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.problems(Severity.WARNING)).extracting(Problem::code).contains(ProblemCode.ENCODING_GB18030);
        assertThat(BusinessSnapshot.of(read.facts()).node("MAT-01.001").text(Attributes.NAME))
                .isEqualTo("铝锭");
    }

    @Test
    void whatIsWrong_isSaidAllAtOnce_withItsRow_andGoodRowsRemain() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("单据.xlsx"), new Object[][] {
            ORDERS[0],
            {"XSDD001", 1, "C01", "车厂", "03.001", 120, 1808, 13, "2026/2/30", "正常"},
            {"XSDD002", 1, "C01", "车厂", "03.001", -5, 1808, 13, "2026-12-20", "正常"},
            {"XSDD003", 1, "C01", "车厂", "03.009", 10, 1808, 13, "2026-12-20", "正常"},
            {"XSDD004", 1, "C01", "车厂", "03.001", "一百", 1808, 13, "2026-12-20", "待定"},
            {"XSDD005", 1, "C01", "车厂", "03.001", 10, 1808, 13, "20261220", "正常"},
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::file, Problem::row, Problem::code, Problem::value)
                .containsExactlyInAnyOrder(
                        tuple("单据.xlsx#Sheet1", 2, ProblemCode.DATE_NOT_IN_CALENDAR, "2026-02-30"),
                        tuple("单据.xlsx#Sheet1", 3, ProblemCode.OUT_OF_RANGE, "-5"),
                        tuple("单据.xlsx#Sheet1", 4, ProblemCode.END_UNKNOWN, "MAT-03.009"),
                        tuple("单据.xlsx#Sheet1", 5, ProblemCode.NUMBER_WRONG, "一百"),
                        tuple("单据.xlsx#Sheet1", 5, ProblemCode.WORD_UNKNOWN, "待定"));
        assertThat(BusinessSnapshot.of(read.facts()).nodes(NodeType.ORDER))
                .extracting(o -> o.id())
                .containsExactly("ORD-XSDD005-1");
    }

    @Test
    void theDayMustBeSaid_andAMissingTableIsNamed() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        assertThat(Datasets.read(folder, ReadOptions.none()).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.AS_OF_MISSING);

        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS);
        assertThat(Datasets.read(folder, new ReadOptions("kingdee", DAY, null)).problems(Severity.ERROR))
                .extracting(Problem::code, Problem::expected)
                .containsExactly(tuple(ProblemCode.TABLE_MISSING, "父项物料编码|子项物料编码"));
    }

    @Test
    void damagedAndDangerousFiles_areRefusedByName() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        byte[] whole = Files.readAllBytes(folder.resolve("基础资料.xlsx"));
        Files.write(folder.resolve("半个.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("改名.xls"), "这不是 Excel");

        assertThat(Datasets.read(folder, asOf()).problems(Severity.ERROR))
                .extracting(Problem::file, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("半个.xlsx", ProblemCode.FILE_DAMAGED), tuple("改名.xls", ProblemCode.FILE_DAMAGED));
    }

    @Test
    void percentagesDatesAndCodes_areReadAsTheyAreShown() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("单据.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("订单");
            for (int c = 0; c < ORDERS[0].length; c++) {
                sheet.value(0, c, ORDERS[0][c].toString());
            }
            sheet.value(1, 0, 77);
            sheet.style(1, 0).format("00000000").set();
            sheet.value(1, 1, 1);
            sheet.value(1, 2, "C01");
            sheet.value(1, 3, "车厂");
            sheet.value(1, 4, "03.001");
            sheet.value(1, 5, 120);
            sheet.value(1, 6, 113.0);
            sheet.value(1, 7, 0.13);
            sheet.style(1, 7).format("0%").set();
            sheet.formula(1, 8, "DATE(2026,12,20)");
            sheet.style(1, 8).format("yyyy/m/d").set();
            sheet.value(1, 9, "正常");
        }
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);

        Dataset read = Datasets.read(folder, asOf());

        // the formula was never computed: a file written by a program has no value for it
        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::row, Problem::code, Problem::column)
                .containsExactly(tuple(2, ProblemCode.VALUE_MISSING, "dueDate"));
        assertThat(read.controlTotals())
                .filteredOn(t -> t.what().equals("order-value"))
                .extracting(t -> t.file().doubleValue())
                .containsExactly(12_000.0);
    }

    @Test
    void pricesWithoutTax_addUpToTheSame() throws IOException {
        Object[][] orders = new Object[101][];
        orders[0] = ORDERS[0];
        for (int r = 1; r <= 100; r++) {
            orders[r] = new Object[] {"XSDD" + r, 1, "C01", "车厂", "03.001", 7, r, 13, "2026-12-20", "正常"};
        }
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("单据.xlsx"), new Object[][][] {orders});

        assertThat(Datasets.read(folder, asOf()).controlTotals())
                .filteredOn(t -> !t.agrees())
                .isEmpty();
    }

    @Test
    void theSameStockInTwoFiles_isAnError_andASheetNobodyReadsIsNamed() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS, new Object[][] {{"备注"}, {"仅供参考"}});
        xlsx(folder.resolve("库存11月.xlsx"), new Object[][][] {STOCK});
        xlsx(folder.resolve("库存12月.xlsx"), new Object[][][] {STOCK});

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::code)
                .contains(ProblemCode.ID_TWICE)
                .containsOnly(ProblemCode.ID_TWICE, ProblemCode.RELATION_TWICE);
        assertThat(read.problems(Severity.ERROR)).first().satisfies(p -> {
            assertThat(p.file()).isEqualTo("库存12月.xlsx#Sheet1");
            assertThat(p.expected()).isEqualTo("库存11月.xlsx#Sheet1:2");
        });
        assertThat(read.problems(Severity.NOTE))
                .extracting(Problem::file, Problem::code)
                .contains(tuple("基础资料.xlsx#Sheet4", ProblemCode.FILE_NOT_READ));
    }

    @Test
    void aBillForNothing_isAnErrorOfItsColumn() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, new Object[][] {
            BILLS[0], {"02.001", "01.001", 250, 0, 2, null, null}, {"03.001", "02.001", 1, "一", null, null, null}
        });

        assertThat(Datasets.read(folder, asOf()).problems(Severity.ERROR))
                .extracting(Problem::row, Problem::code, Problem::column, Problem::value)
                .containsExactly(
                        tuple(2, ProblemCode.NUMBER_WRONG, "用量:分母", "0"),
                        tuple(3, ProblemCode.NUMBER_WRONG, "用量:分母", "一"));
    }

    @Test
    void aDocumentAsItIsPrinted_isReadToo_itsHeadOnce_itsSumsNotAtAll() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("订单.xlsx"), new Object[][] {
            {"销售订单明细", null, null, null, null, null, null, null},
            {"销售订单号", "客户编码", "客户名称", "物料编码", "销售数量", "不含税单价", "要货日期", "单据状态"},
            {"XSDD001", "C01", "车厂", "03.001", 120, 1600, "2026-12-20", "已审核"},
            {null, null, null, "02.001", 30, 90, "2026-12-21", null},
            {"小计", null, null, null, 150, null, null, null},
            {"XSDD002", "C01", "车厂", "03.001", 5, 1600, "2026-12-22", "作废"},
            {"XSDD003", "C01", "车厂", "03.001", 7, 1600, "2026-12-23", "已审核"},
            {"合 计", null, null, null, 162, null, null, null},
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.controlTotals()).filteredOn(t -> !t.agrees()).isEmpty();
        assertThat(BusinessSnapshot.of(read.facts()).nodes(NodeType.ORDER))
                .extracting(o -> o.id(), o -> o.number(Attributes.QUANTITY), o -> o.number(Attributes.PRICE))
                .containsExactlyInAnyOrder(
                        tuple("ORD-XSDD001-1", 120.0, 1600.0),
                        tuple("ORD-XSDD001-2", 30.0, 90.0),
                        tuple("ORD-XSDD003-1", 7.0, 1600.0));
        assertThat(read.problems(Severity.NOTE))
                .filteredOn(p -> p.code() == ProblemCode.TOTAL_ROW)
                .extracting(Problem::row, Problem::value)
                .containsExactly(tuple(5, "小计"), tuple(8, "合 计"));
    }

    @Test
    void aSupplierNamedInAPriceList_losesNothingThatTheListOfSuppliersSays() throws IOException {
        xlsx(folder.resolve("1 价目.xlsx"), new Object[][][] {PRICES});
        xlsx(folder.resolve("2 资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("3 更多供应商.xlsx"), new Object[][] {
            {"供应商编码", "供应商名称", "付款天数", "国家"}, {"S01", "近铝", 45, "CN"},
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.controlTotals()).filteredOn(t -> !t.agrees()).isEmpty();
        var supplier = BusinessSnapshot.of(read.facts()).node("SUP-S01");
        assertThat(supplier.number(Attributes.PAYMENT_TERM_DAYS)).isEqualTo(30);
        assertThat(supplier.text(Attributes.COUNTRY)).isEqualTo("CN");
    }

    @Test
    void anOrderBookUnderOtherWords_isNotLostInSilence() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("订单.xlsx"), new Object[][] {
            {"SO No", "Customer", "Item Code", "Qty", "Unit Price", "Due Date"},
            {"S1", "车厂", "03.001", 120, 113, "2026-12-20"},
        });

        assertThat(Datasets.read(folder, asOf()).problems(Severity.WARNING))
                .filteredOn(p -> p.code() == ProblemCode.TABLE_NOT_READ)
                .extracting(Problem::file, Problem::value)
                .containsExactly(tuple("订单.xlsx#Sheet1", "sales-orders"));
    }

    @Test
    void aNameThatTwoMaterialsHave_orANameNobodyHas_meansNeither() throws IOException {
        xlsx(
                folder.resolve("基础资料.xlsx"),
                new Object[][] {
                    {"物料编码", "物料名称", "基本单位", "物料属性"},
                    {"A1", "螺栓", "件", "外购"},
                    {"A2", "螺栓", "件", "外购"},
                    {"A3", "垫圈", "件", "外购"}
                },
                SUPPLIERS,
                new Object[][] {BILLS[0], {"A3", "A1", 1, 1, null, null, null}});
        xlsx(folder.resolve("订单.xlsx"), new Object[][] {
            {"销售订单号", "行号", "客户编码", "客户名称", "物料编码", "物料名称", "销售数量", "含税单价", "税率(%)", "要货日期"},
            {"S1", 1, "C01", "车厂", null, "螺栓", 1, 113, 13, "2026-12-20"},
            {"S2", 1, "C01", "车厂", null, "垫圈", 1, 113, 13, "2026-12-20"},
            {"S3", 1, "C01", "车厂", "A1", null, 1, 113, 0.13, "2026-12-20"},
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::row, Problem::code, Problem::value)
                .containsExactlyInAnyOrder(
                        tuple(2, ProblemCode.END_UNKNOWN, "MAT-螺栓"), tuple(4, ProblemCode.NUMBER_WRONG, "0.13"));
        assertThat(BusinessSnapshot.of(read.facts()).node("ORD-S2-1").out(RelationType.FOR))
                .extracting(r -> r.to().id())
                .containsExactly("MAT-A3");
    }

    @Test
    void anOrderInAnotherCurrency_isAnError_andAMissingRateIsSaid() throws IOException {
        xlsx(folder.resolve("基础资料.xlsx"), MATERIALS, SUPPLIERS, BILLS);
        xlsx(folder.resolve("订单.xlsx"), new Object[][] {
            {"销售订单号", "客户编码", "客户名称", "物料编码", "销售数量", "含税单价", "要货日期", "币别"},
            {"XSDD001", "C01", "车厂", "03.001", 120, 113, "2026-12-20", "人民币"},
            {"XSDD002", "C01", "车厂", "03.001", 120, 113, "2026-12-20", "美元"},
        });

        Dataset read = Datasets.read(folder, asOf());

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::row, Problem::code, Problem::column, Problem::value)
                .containsExactly(tuple(3, ProblemCode.WORD_UNKNOWN, "币别", "美元"));
        assertThat(read.problems(Severity.NOTE))
                .filteredOn(p -> p.file().startsWith("订单") && p.code() == ProblemCode.VALUE_ASSUMED)
                .extracting(Problem::column, Problem::value)
                .contains(tuple("税率", "13"));
        assertThat(BusinessSnapshot.of(read.facts()).node("ORD-XSDD001-1").number(Attributes.PRICE))
                .isEqualTo(100, within(1e-9));
    }
}

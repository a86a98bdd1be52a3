package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ProposalYaml;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose columns are called as nobody has described them: shuffled, renamed, under files of no name. */
class ProposerTest {
    private static final Path EXPORT = Path.of("..", "docs", "examples", "erp-export");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** File of the example, its columns in the usual words, and what others call them; the first of each is the example's own. */
    private static final Map<String, Map<String, List<String>>> CALLED = called();

    @TempDir
    private Path folder;

    private static Map<String, Map<String, List<String>>> called() {
        var called = new LinkedHashMap<String, Map<String, List<String>>>();
        called.put(
                "物料.csv",
                columns(
                        "物料编码=物料编码|物料代号|料品代号|ItemNo|item_id|PartNumber|wlbm|物料編碼*",
                        "物料名称=物料名称|品名规格|中文品名|ItemName|Material Description|wuliaomingcheng|物料名稱",
                        "规格型号=规格型号|规格|型号规格|Spec.|ggxh",
                        "单位=基本单位|计量单位名称|主单位|UOM|base_uom|库存计量单位",
                        "物料属性=物料属性|物料类别|自制/外购|ItemType|procurement_type|wlsx",
                        "标准成本=参考成本|标准成本(元)|计划单价成本|StdCost|standard_cost",
                        "采购提前期=固定提前期|采购提前期(天)|提前期天数|LeadTime|lead_time_days|cgtqq",
                        "安全库存=安全库存|安全库存数|SafetyStock|safety_stock_qty|aqkc"));
        called.put(
                "供应商.csv",
                columns(
                        "供应商编码=供应商编码|供应商代号|VendorNo|supplier_id|gysbm",
                        "供应商名称=供应商名称|供应商全称|VendorName|supplier|gongyingshangmingcheng",
                        "账期天数=账期(天)|付款期(天)|PaymentTerms|payment_days"));
        called.put(
                "客户.csv",
                columns(
                        "客户编码=客户编码|客户代号|CustNo|customer_id|khbm",
                        "客户名称=客户名称|客户全称|CustomerName|customer|kehumingcheng",
                        "账期天数=账期(天)|收款期(天)|CreditDays|payment_terms"));
        called.put(
                "BOM.csv",
                columns(
                        "父项物料编码=父项物料编码|父件料号|成品料号|ParentItem|parent_part_no|fxwlbm",
                        "子项物料编码=子项物料编码|子件料号|元件编码|ComponentItem|component_no|zxwlbm",
                        "用量=用量:分子|单位用量(分子)|QtyPer|qty_per_assembly|yongliang",
                        "用量分母=用量:分母|BaseQty|base_quantity|基准数量",
                        "损耗率=变动损耗率(%)|损耗率%|ScrapPct|scrap_rate|损耗比例",
                        "生效日期=生效日期|生效时间|EffectiveFrom|valid_from",
                        "失效日期=失效日期|失效时间|EffectiveTo|valid_to"));
        called.put(
                "工艺路线.csv",
                columns(
                        "物料编码=物料编码|产品料号|ItemNo|item_code|加工物料编码",
                        "工序号=工序号|工序编号|OpNo|op_seq|gxh",
                        "工序名称=工序名称|工序描述|OperationName|op_desc",
                        "工作中心编码=工作中心编码|工作中心代码|WorkCenter|machine_no|机床编号",
                        "工作中心名称=工作中心名称|机床名称|WorkCenterName|machine_name",
                        "单件工时(分)=单件工时(分)|单件加工时间(分钟)|RunTimeMin|run_minutes|单件定额工时(分)",
                        "准备时间(分)=准备时间(分)|换型时间(分钟)|SetupMin|setup_minutes|准备工时"));
        called.put(
                "即时库存.csv",
                columns(
                        "仓库编码=仓库编码|仓库代号|WhCode|warehouse_id|ckbm",
                        "仓库名称=仓库名称|仓库名|WarehouseName|wh_name",
                        "物料编码=物料编码|料号|ItemNo|sku|存货代码",
                        "批号=批号|批次编号|LotNo|batch_no",
                        "库存数量=库存量(基本单位)|实际库存|OnHandQty|qty_on_hand|结存量",
                        "有效期至=有效期至|到期时间|ExpiryDate|expires"));
        called.put(
                "采购价目表.csv",
                columns(
                        "供应商编码=供应商编码|厂商代码|VendorNo|supplier_code",
                        "供应商名称=供应商名称|厂商简称|VendorName|supplier_name",
                        "物料编码=物料编码|料号|ItemNo|part_no",
                        "含税单价=含税单价|含税进货价|PriceInclTax|gross_price",
                        "生效日期=生效日期|价格生效日期|ValidFrom|start_date",
                        "失效日期=失效日期|价格截止日期|ValidTo|end_date",
                        "最小订货量=最小订货量|最小订购数量|MOQ|min_order_qty"));
        called.put(
                "采购订单.csv",
                columns(
                        "采购订单号=采购订单号|采购单据号|PONo|po_number|cgddh",
                        "行号=行号|行序号|LineNo|line",
                        "供应商编码=供应商编码|供方代码|VendorNo|supplier_code",
                        "供应商名称=供应商名称|供方名称|VendorName|supplier_name",
                        "物料编码=物料编码|料号|ItemNo|item_code",
                        "数量=采购数量|订购量|OrderQty|qty",
                        "含税单价=含税单价|单价(含税)|UnitPriceInclTax|price_with_tax",
                        "税率=税率(%)|税率％|TaxRate|vat_pct",
                        "交货日期=交货日期|约定交期|DueDate|expected_delivery_date",
                        "已交数量=累计入库数量|已入库量|ReceivedQty|qty_received",
                        "单据状态=关闭状态|行状态|Status|line_status"));
        called.put(
                "销售订单.csv",
                columns(
                        "销售订单号=销售订单号|销售单据号|SONo|so_number|xsddh",
                        "行号=行号|行序号|LineNo|line",
                        "客户编码=客户编码|客户代号|CustNo|customer_code",
                        "客户名称=客户名称|客户简称|CustName|customer_name",
                        "物料编码=物料编码|产品料号|ItemNo|item_code",
                        "数量=销售数量|订单量|OrderQty|qty",
                        "含税单价=含税单价|单价(含税)|UnitPriceInclTax|price_with_tax",
                        "税率=税率(%)|税率％|TaxRate|vat_pct",
                        "要货日期=要货日期|客户要求交期|RequestedDate|promise_date",
                        "已交数量=累计出库数量|已发货量|ShippedQty|qty_shipped",
                        "单据状态=业务状态|行状态|Status|line_status"));
        return called;
    }

    private static Map<String, List<String>> columnsOf(String file) {
        return Objects.requireNonNull(CALLED.get(file));
    }

    private static Map<String, List<String>> columns(String... lines) {
        var columns = new LinkedHashMap<String, List<String>>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            columns.put(
                    line.substring(0, equals),
                    List.of(line.substring(equals + 1).split("\\|")));
        }
        return columns;
    }

    /** Writes the example with other words above its columns, in another order; the column that each file's word stands for. */
    private Map<String, Map<String, String>> renamed(Random chance) throws IOException {
        var truth = new LinkedHashMap<String, Map<String, String>>();
        var files = new ArrayList<>(CALLED.keySet());
        Collections.shuffle(files, chance);
        for (String file : files) {
            List<List<String>> rows = new ArrayList<>();
            try (var reader =
                    de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(Files.readString(EXPORT.resolve(file)))) {
                reader.forEach(row -> rows.add(row.getFields()));
            }
            List<String> own =
                    columnsOf(file).values().stream().map(List::getFirst).toList();
            while (!rows.getFirst().containsAll(own)) {
                rows.removeFirst();
            }
            List<Integer> order =
                    new ArrayList<>(own.stream().map(rows.getFirst()::indexOf).toList());
            Collections.shuffle(order, chance);
            String name = "table%d.csv".formatted(truth.size() + 1);
            var words = new LinkedHashMap<String, String>();
            columnsOf(file)
                    .forEach((column, called) ->
                            words.put(called.getFirst() + "\t" + column, called.get(chance.nextInt(called.size()))));
            var out = new StringBuilder();
            var stands = new LinkedHashMap<String, String>();
            for (List<String> row : rows) {
                boolean header = out.isEmpty();
                var cells = new ArrayList<String>();
                for (int at : order) {
                    String cell = row.get(at);
                    if (header) {
                        String key = words.keySet().stream()
                                .filter(k -> k.startsWith(cell + "\t"))
                                .findFirst()
                                .orElseThrow();
                        stands.put(String.valueOf(words.get(key)), key.substring(key.indexOf('\t') + 1));
                        cells.add(String.valueOf(words.get(key)));
                    } else {
                        cells.add('"' + cell + '"');
                    }
                }
                out.append(String.join(",", cells)).append('\n');
            }
            Files.writeString(folder.resolve(name), out);
            truth.put(name, stands);
        }
        return truth;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void renamedAndShuffledColumns_areRightFirst_nineOfTen(long seed) throws IOException {
        Map<String, Map<String, String>> truth = renamed(new Random(seed));

        Proposal proposal = Proposer.propose(folder, Choices.NONE);

        int all = 0;
        var wrong = new TreeSet<String>();
        for (Proposal.Table table : proposal.tables()) {
            for (Proposal.Column column : table.columns()) {
                all++;
                String right = Objects.requireNonNull(truth.get(table.file())).getOrDefault(column.name(), "");
                if (!right.equals(column.meaning().orElse(""))) {
                    wrong.add("%s %s: %s, not %s".formatted(table.as(), column.name(), right, column.meaning()));
                }
            }
        }
        assertThat(all).isEqualTo(CALLED.values().stream().mapToInt(Map::size).sum());
        assertThat(1 - (double) wrong.size() / all).as(wrong.toString()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatAPersonConfirmed_readsTheSameAsTheMappingThatShips() throws IOException {
        String yaml = ProposalYaml.of(Proposer.propose(EXPORT, Choices.NONE), "ours", Locale.CHINESE);
        Path mapping = Files.writeString(folder.resolve("ours.yaml"), yaml);

        Dataset ours = Datasets.read(EXPORT, new ReadOptions(mapping.toString(), DAY, null));
        Dataset shipped = Datasets.read(EXPORT, new ReadOptions("kingdee", DAY, null));

        assertThat(ours.problems(Severity.ERROR)).isEmpty();
        assertThat(ours.facts())
                .extracting(Fact::values)
                .containsExactlyInAnyOrderElementsOf(
                        shipped.facts().stream().map(Fact::values).toList());
    }

    @Test
    void aKeptMapping_readsTheNextFilesWithTheSameColumns_andNoOthers() throws IOException {
        Path source = Files.createDirectory(folder.resolve("november"));
        Path next = Files.createDirectory(folder.resolve("december"));
        Files.writeString(source.resolve("things20261130.csv"), "ItemNo,Description,UOM,LeadTime\nA-1,Steel,kg,5\n");
        Files.writeString(next.resolve("things20261231.csv"), "ItemNo,UOM,Description,LeadTime\nA-2,pcs,Hook,7\n");
        Path kept = Files.createDirectory(folder.resolve("mappings"));
        Files.writeString(
                kept.resolve("ours.yaml"),
                ProposalYaml.of(Proposer.propose(source, Choices.NONE), "ours", Locale.ENGLISH));
        ReadOptions options = new ReadOptions(null, DAY, null, kept);

        Dataset december = Datasets.read(next, options);
        Files.writeString(next.resolve("things20261231.csv"), "ItemNo,UOM,Description\nA-2,pcs,Hook\n");
        Dataset changed = Datasets.read(next, options);

        assertThat(december.problems(Severity.ERROR)).isEmpty();
        assertThat(december.facts())
                .extracting(Fact::values)
                .singleElement()
                .satisfies(values -> assertThat(values.get("name")).isEqualTo("Hook"));
        assertThat(changed.problems(Severity.ERROR))
                .extracting(io.sandtable.datasets.Problem::code)
                .containsExactly(io.sandtable.datasets.ProblemCode.FORMAT_UNKNOWN);
    }
}

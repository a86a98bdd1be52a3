package io.sandtable.audit.report;

import static io.sandtable.audit.report.Cell.broken;
import static io.sandtable.audit.report.Cell.number;
import static io.sandtable.audit.report.Cell.text;
import static io.sandtable.audit.report.Table.Column;
import static io.sandtable.audit.report.Table.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A report like those that managers get, in both languages, with the same invented figures. */
final class SampleReports {
    static final LocalDateTime DATA_TIME = LocalDateTime.of(2026, 11, 21, 20, 15);
    private static final String HASH = "9f2c51d07be48a63c1d05e7fa9b3627715c4e80a2d96f3b84e57a01c6d82f390";

    private SampleReports() {}

    static ReportDocument of(Language language) {
        return language == Language.ZH ? chinese() : english();
    }

    static ReportDocument chinese() {
        return new ReportDocument(
                "方案比较：新能源汽车电池壳订单增长 40%",
                "苏州精工铝业（示例公司）· 2027 年一季度经营推演",
                "待审批 · 方案 B",
                "A-2026-1121-007",
                Language.ZH,
                DATA_TIME,
                true,
                List.of(
                        ReportDocument.Section.of(
                                "结论",
                                Block.Points.of(
                                        "建议采用方案 B（购置一套新模具）：全部必须条件满足，毛利率 23.6%，比基准高 1.9 个百分点。",
                                        "代价是 1 月 18 日前支付模具款 148.0 万元，现金低点降到 212.4 万元，仍高于下限 200 万元。",
                                        "决定要在 2026-12-05 前作出；晚于这一天，新模具赶不上 2 月的交付高峰。"),
                                new Block.Figures(List.of(
                                        new Block.Figure("营业收入", "3,864.2 万元", "比基准多 612.8 万元"),
                                        new Block.Figure("毛利率", "23.6%", "八成把握 22.1% ～ 24.8%"),
                                        new Block.Figure("准时交付", "97.4%", "晚 3 单，最长 2 天"),
                                        new Block.Figure("现金低点", "212.4 万元", "2027-01-22"))),
                                new Block.Callout(
                                        Block.Tone.BROKEN,
                                        "方案 A 违反 1 条必须条件",
                                        "“电池壳良率不低于 96%”：沿用旧模具时，2027-02-09 起冲压良率降到 93.8%（第 412,600 冲次后）。")),
                        ReportDocument.Section.of(
                                "问的是什么",
                                new Table(
                                        null,
                                        List.of(Column.text("原话"), Column.text("系统的理解（已由 张敏 确认）")),
                                        List.of(
                                                Row.of(
                                                        text("预计下季度新能源汽车电池壳订单增长40%"),
                                                        text("需求：产品族“电池壳”的订单数量 ×1.40，2027-01-01 ～ 2027-03-31")),
                                                Row.of(
                                                        text("下月需预留30%产能应对突击订单"),
                                                        text("必须：全部冲压线与数控机床在 2026-12-01 ～ 2026-12-31 保留 30% 工时"))))),
                        ReportDocument.Section.of(
                                "方案比较",
                                new Table(
                                        null,
                                        List.of(
                                                Column.text("指标"),
                                                Column.number("基准：不作改变", null),
                                                Column.number("A 沿用旧模具", null),
                                                Column.number("B 购置新模具", null).highlight(),
                                                Column.number("C 外协 20%", null)),
                                        List.of(
                                                Row.of(
                                                        text("营业收入（万元）"),
                                                        number("3251.4"),
                                                        number("3702.6"),
                                                        number("3864.2"),
                                                        number("3858.9")),
                                                Row.of(
                                                        text("毛利（万元）"),
                                                        number("705.6"),
                                                        number("773.8"),
                                                        number("912.0"),
                                                        number("829.7")),
                                                Row.of(
                                                        text("毛利率（%）"),
                                                        number("21.7"),
                                                        number("20.9"),
                                                        number("23.6"),
                                                        number("21.5")),
                                                Row.of(
                                                        text("毛利率变化（百分点）"),
                                                        Cell.missing(),
                                                        Cell.change(new BigDecimal("-0.8")),
                                                        Cell.change(new BigDecimal("1.9")),
                                                        Cell.change(new BigDecimal("-0.2"))),
                                                Row.of(
                                                        text("资本支出（万元）"),
                                                        number("0.0"),
                                                        number("0.0"),
                                                        number("148.0"),
                                                        number("0.0")),
                                                Row.of(
                                                        text("现金低点（万元）"),
                                                        number("286.1"),
                                                        number("251.7"),
                                                        number("212.4"),
                                                        number("233.0")),
                                                Row.of(
                                                        text("准时交付（%）"),
                                                        number("82.3"),
                                                        number("88.1"),
                                                        number("97.4"),
                                                        number("95.2")),
                                                Row.of(
                                                        text("冲压良率（%）"),
                                                        number("96.8"),
                                                        broken("93.8"),
                                                        number("97.9"),
                                                        number("96.9")),
                                                Row.of(
                                                        text("用电（万 kWh）"),
                                                        number("58.2"),
                                                        number("66.9"),
                                                        number("65.1"),
                                                        number("54.7")),
                                                Row.of(
                                                        text("碳排放（吨）"),
                                                        number("331.7"),
                                                        number("381.3"),
                                                        number("371.1"),
                                                        number("398.4")),
                                                Row.of(
                                                                text("违反的必须条件（条）"),
                                                                number("2"),
                                                                number("1"),
                                                                number("0"),
                                                                number("0"))
                                                        .emphasise()))),
                        ReportDocument.Section.of("影响因素", chart(true)),
                        ReportDocument.Section.of(
                                "为什么这样",
                                new Block.Paragraph(
                                        "瓶颈是 2 号冲压线上的电池壳模具 MJ-07：它已用 38.4 万冲次，寿命 45 万冲次，订单增长后在 2027-02-24 到达寿命，磨损使良率在此之前就跌破条件。新模具由 昆山协成模具 供货，交期 35 天，2027-01-18 到厂。"),
                                new Table(
                                        "晚交的订单",
                                        List.of(
                                                Column.text("订单"),
                                                Column.text("客户"),
                                                Column.date("承诺日期"),
                                                Column.date("计划日期"),
                                                Column.number("晚", "天"),
                                                Column.text("原因")),
                                        List.of(
                                                late("SO-1108", "远航动力", 12, 21, 23, "2", "预留产能占用 2 号冲压线"),
                                                late("SO-1132", "佳美汽车", 12, 28, 29, "1", "铝板 6061-T6 到货 12-24"),
                                                late("SO-1147", "佳美汽车", 12, 30, 31, "1", "与 SO-1132 同一批次")))),
                        ReportDocument.Section.of(
                                "数据与假设",
                                new Block.Callout(
                                        Block.Tone.WARNING, "31% 的数据是默认值或演示数据", "其中 18 条工序的换模时间采用默认 45 分钟；补齐后结果可能变化。"),
                                new Block.KeyValues(List.of(
                                        new Block.Pair("数据份额", "真实 41.2% · 推算 22.6% · 默认 5.1% · 演示 31.1%", false),
                                        new Block.Pair("推演", "种子 20261121，4,000 步，2 个独立搜索，因步数用尽结束", false),
                                        new Block.Pair("数据快照", HASH, true),
                                        new Block.Pair("方案 B 结果", HASH.substring(20) + HASH.substring(0, 20), true),
                                        new Block.Pair(
                                                "日志检查点",
                                                "sandtable.local/demo · 共 7 条 · 根 " + HASH.substring(8)
                                                        + HASH.substring(0, 8),
                                                true))),
                                new Block.Callout(
                                        Block.Tone.NOTE,
                                        "怎样核对这份报告",
                                        "在 bundle 文件夹所在处运行 ./sandtable audit verify，无需联网，也无需信任我们的服务。")),
                        ReportDocument.Section.of(
                                "签署",
                                new Block.Signatures(List.of(
                                        new Block.Signer("提出", "张敏"),
                                        new Block.Signer("批准", null),
                                        new Block.Signer("财务复核", null))))));
    }

    private static Row late(String order, String customer, int month, int due, int planned, String days, String why) {
        return Row.of(
                text(order),
                text(customer),
                Cell.day(LocalDate.of(2026, month, due)),
                Cell.day(LocalDate.of(2026, month, planned)),
                number(days),
                text(why));
    }

    static ReportDocument english() {
        return new ReportDocument(
                "Plans compared: orders for EV battery shells up 40%",
                "Suzhou Precision Aluminium (demo company) · simulation for the first quarter of 2027",
                "Waiting for approval · plan B",
                "A-2026-1121-007",
                Language.EN,
                DATA_TIME,
                true,
                List.of(
                        ReportDocument.Section.of(
                                "Conclusion",
                                Block.Points.of(
                                        "We suggest plan B (buy one new mould): it meets every must condition and earns a gross margin of 23.6%, 1.9 points above the baseline.",
                                        "It costs ¥1.48M for the mould by 18 January; the cash low point drops to ¥2.12M, still above the floor of ¥2.00M.",
                                        "Decide by 5 Dec 2026. Later than that the mould misses the delivery peak in February."),
                                new Block.Figures(List.of(
                                        new Block.Figure("Revenue", "¥38.64M", "¥6.13M above baseline"),
                                        new Block.Figure("Gross margin", "23.6%", "80% range 22.1 to 24.8%"),
                                        new Block.Figure("On time", "97.4%", "3 orders late, 2 days at most"),
                                        new Block.Figure("Cash low point", "¥2.12M", "22 Jan 2027"))),
                                new Block.Callout(
                                        Block.Tone.BROKEN,
                                        "plan A breaks one must condition",
                                        "“Yield of battery shells at least 96%”: with the worn mould, press yield falls to 93.8% from 9 Feb 2027 (after 412,600 strokes).")),
                        ReportDocument.Section.of(
                                "What was asked",
                                new Table(
                                        null,
                                        List.of(
                                                Column.text("Original words"),
                                                Column.text("Understood as (confirmed by Zhang Min)")),
                                        List.of(
                                                Row.of(
                                                        text("Orders for EV battery shells will grow 40% next quarter"),
                                                        text(
                                                                "Demand: order quantity of family “battery shell” × 1.40, 1 Jan to 31 Mar 2027")),
                                                Row.of(
                                                        text("Keep 30% of capacity free for rush orders next month"),
                                                        text(
                                                                "Must: all press lines and CNC machines keep 30% of their hours free, 1 to 31 Dec 2026"))))),
                        ReportDocument.Section.of(
                                "Plans compared",
                                new Table(
                                        null,
                                        List.of(
                                                Column.text("Figure"),
                                                Column.number("Baseline: no change", null),
                                                Column.number("A Keep worn mould", null),
                                                Column.number("B Buy new mould", null)
                                                        .highlight(),
                                                Column.number("C Outsource 20%", null)),
                                        List.of(
                                                Row.of(
                                                        text("Revenue (¥)"),
                                                        number("32514000"),
                                                        number("37026000"),
                                                        number("38642000"),
                                                        number("38589000")),
                                                Row.of(
                                                        text("Gross margin (¥)"),
                                                        number("7056000"),
                                                        number("7738000"),
                                                        number("9120000"),
                                                        number("8297000")),
                                                Row.of(
                                                        text("Gross margin (%)"),
                                                        number("21.7"),
                                                        number("20.9"),
                                                        number("23.6"),
                                                        number("21.5")),
                                                Row.of(
                                                        text("Change of margin (points)"),
                                                        Cell.missing(),
                                                        Cell.change(new BigDecimal("-0.8")),
                                                        Cell.change(new BigDecimal("1.9")),
                                                        Cell.change(new BigDecimal("-0.2"))),
                                                Row.of(
                                                        text("Cash low point (¥)"),
                                                        number("2861000"),
                                                        number("2517000"),
                                                        number("2124000"),
                                                        number("2330000")),
                                                Row.of(
                                                        text("On time (%)"),
                                                        number("82.3"),
                                                        number("88.1"),
                                                        number("97.4"),
                                                        number("95.2")),
                                                Row.of(
                                                        text("Press yield (%)"),
                                                        number("96.8"),
                                                        broken("93.8"),
                                                        number("97.9"),
                                                        number("96.9")),
                                                Row.of(
                                                                text("Must conditions broken"),
                                                                number("2"),
                                                                number("1"),
                                                                number("0"),
                                                                number("0"))
                                                        .emphasise()))),
                        ReportDocument.Section.of("Drivers", chart(false)),
                        ReportDocument.Section.of(
                                "Data and assumptions",
                                new Block.Callout(
                                        Block.Tone.NOTE,
                                        "how to check this report",
                                        "Run ./sandtable audit verify in the folder that holds bundle/; no network is needed."),
                                new Block.KeyValues(List.of(
                                        new Block.Pair(
                                                "Shares of facts",
                                                "real 41.2% · derived 22.6% · default 5.1% · demo 31.1%",
                                                false),
                                        new Block.Pair("Snapshot", HASH, true)))),
                        ReportDocument.Section.of(
                                "Signatures",
                                new Block.Signatures(List.of(
                                        new Block.Signer("Proposed", "Zhang Min"),
                                        new Block.Signer("Approved", null),
                                        new Block.Signer("Finance", null))))));
    }

    private static BarChart chart(boolean zh) {
        return new BarChart(
                zh ? "方案 B 的毛利随单个因素变化" : "Gross margin of plan B when one driver changes",
                zh
                        ? "电池壳售价影响最大：低 5% 时毛利少 176.4 万元；铝价居次，涨 10% 时少 98.6 万元。"
                        : "The selling price of shells matters most: 5% lower costs ¥1.76M of margin; aluminium up 10% costs ¥0.99M.",
                zh ? "毛利" : "margin",
                zh ? "万元" : "10k ¥",
                new BigDecimal("912.0"),
                List.of(
                        bar(zh ? "电池壳售价" : "Selling price, battery shells", "−5%", "+5%", "735.6", "1088.4"),
                        bar(zh ? "铝锭价格（上期所主力）" : "Aluminium ingot (SHFE)", "−10%", "+10%", "1010.6", "813.4"),
                        bar(zh ? "电池壳需求" : "Demand, battery shells", "−10%", "+10%", "836.2", "961.5"),
                        bar(
                                zh ? "冲压良率" : "Press yield",
                                zh ? "−2 点" : "−2 points",
                                zh ? "+2 点" : "+2 points",
                                "861.0",
                                "958.3"),
                        bar(zh ? "外协单价" : "Outsourcing price", "−10%", "+10%", "941.8", "882.2"),
                        bar(zh ? "人工成本" : "Labour cost", "−5%", "+5%", "937.4", "886.6"),
                        bar(
                                zh ? "新模具到厂日期" : "Arrival of the new mould",
                                zh ? "早 5 天" : "5 days early",
                                zh ? "晚 5 天" : "5 days late",
                                "915.3",
                                "889.2"),
                        bar(zh ? "峰段电价" : "Peak tariff", "−10%", "+10%", "918.9", "905.1"),
                        bar(zh ? "美元汇率" : "USD rate", "−3%", "+3%", "906.7", "917.3"),
                        bar(zh ? "天然气价格" : "Natural gas price", "−10%", "+10%", "914.1", "909.9")));
    }

    private static BarChart.Bar bar(String input, String low, String high, String atLow, String atHigh) {
        return new BarChart.Bar(input, low, high, new BigDecimal(atLow), new BigDecimal(atHigh));
    }
}
